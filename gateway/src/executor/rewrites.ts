import { type Entity, isEntity, ownValue } from './entity.ts';
import type { Rewrites } from './plan.ts';
import type { TypeConditions } from './type-conditions.ts';

/** Changes a value in place. */
export type Rewrite = (value: unknown) => void;
type Change = (entity: Entity) => void;

const typePrefix = '... on ';

/**
 * What the plan changes in a representation before it is sent or in an answer before it is merged: a type's name is set where
 * parts know it as an interface only, and fields that had to be asked for under another name get their own back.
 * @returns null when there is nothing to change
 */
export function compileRewrites(rewrites: Rewrites | undefined, types: TypeConditions): Rewrite | null {
  if (rewrites === undefined || rewrites.length === 0) return null;
  const compiled = rewrites.map((rewrite) => {
    const way = rewrite.path.slice(0, -1);
    return eachEntity(way.reduceRight<Change>((next, step) => inside(step, next, types), changeOf(rewrite)));
  });
  return (value) => {
    for (const rewrite of compiled) rewrite(value);
  };
}

function changeOf(rewrite: Rewrites[number]): Change {
  const name = rewrite.path.at(-1) ?? '';
  if (rewrite.kind === 'ValueSetter') {
    return (entity) => {
      entity[name] = rewrite.setValueTo;
    };
  }
  return (entity) => {
    const value = ownValue(entity, name);
    if (value === undefined) return;
    entity[rewrite.renameKeyTo] = value;
    entity[name] = undefined;
  };
}

/** One step of a rewrite's path: into a field, or on only for objects of a type. An object that tells no type is of any. */
function inside(step: string, next: Change, types: TypeConditions): Change {
  if (!step.startsWith(typePrefix)) {
    const deeper = eachEntity(next);
    return (entity) => deeper(ownValue(entity, step));
  }
  const isOf = types.on(step.slice(typePrefix.length));
  return (entity) => {
    const { __typename: typename } = entity;
    if (typeof typename !== 'string' || isOf(typename)) next(entity);
  };
}

function eachEntity(change: Change): Rewrite {
  const rewrite: Rewrite = (value) => {
    if (Array.isArray(value)) for (const item of value) rewrite(item);
    else if (isEntity(value)) change(value);
  };
  return rewrite;
}

/** Names under which fields were asked for, to the names that clients know: in paths of errors there is no other way back. */
export function renamedFields(rewrites: Rewrites | undefined): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const rewrite of rewrites ?? [])
    if (rewrite.kind === 'KeyRenamer') names.set(rewrite.path.at(-1) ?? '', rewrite.renameKeyTo);
  return names;
}
