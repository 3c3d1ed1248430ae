import { type ContactBits, hasBit } from '@ucp/kit/contact-bits';
import { daysOf, parseDuration } from '@ucp/kit/duration';
import { type AmountQuestion, amountAt, countsSince, type LeafFact, mostAmount } from '@ucp/kit/leaf';
import { latest, secondOf } from '@ucp/kit/moments';
import type { Answers } from './answers.ts';
import { evaluate } from './evaluate.ts';
import type { Filter } from './filter.ts';
import { holdingIn, type Instance } from './holding.ts';

export interface ScoreRule {
  readonly id: string;
  readonly name: string;
  readonly part: 'DEMOGRAPHICS' | 'ACTIONS';
  readonly points: number;
  readonly perInstance: boolean;
  readonly within: string | null;
  readonly cap: number | null;
  readonly decayOver: string | null;
  readonly when: Filter;
}

export interface ScoreRange {
  readonly name: string;
  readonly from: number;
}

export interface ScoreModel {
  readonly rules: readonly ScoreRule[];
  readonly ranges: readonly ScoreRange[];
}

export interface Contribution {
  readonly rule: ScoreRule;
  readonly points: number;
  readonly occurrences: number;
  readonly lastAt: Date | null;
  /** Newest first. */
  readonly facts: readonly LeafFact[];
}

export interface Score {
  readonly total: number;
  readonly demographics: number;
  readonly actions: number;
  readonly leadStatus: string | null;
  /** Most points first. */
  readonly contributions: readonly Contribution[];
}

/** Points are shown without the noise of fractions that two cannot state; nothing is 0, not -0. */
export const rounded = (points: number): number => Math.round(points * 10_000) / 10_000 + 0;

/** Scores contacts by a model: a pure function of rules, facts and the moment. Whoever matches no rule has nothing. */
export function scoreContacts(model: ScoreModel, answers: Answers, contactNos: readonly number[]): Map<number, Score> {
  const rules = model.rules.map((rule) => contributionsOf(rule, evaluate(rule.when, answers), answers));
  return new Map(
    contactNos.map((contactNo) => [
      contactNo,
      sum(
        rules.flatMap((contributionOf) => contributionOf(contactNo) ?? []),
        model.ranges,
      ),
    ]),
  );
}

function sum(contributions: readonly Contribution[], ranges: readonly ScoreRange[]): Score {
  const pointsOf = (part: ScoreRule['part']): number =>
    rounded(contributions.filter(({ rule }) => rule.part === part).reduce((points, each) => points + each.points, 0));
  const [demographics, actions] = [pointsOf('DEMOGRAPHICS'), pointsOf('ACTIONS')];
  const total = rounded(demographics + actions);
  return {
    total,
    demographics,
    actions,
    leadStatus: leadStatusOf(total, ranges),
    contributions: [...contributions].sort((a, b) => b.points - a.points || (a.rule.id < b.rule.id ? -1 : 1)),
  };
}

/** Name of the highest range that begins at or below a total; null: in none. */
export const leadStatusOf = (total: number, ranges: readonly ScoreRange[]): string | null =>
  [...ranges].sort((a, b) => b.from - a.from).find(({ from }) => total >= from)?.name ?? null;

/** How the facts behind a rule are counted. */
export const amountQuestionOf = ({ within, decayOver, perInstance }: ScoreRule, now: Date): AmountQuestion => ({
  now,
  within,
  // Points shrink by whole days: of a model from before that was demanded, the last one counts whole.
  decayDays: decayOver === null ? null : Math.ceil(daysOf(parseDuration(decayOver))),
  newestOnly: !perInstance,
});

/** Points for what was counted, the cap kept to. */
export function pointsFor({ points, cap }: ScoreRule, amount: number, { decayDays }: AmountQuestion): number {
  const given = decayDays === null ? points * amount : (points * amount) / decayDays;
  return rounded(cap === null ? given : Math.sign(given) * Math.min(Math.abs(given), Math.abs(cap)));
}

/** What one rule gives a contact. */
export type ContributionOf = (contactNo: number) => Contribution | null;

/**
 * What one rule gives contacts, looked at once for all of them; null for who does not match it, and where everything behind it is too
 * long ago. What it holds by without anything that happened counts once, and now.
 * @param matching who the rule is true of
 */
export function contributionsOf(rule: ScoreRule, matching: ContactBits, answers: Answers): ContributionOf {
  if (rule.part === 'DEMOGRAPHICS') {
    const contribution = { rule, points: rounded(rule.points), occurrences: 1, lastAt: null, facts: [] };
    return (contactNo) => (hasBit(matching, contactNo) ? contribution : null);
  }
  const question = amountQuestionOf(rule, answers.now);
  const since = countsSince(question);
  const now: Instance = { at: secondOf(answers.now), happenings: [] };
  const holdingOf = holdingIn(rule.when, answers);
  return (contactNo) => {
    const holding = hasBit(matching, contactNo) ? holdingOf(contactNo) : null;
    if (holding === null) return null;
    const instances = [...(holding.standing ? [now] : []), ...holding.instances]
      .filter(({ at }) => at >= since)
      .sort((a, b) => b.at - a.at);
    const [newest] = instances;
    if (newest === undefined) return null;
    const counted = rule.perInstance ? instances : [newest];
    const amount = counted.reduce((all, { at }) => Math.min(mostAmount, all + amountAt(at, question)), 0);
    const facts = instances.flatMap(({ happenings }) => happenings.flatMap(({ fact }) => fact ?? []));
    // As it happened, not as it counts: by its millisecond where a fact tells it.
    const lastAt = latest(newest.happenings.flatMap(({ fact }) => fact?.at ?? [])) ?? new Date(newest.at * 1_000);
    return { rule, points: pointsFor(rule, amount, question), occurrences: instances.length, lastAt, facts };
  };
}
