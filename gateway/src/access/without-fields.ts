import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { createCollect } from './collected-fields.ts';

type Refusals = ReadonlyMap<FieldNode, GraphQLError>;
type Variables = Readonly<Record<string, unknown>>;

export const typename: SelectionSetNode['selections'] = [
  { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } },
];

/** The document without the refused fields. A selection that becomes empty asks for the type's name. */
export function withoutFields(document: DocumentNode, refusals: Refusals): DocumentNode {
  return visit(document, {
    Field: (node) => (refusals.has(node) ? null : undefined),
    SelectionSet: { leave: (node) => (node.selections.length === 0 ? { ...node, selections: typename } : undefined) },
  });
}

/**
 * Puts null where fields were refused, in the order in which the client asked, with one error for each refused selection at
 * the first place where it is missing.
 */
export function withRefusals(options: {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
  readonly refusals: Refusals;
  readonly data: Readonly<Record<string, unknown>>;
}): { readonly data: Record<string, unknown>; readonly errors: GraphQLError[] } {
  const { schema, document, operation, variables, refusals } = options;
  const fieldsOf = createCollect(schema, document, variables);
  const errors = new Map<FieldNode, GraphQLError>();

  const complete = (
    value: unknown,
    type: GraphQLObjectType | null,
    nodes: readonly FieldNode[],
    path: readonly (string | number)[],
  ): unknown => {
    if (Array.isArray(value)) return value.map((item, i) => complete(item, type, nodes, [...path, i]));
    if (typeof value !== 'object' || value === null || type === null) return value;
    return object(
      Object(value),
      type,
      nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
      path,
    );
  };

  const object = (
    data: Readonly<Record<string, unknown>>,
    type: GraphQLObjectType,
    selectionSets: readonly SelectionSetNode[],
    path: readonly (string | number)[],
  ): Record<string, unknown> => {
    const filled: Record<string, unknown> = Object.create(null);
    for (const [key, nodes] of fieldsOf(type, selectionSets)) {
      const [first] = nodes;
      const refused = nodes.find((node) => refusals.has(node));
      if (refused !== undefined) {
        filled[key] = null;
        if (!errors.has(refused)) errors.set(refused, placed(refusals.get(refused), [...path, key]));
        continue;
      }
      const field = first === undefined ? undefined : type.getFields()[first.name.value];
      const inner = field === undefined ? null : getNamedType(field.type);
      filled[key] = complete(data[key], isObjectType(inner) ? inner : null, nodes, [...path, key]);
    }
    return filled;
  };

  const root = schema.getRootType(operation.operation);
  if (root === undefined || root === null) throw new Error(`the schema has no ${operation.operation}`);
  const data = object(options.data, root, [operation.selectionSet], []);
  return { data, errors: [...errors.values()] };
}

const placed = (error: GraphQLError | undefined, path: readonly (string | number)[]): GraphQLError =>
  new GraphQLError(error?.message ?? '', { path, extensions: { ...error?.extensions } });
