import { executeSync, type FieldNode, Kind } from 'graphql';
import type { Values } from './coerce-variables.ts';
import type { Asked } from './collect-fields.ts';

/** What the schema tells of itself: the one thing that no part is asked for. */
export type Introspect = (values: Values) => unknown;

/** Compiles `__schema` or `__type` as an operation of its own. */
export function compileIntrospection({ schema, operation, fragments }: Asked, node: FieldNode): Introspect {
  const name = node.alias?.value ?? node.name.value;
  const document = {
    kind: Kind.DOCUMENT,
    definitions: [
      { ...operation, directives: [], selectionSet: { kind: Kind.SELECTION_SET, selections: [node] } },
      ...fragments.values(),
    ],
  } as const;
  return (variableValues) => executeSync({ schema, document, rootValue: {}, variableValues }).data?.[name];
}
