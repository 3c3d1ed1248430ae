import type { Filter, Path } from '@ucp/audience/filter';
import type { ScoreModel, ScoreRule } from '@ucp/audience/score';
import { daysOf, parseDuration } from '@ucp/kit/duration';
import { badInput } from '@ucp/kit/errors';

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

/** Rules of a model, ranges of it, characters of a name, and how far points may be from 0. */
const limits = { rules: 100, ranges: 20, name: 200, points: 1_000_000 } as const;

export function checkName(name: string, field: readonly string[]): void {
  if (name.trim() === '' || name.length > limits.name)
    throw badInput(field, `A name has 1 to ${limits.name} characters, got ${name.length}`);
}

/** Where the filter of a rule stands in the input. */
export const whenOf = (place: number): Path => ['input', 'rules', String(place), 'when'];

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
      const path = ['input', 'rules', String(i)];
      checkName(rule.name, [...path, 'name']);
      checkPoints(rule.points, [...path, 'points']);
      checkPoints(rule.cap ?? 0, [...path, 'cap']);
      checkDecay(rule.decayOver ?? null, [...path, 'decayOver']);
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
    ranges: named.map(({ name, from }, i) => {
      checkPoints(from, ['input', 'ranges', String(i), 'from']);
      return { name, from };
    }),
  };
}

function checkPoints(points: number, path: Path): void {
  if (Math.abs(points) > limits.points)
    throw badInput(path, `Points are from -${limits.points} to ${limits.points}, got ${points}`);
}

/** Points grow less with each whole day. */
function checkDecay(decayOver: string | null, path: Path): void {
  if (decayOver !== null && !Number.isInteger(daysOf(parseDuration(decayOver))))
    throw badInput(
      path,
      `Points shrink by whole days: "decayOver" is a number of them, for example "P30D", got "${decayOver}"`,
    );
}
