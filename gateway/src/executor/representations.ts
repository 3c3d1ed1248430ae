import { type Entity, isEntity } from './entity.ts';
import { merge } from './merge.ts';
import type { Requires } from './plan.ts';
import type { TypeConditions } from './type-conditions.ts';

/** What a part needs to know of an object to answer for it; null when the object lacks it or is of another type. */
export type Represent = (entity: Entity) => Entity | null;
/** Copies one selection. False: the object does not have it. */
type Copy = (from: Entity, to: Entity) => boolean;

/**
 * Compiles the selections a fetch requires. They are one fragment for each type the part may be asked about; an object gets
 * what every fragment that its type meets selects, and none of a fragment of which it lacks a field.
 */
export function compileRepresentation(requires: Requires, types: TypeConditions): Represent {
  const select = compileSelections(requires, types);
  return (entity) => {
    const representation = select(entity);
    const typename = representation?.__typename;
    return typename === undefined || typename === null || typename === '' ? null : representation;
  };
}

function compileSelections(selections: Requires, types: TypeConditions): Represent {
  const copies = selections.map((selection): Copy => {
    if (selection.kind === 'Field') return compileField(selection, types);
    return compileFragment(selection, types);
  });
  return (entity) => {
    const made: Entity = {};
    for (const copy of copies) if (!copy(entity, made)) return null;
    return made;
  };
}

function compileField(field: Extract<Requires[number], { readonly kind: 'Field' }>, types: TypeConditions): Copy {
  const name = field.alias ?? field.name;
  const { selections } = field;
  if (selections === undefined || selections.length === 0) {
    return (from, to) => {
      const value = from[name];
      if (value === undefined) return false;
      to[name] = value;
      return true;
    };
  }
  const inner = compileSelections(selections, types);
  const copyValue = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copyValue);
    return isEntity(value) ? inner(value) : null;
  };
  return (from, to) => {
    const value = from[name];
    if (value === undefined) return false;
    to[name] = copyValue(value);
    return true;
  };
}

function compileFragment(
  fragment: Extract<Requires[number], { readonly kind: 'InlineFragment' }>,
  types: TypeConditions,
): Copy {
  const { typeCondition } = fragment;
  if (typeCondition === undefined) return () => true;
  const isOf = types.on(typeCondition);
  const inner = compileSelections(fragment.selections, types);
  return (from, to) => {
    const { __typename: typename } = from;
    if (typeof typename !== 'string' || !isOf(typename)) return true;
    const part = inner(from);
    if (part !== null) merge(to, part);
    return true;
  };
}
