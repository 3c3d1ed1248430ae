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

/** Rules of a model, ranges of it, characters of a name or an id, and how far points may be from 0. */
const limits = { rules: 100, ranges: 20, name: 200, points: 1_000_000 } as const;

/** What says how often something that happened counts: what a contact is counts once. */
const countings = ['perInstance', 'within', 'cap', 'decayOver'] as const;

export function checkName(name: string, field: readonly string[]): void {
  if (name.trim() === '' || name.length > limits.name)
    throw badInput(field, `A name has 1 to ${limits.name} characters, got ${name.length}`);
}

/** Characters of a name that is shown again where nothing of it is known. */
export const nameLimit = limits.name;

/** Where the filter of a rule stands in the input. */
export const whenOf = (place: number): Path => ['input', 'rules', String(place), 'when'];

/** Refuses what is there twice. @param what what it is called in the refusal */
function checkOnce<Value>(
  values: readonly (Value | null | undefined)[],
  what: string,
  pathOf: (place: number) => Path,
) {
  const seen = new Set<Value>();
  values.forEach((value, place) => {
    if (value === null || value === undefined) return;
    if (seen.has(value)) throw badInput(pathOf(place), `${what} ${JSON.stringify(value)} is there twice`);
    seen.add(value);
  });
}

function checkRules(rules: ModelInput['rules']): void {
  rules.forEach((rule, i) => {
    const path = ['input', 'rules', String(i)];
    if (typeof rule.id === 'string' && (rule.id.trim() === '' || rule.id.length > limits.name))
      throw badInput([...path, 'id'], `An id has 1 to ${limits.name} characters, got ${rule.id.length}`);
    checkName(rule.name, [...path, 'name']);
    checkPoints(rule.points, [...path, 'points']);
    checkPoints(rule.cap ?? 0, [...path, 'cap']);
    checkDecay(rule.decayOver ?? null, [...path, 'decayOver']);
    for (const key of countings)
      if (rule.part === 'DEMOGRAPHICS' && rule[key] !== null && rule[key] !== undefined && rule[key] !== false)
        throw badInput([...path, key], `A rule of DEMOGRAPHICS counts once: "${key}" is for one of ACTIONS`);
  });
  checkOnce(
    rules.map(({ id }) => id),
    'The rule',
    (i) => ['input', 'rules', String(i), 'id'],
  );
}

function checkRanges(ranges: NonNullable<ModelInput['ranges']>): void {
  const pathOf = (key: string) => (i: number) => ['input', 'ranges', String(i), key];
  ranges.forEach(({ name, from }, i) => {
    checkName(name, pathOf('name')(i));
    checkPoints(from, pathOf('from')(i));
  });
  checkOnce(
    ranges.map(({ name }) => name.trim()),
    'The range',
    pathOf('name'),
  );
  checkOnce(
    ranges.map(({ from }) => from),
    'The range from',
    pathOf('from'),
  );
}

/** A model out of what a caller wrote; rules without an id get the next free one. @throws CodedError BAD_USER_INPUT */
export function modelOf({ rules, ranges }: ModelInput): ScoreModel {
  if (rules.length > limits.rules)
    throw badInput(['input', 'rules'], `A model may have ${limits.rules} rules, got ${rules.length}`);
  const named = ranges ?? [];
  if (named.length > limits.ranges)
    throw badInput(['input', 'ranges'], `A model may have ${limits.ranges} ranges, got ${named.length}`);
  checkRules(rules);
  checkRanges(named);
  const taken = new Set(rules.flatMap(({ id }) => id ?? []));
  let next = 1;
  const free = (): string => {
    while (taken.has(`rule-${next}`)) next += 1;
    taken.add(`rule-${next}`);
    return `rule-${next}`;
  };
  return {
    rules: rules.map(
      (rule): ScoreRule => ({
        id: rule.id ?? free(),
        name: rule.name.trim(),
        part: rule.part,
        points: rule.points,
        perInstance: rule.perInstance === true,
        within: rule.within ?? null,
        cap: rule.cap ?? null,
        decayOver: rule.decayOver ?? null,
        when: rule.when,
      }),
    ),
    ranges: named.map(({ name, from }) => ({ name: name.trim(), from })),
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
