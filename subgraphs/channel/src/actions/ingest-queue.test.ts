import { CodedError } from '@ucp/kit/errors';
import { expect, test } from 'vitest';
import type { ChannelEvent } from '../event.ts';
import { noReaction } from '../event.ts';
import type { IngestDelivery, IngestResult } from './ingest.ts';
import { createIngestQueue } from './ingest-queue.ts';

const event: ChannelEvent = {
  key: 'k',
  at: null,
  address: 'a',
  kind: 'OPEN',
  machine: false,
  messageId: null,
  details: {},
  acquisition: { kind: 'API', detail: '' },
};
const delivery = (sourceNo: number, events = 1): IngestDelivery => ({
  sourceNo,
  events: Array.from({ length: events }, () => event),
  skipped: [],
});

/** A queue whose commits the test lets through one by one, with what it was asked to commit. */
function gated(fails: (deliveries: readonly IngestDelivery[]) => unknown = () => null) {
  const batches: number[][] = [];
  const gates: (() => void)[] = [];
  const ingest = createIngestQueue<IngestDelivery>(async (account, deliveries): Promise<IngestResult[]> => {
    batches.push(deliveries.map(({ sourceNo }) => sourceNo));
    await new Promise<void>((open) => gates.push(open));
    const error = fails(deliveries);
    if (error !== null) throw error;
    return deliveries.map(({ events }) => ({
      events: events.map(() => ({ isNew: account > 0, reaction: noReaction })),
    }));
  });
  const open = async () => {
    gates.shift()?.();
    await new Promise((done) => setImmediate(done));
  };
  return { batches, ingest, open };
}

test('a request that finds nobody before it is a batch by itself; what comes in meanwhile shares the next', async () => {
  const { batches, ingest, open } = gated();
  const all = [1, 2, 3, 4].map((no) => ingest(1, delivery(no, no)));
  expect(batches).toEqual([[1]]);
  await open();
  expect(batches).toEqual([[1], [2, 3, 4]]);
  await open();
  expect((await Promise.all(all)).map(({ events }) => events.length)).toEqual([1, 2, 3, 4]);
});

test('a batch has at most 5,000 rows, and a request is never cut', async () => {
  const { batches, ingest, open } = gated();
  const all = [delivery(1), delivery(2, 3_000), delivery(3, 2_000), delivery(4), delivery(5, 5_000)].map((each) =>
    ingest(1, each),
  );
  for (let i = 0; i < 4; i++) await open();
  await Promise.all(all);
  expect(batches).toEqual([[1], [2, 3], [4], [5]]);
});

test('accounts do not wait for each other', async () => {
  const { batches, ingest, open } = gated();
  const all = [ingest(1, delivery(1)), ingest(2, delivery(2))];
  expect(batches).toEqual([[1], [2]]);
  await open();
  await open();
  await Promise.all(all);
});

test('when a batch fails, each of its requests is tried once more alone: one fails by its own fault only', async () => {
  const { batches, ingest, open } = gated((deliveries) =>
    deliveries.some(({ sourceNo }) => sourceNo === 3) ? new Error('of 3') : null,
  );
  const all = [1, 2, 3, 4].map((no) => ingest(1, delivery(no)));
  const settled = Promise.allSettled(all);
  for (let i = 0; i < 5; i++) await open();
  expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(batches).toEqual([[1], [2, 3, 4], [2], [3], [4]]);
});

test('a database that is away fails all at once, without trying each alone', async () => {
  const { batches, ingest, open } = gated(() => new CodedError('OVERLOADED', 'away'));
  const settled = Promise.allSettled([1, 2, 3].map((no) => ingest(1, delivery(no))));
  await open();
  await open();
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(batches).toEqual([[1], [2, 3]]);
});

test('what waits is bounded: further requests are told to come again', async () => {
  const { ingest, open } = gated();
  const first = ingest(1, delivery(1));
  const waiting = Array.from({ length: 10 }, (_, i) => ingest(1, delivery(i + 2, 5_000)));
  await expect(ingest(1, delivery(99))).rejects.toMatchObject({ code: 'OVERLOADED' });
  for (let i = 0; i < 11; i++) await open();
  await Promise.all([first, ...waiting]);
});
