import { setTimeout as sleep } from 'node:timers/promises';
import type { Filter } from '@ucp/audience/filter';
import { createClock } from '@ucp/kit/clock';
import { bitsOf } from '@ucp/kit/contact-bits';
import { createDatabase, type Database } from '@ucp/kit/database';
import { CodedError } from '@ucp/kit/errors';
import { createLog } from '@ucp/kit/log';
import { createTestDatabase } from '@ucp/kit/testing/database';
import { openTestJournal, type TestJournal } from '@ucp/kit/testing/journal';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { migrateProfile } from '../profile.ts';
import { createSchedule } from '../schedule.ts';
import { segmentJournal } from '../store/segment-history.ts';
import { addSegment } from '../store/segments.ts';
import { createNews } from './news.ts';
import { createWatch } from './watch.ts';

const clock = createClock();
const log = createLog('news', 'silent');
const closing: (() => Promise<void>)[] = [];
let db: Database;
let other: Database;
/** Parts with a journal and nothing else. */
let shop: TestJournal;
let desk: TestJournal;

beforeAll(async () => {
  const { url, drop } = await createTestDatabase({ template: 'profile', prepare: migrateProfile });
  db = createDatabase({ url, clock, log });
  other = createDatabase({ url, clock, log });
  [shop, desk] = [await openTestJournal('shop'), await openTestJournal('desk')];
  closing.push(shop.close, desk.close);
  closing.push(async () => {
    await Promise.all([db.close(), other.close()]);
    await drop();
  });
});
afterAll(async () => {
  for (const close of closing) await close();
});

const stopping: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stopping.splice(0)) await stop();
});

/** Who is in the segments of an account, and how often that was asked. */
const members = new Map<number, () => Promise<readonly number[]>>();
const looks = new Map<number, number>();
const looksOf = (account: number): number => looks.get(account) ?? 0;

/** A gateway that hears of parts. */
function startGateway(
  options: {
    readonly parts?: readonly Pick<typeof shop, 'name' | 'journal'>[];
    readonly on?: Database;
    readonly announce?: () => void;
  } = {},
) {
  const { parts = [shop, desk], on = db, announce = () => {} } = options;
  const service = {
    membersOfEach: async ({ account }: { readonly account: number }, segments: readonly unknown[]) => {
      looks.set(account, looksOf(account) + 1);
      const bits = bitsOf((await members.get(account)?.()) ?? []);
      return segments.map(() => bits);
    },
  };
  const watch = createWatch({ db: on, service, log, announce });
  const schedules = [1, 2].map(() => createSchedule('segments', watch.lookAtDue, log));
  const brought = () => {
    for (const schedule of schedules) schedule.wake();
  };
  const news = createNews({ db: on, parts, log, brought });
  for (const schedule of schedules) schedule.start();
  news.start();
  const stop = async () => {
    await Promise.all([news.stop(), ...schedules.map((schedule) => schedule.stop())]);
  };
  stopping.push(stop);
  return { news, stop };
}

let accounts = 500;
/** A segment of an account of its own, which is looked at next in a minute, or in an hour. */
async function segment(tracked = true, account = accounts++) {
  const filter: Filter = { tag: { equals: 'lead' } };
  const is = (...who: readonly number[]) => members.set(account, async () => who);
  is();
  const { segmentNo } = await db.transaction((tx) =>
    addSegment(tx, account, { name: `leads ${tracked}`, filter, tracked }),
  );
  const watched = async (): Promise<{ wait: number; looked: boolean; claimed: boolean }> =>
    (
      await db.pool.query(
        'select extract(epoch from due_at - now())::float8 as wait, members is not null as looked, claimed_until is not null as claimed from segment_watch where account_id = $1 and segment_no = $2',
        [account, segmentNo],
      )
    ).rows[0];
  if (tracked) {
    await createWatch({
      db,
      service: { membersOfEach: async (_, all) => all.map(() => bitsOf([])) },
      log,
      announce: () => {},
    }).lookAtDue(() => true);
    expect(await watched()).toMatchObject({ looked: true, claimed: false });
  }
  expect((await watched()).wait).toBeGreaterThan(50);
  const entered = async () =>
    (await segmentJournal(db, account, 0, ['SEGMENT_ENTERED'])).entries.map(({ contactNo }) => contactNo);
  return {
    account,
    is,
    entered,
    watched,
    becomes: (who: () => Promise<readonly number[]>) => members.set(account, who),
  };
}
/** Well under the minute after which it is looked at anyway. */
const soon = { timeout: 8_000, interval: 20 };

test('who comes by what happens in a part is noted long before the minute is over', async () => {
  const { account, is, entered } = await segment();
  startGateway();
  await sleep(500);
  for (const [i, part] of [shop, desk].entries()) {
    is(...Array.from({ length: i + 1 }, (_, no) => no + 1));
    await part.happens(account);
    await expect.poll(async () => (await entered()).length, soon).toBe(i + 1);
  }
});

test('an account in which something happens all the time is looked at once a second, and its last is not missed', async () => {
  const { account, is, entered } = await segment();
  startGateway();
  const begun = performance.now();
  for (let no = 1; no <= 60; no++) {
    is(...Array.from({ length: no }, (_, i) => i + 1));
    await shop.happens(account);
    await sleep(40);
  }
  await expect.poll(async () => (await entered()).length, soon).toBe(60);
  const seconds = (performance.now() - begun) / 1_000;
  expect(looksOf(account)).toBeLessThanOrEqual(Math.ceil(seconds) + 1);
  expect(looksOf(account)).toBeGreaterThan(1);
});

test('what happens during a look is looked at once more', async () => {
  const { account, becomes, entered, watched } = await segment();
  startGateway();
  let release = (_: readonly number[]) => {};
  becomes(() => new Promise((resolve) => (release = resolve)));
  await shop.happens(account);
  await expect.poll(() => looksOf(account), soon).toBe(1);
  await shop.happens(account);
  await expect
    .poll(
      async () => (await db.pool.query('select news from segment_watch where account_id = $1', [account])).rows,
      soon,
    )
    .toEqual([{ news: true }]);
  becomes(async () => [1, 2]);
  release([1]);
  await expect.poll(entered, soon).toEqual([1, 2]);
  expect(looksOf(account)).toBe(2);
  expect((await watched()).wait).toBeGreaterThan(40);
});

test('of several gateways one looks, and one that is started again knows what was heard', async () => {
  const { account, is, entered } = await segment();
  const [first] = [startGateway(), startGateway({ on: other })];
  await sleep(500);
  is(7);
  await shop.happens(account);
  await expect.poll(entered, soon).toEqual([7]);
  await sleep(2_500);
  expect(looksOf(account)).toBe(1);
  await first.stop();
  for (const stop of stopping.splice(0)) await stop();
  startGateway();
  await sleep(2_500);
  expect(looksOf(account)).toBe(1);
  for (const stop of stopping.splice(0)) await stop();
  is(7, 8);
  await shop.happens(account);
  startGateway();
  await expect.poll(entered, soon).toEqual([7, 8]);
});

test('a part that is away holds up no other, and a segment that cannot be asked waits for its minute', async () => {
  const [held, lost, well] = [await segment(), await segment(), await segment()];
  const away = {
    name: 'away',
    journal: {
      ...shop.journal,
      heads: () => Promise.reject(new Error('away')),
      change: () => new Promise<void>(() => {}),
    },
  };
  const { news } = startGateway({ parts: [away, shop] });
  let release = () => {};
  held.becomes(() => new Promise((resolve) => (release = () => resolve([1]))));
  lost.becomes(() => Promise.reject(new CodedError('SUBGRAPH_UNAVAILABLE', 'desk cannot answer at the moment.')));
  await shop.happens(held.account);
  await expect.poll(() => looksOf(held.account), soon).toBe(1);
  await shop.happens(lost.account);
  await expect.poll(() => looksOf(lost.account), soon).toBe(1);
  well.is(3);
  await shop.happens(well.account);
  await expect.poll(well.entered, soon).toEqual([3]);
  release();
  await expect.poll(held.entered, soon).toEqual([1]);
  expect(news.failing()).toEqual(['away']);
  await shop.happens(lost.account);
  await sleep(2_500);
  expect(looksOf(lost.account)).toBe(1);
  expect((await lost.watched()).wait).toBeGreaterThan(40);
});

test('a segment to which nobody listens is looked at by its time', async () => {
  const heard = await segment();
  const silent = await segment(false, heard.account);
  startGateway();
  heard.is(1);
  await shop.happens(heard.account);
  await expect.poll(heard.entered, soon).toEqual([1]);
  await sleep(1_500);
  // In the minute after it was made, as before: once it was looked at it would be in an hour.
  expect((await silent.watched()).wait).toBeGreaterThan(40);
  expect((await silent.watched()).wait).toBeLessThan(60);
});

test('a part that acts upon who came, and tells of it, brings about one more look and no others', async () => {
  const { account, is, entered } = await segment();
  startGateway({ announce: () => void desk.happens(account) });
  is(4);
  await shop.happens(account);
  await expect.poll(entered, soon).toEqual([4]);
  await expect.poll(() => looksOf(account), soon).toBe(2);
  await sleep(3_500);
  expect(looksOf(account)).toBe(2);
});
