import { bitsOf, numbersIn } from '@ucp/kit/contact-bits';
import { type AmountQuestion, amountsOf, type LeafFact, timesOf } from '@ucp/kit/leaf';
import { wholeSecond } from '@ucp/kit/moments';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountKey, countedLeaves, highest, scoreAccount } from './account-score.ts';
import { type Answers, answersOf, type LeafResult } from './answers.ts';
import { type Filter, keyOf, leavesOf } from './filter.ts';
import { amountQuestionOf, type ScoreModel, type ScoreRule, scoreContacts } from './score.ts';

const now = new Date('2026-06-30T12:00:00.700Z');
const everybody = Array.from({ length: 70 }, (_, no) => no + 1);
const names = ['a', 'b', 'c'];
const leaf = (name: string): Filter => ({ [name]: { n: 0 } });

const facts = fc.array(
  fc.record({
    contact: fc.constantFrom(...everybody.slice(0, 40), 500),
    at: fc.integer({ min: 0, max: 40 * 86_400_000 }).map((milliseconds) => new Date(now.getTime() - milliseconds)),
    channel: fc.constant('EMAIL'),
    kind: fc.constant('CLICK'),
  }),
  { maxLength: 120 },
);
const filter: fc.Arbitrary<Filter> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...names).map(leaf) },
  fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }).map((any) => ({ any: any.map(leaf) })),
  fc.constantFrom<Filter>({ all: [leaf('a'), leaf('b')] }, { all: [leaf('a'), { not: leaf('b') }] }),
  fc.constantFrom('PT1S', 'P2D', 'P10D').map((within) => ({ together: { within, all: [leaf('a'), leaf('b')] } })),
);
const rule: fc.Arbitrary<Omit<ScoreRule, 'id' | 'name'>> = fc.record({
  part: fc.constantFrom('ACTIONS', 'ACTIONS', 'DEMOGRAPHICS'),
  points: fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom(0.1, 2.5, 1 / 3)),
  perInstance: fc.boolean(),
  within: fc.constantFrom(null, 'P7D', 'PT36H', 'P1M'),
  cap: fc.constantFrom(null, 4, 7.5),
  decayOver: fc.constantFrom(null, 'P10D', 'P30D', 'PT36H'),
  when: filter,
});

const leavesIn = (filters: readonly Filter[]) => leavesOf(filters).map((each) => ({ each, key: keyOf(each) }));

/** Answers as owners give them for a whole account: no fact, but counts and times. */
function ofAccount(model: ScoreModel, lists: ReadonlyMap<string, readonly LeafFact[]>): Answers {
  const questions = new Map<string, AmountQuestion[]>();
  const moment = wholeSecond(now);
  for (const each of model.rules)
    for (const counted of countedLeaves(each) ?? []) {
      const key = keyOf(counted);
      questions.set(key, [...(questions.get(key) ?? []), amountQuestionOf(each, moment)]);
    }
  const results = leavesIn(model.rules.map(({ when }) => when)).map(({ each, key }): [string, LeafResult] => {
    const own = lists.get(each.name) ?? [];
    const contacts = bitsOf(own.map(({ contact }) => contact));
    const amounts = new Map(
      (questions.get(key) ?? []).map((asked) => [amountKey(asked), amountsOf(own, contacts, asked)]),
    );
    return [key, { contacts, facts: [], times: timesOf(own), amounts }];
  });
  return answersOf(now, bitsOf(everybody), new Map(results));
}

function ofContacts(model: ScoreModel, lists: ReadonlyMap<string, readonly LeafFact[]>): Answers {
  const results = leavesIn(model.rules.map(({ when }) => when)).map(({ each, key }): [string, LeafResult] => {
    const own = [...(lists.get(each.name) ?? [])].sort((a, b) => b.at.getTime() - a.at.getTime());
    return [key, { contacts: bitsOf(own.map(({ contact }) => contact)), facts: own }];
  });
  return answersOf(now, bitsOf(everybody), new Map(results));
}

describe('scores of an account', () => {
  test('are those of its contacts one by one, whatever the rules', () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 5 }), fc.tuple(facts, facts, facts), (rules, given) => {
        const model: ScoreModel = {
          rules: rules.map((each, i) => ({ ...each, id: `r${i}`, name: `r${i}` })),
          ranges: [],
        };
        const lists = new Map(names.map((name, i) => [name, given[i] ?? []]));
        const totals = scoreAccount(model, ofAccount(model, lists));
        const scores = scoreContacts(model, ofContacts(model, lists), everybody);
        expect(everybody.map((no) => totals[no])).toEqual(everybody.map((no) => scores.get(no)?.total));
        expect(totals[500] ?? 0).toBe(0);
      }),
    );
  });

  test('are listed highest first, page by page, each contact once', () => {
    const place = fc.record({ size: fc.integer({ min: 1, max: 20 }), least: fc.constantFrom(null, 2, -3) });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 300 }), place, (given, { size, least }) => {
        const totals = Float64Array.from(given);
        const all = bitsOf(given.map((_, no) => no));
        const expected = given
          .map((total, contactNo) => ({ total, contactNo }))
          .filter(({ total }) => (least === null ? total > 0 : total >= least))
          .sort((a, b) => b.total - a.total || a.contactNo - b.contactNo);
        const pages = [];
        for (let behind = null; ; ) {
          const page = highest(totals, all, { size, least, behind });
          pages.push(...page);
          if (page.length < size) break;
          behind = page.at(-1) ?? null;
        }
        expect(pages).toEqual(expected);
        expect(numbersIn(all).length).toBe(given.length);
      }),
    );
  });
});
