import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operations } from '../kit/operations.ts';
import { tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 2);
let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const email = 'ada@example.com';
/** Far from where a whole day ends: scores decay by days, and one may end between two looks. */
const start = Math.floor(Date.now() / 1000) - 20.5 * 86_400;
const event = fc.record({
  event: fc.constantFrom(
    'processed',
    'delivered',
    'open',
    'click',
    'unsubscribe',
    'group_unsubscribe',
    'spamreport',
    'bounce',
  ),
  timestamp: fc.integer({ min: start, max: start + 20 }),
  asm_group_id: fc.integer({ min: 1, max: 2 }),
});
const events = fc
  .array(event, { minLength: 1, maxLength: 12 })
  .map((list) =>
    list.map((each, i) => ({ ...each, email, type: 'bounce', sg_event_id: `event-${i}`, sg_message_id: `m${i}` })),
  );

/** Without what differs between two accounts: ids, cursors and when it was recorded. */
const plain = (contact: object): unknown =>
  JSON.parse(
    JSON.stringify(contact, (key, value) =>
      [
        'id',
        'cursor',
        'endCursor',
        'createdAt',
        'updatedAt',
        'firstSeenAt',
        'recordedAt',
        'acquisition',
        'source',
      ].includes(key)
        ? undefined
        : value,
    ),
  );

test('webhooks that come three times, shuffled and cut into other batches, end in the state of those that came in order, once', async () => {
  await fc.assert(
    fc.asyncProperty(
      events.chain((list) =>
        fc.tuple(
          fc.constant([...list].sort((a, b) => a.timestamp - b.timestamp)),
          fc.shuffledSubarray([...list, ...list, ...list], { minLength: list.length * 3 }),
          fc.integer({ min: 1, max: 5 }),
        ),
      ),
      async ([ordered, shuffled, size]) => {
        const profileAfter = async (batches: readonly (typeof ordered)[]) => {
          const story = await tellStory(system);
          const id = await story.contact({ email });
          for (const batch of batches) expect((await story.sendGrid.post(story.sendGridUrl, batch)).status).toBe(200);
          const { data } = await story.ask(operations('unified-profile'), { id });
          const { timeline, ...contact } = data.contact;
          const happened = timeline.edges.map(({ node }: { node: { at: string; kind: string; channel: string } }) =>
            node.channel === null ? '' : `${node.at} ${node.kind}`,
          );
          return { contact: plain(contact), happened: happened.sort() };
        };
        const batches = Array.from({ length: Math.ceil(shuffled.length / size) }, (_, i) =>
          shuffled.slice(i * size, (i + 1) * size),
        );
        expect(await profileAfter(batches)).toEqual(await profileAfter([ordered]));
      },
    ),
    { numRuns },
  );
});
