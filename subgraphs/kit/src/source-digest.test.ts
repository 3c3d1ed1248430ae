import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sourceDigest } from './source-digest.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sources-'));
  mkdirSync(path.join(folder, 'domain'));
  writeFileSync(path.join(folder, 'domain', 'rule.ts'), 'export const rule = 1;');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a change of a source changes the digest, one of a test, of a package or of what is not a source does not', async () => {
  const before = await sourceDigest(folder);
  writeFileSync(path.join(folder, 'domain', 'rule.test.ts'), 'test');
  writeFileSync(path.join(folder, 'notes.md'), 'notes');
  mkdirSync(path.join(folder, 'domain', 'node_modules'));
  writeFileSync(path.join(folder, 'domain', 'node_modules', 'package.ts'), 'export const other = 1;');
  expect(await sourceDigest(folder)).toBe(before);
  writeFileSync(path.join(folder, 'domain', 'rule.ts'), 'export const rule = 2;');
  expect(await sourceDigest(folder)).not.toBe(before);
});

test('without sources nothing is the same', async () => {
  const nowhere = path.join(folder, 'nowhere');
  expect(await sourceDigest(nowhere)).not.toBe(await sourceDigest(nowhere));
});
