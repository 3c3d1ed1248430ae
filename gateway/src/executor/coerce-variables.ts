import {
  coerceInputValue,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getVariableValues,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  valueFromAST,
} from 'graphql';

export type Values = Readonly<Record<string, unknown>>;
/** The variables of an operation as its types mean them, or why they do not fit, in the words of the language. */
export type CoerceVariables = (
  sent: Values,
) =>
  | { readonly values: Values; readonly errors: null }
  | { readonly values: null; readonly errors: readonly GraphQLError[] };

interface Definition {
  readonly name: string;
  readonly type: GraphQLInputType;
  /** Undefined: it has none. */
  readonly preset: unknown;
}

/** Compiles the variable definitions: what is read of their types is read once. */
export function compileVariables(schema: GraphQLSchema, operation: OperationDefinitionNode): CoerceVariables {
  const nodes = operation.variableDefinitions ?? [];
  const definitions = nodes.flatMap((node): Definition[] => {
    const type = typeFromAST(schema, node.type);
    if (!isInputType(type)) return [];
    const preset = node.defaultValue === undefined ? undefined : valueFromAST(node.defaultValue, type);
    return [{ name: node.variable.name.value, type, preset }];
  });
  return (sent) => {
    const values = coerced(definitions, sent);
    if (values !== null) return { values, errors: null };
    const told = getVariableValues(schema, nodes, sent);
    return told.errors === undefined ? { values: told.coerced, errors: null } : { values: null, errors: told.errors };
  };
}

/** Null when any value does not fit; the reasons are then asked for where the language states them. */
function coerced(definitions: readonly Definition[], sent: Values): Values | null {
  const values: Record<string, unknown> = {};
  let fits = true;
  const refuse = () => {
    fits = false;
  };
  for (const { name, type, preset } of definitions) {
    const value = Object.hasOwn(sent, name) ? sent[name] : undefined;
    if (value === undefined) {
      if (preset !== undefined) values[name] = preset;
      else if (isNonNullType(type)) return null;
    } else if (value === null) {
      if (isNonNullType(type)) return null;
      values[name] = null;
    } else {
      values[name] = coerceInputValue(value, type, refuse);
      if (!fits) return null;
    }
  }
  return values;
}
