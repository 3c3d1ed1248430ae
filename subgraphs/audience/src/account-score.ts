import { countBits, numbersIn } from '@ucp/kit/contact-bits';
import type { AmountQuestion } from '@ucp/kit/leaf';
import type { Answers } from './answers.ts';
import { evaluate } from './evaluate.ts';
import { type Filter, type Leaf, nodeOf } from './filter.ts';
import { amountQuestionOf, contributionOf, pointsFor, type ScoreModel, type ScoreRule, totalOf } from './score.ts';

/** Totals of a whole account, by contact number; who is not of the account has 0. */
export type Totals = Float64Array;

/** Leaves whose owners count what a rule is about; null: what happened must be looked at contact by contact. */
export function countedLeaves({ part, when }: ScoreRule): readonly Leaf[] | null {
  if (part === 'DEMOGRAPHICS') return [];
  const node = nodeOf(when);
  if (node.is === 'leaf') return [node.leaf];
  if (node.is !== 'any') return null;
  const leaves = node.filters.flatMap((filter: Filter) => {
    const inner = nodeOf(filter);
    return inner.is === 'leaf' ? [inner.leaf] : [];
  });
  return leaves.length === node.filters.length ? leaves : null;
}

/** Under which an owner's amounts are kept. */
export const amountKey = (question: AmountQuestion): string => JSON.stringify(question);

/** Scores everybody, by the same rules as `scoreContacts` one by one. */
export function scoreAccount(model: ScoreModel, answers: Answers): Totals {
  const size = answers.everybody.length * 32;
  const sums = { DEMOGRAPHICS: new Float64Array(size), ACTIONS: new Float64Array(size) };
  for (const rule of model.rules) addRule(rule, answers, sums[rule.part]);
  const totals = new Float64Array(size);
  for (let no = 0; no < size; no++) totals[no] = totalOf(sums.DEMOGRAPHICS[no] ?? 0, sums.ACTIONS[no] ?? 0);
  return totals;
}

function addRule(rule: ScoreRule, answers: Answers, sums: Float64Array): void {
  const matching = numbersIn(evaluate(rule.when, answers));
  const add = (no: number, points: number): void => {
    sums[no] = (sums[no] ?? 0) + points;
  };
  const leaves = countedLeaves(rule);
  if (rule.part === 'DEMOGRAPHICS') {
    for (const no of matching) add(no, rule.points);
  } else if (leaves === null) {
    for (const no of matching) add(no, contributionOf(rule, no, answers)?.points ?? 0);
  } else {
    const question = amountQuestionOf(rule, answers.now);
    const amounts = amountsOver(leaves, question, answers, sums.length);
    for (const no of matching) add(no, pointsFor(rule, amounts[no] ?? 0, question));
  }
}

/** What was counted for each contact over several leaves. */
function amountsOver(leaves: readonly Leaf[], question: AmountQuestion, answers: Answers, size: number): Float64Array {
  const all = new Float64Array(size);
  for (const leaf of leaves) {
    const { contacts, amounts } = answers.of(leaf);
    const told = amounts?.get(amountKey(question));
    if (told?.length !== countBits(contacts)) throw new Error(`the amounts of the leaf ${leaf.name} were not asked`);
    let i = 0;
    for (const no of numbersIn(contacts)) {
      const [before, amount] = [all[no] ?? 0, told[i++] ?? 0];
      // The newest of all is the one with most days left.
      if (no < size) all[no] = question.newestOnly ? Math.max(before, amount) : before + amount;
    }
  }
  return all;
}

/** A place in a list of scores, highest first, then by number. */
export interface ScorePlace {
  readonly total: number;
  readonly contactNo: number;
}

/**
 * At most `size` of those who have at least `least`, behind a place.
 * @param least null: above nothing
 */
export function highest(
  totals: Totals,
  contactNos: readonly number[],
  options: { readonly size: number; readonly least: number | null; readonly behind: ScorePlace | null },
): ScorePlace[] {
  const { size, least, behind } = options;
  const total = (no: number): number => totals[no] ?? 0;
  const order = (a: number, b: number): number => total(b) - total(a) || a - b;
  let best: number[] = [];
  let floor = Number.NEGATIVE_INFINITY;
  for (const no of contactNos) {
    const own = total(no);
    if (own < floor || (least === null ? own <= 0 : own < least)) continue;
    if (behind !== null && (own > behind.total || (own === behind.total && no <= behind.contactNo))) continue;
    best.push(no);
    // Kept short by and by: a sort of everybody would cost more than the scores.
    if (best.length < 2 * size + 64) continue;
    best = best.sort(order).slice(0, size);
    floor = total(best.at(-1) ?? 0);
  }
  return best
    .sort(order)
    .slice(0, size)
    .map((contactNo) => ({ total: total(contactNo), contactNo }));
}
