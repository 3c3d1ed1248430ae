import { expect, test } from 'vitest';
import { documentHash } from './known-documents.ts';
import { namedDocumentOf } from './named-document.ts';

const text = 'query ($id: ID!) {\n  user(id: $id) {\n    name\n  }\n}';
const hash = '7dba4bd717b41f10434822356a93c32b1fb4907b983e854300ad839f84cdcd6e';

test('the hash is that of the appendix’s own example', () => {
  expect(documentHash(text)).toBe(hash);
});

test('a document is named by documentId, or as clients do that register as they go; with its text or without', () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
  expect(namedDocumentOf({ documentId: `sha256:${hash}` })).toEqual({ hash, text: null, automatic: false });
  expect(namedDocumentOf({ documentId: `sha256:${hash}`, query: text })).toEqual({ hash, text, automatic: false });
  expect(namedDocumentOf({ extensions, query: '' })).toEqual({ hash, text: null, automatic: true });
  expect(namedDocumentOf({ extensions, query: text })).toEqual({ hash, text, automatic: true });
  expect(namedDocumentOf({ query: text, extensions: {} })).toBeNull();
});

test.each([
  [
    { documentId: 'sha256:ABC' },
    '"documentId" must be "sha256:" and 64 lower-case hexadecimal digits, got "sha256:ABC"',
  ],
  [{ documentId: 7 }, '"documentId" must be "sha256:" and 64 lower-case hexadecimal digits, got 7'],
  [
    { extensions: { persistedQuery: { sha256Hash: '../x' } } },
    '"extensions.persistedQuery.sha256Hash" must be 64 lower-case hexadecimal digits, got "../x"',
  ],
  [{ documentId: `sha256:${hash}`, query: '{ a }' }, '"documentId" is not the SHA-256 of "query"'],
])('a name that is none is refused: %j', (request, message) => {
  expect(() => namedDocumentOf(request)).toThrow(
    expect.objectContaining({ message, extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) }),
  );
});
