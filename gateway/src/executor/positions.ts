import { type Entity, isEntity, ownValue } from './entity.ts';
import type { AnswerPath, PlanPath } from './plan.ts';

/** The objects at a place of the plan, in the order of the answer, nulls left out. */
export function entitiesAt(data: Entity, path: PlanPath): Entity[] {
  const found: Entity[] = [];
  collect(data, path, 0, found);
  return found;
}

function collect(value: unknown, path: PlanPath, step: number, found: Entity[]): void {
  if (Array.isArray(value)) {
    const next = path[step] === '@' ? step + 1 : step;
    // A name cannot be looked up in a list: whoever answered so is told by the shape of the answer.
    if (next === step && step < path.length) return;
    for (const item of value) collect(item, path, next, found);
    return;
  }
  if (!isEntity(value)) return;
  const name = path[step];
  if (name === undefined) found.push(value);
  else if (typeof name === 'string') collect(ownValue(value, name), path, step + 1, found);
}

/** Where in the answer each of these objects is. Walks as {@link entitiesAt} does; needed only for errors. */
export function answerPathsAt(data: Entity, path: PlanPath): Map<Entity, AnswerPath> {
  const found = new Map<Entity, AnswerPath>();
  const walk = (value: unknown, step: number, way: AnswerPath): void => {
    if (Array.isArray(value)) {
      const next = path[step] === '@' ? step + 1 : step;
      for (const [i, item] of value.entries()) walk(item, next, [...way, i]);
      return;
    }
    if (!isEntity(value)) return;
    const name = path[step];
    if (name === undefined) found.set(value, way);
    else if (typeof name === 'string') walk(ownValue(value, name), step + 1, [...way, name]);
  };
  walk(data, 0, []);
  return found;
}
