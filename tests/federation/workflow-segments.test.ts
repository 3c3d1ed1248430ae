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
const segment = async (name: string): Promise<string> =>
  (
    await story.ask('mutation ($input: SegmentInput!) { segmentCreate(input: $input) { segment { id } } }', {
      input: { name, filter: { tag: { equals: 'lead' } } },
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
