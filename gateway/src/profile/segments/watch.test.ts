import type { Filter } from '@ucp/audience/filter';
import { createClock } from '@ucp/kit/clock';
import { bitsOf, type ContactBits } from '@ucp/kit/contact-bits';
import { createDatabase, type Database } from '@ucp/kit/database';
import { badInput, CodedError } from '@ucp/kit/errors';
import type { JournalEntry } from '@ucp/kit/journal';
import { createLog } from '@ucp/kit/log';
import { createTestDatabase } from '@ucp/kit/testing/database';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrateProfile } from '../profile.ts';
import { changesBehind, segmentJournal, sizesByDay } from '../store/segment-history.ts';
import { addSegment, archiveSegment, changeSegment, type SegmentRow } from '../store/segments.ts';
import { createWatch, type Watch } from './watch.ts';

const clock = createClock();
const log = createLog('watch', 'silent');
let db: Database;
let other: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  const { url, drop } = await createTestDatabase({ template: 'profile', prepare: migrateProfile });
  db = createDatabase({ url, clock, log });
  other = createDatabase({ url, clock, log });
  close = async () => {
    await Promise.all([db.close(), other.close()]);
    await drop();
  };
});
afterAll(() => close());

/** Who matches each filter, by its text; what is not here matches nobody. */
const membersBy = new Map<string, () => Promise<readonly number[]>>();
const keyOf = (filter: Filter): string => JSON.stringify(filter);
const service = {
  membersOfEach: (_caller: unknown, segments: readonly { readonly filter: Filter }[]): Promise<ContactBits[]> =>
    Promise.all(segments.map(async ({ filter }) => bitsOf((await membersBy.get(keyOf(filter))?.()) ?? []))),
};
const watchOn = (database: Database, batch?: number): Watch =>
  createWatch({ db: database, service, log, announce: () => {}, ...(batch === undefined ? {} : { batch }) });

let accounts = 100;
/** A segment of an account of its own, and what becomes of it. */
async function tracked(tracks = true) {
  const account = accounts++;
  const filter: Filter = { tag: { equals: `members of ${account}` } };
  const segment = await db.transaction((tx) => addSegment(tx, account, { name: 'people', filter, tracked: tracks }));
  return {
    account,
    segment,
    is: (...members: readonly number[]) => membersBy.set(keyOf(filter), async () => members),
    becomes: (members: () => Promise<readonly number[]>) => membersBy.set(keyOf(filter), members),
    /** Revs of the journal, each with who came and who went. */
    noted: async () => {
      const revs: Record<string, number[]>[] = [];
      for (let from = 0, more = true; more; ) {
        const page = await segmentJournal(db, account, from, null);
        revs.push(shownOf(page.entries));
        ({ rev: from, more } = page);
      }
      return revs;
    },
  };
}
const shownOf = (entries: readonly JournalEntry[]): Record<string, number[]> => {
  const shown: Record<string, number[]> = {};
  for (const { kind, contactNo } of entries) shown[kind] = [...(shown[kind] ?? []), Number(contactNo)];
  return shown;
};
const minute = 61_000;
/** What is due when a minute has passed, and what is due again once the accounts looked at have rested. */
const look = async (watch = watchOn(db)): Promise<void> => {
  clock.setOffset(clock.offset() + minute);
  await watch.lookAtDue(() => true);
  clock.setOffset(clock.offset() + 10_000);
  await watch.lookAtDue(() => true);
};
const sizeOf = async (account: number, { segmentNo }: SegmentRow): Promise<(number | null)[]> =>
  (await sizesByDay(db, account, segmentNo, { from: null, until: null, first: 400 })).map(({ size }) => size);

test('who is in it when it is looked at first has not come; who comes and goes from then on is noted once', async () => {
  const { account, segment, is, noted } = await tracked();
  is(1, 2, 70);
  await look();
  expect(await noted()).toEqual([{}]);
  is(2, 3, 900);
  await look();
  await look();
  expect(await noted()).toEqual([{ SEGMENT_ENTERED: [3, 900], SEGMENT_LEFT: [1, 70] }]);
  is();
  await look();
  const newest = await changesBehind(db, account, segment.segmentNo, { rev: 10, contactNo: 0 }, 4);
  expect(newest.map(({ rev, contactNo, entered }) => [rev, contactNo, entered])).toEqual([
    [2, 2, false],
    [2, 3, false],
    [2, 900, false],
    [1, 1, false],
  ]);
  expect((await sizeOf(account, segment)).at(-1)).toBe(0);
});

test('a large change is many transactions, each whole; one that is broken off goes on where it was', async () => {
  const { account, is, noted } = await tracked();
  const [first, second] = [range(1, 1_000), range(500, 1_400)];
  is(...first);
  await look();
  is(...second);
  const watch = watchOn(db, 100);
  clock.setOffset(clock.offset() + minute);
  let turns = 0;
  await watch.lookAtDue(() => turns++ < 5);
  const { entries, rev } = await segmentJournal(db, account, 0, null);
  expect(entries.length).toBe(rev * 100);
  expect(rev).toBeGreaterThan(1);
  expect(rev).toBeLessThan(9);
  await look(watch);
  const [all] = await noted();
  expect(all).toEqual({ SEGMENT_ENTERED: range(1_001, 1_400), SEGMENT_LEFT: range(1, 499) });
  expect((await segmentJournal(db, account, 0, null)).rev).toBe(9);
});

test('whatever happens, what is noted adds up to how it is', async () => {
  const sets = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 80 })), { minLength: 2, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(sets, fc.integer({ min: 1, max: 40 }), async (states, batch) => {
      const { account, is } = await tracked();
      const replayed = new Set(states[0]);
      let from = 0;
      for (const state of states) {
        is(...state);
        await look(watchOn(db, batch));
        const page = await segmentJournal(db, account, from, null);
        for (const { kind, contactNo } of page.entries)
          expect(
            kind === 'SEGMENT_ENTERED' ? replayed.add(Number(contactNo)) : replayed.delete(Number(contactNo)),
          ).toBeTruthy();
        from = page.rev;
        expect([...replayed].sort()).toEqual([...state].sort());
      }
    }),
    { numRuns: 15 },
  );
});

test('of several processes one notes each change', async () => {
  const segments = [];
  for (let i = 0; i < 8; i++) segments.push(await tracked());
  for (const { is } of segments) is(1);
  await look();
  for (const { becomes } of segments)
    becomes(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return [1, 2, 3];
    });
  clock.setOffset(clock.offset() + minute);
  await Promise.all([db, other, db, other].map((each) => watchOn(each).lookAtDue(() => true)));
  for (const { noted } of segments) expect(await noted()).toEqual([{ SEGMENT_ENTERED: [2, 3] }]);
});

test('who looked before a segment was changed, or before somebody else did, writes nothing', async () => {
  const { account, segment, is, becomes, noted } = await tracked();
  is(1);
  await look();
  becomes(async () => {
    // While the parts are being asked.
    await db.transaction((tx) => changeSegment(tx, account, { ...segment, name: 'changed' }));
    is(1, 5);
    return [1, 2, 3];
  });
  await look();
  expect(await noted()).toEqual([{ SEGMENT_ENTERED: [5] }]);
  becomes(async () => {
    await db.transaction((tx) => archiveSegment(tx, account, segment.segmentNo));
    return [1];
  });
  await look();
  expect(await noted()).toEqual([{ SEGMENT_ENTERED: [5] }]);
});

test('one that cannot be asked does not keep the others of its account from being looked at, and a part that is away comes back', async () => {
  const { account, segment, is, becomes } = await tracked();
  const wrong: Filter = { field: { key: 'gone' } };
  membersBy.set(keyOf(wrong), async () => {
    throw badInput(null, 'The account has no field "gone"');
  });
  await db.transaction((tx) => addSegment(tx, account, { name: 'wrong', filter: wrong, tracked: true }));
  is(1, 2);
  await look();
  expect((await sizeOf(account, segment)).at(-1)).toBe(2);
  becomes(async () => {
    throw new CodedError('SUBGRAPH_UNAVAILABLE', 'email cannot answer at the moment.');
  });
  const asked: Filter = { tag: { equals: 'not of email' } };
  const beside = await db.transaction((tx) =>
    addSegment(tx, account, { name: 'beside', filter: asked, tracked: true }),
  );
  membersBy.set(keyOf(asked), async () => [9]);
  await look();
  expect((await sizeOf(account, beside)).at(-1)).toBe(1);
  expect((await sizeOf(account, segment)).at(-1)).toBe(2);
  is(1, 2, 3);
  await look();
  expect((await sizeOf(account, segment)).at(-1)).toBe(3);
});

test('an account that takes long is looked at for a tenth of the time, however much happens, and at once after a while', async () => {
  const { account, becomes } = await tracked();
  const seconds = (count: number) => clock.setOffset(clock.offset() + count * 1_000);
  let looks = 0;
  becomes(async () => {
    looks++;
    seconds(3);
    return [];
  });
  const isDue = () => db.pool.query('update segment_watch set due_at = now() where account_id = $1', [account]);
  await look();
  seconds(600);
  looks = 0;
  for (let second = 0; second < 120; second++) {
    await isDue();
    await watchOn(db).lookAtDue(() => true);
    if (second === 2) expect(looks).toBe(1);
    seconds(1);
  }
  // Each is paid for by 27 seconds, of which twenty may be owed.
  expect(looks).toBeLessThanOrEqual(6);
  expect(looks).toBeGreaterThanOrEqual(4);
  seconds(30);
  await isDue();
  looks = 0;
  await watchOn(db).lookAtDue(() => true);
  expect(looks).toBe(1);
});

test('the size of a day is the last of it, and a day without one is a gap', async () => {
  // At noon, so that no day ends within the test.
  clock.setOffset(Math.ceil((Date.now() + clock.offset()) / 86_400_000 + 1) * 86_400_000 - 43_200_000 - Date.now());
  const { account, segment, is } = await tracked(false);
  is(1);
  await look();
  is(1, 2);
  clock.setOffset(clock.offset() + 1_000);
  await look();
  // Of a segment that nobody listens to an hour has not passed.
  expect((await sizeOf(account, segment)).at(-1)).toBe(1);
  clock.setOffset(clock.offset() + 3 * 86_400_000);
  await look();
  is(1, 2, 3);
  clock.setOffset(clock.offset() + 3_600_000 - minute + 1_000);
  await look();
  expect((await sizeOf(account, segment)).slice(-5)).toEqual([null, 1, null, null, 3]);
});

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
