import { createDatabase, type Database } from '@ucp/kit/database';
import { createLog } from '@ucp/kit/log';
import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIdentity } from './identity.ts';
import { createImportClient, type ImportClient } from './testing/imports.ts';

/** Every run takes in three files; more than a hundred tell no more. */
const numRuns = Math.min(Number(process.env.UCP_PROPERTY_RUNS ?? 3), 100);
let part: TestPart;
let database: Database;
let opened = 0;

beforeAll(async () => {
  part = await createTestPart('identity', createIdentity);
  database = createDatabase({ url: part.databaseUrl, clock: part.clock, log: createLog('test', 'silent') });
  await part.subgraph.start();
});
afterAll(async () => {
  await database.close();
  await part.stop();
});

const counts = ({ created, updated, merged, refused, skipped, rejected }: Record<string, number>) => ({
  created,
  updated,
  merged,
  refused,
  skipped,
  rejected,
});

/** Every row of every table but those of imports themselves. */
async function everything(): Promise<Record<string, unknown[]>> {
  const { rows: tables } = await database.pool.query(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_name not like 'import%'",
  );
  const found: Record<string, unknown[]> = {};
  for (const { name } of tables)
    found[name] = (await database.pool.query(`select t::text from ${name} t order by 1`)).rows;
  return found;
}

/** Rows of few people with few addresses, so that they meet: within a file, over batches, and those that are known. */
const row = fc
  .tuple(
    fc.option(
      fc.integer({ min: 0, max: 4 }).map((n) => `person${n}@example.com`),
      { nil: '' },
    ),
    fc.option(
      fc.integer({ min: 0, max: 4 }).map((n) => `+1512555012${n}`),
      { nil: '' },
    ),
    fc.option(
      fc.integer({ min: 0, max: 2 }).map((n) => `A-${n}`),
      { nil: '' },
    ),
    fc.constantFrom('', 'NORMAL', 'HELD', 'UNSUBSCRIBED', 'nonsense'),
  )
  // A line of nothing is no row, and is not counted.
  .filter((cells) => cells.some((cell) => cell !== ''))
  .map((cells) => cells.join(','));
const rows = fc.array(row, { minLength: 1, maxLength: 12 });
const file = (lines: readonly string[]): string => ['Email,Mobile,External ID,Email Status', ...lines].join('\n');

test(
  'a dry run tells what the import comes to, and leaves nothing',
  async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, fc.constantFrom('update', 'skip'), async (known, lines, existing) => {
        const list = await createImportClient(part, `dry run ${opened++}`);
        await list.take(file(known));
        const before = await everything();
        const rehearsed = await list.take(file(lines), { existing, dryRun: 'true' });
        expect(await everything()).toEqual(before);
        const done = await list.take(file(lines), { existing });
        expect(counts(rehearsed)).toEqual(counts(done));
        expect(rehearsed).toMatchObject({ dryRun: true, state: 'COMPLETED', processed: lines.length });
        expect(rehearsed.rejectedRows).toEqual(done.rejectedRows);
      }),
      { numRuns },
    );
  },
  numRuns * 10_000,
);

/** More than a batch, whose later rows meet the people of the earlier ones. */
const many = (count: number): string =>
  file(
    Array.from({ length: count }, (_, i) => {
      const person = i % Math.floor(count / 2.5);
      return `person${person}@example.com,${i % 3 === 0 ? `+1512${2_000_000 + (person % 1_500)}` : ''},${i % 5 === 0 ? `id-${person % 900}` : ''},`;
    }),
  );

test('rows see what the rows of earlier batches came to', async () => {
  const list = await createImportClient(part, 'dry run of batches');
  const rehearsed = await list.take(many(4_250), { dryRun: 'true' });
  const done = await list.take(many(4_250));
  expect(counts(rehearsed)).toEqual(counts(done));
  expect(done.updated).toBeGreaterThan(1_000);
  expect(done.merged).toBeGreaterThan(0);
}, 120_000);

test('a dry run whose connection is lost begins again and counts nothing twice', async () => {
  const list = await createImportClient(part, 'dry run interrupted');
  const { body } = await list.post(many(4_250), { query: { dryRun: 'true' } });
  await expect.poll(async () => (await list.job(body.id)).processed, { interval: 5 }).toBeGreaterThan(0);
  const { rowCount } = await database.pool.query(
    "select pg_terminate_backend(l.pid) from pg_locks l where l.locktype = 'advisory' and l.objsubid = 2 and l.database = (select oid from pg_database where datname = current_database())",
  );
  expect(rowCount).toBe(1);
  const rehearsed = await list.finished(body.id);
  expect(rehearsed).toMatchObject({ rows: 4_250, processed: 4_250 });
  expect(counts(rehearsed)).toEqual(counts(await list.take(many(4_250))));
}, 120_000);

test('a dry run can be canceled', async () => {
  const list: ImportClient = await createImportClient(part, 'dry run canceled');
  const { body } = await list.post(many(4_250), { query: { dryRun: 'true' } });
  await list.ask('mutation ($id: ID!) { importCancel(id: $id) { importJob { state } userErrors { code } } }', {
    id: body.id,
  });
  const ended = await list.job(body.id);
  expect(ended.state).toBe('CANCELED');
  expect(ended.processed).toBeLessThan(4_250);
  expect(await list.take('Email\nada@example.com\n', { dryRun: 'true' })).toMatchObject({ created: 1 });
});
