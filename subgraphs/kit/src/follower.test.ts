import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClock } from './clock.ts';
import { createDatabase, type Database } from './database.ts';
import { createFollower } from './follower.ts';
import { createLog } from './log.ts';
import { migrate } from './migrate.ts';
import { createTestDatabase } from './testing/database.ts';

const log = createLog('follower', 'silent');
let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  const { url, drop } = await createTestDatabase({
    template: 'kit_follower',
    prepare: (template) =>
      migrate(template, [{ name: 'kit', path: fileURLToPath(new URL('../migrations', import.meta.url)) }]),
  });
  db = createDatabase({ url, clock: createClock(), log });
  close = async () => {
    await db.close();
    await drop();
  };
});
afterAll(() => close());

test('an account that could not be folded is looked at again, though it does not change and others do', async () => {
  const heads = [
    { account: 61, rev: 1, changedAt: 3_600_000 },
    { account: 62, rev: 1, changedAt: 0 },
    { account: 63, rev: 1, changedAt: 0 },
  ];
  let failures = 1;
  const follower = createFollower({
    part: 'faltering',
    journal: {
      heads: async (since) => heads.filter(({ changedAt }) => changedAt >= since),
      after: async (account) => {
        if (account === 62 && failures-- > 0) throw new Error('not now');
        return { rev: 1, entries: [], more: false };
      },
      change: () => new Promise((resolve) => setTimeout(resolve, 10)),
    },
    kinds: ['NOTE'],
    db,
    log,
    announce: () => {},
    fold: { writesOf: () => [] },
  });
  const folded = async (): Promise<number[]> => {
    const { rows } = await db.pool.query("select account_id from journal_fold where part = 'faltering' order by 1");
    return rows.map(({ account_id: account }) => account);
  };
  follower.start();
  try {
    await expect.poll(folded).toEqual([61, 63]);
    expect(follower.failingSince()).not.toBe(null);
    await expect.poll(folded).toEqual([61, 62, 63]);
    await expect.poll(follower.failingSince).toBe(null);
  } finally {
    await follower.stop();
  }
});

test('what changes when the clock was set back is folded too, though it seems to be older than what was seen', async () => {
  const day = 86_400_000;
  const heads = [
    { account: 71, rev: 1, changedAt: 10 * day },
    { account: 72, rev: 1, changedAt: 10 * day },
  ];
  const follower = createFollower({
    part: 'set back',
    journal: {
      heads: async (since) => heads.filter(({ changedAt }) => changedAt >= since),
      after: async (account) => ({
        rev: heads.find((head) => head.account === account)?.rev ?? 0,
        entries: [],
        more: false,
      }),
      change: () => new Promise((resolve) => setTimeout(resolve, 10)),
    },
    kinds: ['NOTE'],
    db,
    log,
    announce: () => {},
    fold: { writesOf: () => [] },
    everyoneAfter: 200,
  });
  const folded = async (): Promise<string[]> => {
    const { rows } = await db.pool.query("select account_id, rev from journal_fold where part = 'set back' order by 1");
    return rows.map(({ account_id: account, rev }) => `${account} ${rev}`);
  };
  follower.start();
  try {
    await expect.poll(folded).toEqual(['71 1', '72 1']);
    heads[1] = { account: 72, rev: 2, changedAt: 8 * day };
    await expect.poll(folded).toEqual(['71 1', '72 2']);
  } finally {
    await follower.stop();
  }
});
