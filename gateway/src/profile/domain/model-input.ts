import type { Filter, Path } from '@ucp/audience/filter';
import type { ScoreModel, ScoreRule } from '@ucp/audience/score';
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

/** Rules of a model, ranges of it, and characters of a name. */
const limits = { rules: 100, ranges: 20, name: 200 } as const;

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
      checkName(rule.name, ['input', 'rules', String(i), 'name']);
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
