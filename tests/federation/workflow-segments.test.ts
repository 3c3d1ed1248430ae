import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

let system: System;
let story: Story;
beforeAll(async () => {
  system = await startSystem();
  story = await tellStory(system);
});
afterAll(() => system.stop());

const change = async (field: string, type: string, input: object) => {
  const { data } = await story.ask(
    `mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { code field message } } }`,
    { input },
  );
  return data[field].userErrors;
};
const byId = async (field: string, id: string) =>
  (await story.ask(`mutation ($id: ID!) { ${field}(id: $id) { userErrors { code field message } } }`, { id })).data[
    field
  ].userErrors;
const segment = async (name: string, filter: object = { tag: { equals: 'lead' } }): Promise<string> =>
  (
    await story.ask('mutation ($input: SegmentInput!) { segmentCreate(input: $input) { segment { id } } }', {
      input: { name, filter },
    })
  ).data.segmentCreate.segment.id;
const workflow = async (name: string, definition: object): Promise<string> => {
  const { data } = await story.ask(
    'mutation ($input: WorkflowInput!) { workflowSave(input: $input) { workflow { id } userErrors { message } } }',
    { input: { name, definition } },
  );
  expect(data.workflowSave.userErrors).toEqual([]);
  const { id } = data.workflowSave.workflow;
  expect(await byId('workflowPublish', id)).toEqual([]);
  return id;
};
const steps = [{ key: 'done', goal: {} }];
const error = (field: readonly string[], message: string) => [{ code: 'BAD_USER_INPUT', field, message }];

test('a segment that a workflow listens to stays tracked and in use, and whoever listens is named', async () => {
  const id = await segment('Leads');
  const untrack = () => change('segmentUpdate', 'SegmentUpdateInput', { id, tracked: false });
  const welcome = await workflow('Welcome', { trigger: { segment: { id } }, steps });
  expect(await untrack()).toEqual(
    error(['input', 'tracked'], 'The segment "Leads" is listened to by the workflow "Welcome"'),
  );
  expect(await byId('segmentArchive', id)).toEqual(
    error(['id'], 'The segment "Leads" is needed by the workflow "Welcome"'),
  );
  // Paused, it is to go on.
  expect(await byId('workflowPause', welcome)).toEqual([]);
  expect(await untrack()).toHaveLength(1);
  expect(await byId('workflowArchive', welcome)).toEqual([]);
  expect(await untrack()).toEqual([]);
  expect(await byId('segmentArchive', id)).toEqual([]);
});

test('a segment that a filter of a workflow asks for is not archived, and need not be tracked', async () => {
  const id = await segment('Buyers');
  const thanks = await workflow('Thanks', {
    trigger: { manual: true },
    entry: { not: { any: [{ segment: { id } }, { tag: { equals: 'staff' } }] } },
    steps,
  });
  expect(await change('segmentUpdate', 'SegmentUpdateInput', { id, tracked: true })).toEqual([]);
  expect(await change('segmentUpdate', 'SegmentUpdateInput', { id, tracked: false })).toEqual([]);
  expect(await byId('segmentArchive', id)).toEqual(
    error(['id'], 'The segment "Buyers" is needed by the workflow "Thanks"'),
  );
  expect(await byId('workflowArchive', thanks)).toEqual([]);
  expect(await byId('segmentArchive', id)).toEqual([]);
});

test('who comes into a segment by an event enters the workflow that listens, without a minute passing', async () => {
  const reader = await segment('Readers', { email: { did: [{ kinds: ['CLICK'], within: 'P7D' }] } });
  const [ada, bob] = [
    await story.contact({ email: 'ada@example.com' }),
    await story.contact({ email: 'bob@example.com' }),
  ];
  await story.emailEvent('bob@example.com', 'click');
  await workflow('Readers', { trigger: { segment: { id: reader } }, steps });
  const enrolled = async (id: string): Promise<string[]> =>
    (
      await story.ask('query ($id: ID!) { contact(id: $id) { enrollments { nodes { workflow { name } cause } } } }', {
        id,
      })
    ).data.contact.enrollments.nodes.map(
      ({ workflow, cause }: { workflow: { name: string }; cause: string }) => `${workflow.name}: ${cause}`,
    );
  const size = async () =>
    (await story.ask('query ($id: ID!) { segment(id: $id) { sizes { size } } }', { id: reader })).data.segment.sizes.at(
      -1,
    ).size;
  await expect.poll(size, { timeout: 10_000 }).toBe(1);
  await story.emailEvent('ada@example.com', 'click');
  await expect
    .poll(() => enrolled(ada), { timeout: 10_000 })
    .toEqual([expect.stringMatching(/^Readers: Entered the segment at /)]);
  // Who was in it when it was looked at first has not come.
  expect(await enrolled(bob)).toEqual([]);
});
