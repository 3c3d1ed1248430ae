import type { Definition, Filter, Step } from './definition.ts';
import { end } from './definition.ts';
import { fieldsOfText } from './notice-text.ts';

/** A question that is longer takes more than the next one would. */
const most = 40;

/** By definition and step: everybody who comes to a step asks the same. */
const known = new WeakMap<Definition, Map<string, readonly Filter[]>>();

/**
 * Filters that steps ask from one on until something is done that may change their answers: goal and exit, then those of the step and
 * of what may follow it. Asked together they cost one question.
 */
export function filtersAhead(definition: Definition, from: string): readonly Filter[] {
  const ofSteps = known.get(definition) ?? new Map<string, readonly Filter[]>();
  known.set(definition, ofSteps);
  const filters = ofSteps.get(from) ?? readAhead(definition, from);
  ofSteps.set(from, filters);
  return filters;
}

function readAhead(definition: Definition, from: string): Filter[] {
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
    waiting.push(...freeWays(step).filter((next) => next !== end));
  }
  return filters;
}

export const filtersOf = (step: Step): Filter[] => {
  if (step.is === 'BRANCH') return step.paths.map(({ when }) => when);
  return step.is === 'WAIT_UNTIL' && step.awaited.is === 'FILTER' ? [step.awaited.filter] : [];
};

/** Steps that may follow without anything being done. */
function freeWays(step: Step): string[] {
  if (step.is === 'BRANCH') return [...step.paths.map(({ next }) => next), step.otherwise];
  if (step.is === 'SPLIT') return step.paths.map(({ next }) => next);
  return step.is === 'WAIT' ? [step.next] : [];
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
