import { readFileSync } from 'node:fs';
import { type Caller, serviceCaller } from '@ucp/kit/caller';
import { contactId } from '@ucp/kit/ids';
import { buildASTSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { Moved } from './as-one.ts';
import { createDemandSame } from './resolved-contacts.ts';

const supergraph = buildASTSchema(
  parse(readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8')),
  { assumeValid: true },
);
const caller: Caller = { ...serviceCaller('test', 7), question: 'q', revs: { identity: 5 } };

/** Identity, where a contact came out of these merges when the query found it, and comes out of those now, by a rev. */
function identity(then: readonly string[], now: readonly string[], rev = 6) {
  const asked: object[] = [];
  const part = {
    name: 'identity',
    execute: async (_request: object, { question, revs }: Caller) => {
      asked.push({ question, rev: revs.identity });
      const merges = (question === undefined ? now : then).map((id) => ({ id }));
      const asOf: [number, number] = question === undefined ? [rev, rev] : [5, 5];
      return { data: { contacts: [{ id: contactId(7, 1), merges }] }, extensions: { asOf } };
    },
  };
  return { asked, demand: createDemandSame([part], supergraph) };
}

test('a contact that came out of a merge which was taken back meanwhile is not told of as who was asked for', async () => {
  const { asked, demand } = identity(['one'], []);
  await expect(demand([1], 6, caller)).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  expect(asked).toEqual([
    { question: 'q', rev: 5 },
    { question: undefined, rev: 6 },
  ]);
  await expect(identity(['one'], ['one']).demand([1], 6, caller)).resolves.toBeUndefined();
});

test('one that was merged and is apart again may have been told of as the two', async () => {
  await expect(identity([], [], 7).demand([1], 6, caller)).rejects.toBeInstanceOf(Moved);
});

test('where nothing changed since the query found contacts nobody is asked, nor where none found them', async () => {
  const { asked, demand } = identity(['one'], []);
  await demand([1], 5, caller);
  await demand([1], null, caller);
  await demand([1], 6, { ...caller, question: undefined });
  await demand([1], 6, { ...caller, revs: {} });
  expect(asked).toEqual([]);
});
