import { readFileSync } from 'node:fs';
import type { RevRange } from '@ucp/kit/as-of';
import { type Caller, serviceCaller } from '@ucp/kit/caller';
import type { Connection, GraphResult } from '@ucp/kit/connection';
import { bitsOf, numbersIn, sendBits } from '@ucp/kit/contact-bits';
import { CodedError } from '@ucp/kit/errors';
import { buildASTSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { Moved } from './as-one.ts';
import { createLeafSource, type LeafQuestion } from './leaf-source.ts';

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

type PartName = 'identity' | 'email';

/**
 * An account whose every rev merged one more contact into contact 1, but for those behind it in which something was said, of two parts
 * that tell what they were asked. What a part answers by is the newest merge, or the newest it is asked to know of, where `told` has
 * nothing else for its next answers.
 */
function account() {
  const state = {
    rev: 5,
    said: 0,
    asked: [] as string[],
    told: { identity: [], email: [] } as Record<PartName, RevRange[]>,
  };
  const answerBy = (rev: RevRange, data: (contacts: object) => object): GraphResult => ({
    data: { ...data({ contacts: sendBits(bitsOf([1, 100 + rev[1]])) }) },
    extensions: { revs: { identity: state.rev + state.said }, asOf: rev },
  });
  const answers: Readonly<Record<PartName, (query: string, known: number) => GraphResult>> = {
    identity: (query) => {
      if (!query.startsWith('query')) return answerBy([state.rev, state.rev], () => ({ account: { name: 'Acme' } }));
      // Contact 9 is shown as contact 1.
      const one = { contacts: sendBits(bitsOf([1])) };
      const rev = state.told.identity.shift() ?? [state.rev, state.rev];
      if (query.startsWith('query Shown')) return answerBy(rev, () => ({ shown0: one }));
      return answerBy(rev, (everybody) => ({ everybody, known: one }));
    },
    email: (_query, known) => {
      if (known > state.rev + state.said) throw new CodedError('SUBGRAPH_UNAVAILABLE', 'Try again.');
      return answerBy(
        state.told.email.shift() ?? [Math.min(known, state.rev), Math.min(known, state.rev)],
        (contacts) => ({ email0: [contacts] }),
      );
    },
  };
  const parts = (['identity', 'email'] as const).map(
    (name): Pick<Connection, 'name' | 'execute'> => ({
      name,
      execute: async ({ query, variables }, { revs }) => {
        const what = /^query (\w+)/.exec(query)?.[1]?.toLowerCase() ?? 'rev';
        state.asked.push(
          [name, what, ...[variables?.ids ?? []].flat().map(() => 'named'), ...Object.values(revs)].join(' '),
        );
        return answers[name](query, revs.identity ?? 0);
      },
    }),
  );
  const source = createLeafSource(parts, supergraph);
  const caller = serviceCaller('test', 7);
  const ask = async (more: Partial<LeafQuestion> = {}, revs: Caller['revs'] = {}) => {
    state.asked = [];
    const answered = await source({ ...question, ...more }, { ...caller, revs });
    const told = [...answered.results.values()].flatMap(({ contacts }) => numbersIn(contacts));
    return { ...answered, told, everybody: numbersIn(answered.everybody), asked: state.asked };
  };
  return { state, ask };
}

test('every owner knows of the merges there are, and where none come they are asked without a look before', async () => {
  const { state, ask } = account();
  const looking = (rev: number) => ['identity rev', `email leaves ${rev}`, `identity leaves ${rev}`];
  const now = { told: [1, 105], everybody: [1, 105], asOf: 5 };
  expect(await ask()).toMatchObject({ ...now, asked: looking(5) });
  expect(await ask()).toMatchObject({ ...now, asked: looking(5) });
  expect(await ask()).toMatchObject({ ...now, asked: ['email leaves 5', 'identity leaves 5'] });
  state.rev = 6;
  const again = ['email leaves 5', 'identity leaves 5', 'email leaves 6'];
  expect(await ask()).toMatchObject({ told: [1, 106], everybody: [1, 106], asOf: 6, asked: again });
  // Where merges come one after another, nobody is asked twice.
  state.rev = 7;
  expect((await ask()).asked).toEqual(looking(7));
  state.rev = 8;
  expect((await ask()).asked).toEqual(looking(8));
});

test('what is only said of contacts while they are asked about makes nobody ask again, but who did not know of what came before', async () => {
  const { state, ask } = account();
  state.told.identity = [[5, 5]];
  const seen = { identity: 5 };
  const asked = ['email leaves 5', 'identity leaves 5'];
  for (let i = 0; i < 3; i++) {
    state.said++;
    expect(await ask({}, seen)).toMatchObject({ told: [1, 105], asOf: 5, asked });
  }
  state.said++;
  expect((await ask()).asked).toEqual(['identity rev', 'email leaves 9', 'identity leaves 9']);
  await ask();
  // It was taken for still.
  state.said++;
  expect((await ask()).asked).toEqual(['email leaves 9', 'identity leaves 9', 'email leaves 10']);
});

test('a state that is no more, as of a database that was put back, is asked for once', async () => {
  const { state, ask } = account();
  for (let i = 0; i < 3; i++) await ask();
  state.rev = 3;
  expect((await ask()).told).toEqual([1, 103]);
  expect((await ask()).asked).toEqual(['identity rev', 'email leaves 3', 'identity leaves 3']);
});

test('who answered by fewer merges than another is asked once more; what then differs is no answer', async () => {
  const { state, ask } = account();
  state.rev = 6;
  // Email had folded what identity committed behind its own answer.
  state.told = { identity: [[5, 5]], email: [[6, 6]] };
  const asked = ['email leaves 5', 'identity leaves 5'];
  const seen = { identity: 5 };
  expect(await ask({}, seen)).toMatchObject({
    told: [1, 106],
    everybody: [1, 106],
    asOf: 6,
    asked: [...asked, 'identity leaves 6'],
  });
  // It folded between two reads of one answer.
  state.told.email = [[5, 6]];
  expect(await ask({}, seen)).toMatchObject({ told: [1, 106], asOf: 6, asked: [...asked, 'email leaves 6'] });
  state.told.email = [
    [5, 5],
    [6, 7],
  ];
  await expect(ask({}, seen)).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', revs: { identity: 7 } });
});

test('what goes with an answer is of its merges, or there is none', async () => {
  const { state, ask } = account();
  const next = { everybody: null, asOf: 5 };
  expect(await ask(next)).toMatchObject({ told: [1, 105], asOf: 5, asked: ['email leaves 5'] });
  state.told.email = [[6, 6]];
  await expect(ask(next)).rejects.toBeInstanceOf(Moved);
});

test('of a contact that was merged is told as of the one it is shown as, by the same merges', async () => {
  const { state, ask } = account();
  const seen = { identity: 5 };
  expect((await ask({ contactNos: [1] }, seen)).asked).toEqual(['email leaves named 5', 'identity leaves named 5']);
  const { shownAs, asked } = await ask({ contactNos: [9] }, seen);
  expect([shownAs(9), shownAs(1)]).toEqual([1, 1]);
  const first = ['email leaves named 5', 'identity leaves named 5'];
  expect(asked).toEqual([...first, 'identity shown 5', ...first]);
  // By then it is one by itself.
  state.told.identity = [
    [5, 5],
    [6, 6],
  ];
  await expect(ask({ contactNos: [9] }, seen)).rejects.toBeInstanceOf(Moved);
});
