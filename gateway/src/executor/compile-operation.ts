import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { compileVariables, type Values } from './coerce-variables.ts';
import { type Asked, collectFields } from './collect-fields.ts';
import { compilePlan } from './compile-plan.ts';
import { conditionVariables, demandConditions } from './conditions.ts';
import { NotCompiled } from './not-compiled.ts';
import type { GraphOperation, QueryPlan, Result, Sources } from './plan.ts';
import type { Run } from './run.ts';
import { compileShape } from './shape.ts';
import type { TypeConditions } from './type-conditions.ts';

/** The graph as an operation is compiled against it. */
export interface Graph {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** Of the supergraph, with what clients do not see. */
  readonly types: TypeConditions;
}

export interface PlannedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly plan: QueryPlan;
  readonly sources: Sources;
  /** The name under which the client asked for what the plan asks for under this name. */
  readonly clientName: (name: string) => string;
}

/** Executes an operation that is compiled. @throws NotCompiled before anything is fetched */
export type CompiledOperation = (operation: GraphOperation) => Promise<Result>;

/** Compiles everything of an operation that does not change from one execution to the next. */
export function compileOperation({ schema, types }: Graph, planned: PlannedOperation): CompiledOperation {
  const { document, operation, plan, sources, clientName } = planned;
  demandNames(document);
  const coerce = compileVariables(schema, operation);
  const conditions = conditionVariables(document, operation);
  const execute = compilePlan(plan, { types, sources, clientName });
  const asked = { schema, operation, fragments: fragmentsOf(document), clientName };
  const shape = compileShape(asked);
  if (plan.node === undefined && asksParts(asked)) {
    // Null in place of what nobody was asked would be a lie.
    return async () => ({ data: null, errors: [new GraphQLError('no part can answer what the operation asks')] });
  }

  return async (request) => {
    const variables: Values = request.request.variables ?? {};
    const { values, errors: refused } = coerce(variables);
    if (refused !== null) return { errors: refused };
    demandConditions(conditions, values);
    const run: Run = { operation: request, variables, values, data: {}, errors: [] };
    await execute(run);
    return answerOf(run, () => shape(run.data, values));
  };
}

/** Whether an operation surely asks for more than what the schema tells of itself. */
function asksParts(asked: Asked): boolean {
  const root = asked.schema.getRootType(asked.operation.operation);
  if (root === null || root === undefined) return false;
  const places = collectFields(asked, null, root, [{ set: asked.operation.selectionSet, conditions: [] }]);
  return places.some(
    ({ conditions, selected: [first] }) => conditions.length === 0 && !first?.node.name.value.startsWith('__'),
  );
}

/** Errors of parts say why something is missing; only without any is what the shape found told, beside the data. */
function answerOf({ errors }: Run, shape: () => ReturnType<ReturnType<typeof compileShape>>): Result {
  try {
    const { data, problems } = shape();
    if (errors.length > 0) return { errors, data };
    return problems.length === 0 ? { data } : { data, extensions: { valueCompletion: problems } };
  } catch (error) {
    // A part answered with what cannot be a value of its type at all.
    return { errors: [new GraphQLError(error instanceof Error ? error.message : String(error))] };
  }
}

const fragmentsOf = ({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );

/** What is written under this name into an object does not become a field of it. */
function demandNames(document: DocumentNode): void {
  visit(document, {
    Field: ({ alias }) => {
      if (alias?.value === '__proto__') throw new NotCompiled('response-name');
    },
  });
}
