import { createLog } from '@ucp/kit/log';
import { buildSchema } from 'graphql';
import { expect, test, vi } from 'vitest';
import { type Admission, createAdmit } from './document-rules.ts';
import { DocumentStore, documentHash, knownDocuments } from './known-documents.ts';

const store = new DocumentStore();
store.know(
  knownDocuments(buildSchema('type Query { a: Int b: Int }'), [{ [documentHash('{ a }')]: '{ a }' }]).documents,
);
const modes = { PARTNER: 'safelist', FRONTEND: 'audit', ADMIN: 'open' } as const;
const known = `sha256:${documentHash('{ a }')}`;
const other = `sha256:${documentHash('{ b }')}`;

function admission() {
  const log = createLog('test', 'silent');
  const warn = vi.spyOn(log, 'warn');
  const counted: Admission[] = [];
  return { admit: createAdmit(modes, log, (one) => counted.push(one)), warn, counted };
}

test('a known document is found by its name for every role, and its text is taken where it comes along', () => {
  const { admit, counted } = admission();
  for (const role of ['ADMIN', 'FRONTEND', 'PARTNER', 'ANALYST']) {
    expect(admit({ documentId: known }, role, store)).toBe('{ a }');
    expect(admit({ query: '{ a }' }, role, store)).toBeNull();
  }
  expect(counted.filter(({ outcome }) => outcome === 'known').map(({ role }) => role)).toEqual([
    ...['FRONTEND', 'FRONTEND', 'PARTNER', 'PARTNER'],
  ]);
});

test('a document that is not known is asked freely, told once in the log, or refused, by the role’s mode', () => {
  const { admit, warn, counted } = admission();
  expect(admit({ query: '{ b }' }, 'ADMIN', store)).toBeNull();
  for (let i = 0; i < 2; i++) expect(admit({ query: '{ b }', operationName: 'B' }, 'FRONTEND', store)).toBeNull();
  expect(warn.mock.calls).toEqual([
    [{ role: 'FRONTEND', document: other, operation: 'B' }, 'a document that is not known was asked'],
  ]);
  expect(() => admit({ query: '{ b }' }, 'PARTNER', store)).toThrow(
    expect.objectContaining({
      message: `A key of the role PARTNER may ask known documents only, and "${other}" is none`,
      extensions: { code: 'FORBIDDEN' },
    }),
  );
  expect(counted.map(({ role, outcome }) => `${role} ${outcome}`)).toEqual([
    ...['FRONTEND unknown', 'FRONTEND unknown', 'PARTNER refused'],
  ]);
});

test('a name nobody registered is not found, in the words that clients wait for who send the text then', () => {
  const { admit } = admission();
  const thrown = (message: string) => expect.objectContaining({ message, extensions: { code: 'NOT_FOUND' } });
  expect(() => admit({ documentId: other }, 'ADMIN', store)).toThrow(thrown(`No document is known as "${other}"`));
  const extensions = { persistedQuery: { version: 1, sha256Hash: documentHash('{ b }') } };
  expect(() => admit({ extensions }, 'ADMIN', store)).toThrow(thrown('PersistedQueryNotFound'));
  expect(admit({ extensions, query: '{ b }' }, 'ADMIN', store)).toBeNull();
});
