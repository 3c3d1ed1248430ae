import { type Entity, isEntity } from './entity.ts';

/**
 * Puts what a fetch gave into what is there. Objects grow together, lists of the same length item by item; anything else is
 * replaced by what came last. `target` takes parts of `source` over as they are: a source is merged once.
 */
export function merge(target: Entity, source: Entity): void {
  for (const name of Object.keys(source)) {
    const given = source[name];
    // A part that answers with this name would reach the prototype of every object.
    if (given === undefined || name === '__proto__') continue;
    const present = target[name];
    if (isEntity(present) && isEntity(given)) merge(present, given);
    else if (Array.isArray(present) && Array.isArray(given) && present.length === given.length)
      mergeItems(present, given);
    else target[name] = given;
  }
}

function mergeItems(target: unknown[], source: readonly unknown[]): void {
  for (let i = 0; i < source.length; i++) {
    const present = target[i];
    const given = source[i];
    if (isEntity(present) && isEntity(given)) merge(present, given);
    else target[i] = given;
  }
}
