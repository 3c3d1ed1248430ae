import { createAsOf } from '@ucp/kit/as-of';
import { serviceCaller } from '@ucp/kit/caller';
import { numbersIn } from '@ucp/kit/contact-bits';
import { createLog } from '@ucp/kit/log';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  appendEvents,
  contactEntry,
  foldEntries,
  linkEntry,
  markAsMachine,
  type TestEvent,
  testEvent,
} from '../testing/audience-data.ts';
import { letterChannel } from '../testing/letter-channel.ts';
import { createLetters, type Letters } from '../testing/letters.ts';
import { answersOfIndex } from './answers.ts';
import { type AudienceIndexes, createAudienceIndexes } from './audience-indexes.ts';
import { blockSize } from './event-log.ts';

let letters: Letters;
let account = 30;
let opened: AudienceIndexes[];
beforeAll(async () => {
  letters = await createLetters();
});
afterAll(() => letters.stop());
beforeEach(() => {
  account++;
  opened = [];
});
afterEach(() => Promise.all(opened.map((audience) => audience.stop())));

/** A process that begins: nothing is in its memory. */
const start = (snapshotEvery: number, code = 'ours'): AudienceIndexes => {
  const log = createLog('test', 'silent');
  const common = { db: letters.channel.db, channel: letterChannel, log, limit: 2 ** 30, patience: 60_000 };
  opened.push(createAudienceIndexes({ ...common, snapshotEvery, code: async () => code }));
  return opened.at(-1) ?? expect.unreachable();
};

const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);
const ask = async (audience: AudienceIndexes): Promise<number[][]> => {
  const { db, profiles } = letters.channel;
  const answers = await answersOfIndex(
    { db, profiles, kind: letterChannel, audience },
    { caller: serviceCaller('test', account), asOf: createAsOf() },
    [
      { did: [{ kinds: ['REPLY'] }] },
      { did: [{ kinds: ['REPLY'], within: 'PT1H' }] },
      { did: [{ kinds: ['REPLY'], atLeast: 2 }] },
    ],
    () => '',
  );
  return answers?.map(({ contacts }) => numbersIn(contacts)) ?? expect.unreachable();
};
const sql = (text: string): Promise<unknown> => letters.channel.db.pool.query(text.replaceAll('$1', String(account)));
/** How many statements of a name were sent since it was asked last. */
const sent = (name: string): number =>
  letters.statements.splice(0).filter((text) => text.includes(`/* ${name} */`)).length;

async function people(count: number): Promise<void> {
  for (let no = 1; no <= count; no++)
    await foldEntries(letters.channel.db, account, contactEntry(no), linkEntry(`house ${no}`, no));
}

/** An index that has a snapshot, and what it answers. */
async function snapshotOf(events: readonly TestEvent[]): Promise<void> {
  await people(4);
  await appendEvents(letters.channel.db, account, events);
  const audience = start(1);
  await ask(audience);
  await audience.stop();
}

test('a process that starts reads the snapshot and what is new, and no event again', async () => {
  const { db } = letters.channel;
  const marked = testEvent({ addressNo: 3, at: minutesAgo(5) });
  await snapshotOf([
    testEvent({ addressNo: 1, at: minutesAgo(90) }),
    testEvent({ addressNo: 2, at: minutesAgo(10) }),
    testEvent({ addressNo: 2, at: minutesAgo(20) }),
    testEvent({ addressNo: 4, at: minutesAgo(-10) }),
    marked,
  ]);
  await appendEvents(db, account, [testEvent({ addressNo: 1, at: minutesAgo(70) })]);
  await markAsMachine(db, account, [marked]);
  await foldEntries(db, account, contactEntry(2, 3));
  sent('');
  const audience = start(1_000);
  expect(await ask(audience)).toEqual([[1, 3], [3], [1, 3]]);
  expect(sent('audience_events')).toBe(0);
  letters.clock.setOffset(11 * 60_000);
  expect(await ask(audience)).toEqual([
    [1, 3, 4],
    [3, 4],
    [1, 3],
  ]);
  letters.clock.setOffset(0);
});

test.each([
  [
    'is damaged',
    "update audience_snapshot_part set bytes = overlay(bytes placing '\\x77'::bytea from 3) where account_id = $1",
  ],
  ['is cut', 'update audience_snapshot_part set bytes = substr(bytes, 9) where account_id = $1'],
  ['lacks a part', 'delete from audience_snapshot_part where account_id = $1'],
  ['is of another layout', 'update audience_snapshot set layout = 0 where account_id = $1'],
  ['is of a database that was further on', 'update audience_snapshot set rev = 1000 where account_id = $1'],
])('a snapshot that %s is passed over, and the next takes its place', async (_, harm) => {
  await snapshotOf([testEvent({ addressNo: 1, at: minutesAgo(5) }), testEvent({ addressNo: 1, at: minutesAgo(99) })]);
  await sql(harm);
  sent('');
  const audience = start(1);
  expect(await ask(audience)).toEqual([[1], [1], [1]]);
  await audience.stop();
  expect(sent('audience_events')).toBe(1);
  expect(await ask(start(1))).toEqual([[1], [1], [1]]);
  expect(sent('audience_events')).toBe(0);
});

test('blocks that did not change are not written again, nor by a process that has read them', async () => {
  const { db } = letters.channel;
  await people(2);
  const size = 5_000;
  for (let from = 0; from < blockSize + 1; from += size)
    await appendEvents(
      db,
      account,
      Array.from({ length: size }, (_, i) =>
        testEvent({ addressNo: 1, at: new Date(1_700_000_000_000 + (from + i) * 1_000) }),
      ),
    );
  const [one, other] = [start(1_000), start(1_000)];
  await ask(one);
  await one.stop();
  expect(sent('audience_snapshot_put')).toBe(2);
  await ask(other);
  await other.stop();
  expect(sent('audience_snapshot_put')).toBe(0);
  const next = start(1_000);
  await ask(next);
  await appendEvents(
    db,
    account,
    Array.from({ length: 1_000 }, () => testEvent({ addressNo: 2, at: minutesAgo(5) })),
  );
  expect(await ask(next)).toEqual([[1, 2], [2], [1, 2]]);
  await next.stop();
  expect(sent('audience_snapshot_put')).toBe(1);
  expect(await ask(start(1_000))).toEqual([[1, 2], [2], [1, 2]]);
});

/** Who may be messaged, and of how many contacts facts were read for it. */
async function askSendable(audience: AudienceIndexes): Promise<{ sendable: number[]; read: number[] }> {
  const { db, profiles } = letters.channel;
  const read: number[] = [];
  const factsWithin: typeof profiles.factsWithin = (tx, of, contactNos) => {
    read.push(...contactNos);
    return profiles.factsWithin(tx, of, contactNos);
  };
  const channel = { db, profiles: { ...profiles, factsWithin }, kind: letterChannel, audience };
  const answers = await answersOfIndex(
    channel,
    { caller: serviceCaller('test', account), asOf: createAsOf() },
    [{ canSend: true }],
    () => '',
  );
  return { sendable: numbersIn(answers?.[0]?.contacts ?? expect.unreachable()), read };
}

test('verdicts outlast a start, but those of contacts that something was said of, or that lost something to another', async () => {
  const { db } = letters.channel;
  await people(7);
  await foldEntries(db, account, contactEntry(6, 5));
  const audience = start(1);
  expect((await askSendable(audience)).read).toEqual([1, 2, 3, 4, 5, 7]);
  await audience.stop();
  expect((await askSendable(start(1_000))).read).toEqual([]);
  const restricted = { restrictedSince: minutesAgo(5).toISOString() };
  await foldEntries(db, account, contactEntry(1, 1, restricted), linkEntry('house 2', 3), contactEntry(6, 6));
  expect((await askSendable(start(1_000))).read).toEqual([1, 2, 3, 5, 6]);
});

test('verdicts that other code found are found anew', async () => {
  await people(2);
  const audience = start(1);
  await askSendable(audience);
  await audience.stop();
  expect((await askSendable(start(1_000, 'other'))).read).toEqual([1, 2]);
});
