import { type GraphQLError, isCompositeType } from 'graphql';
import type { Values } from './coerce-variables.ts';
import type { Entity } from './entity.ts';
import { compileFields, type ShapeContext } from './shape-object.ts';
import { failed, type Shaping } from './shaping.ts';

/** What fetches gave, as the client asked for it; null when nothing is left of it. */
export type Shape = (
  data: Entity,
  values: Values,
) => { readonly data: Entity | null; readonly problems: readonly GraphQLError[] };

/** Compiles the shape of an operation's answer: its fields in the client's order and under the client's names. */
export function compileShape(context: ShapeContext): Shape {
  const { schema, operation } = context;
  const root = schema.getRootType(operation.operation);
  if (!isCompositeType(root)) throw new Error(`the schema has no ${operation.operation}`);
  const complete = compileFields(context, null, root, [{ set: operation.selectionSet, conditions: [] }]);
  return (from, values) => {
    const shaping: Shaping = { path: [], problems: [], values };
    const data = complete(from, shaping);
    return { data: data === failed ? null : data, problems: shaping.problems };
  };
}
