import { end } from './definition.ts';
import type { StepDocument } from './definition-document.ts';
import { givenOf, type Path, type Problem } from './problem.ts';

/** Where a step can lead, and where that is written. */
interface Way {
  readonly to: string;
  readonly path: Path;
}

/** What is wrong with the ways between steps: each leads to a step that is there, none leads back, and every step is on one. */
export function* checkWays(steps: readonly StepDocument[], path: Path): Iterable<Problem> {
  const ways = steps.map((step, i) => waysOf(step, steps[i + 1]?.key ?? end, [...path, String(i)]));
  const places = new Map(steps.map(({ key }, i) => [key, i]));
  for (const [i, step] of steps.entries()) {
    const place = [...path, String(i)];
    yield* checkNext(step, place);
    if (places.get(step.key) !== i)
      yield { path: [...place, 'key'], message: sentence(step, 'another step has this key; keys are unique') };
    for (const way of ways[i] ?? [])
      if (way.to !== end && !places.has(way.to))
        yield {
          path: way.path,
          message: sentence(step, `goes on to a step that is there or to "end", got "${way.to}"`),
        };
  }
  const next = ways.map((each) => each.flatMap(({ to }) => places.get(to) ?? []));
  const loop = loopIn(next);
  const back = steps[loop[0] ?? -1];
  if (back !== undefined) {
    const through = loop.slice(1).map((i) => `"${steps[i]?.key}"`);
    const by = through.length === 0 ? '' : ` by ${through.join(', ')}`;
    yield { path: [...path, String(loop[0])], message: sentence(back, `leads back to itself${by}; steps go on only`) };
  }
  const reached = reachedFrom(next);
  for (const [i, step] of steps.entries())
    if (!reached.has(i))
      yield { path: [...path, String(i)], message: sentence(step, 'no way leads here from the first step') };
}

const sentence = ({ key }: StepDocument, message: string): string => `Step "${key}": ${message}`;

function* checkNext(step: StepDocument, path: Path): Iterable<Problem> {
  if (typeof step.next !== 'string') return;
  const [own] = givenOf(step, ['split', 'goal', 'exit']);
  if (own !== undefined)
    yield {
      path: [...path, 'next'],
      message: sentence(step, `"next" is not for "${own}", which says itself what follows, got "${step.next}"`),
    };
  if (typeof step.branch?.otherwise === 'string')
    yield {
      path: [...path, 'next'],
      message: sentence(
        step,
        `"next" and "otherwise" say the same; give one of the two, got "${step.next}" and "${step.branch.otherwise}"`,
      ),
    };
}

function waysOf(step: StepDocument, behind: string, path: Path): Way[] {
  const next = { to: step.next ?? behind, path: [...path, 'next'] };
  const { branch, split, waitUntil, send } = step;
  if (step.goal || step.exit) return [];
  const named: Way[] =
    (branch ?? split)?.paths.map((each, i) => ({
      to: each.next,
      path: [...path, branch ? 'branch' : 'split', 'paths', String(i), 'next'],
    })) ?? [];
  if (split) return named;
  if (typeof branch?.otherwise === 'string')
    return [...named, { to: branch.otherwise, path: [...path, 'branch', 'otherwise'] }];
  if (typeof waitUntil?.onTimeout === 'string')
    named.push({ to: waitUntil.onTimeout, path: [...path, 'waitUntil', 'onTimeout'] });
  if (typeof send?.skippedNext === 'string')
    named.push({ to: send.skippedNext, path: [...path, 'send', 'skippedNext'] });
  return [...named, next];
}

/** Places of a loop, in the order gone; empty where there is none. */
function loopIn(next: readonly (readonly number[])[]): number[] {
  const done = new Set<number>();
  const way: number[] = [];
  const follow = (i: number): number[] => {
    if (way.includes(i)) return way.slice(way.indexOf(i));
    if (done.has(i)) return [];
    way.push(i);
    for (const to of next[i] ?? []) {
      const loop = follow(to);
      if (loop.length > 0) return loop;
    }
    way.pop();
    done.add(i);
    return [];
  };
  for (const i of next.keys()) {
    const loop = follow(i);
    if (loop.length > 0) return loop;
  }
  return [];
}

function reachedFrom(next: readonly (readonly number[])[]): Set<number> {
  const reached = new Set([0]);
  // Grows while it is gone through.
  for (const i of reached) for (const to of next[i] ?? []) reached.add(to);
  return reached;
}
