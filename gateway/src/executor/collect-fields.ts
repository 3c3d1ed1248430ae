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

/** A field of the answer at one of its places: it is written at the first place where it is wanted. */
export interface FieldPlace {
  readonly name: string;
  readonly conditions: Conditions;
  /** Of places before this one. */
  readonly earlier: readonly Conditions[];
  /** Wherever the field is selected. */
  readonly selected: readonly Selected[];
}

/**
 * The fields of an object in the order in which they are selected, fragments spread out.
 * @param typename of the object as the data tells it; null when it tells none: then it is of its declared type
 */
export function collectFields(
  asked: Asked,
  typename: string | null,
  parent: GraphQLCompositeType,
  selections: readonly Selection[],
): readonly FieldPlace[] {
  const byName = new Map<string, Selected[]>();
  const places: FieldPlace[] = [];
  const add = (name: string, one: Selected): void => {
    const selected = byName.get(name) ?? [];
    byName.set(name, selected);
    const earlier = selected.map(({ conditions }) => conditions);
    selected.push(one);
    // Where it has been wanted for sure before, it is never the first.
    if (earlier.every(({ length }) => length > 0)) places.push({ name, conditions: one.conditions, earlier, selected });
  };
  for (const selection of selections) collect(asked, typename, parent, selection, add);
  return places;
}

function collect(
  asked: Asked,
  typename: string | null,
  parent: GraphQLCompositeType,
  { set, conditions }: Selection,
  add: (name: string, selected: Selected) => void,
): void {
  for (const node of set.selections) {
    const more = conditionsOf(node);
    if (more === null) continue;
    const all = more.length === 0 ? conditions : [...conditions, ...more];
    if (node.kind === Kind.FIELD) {
      const name = node.alias?.value ?? node.name.value;
      add(name, { node, parent, conditions: all });
      continue;
    }
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? asked.fragments.get(node.name.value) : node;
    if (fragment === undefined) continue;
    const condition = fragment.typeCondition?.name.value;
    if (condition !== undefined && !isOfType(asked.schema, typename ?? parent.name, condition)) continue;
    const inside = condition === undefined ? parent : asked.schema.getType(condition);
    if (isCompositeType(inside)) collect(asked, typename, inside, { set: fragment.selectionSet, conditions: all }, add);
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
