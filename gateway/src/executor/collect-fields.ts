import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Conditions, conditionsOf } from './conditions.ts';
import { NotCompiled } from './not-compiled.ts';
import { isOfType } from './type-conditions.ts';

/** What a client asked for: schema, operation and the fragments of its document. */
export interface Asked {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** One place where a field is selected. */
export interface Selected {
  readonly node: FieldNode;
  /** The type in whose selection it stands. */
  readonly parent: GraphQLCompositeType;
  readonly conditions: Conditions;
}

/** A selection set with what must hold for it to be wanted. */
export interface Selection {
  readonly set: SelectionSetNode;
  readonly conditions: Conditions;
}

/**
 * The fields of an object by their names in the answer, in the order in which they come first, fragments spread out.
 * @param typename of the object as the data tells it; null when it tells none: then it is of its declared type
 */
export function collectFields(
  asked: Asked,
  typename: string | null,
  parent: GraphQLCompositeType,
  selections: readonly Selection[],
): ReadonlyMap<string, readonly Selected[]> {
  const fields = new Map<string, Selected[]>();
  for (const selection of selections) collect(asked, typename, parent, selection, fields);
  return fields;
}

function collect(
  asked: Asked,
  typename: string | null,
  parent: GraphQLCompositeType,
  { set, conditions }: Selection,
  fields: Map<string, Selected[]>,
): void {
  for (const node of set.selections) {
    const more = conditionsOf(node);
    if (more === null) continue;
    const all = more.length === 0 ? conditions : [...conditions, ...more];
    if (node.kind === Kind.FIELD) {
      const name = node.alias?.value ?? node.name.value;
      if (name === '__proto__') throw new NotCompiled('response-name');
      const selected = { node, parent, conditions: all };
      const known = fields.get(name);
      if (known === undefined) fields.set(name, [selected]);
      else known.push(selected);
      continue;
    }
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? asked.fragments.get(node.name.value) : node;
    if (fragment === undefined) continue;
    const condition = fragment.typeCondition?.name.value;
    if (condition !== undefined && !isOfType(asked.schema, typename ?? parent.name, condition)) continue;
    const inside = condition === undefined ? parent : asked.schema.getType(condition);
    if (isCompositeType(inside))
      collect(asked, typename, inside, { set: fragment.selectionSet, conditions: all }, fields);
  }
}

/** What is selected inside of a field, wherever the field itself is selected. */
export function insideOf(places: readonly Selected[]): Selection[] {
  // Where there is one place, the field's own condition has been decided when its inside is looked at.
  const decided = places.length === 1;
  return places.flatMap(({ node: { selectionSet: set }, conditions }) =>
    set === undefined ? [] : [{ set, conditions: decided ? [] : conditions }],
  );
}
