import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { limits } from '../limits.ts';
import { DocumentStore, documentHash, knownDocuments } from './known-documents.ts';

const schema = buildSchema('type Query { a(text: String, number: Float): Int b: Int }');
const manifestOf = (...texts: string[]) => Object.fromEntries(texts.map((text) => [documentHash(text), text]));

test('documents that are valid on a surface are known there, the others with the reason', () => {
  const { documents, findings } = knownDocuments(schema, [manifestOf('{ a }'), manifestOf('{ c }', '{')]);
  expect([...documents.keys()]).toEqual([documentHash('{ a }')]);
  expect([...findings]).toEqual([
    [documentHash('{ c }'), expect.stringContaining('Cannot query field "c" on type "Query"')],
    [documentHash('{'), expect.stringContaining('Syntax Error')],
  ]);
});

test.each(['{ a(text: "\\u0000") }', '{ a(number: 1e400) }'])(
  'what no part can be sent is known nowhere: %s',
  (text) => {
    const { documents, findings } = knownDocuments(schema, [manifestOf(text)]);
    expect([documents.size, findings.size]).toEqual([0, 1]);
  },
);

test('a known document is found by the hash at the end of a key, is the same each time, and cannot be replaced', async () => {
  const store = new DocumentStore();
  store.know(knownDocuments(schema, [manifestOf('{ a }')]).documents);
  const key = `schema:${documentHash('{ a }')}`;
  const found = await store.get(key);
  expect(store.textOf(documentHash('{ a }'))).toBe('{ a }');
  await store.set(key, parse('{ b }'));
  expect(await store.get(key)).toBe(found);
  expect(store.textOf(documentHash('{ b }'))).toBeNull();
});

test('of documents that are not known the newest used are kept, up to the limit of their characters', async () => {
  const store = new DocumentStore();
  const third = Math.floor(limits.documentCharacters / 3);
  const documentOf = (name: string) => parse(`{ a } # ${name.repeat(third - 10)}`);
  const keyOf = (name: string) => documentHash(name);
  for (const name of ['1', '2', '3']) await store.set(keyOf(name), documentOf(name));
  expect(await store.get(keyOf('1'))).toBeDefined();
  await store.set(keyOf('4'), documentOf('4'));
  const kept = await Promise.all(
    ['1', '2', '3', '4'].map(async (name) => (await store.get(keyOf(name))) !== undefined),
  );
  expect(kept).toEqual([true, false, true, true]);
  store.know(new Map());
  expect(await store.get(keyOf('4'))).toBeUndefined();
});
