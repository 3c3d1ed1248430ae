import { bitsOf, numbersIn } from '@ucp/kit/contact-bits';
import { type AmountQuestion, amountsOf, timesOf } from '@ucp/kit/leaf';
import { wholeSecond } from '@ucp/kit/moments';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountKey, countedLeaves, highest, scoreAccount } from './account-score.ts';
import { type Answers, answersOf, type LeafResult } from './answers.ts';
import { keyOf, leavesOf } from './filter.ts';
import { amountQuestionOf, type ScoreModel, scoreContacts } from './score.ts';
import {
  scoredAt,
  scoredContacts,
  scoreModel,
  strangerNo,
  type Told,
  told,
  totalSpelledOut,
} from './testing/scored-rules.ts';

const leavesIn = (model: ScoreModel) =>
  leavesOf(model.rules.map(({ when }) => when)).map((each) => ({ each, key: keyOf(each) }));

/** Answers as owners give them for a whole account: no fact, but counts and times. */
function ofAccount(model: ScoreModel, { happened, so }: Told): Answers {
  const questions = new Map<string, AmountQuestion[]>();
  const moment = wholeSecond(scoredAt);
  for (const each of model.rules)
    for (const counted of countedLeaves(each) ?? []) {
      const key = keyOf(counted);
      questions.set(key, [...(questions.get(key) ?? []), amountQuestionOf(each, moment)]);
    }
  const results = leavesIn(model).map(({ each, key }): [string, LeafResult] => {
    const own = happened.get(each.name);
    if (own === undefined) return [key, { contacts: bitsOf(so.get(each.name) ?? []), happens: false, facts: [] }];
    const contacts = bitsOf(own.map(({ contact }) => contact));
    const amounts = new Map(
      (questions.get(key) ?? []).map((asked) => [amountKey(asked), amountsOf(own, contacts, asked)]),
    );
    return [key, { contacts, happens: true, facts: [], times: timesOf(own), amounts }];
  });
  return answersOf(scoredAt, bitsOf(scoredContacts), new Map(results));
}

function ofContacts(model: ScoreModel, { happened, so }: Told): Answers {
  const results = leavesIn(model).map(({ each, key }): [string, LeafResult] => {
    const own = happened.get(each.name);
    if (own === undefined) return [key, { contacts: bitsOf(so.get(each.name) ?? []), happens: false, facts: [] }];
    const facts = [...own].sort((a, b) => b.at.getTime() - a.at.getTime());
    return [key, { contacts: bitsOf(own.map(({ contact }) => contact)), happens: true, facts }];
  });
  return answersOf(scoredAt, bitsOf(scoredContacts), new Map(results));
}

describe('scores of an account', () => {
  test('are those of its contacts one by one, whatever the rules', () => {
    fc.assert(
      fc.property(scoreModel, told, (model, given) => {
        const single = ofContacts(model, given);
        const totals = scoreAccount(model, ofAccount(model, given));
        const scores = scoreContacts(model, single, scoredContacts);
        for (const no of scoredContacts) {
          expect([no, totals[no]]).toEqual([no, scores.get(no)?.total]);
          expect(totals[no]).toBeCloseTo(totalSpelledOut(model, no, single), 2);
        }
        expect(totals[strangerNo] ?? 0).toBe(0);
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
