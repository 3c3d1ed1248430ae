import { fileURLToPath } from 'node:url';
import { type Channel, createChannel } from '@ucp/channel/channel';
import type { ChannelEvent } from '@ucp/channel/event';
import { createClock } from '@ucp/kit/clock';
import { createLog } from '@ucp/kit/log';
import { createTestDatabase, type TestDatabase } from '@ucp/kit/testing/database';
import { testSecret } from '@ucp/kit/testing/part';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEmail } from './email.ts';
import { emailChannel } from './email-channel.ts';

const numRuns = Math.min(50, Number(process.env.UCP_PROPERTY_RUNS ?? 8));
const log = createLog('email', 'silent');
const clock = createClock();
const publicUrl = 'http://127.0.0.1';
const statements: string[] = [];
let database: TestDatabase;
/** Two processes of the channel on one database. */
let channels: readonly [Channel, Channel];

beforeAll(async () => {
  database = await createTestDatabase({
    template: 'email',
    prepare: async (databaseUrl) =>
      (await createEmail({ databaseUrl, clock, secret: testSecret, log, publicUrl })).stop(),
  });
  const open = () =>
    createChannel(
      emailChannel,
      {
        databaseUrl: database.url,
        clock,
        secret: testSecret,
        log,
        publicUrl,
        observe: (text) => statements.push(/\/\* (.*?) \*\//.exec(text)?.[1] ?? text.split(' ')[0] ?? ''),
      },
      fileURLToPath(new URL('../migrations', import.meta.url)),
      [],
      null,
    );
  channels = [await open(), await open()];
});
afterAll(async () => {
  await Promise.all(channels.map((channel) => channel.stop()));
  await database.drop();
});

const begin = Date.UTC(2026, 8, 1);
const eventOf = (no: number, more: Partial<ChannelEvent> = {}): ChannelEvent => ({
  key: `event ${no}`,
  at: new Date(begin + no * 1_000),
  address: `reader${no % 7}@example.com`,
  kind: ['OPEN', 'CLICK', 'DELIVERED', 'COMPLAINT'][no % 4] ?? 'OPEN',
  machine: false,
  messageId: `message ${no % 5}`,
  details: { provider: 'test', campaign: 'spring', text: '“ü” \\ "quoted" 🫘' },
  acquisition: { kind: 'API', detail: 'test' },
  ...more,
});
const deliver = (account: number, nos: readonly number[], channel: Channel = channels[0], sourceNo = 1) =>
  channel.ingest(account, { sourceNo, events: nos.map((no) => eventOf(no)), skipped: [] });
const newOf = async (delivered: ReturnType<typeof deliver>) => (await delivered).events.map((each) => each?.isNew);
const query = async (text: string, values: readonly unknown[]) =>
  (await channels[0].db.pool.query(text, [...values])).rows;
const activityOf = (account: number) =>
  query(
    'select event_id, at, address_no, kind, message_id, details, rev from activity where account_id = $1 order by at',
    [account],
  );
const countsOf = async (account: number) =>
  (
    await query(
      `select source_no, received::int, fresh::int, duplicates::int, skipped::int from source_count where account_id = $1
       order by source_no`,
      [account],
    )
  ).map(Object.values);

test('what is written is what came: moments, quotes, and characters of every length', async () => {
  await deliver(1, [0, 1]);
  const [first, second] = await activityOf(1);
  expect(first).toMatchObject({ at: new Date(begin), details: eventOf(0).details, message_id: 'message 0' });
  expect(second).toMatchObject({ at: new Date(begin + 1_000), kind: 4 });
});

test('a batch of new events costs five statements, of which two go with another, once its addresses are known', async () => {
  await deliver(2, [0, 4, 8]);
  await deliver(2, [56, 60, 64]);
  statements.length = 0;
  await deliver(2, [28, 32, 36]);
  expect(statements).toEqual([
    'begin',
    'select',
    'address_changes',
    'journal: activity, campaigns, consents, suppressions, source_counts',
    'commit',
  ]);
});

test('known events among new ones, or twice in a batch, are passed over, and the next batch is looked at from the beginning', async () => {
  expect(await newOf(deliver(3, [0, 1, 1, 2]))).toEqual([true, true, false, true]);
  expect(await newOf(deliver(3, [2, 3, 0, 4]))).toEqual([false, true, false, true]);
  statements.length = 0;
  expect(await newOf(deliver(3, [0, 1]))).toEqual([false, false]);
  expect(statements.filter((each) => each === 'rollback')).toEqual([]);
  expect(await newOf(deliver(3, [5]))).toEqual([true]);
  expect(await newOf(deliver(3, [6, 5]))).toEqual([true, false]);
  expect(statements.filter((each) => each === 'rollback')).toHaveLength(1);
  expect(await activityOf(3)).toHaveLength(7);
  expect(await countsOf(3)).toEqual([[1, 13, 7, 6, 0]]);
});

test('the same events, in any cut and order, at once and by two processes, are there once, and every rev is whole', async () => {
  let account = 100;
  const nos = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.array(nos, { minLength: 2, maxLength: 6 }), async (deliveries) => {
      account += 1;
      const own = account;
      const results = await Promise.all(
        deliveries.map((each, i) => newOf(deliver(own, each, channels[i % 2 === 0 ? 0 : 1], 1 + (i % 2)))),
      );
      const sent = (sourceNo: number) => deliveries.flatMap((each, i) => (1 + (i % 2) === sourceNo ? each : []));
      const distinct = [1, 2].map((sourceNo) => new Set(sent(sourceNo)).size);
      const all = distinct.reduce((sum, each) => sum + each, 0);
      // A source's keys are its own.
      expect(results.flat().filter(Boolean)).toHaveLength(all);
      expect(await activityOf(own)).toHaveLength(all);
      expect(await countsOf(own)).toEqual(
        [1, 2].map((no, i) => [no, sent(no).length, distinct[i], sent(no).length - (distinct[i] ?? 0), 0]),
      );
      const [head] = await query(
        `select rev::int, (select count(distinct address_no)::int from activity where account_id = $1) as addresses,
           (select max(address_no) from address where account_id = $1) as last,
           (select max(rev)::int from activity where account_id = $1) as newest from journal_head where account_id = $1`,
        [own],
      );
      expect(head.addresses).toBe(head.last);
      expect(head.newest).toBeLessThanOrEqual(head.rev);
      // Each rev is a request's or of several that came together: a batch that was taken back leaves none behind.
      expect(head.rev).toBeLessThanOrEqual(deliveries.length);
    }),
    { numRuns },
  );
});

test('an address that was taken away is not remembered by any process: its next event introduces it anew', async () => {
  for (const channel of channels) await deliver(4, [channel === channels[0] ? 0 : 28], channel);
  expect((await query('select address_no from address where account_id = 4', [])).length).toBe(1);
  await query("delete from address where account_id = 4 and value = 'reader0@example.com'", []);
  for (const channel of channels) await deliver(4, [channel === channels[0] ? 56 : 84], channel);
  expect((await activityOf(4)).map(({ address_no }) => address_no)).toEqual([1, 1, 2, 2]);
  await query("update address set value = 'other@example.com' where account_id = 4", []);
  for (const channel of channels) await deliver(4, [channel === channels[0] ? 112 : 140], channel);
  expect((await activityOf(4)).map(({ address_no }) => address_no)).toEqual([1, 1, 2, 2, 3, 3]);
});

test('an account whose addresses and their counter were taken away begins anew: no address gets what another one did', async () => {
  const eventsOf = (address: string, key: string) => [eventOf(0, { key, address, kind: 'OPEN' })];
  const one = (channel: Channel, address: string, key: string) =>
    channel.ingest(5, { sourceNo: 1, events: eventsOf(address, key), skipped: [] });
  for (const key of ['a1', 'a2', 'a3']) await one(channels[0], 'ada@example.com', key);
  await query('delete from address where account_id = 5', []);
  await query('delete from address_counter where account_id = 5', []);
  await one(channels[1], 'bob@example.com', 'b1');
  await one(channels[0], 'ada@example.com', 'a4');
  const rows = await query('select value from address where account_id = 5 order by address_no', []);
  expect(rows.map(({ value }) => value)).toEqual(['bob@example.com', 'ada@example.com']);
  expect((await activityOf(5)).map(({ address_no }) => address_no).sort()).toEqual([1, 1, 1, 1, 2]);
});
