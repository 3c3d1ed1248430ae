import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClock } from './clock.ts';
import { createDatabase, type Database, type Statement } from './database.ts';
import { createFollower } from './follower.ts';
import { appendToJournal, type JournalPage } from './journal.ts';
import { createLocalJournal, type LocalJournal } from './local-journal.ts';
import { createLog } from './log.ts';
import { migrate } from './migrate.ts';
import { createTestDatabase } from './testing/database.ts';

const log = createLog('test', 'silent');
const clock = createClock();
let url: string;
let drop: () => Promise<void>;
let db: Database;
let journal: LocalJournal;
/** Kinds that were asked for. */
const asked: (readonly string[] | null)[] = [];

const factsAfter: Statement = {
  name: 'facts_after',
  text: `select coalesce((select rev from journal_head where account_id = $1), 0) as head,
    (select json_agg(json_build_object('kind', 'FACT', 'rev', rev, 'text', text) order by rev, text) from fact
     where account_id = $1 and rev > $2) as entries`,
};

beforeAll(async () => {
  ({ url, drop } = await createTestDatabase({
    template: 'kit_journal',
    prepare: async (template) => {
      await migrate(template, [{ name: 'kit', path: fileURLToPath(new URL('../migrations', import.meta.url)) }]);
      const client = new pg.Client({ connectionString: template });
      await client.connect();
      await client.query('create table fact (account_id int, rev bigint, text text)');
      await client.query('create table seen (account_id int, text text primary key)');
      await client.query('create table counter (account_id int primary key, next int)');
      await client.end();
    },
  }));
  db = createDatabase({ url, clock, log });
  journal = createLocalJournal({
    db,
    url,
    log,
    readAfter: async (account, rev, kinds): Promise<JournalPage> => {
      asked.push(kinds);
      const [row] = await db.read<{ head: number; entries: { kind: string }[] | null }>(factsAfter, [account, rev]);
      return { rev: row?.head ?? 0, entries: row?.entries ?? [], more: false };
    },
  });
  await journal.start();
});

afterAll(async () => {
  await journal.stop();
  await db.close();
  await drop();
});

const record = (account: number, texts: readonly string[]) =>
  db.transaction((tx) =>
    appendToJournal(tx, account, [
      {
        name: 'facts',
        text: 'insert into fact (account_id, rev, text) select $1::int, stamp.rev, t from stamp, unnest($2::text[]) t returning text, rev',
        values: [account, texts],
      },
    ]),
  );

test('the closing statement stamps every write with one new rev and gives back their rows', async () => {
  const first = await record(1, ['a', 'b']);
  const second = await record(1, ['c']);
  expect(first.rev).toBe(1);
  expect(second.rev).toBe(2);
  expect(first.rows.facts).toEqual([
    { text: 'a', rev: 1 },
    { text: 'b', rev: 1 },
  ]);
});

test('accounts count for themselves', async () => {
  expect((await record(2, ['x'])).rev).toBe(1);
});

test('the order of revs is the order of commits: a reader never sees a rev appear below one it has read', async () => {
  const seen: number[] = [];
  let reading = true;
  const reader = (async () => {
    while (reading) {
      const { rows } = await db.pool.query(
        'select coalesce(max(rev), 0) as top, count(distinct rev)::int as revs from fact where account_id = 3',
      );
      if (rows[0].top !== rows[0].revs) seen.push(rows[0].top);
    }
  })();
  await Promise.all(Array.from({ length: 200 }, (_, i) => record(3, [`n${i}`])));
  reading = false;
  await reader;
  expect(seen).toEqual([]);
});

test('a rolled back transaction leaves no rev and no fact', async () => {
  await expect(
    db.transaction(async (tx) => {
      await appendToJournal(tx, 4, []);
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  expect((await record(4, ['only'])).rev).toBe(1);
});

test('whoever waits for a change is woken by a commit that was announced', async () => {
  const change = journal.change(20_000);
  await record(5, ['news']);
  journal.announce();
  await change;
});

test('a follower folds what it has not seen, once, and keeps its place with its reaction', async () => {
  await record(6, ['one', 'two']);
  const applied: string[] = [];
  const follow = () =>
    createFollower({
      part: 'peer',
      journal,
      kinds: ['NOTE'],
      db,
      log,
      announce: () => {},
      fold: {
        writesOf: (account, page) => {
          const texts = page.entries.map((entry) => String(entry.text));
          applied.push(...texts);
          return [
            {
              name: 'seen',
              text: 'insert into seen select $1::int, t from unnest($2::text[]) t',
              values: [account, texts],
            },
          ];
        },
      },
    });
  asked.length = 0;
  const follower = follow();
  await follower.catchUp(6, 1);
  expect(asked).toEqual([['NOTE']]);
  await record(6, ['three']);
  await Promise.all([follower.catchUp(6, 2), follower.catchUp(6, 2)]);
  await follow().catchUp(6, 2);
  expect(applied).toEqual(['one', 'two', 'three']);
});

test('of several processes that fold the same page one does, and the others go on from its place', async () => {
  await record(6, ['four', 'five']);
  const follow = () =>
    createFollower({
      part: 'raced',
      journal,
      kinds: ['NOTE'],
      db,
      log,
      announce: () => {},
      fold: {
        writesOf: (account, page) => [
          {
            name: 'seen',
            text: "insert into seen select $1::int, 'raced ' || t from unnest($2::text[]) t",
            values: [account, page.entries.map((entry) => String(entry.text))],
          },
        ],
      },
    });
  const [{ rev }] = (await journal.heads(0).then((heads) => heads.filter(({ account }) => account === 6))) as [
    { rev: number },
  ];
  await Promise.all(Array.from({ length: 8 }, () => follow().catchUp(6, rev)));
  const { rows } = await db.pool.query(
    "select count(*)::int as count, count(distinct text)::int as different from seen where text like 'raced %'",
  );
  expect(rows[0].count).toBe(rows[0].different);
});

test('a follower that is asked for a rev nobody has reached says so and does not wait for ever', async () => {
  const follower = createFollower({
    part: 'other',
    journal,
    kinds: ['NOTE'],
    db,
    log,
    announce: () => {},
    fold: { writesOf: () => [] },
  });
  await expect(follower.catchUp(6, 1_000)).rejects.toThrow('is not ready');
});

test('what locks rows that others lock before their rev does so before its own: nobody waits in a circle', async () => {
  const account = 77;
  const count =
    'insert into counter values ($1::int, 1) on conflict (account_id) do update set next = counter.next + 1';
  let attempts = 0;
  const outside = () =>
    db.transaction(async (tx) => {
      attempts += 1;
      await tx.query({ name: 'count_outside', text: count }, [account]);
      return appendToJournal(tx, account, []);
    });
  const within = () =>
    db.transaction((tx) => {
      attempts += 1;
      return appendToJournal(tx, account, [
        { name: 'counted', text: `${count} returning next`, values: [account], first: true },
      ]);
    });
  const revs = await Promise.all(Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? outside() : within())));
  // A deadlock is tried again.
  expect(attempts).toBe(100);
  expect(new Set(revs.map(({ rev }) => rev)).size).toBe(100);
});
