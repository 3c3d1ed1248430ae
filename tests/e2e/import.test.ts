import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { programOf, programOptions } from '@ucp/scripts/program';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitForProcesses } from '../kit/patience.ts';
import { type System, startSystem } from '../kit/system.ts';

waitForProcesses();
const root = fileURLToPath(new URL('../..', import.meta.url));
let system: System;
let key: string;
let folder: string;
let program: string;

beforeAll(async () => {
  program = await programOf('scripts/import.ts');
  system = await startSystem();
  key = (await system.openAccount()).keys.MARKETER;
  folder = mkdtempSync(path.join(os.tmpdir(), 'import-'));
});
afterAll(async () => {
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Told {
  readonly code: number | null;
  readonly said: string;
}

/** The command as a person gives it. @param interruptAt a word; once it was said, Ctrl-C is pressed */
const command = (given: readonly string[], interruptAt: RegExp | null = null): Promise<Told> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [...programOptions, program, '--url', system.url, ...given], {
      cwd: root,
      env: { ...process.env, UCP_KEY: key },
    });
    let said = '';
    let pressed = false;
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (interruptAt === null || pressed || !interruptAt.test(said)) return;
      pressed = true;
      child.kill('SIGINT');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', (code) => resolve({ code, said }));
  });

const fileOf = (name: string, content: string | Buffer): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};

/** The figures of the table, by their names. */
const figures = (said: string): Record<string, number> =>
  Object.fromEntries(
    [...said.matchAll(/^ {2}([a-z ]+?) {2,}([\d,]+)$/gm)].map(([, name, count]) => [
      name,
      Number(count?.replaceAll(',', '')),
    ]),
  );

const rows = ['Email;Stadt', ...Array.from({ length: 50 }, (_, i) => `p${i}@example.com;Wien`)].join('\n');

test('rehearses a file, then takes it in, with how its columns are understood and what became of its rows', async () => {
  const file = fileOf('people.csv', rows);
  const dry = await command([file, '--dry-run']);
  expect(dry.said).toMatch(/Email → Email\n {2}Stadt → ignore\n[\s\S]*Dry run of imp_\w+ completed: 50 of 50 rows/);
  expect([dry.code, figures(dry.said).created]).toEqual([0, 50]);
  const done = await command([file]);
  expect(done.said).toMatch(/\nImport imp_\w+ completed: 50 of 50 rows/);
  expect([done.code, figures(done.said).created]).toEqual([0, 50]);
});

test('ends with another code than 0 when rows were rejected, and says where they are', async () => {
  const done = await command([
    fileOf('more.csv', `${rows}\nn/a;Wien\nnew@example.com;Bern\n`),
    '--skip-existing',
    '--gzip',
  ]);
  expect(figures(done.said)).toMatchObject({ created: 1, updated: 0, skipped: 50, rejected: 1 });
  expect(done.said).toMatch(/The rejected rows: http:\/\/127\.0\.0\.1:\d+\/imports\/imp_\w+\/rejected\.csv/);
  expect(done.code).toBe(1);
});

test('sends a file that is packed as it is, in what it is told', async () => {
  const file = fileOf('packed.csv.gz', gzipSync(Buffer.from('Mail#Ort\nz@example.com#Z\u00fcrich\n', 'latin1')));
  const done = await command([file, '--delimiter', '#', '--encoding', 'latin1', '--columns', '{"Ort":"Source"}']);
  expect(done.said).toContain('Ort → Source');
  expect(done.code).toBe(0);
  const query =
    '{ contacts(search: "z@example.com") { nodes { acquisition { detail } } } importJobs(first: 1) { nodes { fileName } } }';
  expect((await system.ask(key, query)).data).toEqual({
    contacts: { nodes: [{ acquisition: { detail: 'Zürich' } }] },
    importJobs: { nodes: [{ fileName: 'packed.csv' }] },
  });
});

test.each([
  [['--dry-run'], 2, 'One file is imported at a time, got 0'],
  [['nowhere.csv'], 1, 'no such file'],
])('says what is wrong with %j', async (given, code, said) => {
  expect(await command(given)).toEqual({ code, said: expect.stringContaining(said) });
});

test('says what the product says of a file it refuses, also of one that is still on its way', async () => {
  const wrong = `Name\n${'somebody\n'.repeat(2_000_000)}`;
  const refused = await command([fileOf('wrong.csv', wrong)]);
  expect(refused).toEqual({
    code: 1,
    said: expect.stringContaining('A file needs a column that identifies a contact'),
  });
});

test('Ctrl-C asks for an end: what is done stays, nothing more is taken in', async () => {
  const many = `Email\n${Array.from({ length: 60_000 }, (_, i) => `many${i}@example.com\n`).join('')}`;
  const { code, said } = await command([fileOf('many.csv', many)], /Taking in/);
  expect(said).toMatch(/Canceling; what is done stays\.[\s\S]*Import imp_\w+ canceled: [\d,]+ of 60,000 rows/);
  expect(code).toBe(1);
  const { data } = await system.ask(key, '{ importJobs(first: 1) { nodes { state rows processed created } } }');
  const [job] = data.importJobs.nodes;
  expect(job).toMatchObject({ state: 'CANCELED', rows: 60_000, created: job.processed });
  expect(job.processed).toBeLessThan(60_000);
});

test('a refusal reaches the sender through separate processes too, while the file is on its way', async () => {
  const split = await system.split();
  const wrong = `Name\n${'somebody\n'.repeat(2_000_000)}`;
  const file = fileOf('wrong-split.csv', wrong);
  expect(await command([file, '--url', split.url])).toEqual({
    code: 1,
    said: expect.stringContaining('A file needs a column that identifies a contact'),
  });
});
