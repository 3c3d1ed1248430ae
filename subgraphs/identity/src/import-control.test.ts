import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { createDatabase, type Database } from '@ucp/kit/database';
import { createLog } from '@ucp/kit/log';
import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIdentity } from './identity.ts';
import { createImportClient, type ImportClient } from './testing/imports.ts';

let part: TestPart;
let list: ImportClient;
let database: Database;

beforeAll(async () => {
  part = await createTestPart('identity', createIdentity);
  database = createDatabase({ url: part.databaseUrl, clock: part.clock, log: createLog('test', 'silent') });
  list = await createImportClient(part, 'control');
});
afterAll(async () => {
  await database.close();
  await part.stop();
});

const people = (from: number, count: number): string =>
  Array.from({ length: count }, (_, i) => `person${from + i}@example.com\n`).join('');
const cancel = async (id: string) =>
  (
    await list.ask(
      'mutation ($id: ID!) { importCancel(id: $id) { importJob { state processed finishedAt } userErrors { code message } } }',
      { id },
    )
  ).importCancel;
const newest = async () => (await list.ask('{ importJobs(first: 1) { nodes { id state rows } } }')).importJobs.nodes[0];
const known = async () => (await list.ask('{ contacts(first: 1) { nodes { id } } }')).contacts.nodes.length;

/** A file that waits for a word before it goes on. */
function pausing(): { readonly body: Readable; readonly goOn: () => void } {
  let goOn: () => void = () => {};
  const paused = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  async function* file() {
    yield Buffer.from(`Email\n${people(0, 2_500)}`);
    await paused;
    yield Buffer.from(people(2_500, 2_500));
  }
  return { body: Readable.from(file()), goOn };
}

test('while a file comes in its rows are counted; canceled then, its sender is told and nothing is taken in', async () => {
  const { body, goOn } = pausing();
  const answer = list.post(body);
  await expect.poll(newest, { interval: 10 }).toMatchObject({ state: 'RECEIVING', rows: 2_000 });
  const { id } = await newest();
  expect(await cancel(id)).toMatchObject({ importJob: { state: 'CANCELED', processed: 0 }, userErrors: [] });
  goOn();
  expect(await answer).toEqual({
    status: 400,
    body: {
      error: {
        code: 'BAD_USER_INPUT',
        message: 'The import was ended while its file came in; none of its rows was taken in',
      },
    },
  });
  await part.subgraph.start();
  expect(await list.job(id)).toMatchObject({ state: 'CANCELED', failure: null, processed: 0, remainingSeconds: null });
  expect(await known()).toBe(0);
});

test('a file whose sender is gone for ten minutes is failed', async () => {
  const { body } = pausing();
  list.post(body).catch(() => {});
  await expect.poll(newest, { interval: 10 }).toMatchObject({ state: 'RECEIVING', rows: 2_000 });
  const { id } = await newest();
  await database.pool.query(
    "update import_job set touched_at = touched_at - interval '11 minutes' where state = 'RUNNING'",
  );
  expect(await list.finished(id)).toMatchObject({ state: 'FAILED', failure: 'The file broke off before its end' });
});

test('canceled half-way, what is done stays and nothing more is taken in; again, it stays as it is', async () => {
  const { body } = await list.post(`Email\n${people(0, 12_000)}`);
  await expect.poll(async () => (await list.job(body.id)).processed, { interval: 5 }).toBeGreaterThan(0);
  const running = await list.job(body.id);
  const { importJob } = await cancel(body.id);
  expect(importJob.state).toBe('CANCELED');
  expect(running.rowsPerSecond).toBeGreaterThan(0);
  const ended = await list.job(body.id);
  expect(ended.processed).toBe(importJob.processed);
  expect(ended.processed).toBeLessThan(12_000);
  expect(ended.created).toBe(ended.processed);
  expect(await cancel(body.id)).toEqual({ importJob, userErrors: [] });
  // The next one is not held up by it.
  expect(await list.take(`Email\n${people(0, ended.processed)}`)).toMatchObject({
    updated: ended.processed,
    created: 0,
  });
});

test('what is over stays as it is, and what is not there is not found', async () => {
  const done = await list.take('Email\nlast@example.com\n');
  expect(await cancel(done.id)).toMatchObject({ importJob: { state: 'COMPLETED', processed: 1 }, userErrors: [] });
  expect(await cancel('imp_nothing')).toEqual({
    importJob: null,
    userErrors: [{ code: 'NOT_FOUND', message: 'The account has no import of this id' }],
  });
});

test('gzip is taken in as it comes, and a bomb takes nothing in', async () => {
  const headers = { 'content-encoding': 'gzip' };
  const packed = await list.post(gzipSync('Email\npacked@example.com\n'), { headers });
  expect(await list.finished(packed.body.id)).toMatchObject({ created: 1 });
  const line = 'bomb@example.com\n';
  const bomb = await list.post(gzipSync(`Email\n${line.repeat(2_000)}${'0'.repeat(60_000_000)}`), { headers });
  expect(bomb).toMatchObject({
    status: 400,
    body: {
      error: {
        message: expect.stringMatching(/^A gzip file unpacks to at most 200 times its size, got \d+ bytes from \d+$/),
      },
    },
  });
  expect(await newest()).toMatchObject({ state: 'FAILED' });
  const { contacts } = await list.ask('{ contacts(search: "bomb") { nodes { id } } }');
  expect(contacts.nodes).toEqual([]);
});
