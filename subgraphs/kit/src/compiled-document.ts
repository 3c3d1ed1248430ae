import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isEnumType,
  isSpecifiedScalarType,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';

export interface Execution {
  readonly contextValue: unknown;
  readonly variableValues: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

/** Executes one document of a subgraph. */
export type ExecuteDocument = (execution: Execution) => ExecutionResult | Promise<ExecutionResult>;

/**
 * A document that is compiled when it comes a second time: a question asked once is not worth it. Compiled are documents whose
 * inputs are plain values; what reads scalars of our own or input objects is executed by graphql itself, whose coercion and
 * words are the ones our errors are made of.
 */
export function compileDocument(schema: GraphQLSchema, document: DocumentNode): ExecuteDocument {
  const interpret: ExecuteDocument = ({ variableValues, ...execution }) =>
    execute({ schema, document, ...execution, variableValues: { ...variableValues } });
  const operation = getOperationAST(document);
  if (operation === null || operation === undefined || !hasPlainInputs(schema, document)) return interpret;
  let compiled: ExecuteDocument | null = null;
  let uses = 0;
  return (execution) => {
    uses++;
    // One that asks for an operation which the document does not have is told so.
    if (execution.operationName !== undefined && execution.operationName !== operation.name?.value)
      return interpret(execution);
    if (uses === 2) compiled = compile(schema, document, interpret);
    return (compiled ?? interpret)(execution);
  };
}

function compile(schema: GraphQLSchema, document: DocumentNode, interpret: ExecuteDocument): ExecuteDocument {
  const made = compileQuery(schema, document, undefined, { disablingCapturingStackErrors: true });
  if (!isCompiledQuery(made)) return interpret;
  return async (execution) => {
    const result = await made.query(null, execution.contextValue, { ...execution.variableValues });
    // Without data nothing ran: a variable did not fit. Why, graphql says.
    return result.data === undefined ? interpret(execution) : withOneErrorPerLoss(result);
  };
}

/**
 * Where a field that may not be null fails in many objects of a list, the first failure is told, as graphql does: it took all
 * of them away.
 */
function withOneErrorPerLoss(result: ExecutionResult): ExecutionResult {
  const { errors } = result;
  if (errors === undefined || errors.length < 2) return result;
  const told = new Set<string>();
  const kept = errors.filter(({ path = [] }) => {
    const lost = lengthToNull(result.data, path);
    if (lost === path.length) return true;
    const fields = path.slice(lost).filter((step) => typeof step === 'string');
    const key = JSON.stringify([path.slice(0, lost), fields]);
    return !told.has(key) && told.add(key);
  });
  return { ...result, errors: kept };
}

/** Steps of an error's path up to a null. */
function lengthToNull(data: unknown, path: readonly (string | number)[]): number {
  let value = data;
  for (const [i, step] of path.entries()) {
    if (value === null || value === undefined) return i;
    value = Object(value)[step];
  }
  return path.length;
}

/** Whether every variable and argument is a text, number or truth of the language; arguments may be enums, written out. */
function hasPlainInputs(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let plain = true;
  const demand = (fits: boolean) => {
    plain &&= fits;
  };
  visit(
    document,
    visitWithTypeInfo(types, {
      VariableDefinition: (node) => {
        const type = getNamedType(typeFromAST(schema, node.type));
        // Representations are taken as they are.
        demand(type !== undefined && (isSpecifiedScalarType(type) || type.name === '_Any'));
      },
      Field: () => {
        for (const argument of types.getFieldDef()?.args ?? []) demand(isPlain(argument));
      },
    }),
  );
  return plain;
}

const isPlain = ({ type }: GraphQLArgument): boolean => {
  const named: GraphQLInputType = getNamedType(type);
  return isSpecifiedScalarType(named) || isEnumType(named) || named.name === '_Any';
};
