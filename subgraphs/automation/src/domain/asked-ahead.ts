import type { Definition, Filter, Step } from './definition.ts';
import { end } from './definition.ts';
import { fieldsOfText } from './notice-text.ts';
import type { Standing } from './step-outcome.ts';

/** A question that is longer takes more than the next one would. */
const most = 40;

/** By definition, and by the step at which somebody arrives or waits: whoever stands there asks the same. */
const known = new WeakMap<Definition, { readonly arrives: StepFilters; readonly waits: StepFilters }>();
type StepFilters = Map<string, readonly Filter[]>;

/**
 * Filters that steps ask from one on until something is done that may change their answers, or time must pass: goal and exit, then
 * those of the step and of what may follow it. Asked together they cost one question.
 */
export function filtersAhead(
  definition: Definition,
  { step, hasArrived }: Pick<Standing, 'step' | 'hasArrived'>,
): readonly Filter[] {
  const both = known.get(definition) ?? { arrives: new Map(), waits: new Map() };
  known.set(definition, both);
  const own = hasArrived ? both.arrives : both.waits;
  const filters = own.get(step) ?? readAhead(definition, step, hasArrived);
  own.set(step, filters);
  return filters;
}

function readAhead(definition: Definition, from: string, arrives: boolean): Filter[] {
  const filters: Filter[] = [];
  for (const filter of [definition.goal, definition.exit]) if (filter !== null) filters.push(filter);
  const steps = new Map(definition.steps.map((step) => [step.key, step]));
  const waiting = [from];
  const seen = new Set<string>();
  for (let key = waiting.shift(); key !== undefined && filters.length < most; key = waiting.shift()) {
    const step = steps.get(key);
    if (step === undefined || seen.has(key)) continue;
    seen.add(key);
    filters.push(...filtersOf(step));
    waiting.push(...freeWays(step, arrives || key !== from).filter((next) => next !== end));
  }
  return filters;
}

export const filtersOf = (step: Step): Filter[] => {
  if (step.is === 'BRANCH') return step.paths.map(({ when }) => when);
  return step.is === 'WAIT_UNTIL' && step.awaited.is === 'FILTER' ? [step.awaited.filter] : [];
};

/** Steps that may follow without anything being done. Whoever comes to a wait of some length only now goes on from it later. */
function freeWays(step: Step, arrives: boolean): string[] {
  if (step.is === 'BRANCH') return [...step.paths.map(({ next }) => next), step.otherwise];
  if (step.is === 'SPLIT') return step.paths.map(({ next }) => next);
  return step.is === 'WAIT' && !(arrives && step.wait.is === 'FOR') ? [step.next] : [];
}

/** Fields of the contact that steps of a workflow ask for. */
export const fieldsAsked = ({ steps }: Definition): string[] => [
  ...new Set(
    steps.flatMap((step) => {
      if (step.is === 'WAIT' && step.wait.is === 'FIELD') return [step.wait.date.field];
      return step.is === 'NOTIFY' ? fieldsOfText(step.text) : [];
    }),
  ),
];
