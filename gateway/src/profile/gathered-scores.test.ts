import { amountKey } from '@ucp/audience/account-score';
import { answersOf, type LeafResult } from '@ucp/audience/answers';
import { keyOf, leavesOf } from '@ucp/audience/filter';
import type { ScoreModel } from '@ucp/audience/score';
import {
  scoredAt,
  scoredContacts,
  scoreModel,
  strangerNo,
  type Told,
  told,
  totalSpelledOut,
} from '@ucp/audience/testing/scored-rules';
import { serviceCaller } from '@ucp/kit/caller';
import { bitsOf } from '@ucp/kit/contact-bits';
import { answerOfFacts, factsAmong, plainAnswer } from '@ucp/kit/leaf';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gather } from './evaluation.ts';
import type { AskedLeaf } from './leaf-documents.ts';
import type { AskLeaves } from './leaf-source.ts';

const account = 7;

/** What the owner of a leaf answers, and nothing that it was not asked. */
async function answered(
  { happened, so }: Told,
  asked: AskedLeaf,
  named: ReadonlySet<number> | null,
  among: Uint32Array | null,
): Promise<LeafResult> {
  const facts = happened.get(asked.leaf.name)?.filter(({ contact }) => named === null || named.has(contact));
  const contacts = (so.get(asked.leaf.name) ?? []).filter((no) => named === null || named.has(no));
  const answer = facts === undefined ? plainAnswer(bitsOf(contacts)) : answerOfFacts(facts);
  const newest = [...factsAmong(facts ?? [], among)].sort((a, b) => b.at.getTime() - a.at.getTime());
  return {
    contacts: answer.contacts,
    happens: facts !== undefined,
    facts: asked.facts ? newest : [],
    times: asked.times ? await answer.times(among) : undefined,
    amounts: new Map(
      await Promise.all(asked.amounts.map(async (each) => [amountKey(each), await answer.amounts(each)] as const)),
    ),
  };
}

const ownersOf =
  (given: Told): AskLeaves =>
  async ({ leaves, contactNos, among }) => {
    const named = contactNos === null ? null : new Set(contactNos);
    return {
      results: new Map(
        await Promise.all(
          leaves.map(async (asked) => [keyOf(asked.leaf), await answered(given, asked, named, among)] as const),
        ),
      ),
      everybody: bitsOf(named ?? scoredContacts),
      shownAs: (no) => no,
      asOf: null,
    };
  };

/** All that there is to know, as the answers for contacts that are named. */
function everything(given: Told, model: ScoreModel) {
  const results = leavesOf(model.rules.map(({ when }) => when)).map((leaf): [string, LeafResult] => {
    const facts = given.happened.get(leaf.name);
    const contacts = bitsOf(facts?.map(({ contact }) => contact) ?? given.so.get(leaf.name) ?? []);
    const newest = [...(facts ?? [])].sort((a, b) => b.at.getTime() - a.at.getTime());
    return [keyOf(leaf), { contacts, happens: facts !== undefined, facts: newest }];
  });
  return answersOf(scoredAt, bitsOf(scoredContacts), new Map(results));
}

const scoring = (given: Told, model: ScoreModel) => ({
  ask: ownersOf(given),
  caller: serviceCaller('test', account),
  rules: {
    now: scoredAt,
    begun: true,
    model: { ...model, name: 'Default', version: 1, isDefault: true, archivedAt: null },
    segments: [],
  },
  filters: [],
  scored: true,
});

test.each(['DEMOGRAPHICS', 'ACTIONS'] as const)('a window in a rule of %s is looked for', async (part) => {
  const at = (days: number) => [
    { contact: 3, at: new Date(scoredAt.getTime() - days * 86_400_000), channel: 'EMAIL', kind: 'CLICK' },
  ];
  const given = {
    happened: new Map([
      ['a', at(3)],
      ['b', at(4)],
    ]),
    so: new Map(),
  };
  const when = { not: { not: { together: { within: 'P2D', all: [{ a: { n: 0 } }, { b: { n: 0 } }] } } } };
  const once = { perInstance: false, within: null, cap: null, decayOver: null };
  const model = { rules: [{ id: 'r', name: 'r', part, points: 7, ...once, when }], ranges: [] };
  const found = await gather({ ...scoring(given, model), contactNos: null });
  expect(scoredContacts.filter((no) => found.totals()[no] === 7)).toEqual([3]);
});

test('what is gathered for an account and for its contacts is enough for the same scores, whatever the rules', async () => {
  await fc.assert(
    fc.asyncProperty(scoreModel, told, async (model, given) => {
      const common = scoring(given, model);
      const totals = (await gather({ ...common, contactNos: null })).totals();
      const scores = (await gather({ ...common, contactNos: scoredContacts })).scores(scoredContacts);
      const answers = everything(given, model);
      for (const no of scoredContacts) {
        expect([no, totals[no]]).toEqual([no, scores.get(no)?.total]);
        expect(totals[no]).toBeCloseTo(totalSpelledOut(model, no, answers), 2);
      }
      expect(totals[strangerNo] ?? 0).toBe(0);
    }),
    { numRuns: 150 },
  );
});
