import { createClock } from '@ucp/kit/clock';
import { createDatabase } from '@ucp/kit/database';
import { createLog } from '@ucp/kit/log';
import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIdentity } from './identity.ts';
import { insertImport, nextRows, stageRows } from './store/imports.ts';
import { createImportClient } from './testing/imports.ts';

let part: TestPart;
let opened = 0;

beforeAll(async () => {
  part = await createTestPart('identity', createIdentity);
  await part.subgraph.start();
});
afterAll(() => part.stop());

const client = () => createImportClient(part, `broken ${++opened}`);

test('a batch of rows with many identifiers is told to the other parts whole', async () => {
  const list = await client();
  const rows = Array.from({ length: 2_000 }, (_, n) => `A-${n},person${n}@example.com,+1512555${1000 + n}`);
  await list.take(`External ID,Email,Mobile\n${rows.join('\n')}\n`);
  let [rev, links, more] = [0, 0, true];
  while (more) {
    const page = await part.subgraph.journal.after(list.account, rev);
    expect(page.rev).toBeGreaterThan(rev);
    ({ rev, more } = page);
    links += page.entries.filter(({ kind }) => kind === 'LINK').length;
  }
  expect(links).toBe(3 * rows.length);
});

test('rejected rows come back with line and reason in their columns, whatever the number of their cells', async () => {
  const list = await client();
  const done = await list.take('Email,Mobile\nshort@example.com\nlong@example.com,,one,two\n');
  expect(done).toMatchObject({ rejected: 2 });
  expect((await list.rejected(done.id)).trimEnd().split('\n')).toEqual([
    'Email,Mobile,Line,Reason',
    'short@example.com,,2,"A row has as many cells as the header, 2, got 1"',
    'long@example.com,,3,"A row has as many cells as the header, 2, got 4",one,two',
  ]);
});

test('half a character costs its row, not the file', async () => {
  const list = await client();
  const text = Buffer.from('\ufeffEmail\nada@example.com\nb\ud83db@example.com\neve@example.com\n', 'utf16le');
  expect(await list.take(text)).toMatchObject({
    state: 'COMPLETED',
    created: 2,
    rejected: 1,
    rejectedRows: { nodes: [{ line: 3, reason: 'a character cannot be read in the encoding of the file' }] },
  });
});

test('the origin a row names is as long as one in a call may be', async () => {
  const list = await client();
  expect(await list.take(`Email,Source\nada@example.com,${'x'.repeat(501)}\n`)).toMatchObject({ rejected: 1 });
});

test('a day that is none is no evidence of consent', async () => {
  const list = await client();
  const header = 'Email,Email Consent,Email Consent At,Email Consent Text';
  const done = await list.take(`${header}\nada@example.com,yes,2026-02-30,Yes\nbob@example.com,yes,2025-02-28,Yes\n`);
  expect(done).toMatchObject({ created: 1, rejected: 1, rejectedRows: { nodes: [{ line: 2 }] } });
});

test('large rows are taken in a few at a time, and all of them come back', async () => {
  const list = await client();
  const rows = Array.from({ length: 12 }, (_, n) => `n/a,${n},${'x'.repeat(1_000_000)}`);
  const { body } = await list.post(`Email,Number,Remark\n${rows.join('\n')}\n`);
  const seen = new Set<number>();
  await expect
    .poll(
      async () => {
        const { processed, state } = await list.job(body.id);
        seen.add(processed);
        return state;
      },
      { interval: 10 },
    )
    .toBe('COMPLETED');
  expect(
    [...seen].every((processed) => [0, 9, 12].includes(processed)),
    [...seen].join(),
  ).toBe(true);
  const lines = (await list.rejected(body.id)).trimEnd().split('\n');
  expect(lines.slice(1).map((line) => line.split(',')[1])).toEqual(rows.map((_, n) => String(n)));
});

test('of rows the next ones are as many as fit into so many characters, and at least one', async () => {
  const list = await client();
  const database = createDatabase({ url: part.databaseUrl, clock: createClock(), log: createLog('test', 'silent') });
  const size = (characters: number) =>
    database.transaction(async (tx) => {
      const job = { fileName: null, header: ['Email'], columns: [], actor: 'key:test', dryRun: true };
      const jobNo = await insertImport(tx, list.account, { ...job, existing: 'UPDATE' });
      const staged = ['four', 'four', 'four'].map((cell, i) => ({ line: i + 2, cells: [cell], problem: null }));
      await stageRows(tx, list.account, jobNo, 0, staged);
      return (await nextRows(tx, list.account, jobNo, 0, 2_000, characters)).length;
    });
  expect([await size(1), await size(4), await size(5), await size(8), await size(9)]).toEqual([1, 1, 2, 2, 3]);
  await database.close();
});
