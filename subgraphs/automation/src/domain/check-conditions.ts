import { checkFilter } from '@ucp/audience/filter';
import { daysOf, parseDuration } from '@ucp/kit/duration';
import { nameShape } from './behavior.ts';
import type { DefinitionDocument, FilterDocument, StepDocument } from './definition-document.ts';
import { definitionLimits, limits } from './limits.ts';
import { checkBytes, checkList, checkRange, checkText, type Path, type Problem, problemOf } from './problem.ts';

type Trigger = DefinitionDocument['trigger'];
type ActivityDocument = NonNullable<Trigger['activity']>;
type BehaviorDocument = NonNullable<Trigger['behavior']>;
type DateDocument = NonNullable<NonNullable<StepDocument['wait']>['untilField']>;

const kindShape = /^[A-Z][A-Z0-9_]*$/;
const timeShape = /^([01]\d|2[0-3]):[0-5]\d$/;
const longestDays = daysOf(parseDuration(definitionLimits.longest));

export function* checkTrigger(trigger: Trigger, path: Path): Iterable<Problem> {
  const { activity, behavior, segment, date, manual } = trigger;
  if (manual === false)
    yield {
      path: [...path, 'manual'],
      message: '"manual" is true where nobody enters by themselves; else name another trigger, got false',
    };
  if (activity) yield* checkActivity(activity, [...path, 'activity']);
  if (behavior) yield* checkBehavior(behavior, [...path, 'behavior']);
  if (segment) yield* checkText(segment.id, limits.key, [...path, 'segment', 'id']);
  if (date) yield* checkDate(date, [...path, 'date']);
}

export function* checkReentry({ never, after }: DefinitionDocument['reentry'], path: Path): Iterable<Problem> {
  if (never === false)
    yield {
      path: [...path, 'never'],
      message: '"never" is true where nobody enters again; else say "after" how long, got false',
    };
  if (typeof after === 'string') yield* checkDuration(after, [...path, 'after']);
}

export function* checkActivity(activity: ActivityDocument, path: Path): Iterable<Problem> {
  const { channels, kinds, campaign, link } = activity;
  yield* checkList(channels, [...path, 'channels']);
  yield* checkList(kinds, [...path, 'kinds']);
  for (const [i, kind] of kinds.entries())
    if (!kindShape.test(kind))
      yield {
        path: [...path, 'kinds', String(i)],
        message: `a kind of activity is a word in capitals, for example CLICK, got "${kind.slice(0, limits.key)}"`,
      };
  yield* checkText(campaign, definitionLimits.text, [...path, 'campaign']);
  yield* checkText(link, definitionLimits.link, [...path, 'link']);
}

export function* checkBehavior({ name, properties }: BehaviorDocument, path: Path): Iterable<Problem> {
  if (!nameShape.test(name))
    yield {
      path: [...path, 'name'],
      message: `"name" is a lower-case letter, then lower-case letters, digits and underscores, at most 100, got "${name.slice(0, limits.key)}"`,
    };
  yield* checkList(
    properties?.map(({ key }) => key),
    [...path, 'properties'],
  );
  yield* checkBytes(properties, definitionLimits.value, [...path, 'properties']);
}

export function* checkDate({ field, daysBefore, at }: DateDocument, path: Path): Iterable<Problem> {
  yield* checkText(field, limits.key, [...path, 'field']);
  yield* checkRange(daysBefore, 0, definitionLimits.daysBefore, [...path, 'daysBefore']);
  yield* checkTime(at, [...path, 'at']);
}

export function* checkTime(time: string, path: Path): Iterable<Problem> {
  if (!timeShape.test(time))
    yield {
      path,
      message: `"${path.at(-1)}" is a time of day of 24 hours, for example "09:00", got "${time.slice(0, limits.key)}"`,
    };
}

export function* checkDuration(text: string, path: Path): Iterable<Problem> {
  const wrong = problemOf(path, () => parseDuration(text));
  yield* wrong.map(({ message }) => ({ path, message }));
  if (wrong.length === 0 && daysOf(parseDuration(text)) > longestDays)
    yield { path, message: `"${path.at(-1)}" is at most ${definitionLimits.longest}, got "${text}"` };
}

/** A filter, but for what only profile knows of it. */
export const checkCondition = (filter: FilterDocument | null | undefined, path: Path): Problem[] =>
  filter ? problemOf(path, () => checkFilter(filter, path)) : [];
