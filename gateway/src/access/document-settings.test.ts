import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readEnvironment } from '@ucp/kit/environment';
import { afterAll, expect, test } from 'vitest';
import { documentSettings, readDocumentRules } from './document-settings.ts';
import { documentHash } from './known-documents.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'documents-'));
afterAll(() => rmSync(folder, { recursive: true }));

function rulesOf(content: string) {
  const file = path.join(folder, 'documents.json');
  writeFileSync(file, content);
  return readDocumentRules(readEnvironment(documentSettings, { KNOWN_DOCUMENTS: file }));
}

test('modes are given by role', () => {
  const environment = { DOCUMENT_MODES: 'PARTNER=safelist,FRONTEND=audit' };
  expect(readEnvironment(documentSettings, environment).DOCUMENT_MODES).toEqual({
    PARTNER: 'safelist',
    FRONTEND: 'audit',
  });
  for (const wrong of ['PARTNER=closed', 'safelist', 'PARTNER=open=audit'])
    expect(() => readEnvironment(documentSettings, { DOCUMENT_MODES: wrong })).toThrow(
      'DOCUMENT_MODES: must be a list of ROLE=mode, separated by commas; modes are open, audit, safelist',
    );
});

test('a manifest of one’s own stands beside that of the composition', () => {
  const [own, mine] = rulesOf(JSON.stringify({ [`sha256:${documentHash('{ a }')}`]: '{ a }' })).manifests;
  expect(Object.values(own ?? {}).some((text) => text.startsWith('query UnifiedProfile('))).toBe(true);
  expect(mine).toEqual({ [documentHash('{ a }')]: '{ a }' });
});

test.each([
  ['nothing', 'cannot be read as JSON'],
  ['[1]', 'must be an object of texts by their SHA-256'],
  ['{"abc":"{ a }"}', `has a text under "abc" whose SHA-256 is ${documentHash('{ a }')}`],
])('a manifest that is wrong stops the start: %s', (content, words) => {
  expect(() => rulesOf(content)).toThrow(words);
});
