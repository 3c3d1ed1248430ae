import { createClock } from '@ucp/kit/clock';
import { expect, test } from 'vitest';
import type { IngestDelivery } from './actions/ingest.ts';
import { createRecordOwn, type OwnEvent } from './own-events.ts';

const click: OwnEvent = {
  account: 1,
  address: 'ada@example.com',
  messageId: 'm1',
  kind: 'CLICK',
  machine: false,
  url: 'https://shop.example/',
  details: {},
};

/** What is recorded, by what is kept waiting or fails as it is told. */
function recording(answer: () => Promise<unknown> = async () => {}) {
  const deliveries: IngestDelivery[] = [];
  const lines: unknown[] = [];
  const clock = createClock();
  // In the middle of a window, so that none ends meanwhile.
  clock.setOffset(5_000 - (Date.now() % 10_000));
  const ingest = async (_account: number, delivery: IngestDelivery) => {
    deliveries.push(delivery);
    await answer();
    return { events: [] };
  };
  const log = { warn: (line: unknown) => void lines.push(line) };
  return { record: createRecordOwn({ channel: { ingest }, log, clock }), clock, deliveries, lines };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
const keys = (deliveries: readonly IngestDelivery[]) =>
  deliveries.flatMap(({ events }) => events.map(({ key }) => key));

test('a loop over a link is one event in each ten seconds', async () => {
  const { record, clock, deliveries } = recording();
  for (let i = 0; i < 500; i++) record(async () => click);
  await settled();
  expect(deliveries).toHaveLength(1);
  clock.setOffset(clock.offset() + 10_000);
  for (let i = 0; i < 500; i++) record(async () => click);
  await settled();
  expect(new Set(keys(deliveries)).size).toBe(2);
});

test('another process names the same event the same, so that the database knows it', async () => {
  const [one, other] = [recording(), recording()];
  one.record(async () => click);
  other.record(async () => click);
  await settled();
  expect(keys(one.deliveries)).toEqual(keys(other.deliveries));
});

test('another account, person, message, link or deed is an event of its own, and a person’s is beside a machine’s', async () => {
  const { record, deliveries } = recording();
  const others: readonly Partial<OwnEvent>[] = [
    {},
    { account: 2 },
    { address: 'bob@example.com' },
    { messageId: 'm2' },
    { url: 'https://shop.example/2' },
    { kind: 'OPEN', url: null },
    { machine: true },
  ];
  for (const other of others) record(async () => ({ ...click, ...other }));
  await settled();
  expect(new Set(keys(deliveries)).size).toBe(others.length);
});

test('what could not be recorded is recorded when it is done again', async () => {
  let away = true;
  const { record, deliveries } = recording(async () => {
    if (away) throw new Error('away');
  });
  record(async () => click);
  await settled();
  away = false;
  record(async () => click);
  await settled();
  expect(deliveries).toHaveLength(2);
});

test('a thousand are under way at most; what is dropped is one line of the log, and the next is recorded again', async () => {
  const waiting: (() => void)[] = [];
  const { record, deliveries, lines } = recording(() => new Promise<void>((resolve) => waiting.push(resolve)));
  for (let i = 0; i < 3_000; i++) record(async () => ({ ...click, messageId: `m${i}` }));
  await settled();
  expect([deliveries.length, lines]).toEqual([1_000, [{ dropped: 1 }]]);
  for (const go of waiting.splice(0)) go();
  await settled();
  record(async () => ({ ...click, messageId: 'later' }));
  await settled();
  expect(deliveries).toHaveLength(1_001);
});
