import { GraphQLDataSourceRequestKind } from '@apollo/gateway/dist/datasources/types.js';
import { GraphQLError } from 'graphql';
import { type Entity, isEntity } from './entity.ts';
import { compileErrors } from './fetch-errors.ts';
import { merge } from './merge.ts';
import { NotCompiled } from './not-compiled.ts';
import type { FetchNode, PlanPath, Source, Sources } from './plan.ts';
import { entitiesAt } from './positions.ts';
import { compileRepresentation } from './representations.ts';
import { compileRewrites } from './rewrites.ts';
import type { Run, Step } from './run.ts';
import type { TypeConditions } from './type-conditions.ts';

/** What every fetch of an operation is compiled with. */
export interface FetchContext {
  readonly types: TypeConditions;
  readonly sources: Sources;
  /** The name under which the client asked for what the plan asks for under this name. */
  readonly clientName: (name: string) => string;
}

type Variables = Record<string, unknown>;
/** One request to a part. @param targets the objects it is about, in order, when it is about objects */
type Ask = (run: Run, variables: Variables, targets: readonly Entity[] | null) => Promise<Entity | null>;

/** @param path where in the answer the objects are that the fetch is about */
export function compileFetch(node: FetchNode, path: PlanPath, context: FetchContext): Step {
  if (node.contextRewrites !== undefined && node.contextRewrites.length > 0) throw new NotCompiled('context-argument');
  const ask = compileAsk(node, path, context);
  const work =
    node.requires === undefined ? rootFetch(node, path, context, ask) : entityFetch(node, path, context, ask);
  return async (run) => {
    try {
      await work(run);
    } catch (error) {
      run.errors.push(asGraphQLError(error));
    }
  };
}

/** Asks for fields of the root, or in the midst of an answer for what is the same whatever the object. */
function rootFetch(node: FetchNode, path: PlanPath, { types }: FetchContext, ask: Ask): Step {
  const rewrite = compileRewrites(node.outputRewrites, types);
  const variablesOf = compileVariables(node);
  return async (run) => {
    const targets = path.length === 0 ? [run.data] : entitiesAt(run.data, path);
    if (targets.length === 0) return;
    const data = await ask(run, variablesOf(run), null);
    if (data === null) return;
    rewrite?.(data);
    for (const target of targets) merge(target, data);
  };
}

/** Asks for more fields of objects that other parts gave, all objects in one request. */
function entityFetch(node: FetchNode, path: PlanPath, { types }: FetchContext, ask: Ask): Step {
  const represent = compileRepresentation(node.requires ?? [], types);
  const rewriteInput = compileRewrites(node.inputRewrites, types);
  const rewriteOutput = compileRewrites(node.outputRewrites, types);
  const variablesOf = compileVariables(node);
  return async (run) => {
    const targets: Entity[] = [];
    const representations: Entity[] = [];
    for (const entity of entitiesAt(run.data, path)) {
      const representation = represent(entity);
      if (representation === null) continue;
      rewriteInput?.(representation);
      representations.push(representation);
      targets.push(entity);
    }
    if (targets.length === 0) return;
    const variables = variablesOf(run);
    variables.representations = representations;
    const data = await ask(run, variables, targets);
    if (data === null) return;
    const { _entities: found } = data;
    if (!Array.isArray(found)) throw new Error(`Expected "data._entities" in response to be an array`);
    if (found.length !== targets.length)
      throw new Error(`Expected "data._entities" to contain ${targets.length} elements`);
    for (const [i, target] of targets.entries()) {
      const entity: unknown = found[i];
      if (!isEntity(entity)) continue;
      entity.__typename ??= target.__typename;
      rewriteOutput?.(entity);
      merge(target, entity);
    }
  };
}

function compileAsk(node: FetchNode, path: PlanPath, { sources, clientName }: FetchContext): Ask {
  const source: Source | undefined = sources[node.serviceName];
  const tell = compileErrors(node, path, clientName);
  const pathInIncomingRequest = [...path];
  const { operation: query, operationName, operationDocumentNode: document } = node;
  const named = operationName === undefined ? {} : { operationName };
  const parsed = document === undefined ? {} : { document };
  return async (run, variables, targets) => {
    if (source === undefined) throw new Error(`Couldn't find service with name "${node.serviceName}"`);
    const { data, errors } = await source.process({
      kind: GraphQLDataSourceRequestKind.INCOMING_OPERATION,
      request: { query, variables, ...named },
      incomingRequestContext: run.operation,
      context: run.operation.context,
      ...parsed,
      pathInIncomingRequest,
    });
    if (errors !== undefined) tell(run, errors, targets);
    return isEntity(data) ? data : null;
  };
}

/** The client's variables that a fetch uses, as they were sent: what was not sent has its default in the fetch's own text. */
function compileVariables(node: FetchNode): (run: Run) => Variables {
  const names = node.variableUsages ?? [];
  if (names.includes('representations')) throw new NotCompiled('response-name');
  return ({ variables }) => {
    const used: Variables = {};
    for (const name of names) {
      const value = variables[name];
      if (value !== undefined) used[name] = value;
    }
    return used;
  };
}

const asGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError(error instanceof Error ? error.message : String(error), {
        originalError: error instanceof Error ? error : null,
      });
