import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbeddedPostgres } from './embedded.ts';
import { homeOf } from './home.ts';

const folder = fileURLToPath(new URL(`../../../../.data/embedded-test-${process.pid}`, import.meta.url));

beforeAll(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const query = async (url: string, text: string) => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

const pidOf = () => Number(readFileSync(path.join(homeOf(folder, true).data, 'postmaster.pid'), 'utf8').split('\n')[0]);

test('it starts, is adopted by a second start, survives kill -9 with its rows, and the last user stops it', async () => {
  const first = await startEmbeddedPostgres({ folder, durable: true });
  await first.ensureDatabase('kept');
  await first.ensureDatabase('kept');
  await query(first.urlFor('kept'), 'create table line as select 1 as no');
  expect(await query(first.urlFor('kept'), `select lower('ÉÄ') as lower`)).toEqual([{ lower: 'éä' }]);

  const second = await startEmbeddedPostgres({ folder, durable: true });
  expect(second.urlFor('kept')).toBe(first.urlFor('kept'));

  process.kill(pidOf(), 'SIGKILL');
  const third = await startEmbeddedPostgres({ folder, durable: true });
  expect(await query(third.urlFor('kept'), 'select no from line')).toEqual([{ no: 1 }]);

  await third.release();
  await expect(query(third.urlFor('kept'), 'select 1')).rejects.toThrow();
});

test('a wrong password is refused', async () => {
  const server = await startEmbeddedPostgres({ folder, durable: true });
  const wrong = server.urlFor('postgres').replace(/:[^:@]+@/, ':wrong@');
  await expect(query(wrong, 'select 1')).rejects.toThrow('password');
  await server.release();
});

test('of one for tests nothing is left when its last user lets go, and it can be had again', async () => {
  const fleeting = { folder: `${folder}/fleeting`, durable: false };
  for (let time = 0; time < 2; time++) {
    const server = await startEmbeddedPostgres(fleeting);
    expect(await query(server.urlFor('postgres'), 'select 1 as no')).toEqual([{ no: 1 }]);
    const { data } = homeOf(fleeting.folder, false);
    expect(existsSync(data)).toBe(true);
    await server.release();
    expect(existsSync(data)).toBe(false);
  }
});
