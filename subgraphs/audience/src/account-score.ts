import { bitsOf, both, type ContactBits, either, numbersIn } from '@ucp/kit/contact-bits';
import { type AmountQuestion, amountAt } from '@ucp/kit/leaf';
import { secondOf } from '@ucp/kit/moments';
import type { Answers } from './answers.ts';
import { evaluate } from './evaluate.ts';
import { type Filter, type Leaf, nodeOf } from './filter.ts';
import { isConjunction } from './holding.ts';
import { amountQuestionOf, contributionsOf, pointsFor, rounded, type ScoreModel, type ScoreRule } from './score.ts';

/** Totals of a whole account, by contact number; who is not of the account has 0. */
export type Totals = Float64Array;

/** Leaves whose owners count what a rule is about; null: what happened must be looked at contact by contact. */
export function countedLeaves({ part, when }: ScoreRule): readonly Leaf[] | null {
  return part === 'DEMOGRAPHICS' ? [] : alternativesOf(when, false);
}

/** Leaves of which each makes a filter hold by itself; null: some of it holds by more than a leaf. */
function alternativesOf(filter: Filter, negated: boolean): readonly Leaf[] | null {
  const node = nodeOf(filter);
  if (node.is === 'not') return alternativesOf(node.filter, !negated);
  if (node.is === 'leaf') return negated ? null : [node.leaf];
  if (node.is === 'together' || (isConjunction(node, negated) && node.filters.length !== 1)) return null;
  const leaves: Leaf[] = [];
  for (const each of node.filters) {
    const own = alternativesOf(each, negated);
    if (own === null) return null;
    leaves.push(...own);
  }
  return leaves;
}

/** Under which an owner's amounts are kept. */
export const amountKey = (question: AmountQuestion): string => JSON.stringify(question);

/**
 * Scores everybody, by the same rules as `scoreContacts` one by one. The loops are written out: a million contacts by nine rules
 * take some ten milliseconds this way, and five times as many with a function called for each.
 */
export function scoreAccount(model: ScoreModel, answers: Answers): Totals {
  const totals = new Float64Array(answers.everybody.length * 32);
  let fractional: ContactBits = bitsOf([]);
  for (const rule of model.rules) {
    const matching = addRule(rule, answers, totals);
    if (rule.decayOver !== null || !Number.isInteger(rule.points) || !Number.isInteger(rule.cap ?? 0))
      fractional = either(fractional, matching);
  }
  // Sums of whole points need no rounding, and most are whole.
  for (let i = 0; i < fractional.length; i++) {
    for (let word = fractional[i] ?? 0; word !== 0; word &= word - 1) {
      const no = i * 32 + 31 - Math.clz32(word & -word);
      totals[no] = rounded(totals[no] ?? 0);
    }
  }
  return totals;
}

/** @returns whom the rule is true of */
function addRule(rule: ScoreRule, answers: Answers, totals: Totals): ContactBits {
  const matching = evaluate(rule.when, answers);
  const leaves = countedLeaves(rule);
  const [only] = leaves ?? [];
  if (rule.part === 'DEMOGRAPHICS') {
    addSame(matching, rounded(rule.points), totals);
  } else if (leaves === null) {
    const contributionOf = contributionsOf(rule, matching, answers);
    for (const no of numbersIn(matching)) add(totals, no, contributionOf(no)?.points ?? 0);
  } else if (leaves.length === 1 && only !== undefined) {
    addCounted(only, rule, answers, totals);
  } else {
    const question = amountQuestionOf(rule, answers.now);
    const amounts = amountsOver(leaves, question, answers, totals.length);
    for (const no of numbersIn(matching)) add(totals, no, pointsFor(rule, amounts[no] ?? 0, question));
  }
  return matching;
}

const add = (totals: Totals, no: number, points: number): void => {
  totals[no] = (totals[no] ?? 0) + points;
};

function addSame(contacts: ContactBits, points: number, totals: Totals): void {
  for (let i = 0; i < contacts.length; i++) {
    for (let word = contacts[i] ?? 0; word !== 0; word &= word - 1) {
      const no = i * 32 + 31 - Math.clz32(word & -word);
      totals[no] = (totals[no] ?? 0) + points;
    }
  }
}

/** Amounts for which the points are worked out once: more are rare. */
const tabled = 4_096;

function addCounted(leaf: Leaf, rule: ScoreRule, answers: Answers, totals: Totals): void {
  const question = amountQuestionOf(rule, answers.now);
  const { contacts, happens } = answers.of(leaf);
  const amounts = happens ? amountsTold(leaf, question, answers) : Uint32Array.of(amountNow(question));
  if (amounts.length === 1) {
    addSame(both(contacts, answers.everybody), pointsFor(rule, amounts[0] ?? 0, question), totals);
    return;
  }
  const table = Float64Array.from({ length: tabled }, (_, amount) => pointsFor(rule, amount, question));
  const { everybody } = answers;
  let place = 0;
  for (let i = 0; i < contacts.length; i++) {
    const known = everybody[i] ?? 0;
    for (let word = contacts[i] ?? 0; word !== 0; word &= word - 1) {
      const bit = word & -word;
      const amount = amounts[place++] ?? 0;
      if ((known & bit) === 0) continue;
      const no = i * 32 + 31 - Math.clz32(bit);
      totals[no] = (totals[no] ?? 0) + (amount < tabled ? (table[amount] ?? 0) : pointsFor(rule, amount, question));
    }
  }
}

/** What counts once, and now. */
const amountNow = (question: AmountQuestion): number => amountAt(secondOf(question.now), question);

function amountsTold(leaf: Leaf, question: AmountQuestion, answers: Answers): Uint32Array {
  const told = answers.of(leaf).amounts?.get(amountKey(question));
  if (told === undefined) throw new Error(`the amounts of the leaf ${leaf.name} were not asked`);
  return told;
}

/** What was counted for each contact over several leaves; those about what is so count once together, and now. */
function amountsOver(leaves: readonly Leaf[], question: AmountQuestion, answers: Answers, size: number): Float64Array {
  const all = new Float64Array(size);
  const count = (no: number, amount: number): void => {
    const before = all[no] ?? 0;
    // The newest of all is the one with most days left.
    if (no < size) all[no] = question.newestOnly ? Math.max(before, amount) : before + amount;
  };
  let standing: ContactBits = bitsOf([]);
  for (const leaf of leaves) {
    const { contacts, happens } = answers.of(leaf);
    if (!happens) {
      standing = either(standing, contacts);
      continue;
    }
    const told = amountsTold(leaf, question, answers);
    const step = told.length === 1 ? 0 : 1;
    let place = 0;
    for (const no of numbersIn(contacts)) {
      count(no, told[place] ?? 0);
      place += step;
    }
  }
  for (const no of numbersIn(standing)) count(no, amountNow(question));
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
  contacts: ContactBits,
  options: { readonly size: number; readonly least: number | null; readonly behind: ScorePlace | null },
): ScorePlace[] {
  const { size, least, behind } = options;
  const total = (no: number): number => totals[no] ?? 0;
  const order = (a: number, b: number): number => total(b) - total(a) || a - b;
  let best: number[] = [];
  let floor = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < contacts.length; i++) {
    for (let word = contacts[i] ?? 0; word !== 0; word &= word - 1) {
      const no = i * 32 + 31 - Math.clz32(word & -word);
      const own = total(no);
      if (own < floor || (least === null ? own <= 0 : own < least)) continue;
      if (behind !== null && (own > behind.total || (own === behind.total && no <= behind.contactNo))) continue;
      best.push(no);
      // Kept short by and by: a sort of everybody would cost more than the scores.
      if (best.length < 2 * size + 64) continue;
      best = best.sort(order).slice(0, size);
      floor = total(best.at(-1) ?? 0);
    }
  }
  return best
    .sort(order)
    .slice(0, size)
    .map((contactNo) => ({ total: total(contactNo), contactNo }));
}
