import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { jsonArray, momentArray } from './array-binary.ts';
import { createClock } from './clock.ts';
import { createDatabase, type Database, type Statement } from './database.ts';
import { createLog } from './log.ts';
import { migrate } from './migrate.ts';
import { createTestDatabase, type TestDatabase } from './testing/database.ts';

const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 25);
let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase({
    template: 'kit_database',
    prepare: (url) => migrate(url, [{ name: 'kit', path: fileURLToPath(new URL('../migrations', import.meta.url)) }]),
  });
  db = createDatabase({ url: database.url, clock: createClock(), log: createLog('test', 'silent') });
  await db.pool.query('create table fact (no int primary key)');
});
beforeEach(() => db.pool.query('truncate fact'));
afterAll(async () => {
  await db.close();
  await database.drop();
});

const add: Statement = { name: 'add', text: 'insert into fact (no) values ($1) returning no' };
const all: Statement = { name: 'all', text: 'select no from fact order by no' };
const kept = async () => (await db.read<{ no: number }>(all, [])).map(({ no }) => no);

test('statements of a transaction that do not wait for each other are done in their order', async () => {
  const seen = await db.transaction(async (tx) => {
    const [, rows] = await Promise.all([tx.query(add, [1]), tx.query(all, []), tx.query(add, [2])]);
    return rows;
  });
  expect(seen).toEqual([{ no: 1 }]);
  expect(await kept()).toEqual([1, 2]);
});

test('a snapshot sees what was there at its beginning, and writes nothing', async () => {
  await db.write(add, [1]);
  const seen = await db.snapshot(async (tx) => {
    const before = await tx.query(all, []);
    await db.write(add, [2]);
    return [before, await tx.query(all, [])];
  });
  expect(seen).toEqual([[{ no: 1 }], [{ no: 1 }]]);
  await expect(db.snapshot((tx) => tx.query(add, [3]))).rejects.toThrow(/read-only transaction/);
  expect(await kept()).toEqual([1, 2]);
});

test('the last statement is committed when its answer is there', async () => {
  const seen = await db.transaction(async (tx) => {
    await tx.query(add, [1]);
    const rows = await tx.last(add, [2]);
    return [rows, await kept()];
  });
  expect(seen).toEqual([[{ no: 2 }], [1, 2]]);
});

test('a last statement that fails leaves nothing, and the connection goes on', async () => {
  for (let i = 0; i < 10; i++) {
    const failing = db.transaction(async (tx) => {
      await tx.query(add, [1]);
      return tx.last(add, [1]);
    });
    await expect(failing).rejects.toMatchObject({ code: '23505', table: 'fact' });
  }
  expect(await kept()).toEqual([]);
  await db.transaction((tx) => tx.last(add, [3]));
  expect(await kept()).toEqual([3]);
});

test('a statement that fails takes those behind it with it, for the same reason', async () => {
  const failing = db.transaction(async (tx) => {
    const first = Promise.all([tx.query(add, [1]), tx.query(add, [1])]);
    first.catch(() => {});
    await tx.query(add, [2]);
    await first;
  });
  await expect(failing).rejects.toMatchObject({ code: '23505' });
  expect(await kept()).toEqual([]);
});

const ownProcess: Statement = { name: 'own_process', text: 'select pg_backend_pid() as pid' };
const end: Statement = { name: 'end', text: 'select pg_terminate_backend($1)' };
const endItself: Statement = { name: 'end_itself', text: 'select pg_terminate_backend(pg_backend_pid()), pg_sleep(5)' };

test.each(['a statement', 'the last statement', 'nothing'])(
  'a connection that is lost in a transaction while it does %s is told as such, ends no process, and is not used again',
  async (doing) => {
    const losing = db.transaction(async (tx) => {
      await tx.query(add, [1]);
      if (doing === 'a statement') await tx.query(endItself, []);
      if (doing === 'the last statement') return tx.last(endItself, []);
      const [row] = await tx.query<{ pid: number }>(ownProcess, []);
      await db.write(end, [row?.pid]);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return tx.last(add, [2]);
    });
    await expect(losing).rejects.toMatchObject({ code: 'OVERLOADED' });
    await db.transaction((tx) => tx.last(add, [3]));
    expect(await kept()).toEqual([3]);
  },
);

const arrays: Statement = {
  name: 'arrays',
  text: `select $1::timestamptz[] as moments, array(select m::text from unnest($1::timestamptz[]) m) as texts, $2::jsonb[] as values`,
};
const moment = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});

test('arrays in the binary format are read as what was written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(moment), fc.array(fc.jsonValue({ stringUnit: 'grapheme' })), async (moments, values) => {
      // PostgreSQL has no NUL in JSON and one zero.
      const texts = values.map((value) => JSON.stringify(value).replaceAll('\\u0000', '').replaceAll('-0', '0'));
      const [row] = await db.readAside(arrays, [momentArray(moments), jsonArray(texts)]);
      expect(row?.moments).toEqual(moments);
      expect(row?.values).toEqual(texts.map((text) => JSON.parse(text)));
    }),
    {
      numRuns,
      examples: [
        [[], []],
        [
          [new Date(0), new Date(-1)],
          ['“ü” 🫘 \\ " {}', null],
        ],
      ],
    },
  );
});
