import { checkFilter, type Filter, leavesOf, replaceLeaves } from '@ucp/audience/filter';
import type { ScoreModel, ScoreRule } from '@ucp/audience/score';
import { badInput, notFound } from '@ucp/kit/errors';
import type { SegmentRow } from '../store/rules.ts';

type Given<Value> = Value | null | undefined;

export interface ModelInput {
  readonly rules: readonly {
    readonly id?: Given<string>;
    readonly name: string;
    readonly part: ScoreRule['part'];
    readonly points: number;
    readonly perInstance?: Given<boolean>;
    readonly within?: Given<string>;
    readonly cap?: Given<number>;
    readonly decayOver?: Given<string>;
    readonly when: Filter;
  }[];
  readonly ranges?: Given<readonly { readonly name: string; readonly from: number }[]>;
}

/** Rules of a model, ranges of it, and characters of a name. */
const limits = { rules: 100, ranges: 20, name: 200 } as const;

export function checkName(name: string, field: readonly string[]): void {
  if (name.trim() === '' || name.length > limits.name)
    throw badInput(field, `A name has 1 to ${limits.name} characters, got ${name.length}`);
}

/** A model out of what a caller wrote; rules without an id get the next free one. @throws CodedError BAD_USER_INPUT */
export function modelOf({ rules, ranges }: ModelInput): ScoreModel {
  if (rules.length > limits.rules)
    throw badInput(['input', 'rules'], `A model may have ${limits.rules} rules, got ${rules.length}`);
  const named = ranges ?? [];
  if (named.length > limits.ranges)
    throw badInput(['input', 'ranges'], `A model may have ${limits.ranges} ranges, got ${named.length}`);
  const taken = new Set(rules.flatMap(({ id }) => id ?? []));
  let next = 1;
  const free = (): string => {
    while (taken.has(`rule-${next}`)) next += 1;
    taken.add(`rule-${next}`);
    return `rule-${next}`;
  };
  return {
    rules: rules.map((rule, i): ScoreRule => {
      checkName(rule.name, ['input', 'rules', String(i), 'name']);
      checkFilter(rule.when);
      if (leavesOf([rule.when]).some(({ name }) => name === 'score')) {
        throw badInput(['input', 'rules', String(i), 'when'], 'A rule of the score cannot ask for the score itself');
      }
      return {
        id: rule.id ?? free(),
        name: rule.name.trim(),
        part: rule.part,
        points: rule.points,
        perInstance: rule.perInstance === true,
        within: rule.within ?? null,
        cap: rule.cap ?? null,
        decayOver: rule.decayOver ?? null,
        when: rule.when,
      };
    }),
    ranges: named.map(({ name, from }) => ({ name, from })),
  };
}

/**
 * The filter with every `segment` leaf replaced by that segment's own filter.
 * @param idOf public id of a segment
 * @throws CodedError NOT_FOUND for an unknown segment, BAD_USER_INPUT for one that asks for itself
 */
export function withoutSegments(
  filter: Filter,
  segments: readonly SegmentRow[],
  idOf: (segment: SegmentRow) => string,
  through: readonly string[] = [],
): Filter {
  return replaceLeaves(filter, ({ name, predicate }) => {
    if (name !== 'segment') return null;
    const id = String(Object(predicate).id);
    const segment = segments.find((each) => idOf(each) === id);
    if (segment === undefined) throw notFound(['filter', 'segment', 'id'], 'The account has no segment of this id');
    if (through.includes(id))
      throw badInput(['filter', 'segment', 'id'], `The segment "${segment.name}" asks for itself`);
    return withoutSegments(segment.filter, segments, idOf, [...through, id]);
  });
}
