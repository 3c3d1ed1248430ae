import { checkCondition, checkReentry, checkTrigger } from './check-conditions.ts';
import { checkStep } from './check-step.ts';
import { checkWays } from './check-ways.ts';
import type { DefinitionDocument, StepDocument } from './definition-document.ts';
import { definitionLimits } from './limits.ts';
import { checkBytes, type Problem } from './problem.ts';

/**
 * What is wrong with a definition, as far as it can be known by itself: whether what it names is there, is asked when it is
 * published. Empty: nothing. At most `definitionLimits.problems`.
 */
export const checkDefinition = (document: DefinitionDocument): Problem[] =>
  [...problemsOf(document)].slice(0, definitionLimits.problems);

function* problemsOf(document: DefinitionDocument): Iterable<Problem> {
  const { trigger, entry, reentry, goal, exit, steps } = document;
  const oversized = [...checkBytes(document, definitionLimits.definition, ['definition'])];
  if (oversized.length > 0) return yield* oversized.map(({ message }) => ({ path: [], message }));
  if (steps.length === 0 || steps.length > definitionLimits.steps)
    return yield {
      path: ['steps'],
      message: `A workflow has 1 to ${definitionLimits.steps} steps, got ${steps.length === 0 ? 'none' : steps.length}`,
    };
  yield* named('Trigger', checkTrigger(trigger, ['trigger']));
  yield* named('Entry filter', checkCondition(entry, ['entry']));
  yield* named('Re-entry rule', checkReentry(reentry, ['reentry']));
  yield* named('Goal', checkCondition(goal, ['goal']));
  yield* named('Exit rule', checkCondition(exit, ['exit']));
  for (const [i, step] of steps.entries()) {
    const path = ['steps', String(i)];
    yield* named(`Step "${step.key.slice(0, definitionLimits.stepKey)}"`, checkStep(step, path));
    if (step.waitUntil?.own && !sends(steps, step))
      yield {
        path: [...path, 'waitUntil', 'own'],
        message: `Step "${step.key}": "own" is about messages of this workflow, and no step sends one on these channels`,
      };
  }
  yield* checkWays(steps, ['steps']);
}

function* named(place: string, problems: Iterable<Problem>): Iterable<Problem> {
  for (const { path, message } of problems) yield { path, message: `${place}: ${message}` };
}

const sends = (steps: readonly StepDocument[], { waitUntil }: StepDocument): boolean => {
  const channels = waitUntil?.activity?.channels ?? null;
  return steps.some(({ send }) => send && (channels === null || channels.includes(send.channel)));
};
