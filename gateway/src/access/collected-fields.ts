import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isInterfaceType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

export type Collect = (
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
) => ReadonlyMap<string, readonly FieldNode[]>;

/**
 * What a document asks of an object, by the names in the answer and in the order in which the client asked: fragments spread
 * out, `@skip` and `@include` applied.
 */
export function createCollect(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): Collect {
  const fragments = new Map(
    document.definitions.flatMap((node): [string, FragmentDefinitionNode][] =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
    ),
  );
  return (type, selectionSets) => {
    const fields = new Map<string, FieldNode[]>();
    const collect = (selectionSet: SelectionSetNode): void => {
      for (const selection of selectionSet.selections) {
        if (getDirectiveValues(GraphQLSkipDirective, selection, { ...variables })?.if === true) continue;
        if (getDirectiveValues(GraphQLIncludeDirective, selection, { ...variables })?.if === false) continue;
        if (selection.kind === Kind.FIELD) {
          const key = selection.alias?.value ?? selection.name.value;
          fields.set(key, [...(fields.get(key) ?? []), selection]);
          continue;
        }
        const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        if (fragment !== undefined && applies(schema, type, fragment.typeCondition?.name.value))
          collect(fragment.selectionSet);
      }
    };
    for (const selectionSet of selectionSets) collect(selectionSet);
    return fields;
  };
}

function applies(schema: GraphQLSchema, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isInterfaceType(wanted) && schema.isSubType(wanted, type);
}
