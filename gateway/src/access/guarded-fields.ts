import { checkInput, forbidden, holds, reachesGuarded, scopesOf } from '@ucp/kit/auth';
import type { Caller } from '@ucp/kit/caller';
import { CodedError } from '@ucp/kit/errors';
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** A field of a document that asks for scopes, by itself or by an input it is given. */
export interface GuardedField {
  readonly node: FieldNode;
  readonly coordinate: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly scopes: readonly string[];
  readonly inputs: readonly GraphQLArgument[];
}

/** The guarded fields of a document. @param schema with `@auth` on it, as the supergraph states it */
export function guardedFieldsOf(schema: GraphQLSchema, document: DocumentNode): GuardedField[] {
  const found: GuardedField[] = [];
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: (node) => {
        const field = types.getFieldDef();
        if (field === null || field === undefined) return;
        const scopes = scopesOf(field);
        const inputs = field.args.filter((argument) => scopesOf(argument).length > 0 || reachesGuarded(argument.type));
        if (scopes.length === 0 && inputs.length === 0) return;
        found.push({ node, coordinate: `${types.getParentType()?.name}.${field.name}`, field, scopes, inputs });
      },
    }),
  );
  return found;
}

/** Why this caller may not have the field with these variables; null when it may. */
export function refusalOf(
  { node, coordinate, field, scopes, inputs }: GuardedField,
  caller: Caller,
  variables: Readonly<Record<string, unknown>>,
): CodedError | null {
  if (!holds(caller, scopes)) return forbidden(coordinate, scopes);
  if (inputs.length === 0) return null;
  try {
    const values = getArgumentValues(field, node, { ...variables });
    for (const input of inputs) checkInput(coordinate, input, values[input.name], caller);
    return null;
  } catch (error) {
    // What does not fit its type is refused where types are checked.
    return error instanceof CodedError ? error : null;
  }
}
