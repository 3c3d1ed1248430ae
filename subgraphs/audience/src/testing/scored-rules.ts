import { hasBit } from '@ucp/kit/contact-bits';
import { before, daysOf, parseDuration } from '@ucp/kit/duration';
import type { LeafFact } from '@ucp/kit/leaf';
import { secondOf, wholeSecond } from '@ucp/kit/moments';
import fc from 'fast-check';
import type { Answers } from '../answers.ts';
import { evaluate } from '../evaluate.ts';
import { type Filter, nodeOf } from '../filter.ts';
import { rounded, type ScoreModel, type ScoreRule } from '../score.ts';
import { windowsOf } from '../together.ts';

/** Facts of 40 contacts of 70, of one that is none of the account, and what contacts are, for rules of every shape. */
export const scoredAt = new Date('2026-06-30T12:00:00.700Z');
export const scoredContacts: readonly number[] = Array.from({ length: 70 }, (_, no) => no + 1);
export const strangerNo = 500;

const [happening, so] = [
  ['a', 'b', 'c'],
  ['x', 'y'],
];
const some = fc.constantFrom(...scoredContacts.slice(0, 40), strangerNo);
const facts = fc.array(
  fc.record({
    contact: some,
    at: fc.integer({ min: 0, max: 40 * 86_400_000 }).map((back) => new Date(scoredAt.getTime() - back)),
    channel: fc.constant('EMAIL'),
    kind: fc.constant('CLICK'),
  }),
  { maxLength: 120 },
);

/** What happened, and what is so of whom, by name of the leaf. */
export interface Told {
  readonly happened: ReadonlyMap<string, readonly LeafFact[]>;
  readonly so: ReadonlyMap<string, readonly number[]>;
}
const byName = <Value>(names: readonly string[], value: fc.Arbitrary<Value>): fc.Arbitrary<Map<string, Value>> =>
  fc.tuple(...names.map(() => value)).map(
    (values) =>
      new Map(
        names.flatMap((name, i) => {
          const own = values[i];
          return own === undefined ? [] : [[name, own] as const];
        }),
      ),
  );
export const told: fc.Arbitrary<Told> = fc.record({
  happened: byName(happening, facts),
  so: byName(so, fc.uniqueArray(some, { maxLength: 40 })),
});

const leaf = (name: string): Filter => ({ [name]: { n: 0 } });
/** Groups of groups, `not` around anything, windows within them, and conditions beside what happened. */
const filter: fc.Arbitrary<Filter> = fc.letrec<{ any: Filter }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, depthSize: 'medium' },
    { weight: 4, arbitrary: fc.constantFrom(...happening).map(leaf) },
    { weight: 2, arbitrary: fc.constantFrom(...so).map(leaf) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom('PT1S', 'P2D', 'P10D'), fc.subarray(happening, { minLength: 2 }))
        .map(([within, names]) => ({ together: { within, all: names.map(leaf) } })),
    },
    { weight: 2, arbitrary: fc.array(tie('any'), { maxLength: 3 }).map((all) => ({ all })) },
    { weight: 2, arbitrary: fc.array(tie('any'), { maxLength: 3 }).map((any) => ({ any })) },
    tie('any').map((not) => ({ not })),
  ),
})).any;

const rule: fc.Arbitrary<Omit<ScoreRule, 'id' | 'name'>> = fc.record({
  part: fc.constantFrom('ACTIONS', 'ACTIONS', 'DEMOGRAPHICS'),
  points: fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom(0.1, 2.5, 1 / 3)),
  perInstance: fc.boolean(),
  within: fc.constantFrom(null, 'P7D', 'PT36H', 'P1M'),
  cap: fc.constantFrom(null, 4, 7.5),
  decayOver: fc.constantFrom(null, 'P10D', 'P30D', 'PT36H'),
  when: filter,
});
export const scoreModel: fc.Arbitrary<ScoreModel> = fc.array(rule, { maxLength: 5 }).map((rules) => ({
  rules: rules.map((each, i) => ({ ...each, id: `r${i}`, name: `r${i}` })),
  ranges: [],
}));

/**
 * What a contact has by a model, spelled out: the seconds that a rule counts are found in it with every `not` moved down to its leaves.
 * @param answers with everything that happened
 */
export function totalSpelledOut({ rules }: ScoreModel, contactNo: number, answers: Answers): number {
  const holds = (each: Filter): boolean => hasBit(evaluate(each, answers), contactNo);
  const points = rules.map((each) => {
    if (!holds(each.when)) return 0;
    if (each.part === 'DEMOGRAPHICS') return rounded(each.points);
    const now = secondOf(scoredAt);
    const moved = movedDown(each.when, false);
    const since = each.within === null ? -1 : secondOf(before(wholeSecond(scoredAt), parseDuration(each.within)));
    const all = [...(isStanding(moved) ? [now] : []), ...secondsOf(moved)].filter((second) => second >= since);
    const counted = each.perInstance ? all : all.length === 0 ? [] : [Math.max(...all)];
    const days = each.decayOver === null ? null : Math.ceil(daysOf(parseDuration(each.decayOver)));
    const left = (second: number): number =>
      days === null ? 1 : Math.max(0, days - Math.floor((now - second) / 86_400)) / days;
    const given = each.points * counted.map(left).reduce((sum, share) => sum + share, 0);
    return each.cap === null ? given : Math.max(-each.cap, Math.min(each.cap, given));
  });
  return points.reduce((sum, each) => sum + each, 0);

  /** Whether no part of it, or of an `all` not every part, needs something to have happened. */
  function isStanding(each: Filter): boolean {
    const node = nodeOf(each);
    if (node.is === 'leaf') return so.includes(node.leaf.name) && holds(each);
    if (node.is === 'not') return holds(each);
    if (node.is === 'together') return false;
    return node.is === 'all' ? node.filters.every(isStanding) : node.filters.some(isStanding);
  }

  function secondsOf(each: Filter): number[] {
    const node = nodeOf(each);
    if (node.is === 'not' || !holds(each)) return [];
    if (node.is === 'leaf') return answers.happenedTo(node.leaf, contactNo).map(({ at }) => at);
    if (node.is === 'together') return windowsOf(node.filters, node.within, contactNo, answers).map(({ at }) => at);
    if (node.is === 'any') return node.filters.flatMap(secondsOf);
    const lists = node.filters.map(secondsOf).filter((list) => list.length > 0);
    return lists.length < 2 ? lists.flat() : [Math.max(...lists.flat())];
  }
}

/** The same filter, with `not` around leaves and windows only. */
function movedDown(filter: Filter, negated: boolean): Filter {
  const node = nodeOf(filter);
  if (node.is === 'not') return movedDown(node.filter, !negated);
  if (node.is === 'leaf' || node.is === 'together') return negated ? { not: filter } : filter;
  const is = negated ? { all: 'any', any: 'all' }[node.is] : node.is;
  return { [is]: node.filters.map((each) => movedDown(each, negated)) };
}
