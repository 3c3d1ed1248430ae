import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

test('parts that follow each other come to rest: once all is folded no journal moves', async () => {
  const story = await tellStory(system);
  const id = await story.contact({ email: 'ada@example.com' });
  await story.merge(id, await story.contact({ mobile: '+15125550123' }));
  await story.emailEvent('stranger@example.com', 'open');
  const revs = async () => {
    const heads = await Promise.all(system.parts.map((part) => part.journal.heads(0)));
    return JSON.stringify(heads.map((list) => list.map(({ account, rev }) => [account, rev])));
  };
  let before = '';
  await expect
    .poll(
      async () => {
        const [last, now] = [before, await revs()];
        before = now;
        return last === now;
      },
      { interval: 300, timeout: 5_000 },
    )
    .toBe(true);
  const settled = await revs();
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(await revs()).toBe(settled);
});

test('a segment to which a workflow listens is looked at after what happens, and not after what follows from it for ever', async () => {
  const story = await tellStory(system);
  const id = await story.contact({ email: 'ada@example.com' });
  const made = async (field: string, type: string, shown: string, input: object): Promise<string> => {
    const query = `mutation ($input: ${type}!) { ${field}(input: $input) { ${shown} { id } userErrors { message } } }`;
    const { data } = await story.ask(query, { input });
    expect(data[field].userErrors).toEqual([]);
    return data[field][shown].id;
  };
  const filter = { email: { did: [{ kinds: ['CLICK'] }] } };
  const segment = await made('segmentCreate', 'SegmentInput', 'segment', { name: 'Readers', filter });
  const definition = { trigger: { segment: { id: segment } }, steps: [{ key: 'done', goal: {} }] };
  const workflow = await made('workflowSave', 'WorkflowInput', 'workflow', { name: 'Welcome', definition });
  await story.ask('mutation ($id: ID!) { workflowPublish(id: $id) { userErrors { message } } }', { id: workflow });
  const sizes = async () =>
    (await story.ask('query ($id: ID!) { segment(id: $id) { sizes { size } } }', { id: segment })).data.segment.sizes;
  await expect.poll(async () => (await sizes()).at(-1).size, { timeout: 10_000 }).toBe(0);
  await story.emailEvent('ada@example.com', 'click');
  const states = async () =>
    (
      await story.ask('query ($id: ID!) { contact(id: $id) { enrollments { nodes { state } } } }', { id })
    ).data.contact.enrollments.nodes.map(({ state }: { readonly state: string }) => state);
  await expect.poll(states, { timeout: 10_000 }).toEqual(['COMPLETED']);
  const looks = () => system.sent('profile').filter((text) => text.includes('segment_look')).length;
  // What the workflow did is news once more.
  await sleep(3_000);
  const before = looks();
  await sleep(3_000);
  expect(looks()).toBe(before);
});
