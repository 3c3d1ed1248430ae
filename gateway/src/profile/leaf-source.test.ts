import { readFileSync } from 'node:fs';
import { serviceCaller } from '@ucp/kit/caller';
import type { Connection, GraphResult } from '@ucp/kit/connection';
import { bitsOf, numbersIn, sendBits } from '@ucp/kit/contact-bits';
import { CodedError } from '@ucp/kit/errors';
import { buildASTSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { createLeafSource } from './leaf-source.ts';

const supergraph = buildASTSchema(
  parse(readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8')),
  { assumeValid: true },
);
const leaf = { name: 'email', predicate: { did: [{ kinds: ['OPEN'] }] } };
const question = {
  leaves: [{ leaf, facts: false, amounts: [], times: false }],
  contactNos: null,
  among: null,
  everybody: { includeArchived: false },
  asOf: null,
};

/** An account whose every rev merged one more contact into contact 1, of two parts that tell what they were asked. */
function account() {
  const state = { rev: 5, asked: [] as string[] };
  const contacts = (rev: number) => ({ contacts: sendBits(bitsOf([1, 100 + rev])) });
  const answers: Readonly<Record<string, (query: string, known: number | undefined) => GraphResult>> = {
    identity: (query) => ({
      data: query.startsWith('query Leaves') ? { everybody: contacts(state.rev) } : { account: { name: 'Acme' } },
      extensions: { revs: { identity: state.rev }, asOf: [state.rev, state.rev] },
    }),
    email: (_query, known = 0) => {
      if (known > state.rev) throw new CodedError('SUBGRAPH_UNAVAILABLE', 'Try again.');
      return { data: { email0: [contacts(known)] }, extensions: { asOf: [known, known] } };
    },
  };
  const parts = Object.entries(answers).map(
    ([name, answer]): Pick<Connection, 'name' | 'execute'> => ({
      name,
      execute: async ({ query }, { revs }) => {
        const what = query.startsWith('query Leaves') ? 'leaves' : 'rev';
        state.asked.push([name, what, ...Object.values(revs)].join(' '));
        return answer(query, revs.identity);
      },
    }),
  );
  const source = createLeafSource(parts, supergraph);
  const ask = async () => {
    state.asked = [];
    const { results, everybody } = await source(question, serviceCaller('test', 7));
    const told = [...results.values()].flatMap(({ contacts }) => numbersIn(contacts));
    return { told, everybody: numbersIn(everybody), asked: state.asked };
  };
  return { state, ask };
}

test('every owner knows of the merges there are, and where none come they are asked without a look before', async () => {
  const { state, ask } = account();
  const looking = (rev: number) => ['identity rev', `email leaves ${rev}`, `identity leaves ${rev}`];
  const now = { told: [1, 105], everybody: [1, 105] };
  expect(await ask()).toEqual({ ...now, asked: looking(5) });
  expect(await ask()).toEqual({ ...now, asked: looking(5) });
  expect(await ask()).toEqual({ ...now, asked: ['email leaves 5', 'identity leaves 5'] });
  state.rev = 6;
  const again = ['email leaves 5', 'identity leaves 5', 'email leaves 6'];
  expect(await ask()).toEqual({ told: [1, 106], everybody: [1, 106], asked: again });
  // Where merges come one after another, nobody is asked twice.
  state.rev = 7;
  expect((await ask()).asked).toEqual(looking(7));
  state.rev = 8;
  expect((await ask()).asked).toEqual(looking(8));
});

test('a state that is no more, as of a database that was put back, is asked for once', async () => {
  const { state, ask } = account();
  for (let i = 0; i < 3; i++) await ask();
  state.rev = 3;
  expect((await ask()).told).toEqual([1, 103]);
  expect((await ask()).asked).toEqual(['identity rev', 'email leaves 3', 'identity leaves 3']);
});
