import { ApolloGateway, type GatewayConfig } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import { readGraph } from '@ucp/kit/parts-of-graph';
import { type CompiledOperation, compileOperation, type Graph } from './compile-operation.ts';
import { NotCompiled, type NotCompiledReason } from './not-compiled.ts';
import { createOperationCache } from './operation-cache.ts';
import type { Execute, GraphOperation, Result } from './plan.ts';
import { createPlanner } from './planner.ts';
import { createRequiredNames, type RequiredNames } from './required-names.ts';
import { withResolvableKeys } from './resolvable-keys.ts';
import { createTypeConditions } from './type-conditions.ts';

export type GraphGateway = ApolloServerOptionsWithGateway<BaseContext>['gateway'];

export interface CompiledGatewayOptions {
  readonly apollo: Pick<GatewayConfig, 'buildService' | 'logger'> & { readonly supergraphSdl: string };
  /** Compiled operations that are kept. */
  readonly operationsKept: number;
  /** Told of each execution: null when it ran compiled, else why it was left to Apollo's executor. */
  readonly executed?: (reason: NotCompiledReason | null) => void;
}

/**
 * A gateway that loads, validates and plans as Apollo's does, and executes by itself. What can be decided once for an operation
 * is: its plan becomes closures, kept by document and operation name. What is not compiled Apollo executes.
 */
export function createCompiledGateway(options: CompiledGatewayOptions): GraphGateway {
  const { apollo: apolloOptions, operationsKept, executed = () => {} } = options;
  const planner = createPlanner();
  const apollo = new ApolloGateway({
    ...apolloOptions,
    supergraphSdl: withResolvableKeys(apolloOptions.supergraphSdl),
    experimental_didResolveQueryPlan: planner.listener,
  });
  const cache = createOperationCache<CompiledOperation | NotCompiled>(operationsKept);
  let graph: (Graph & { readonly requiredNames: RequiredNames }) | null = null;
  apollo.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    const supergraph = readGraph(coreSupergraphSdl);
    graph = {
      schema: apiSchema,
      types: createTypeConditions(supergraph),
      requiredNames: createRequiredNames(supergraph),
    };
    cache.clear();
  });

  const compile = async (
    request: GraphOperation,
    execute: Execute,
  ): Promise<CompiledOperation | NotCompiled | { readonly refusal: Result }> => {
    if (graph === null) throw new Error('the gateway has no schema yet');
    const { schema, types, requiredNames } = graph;
    const asked = requiredNames.keptApart(request);
    const planned = await planner.planOf(asked.request, execute);
    if (planned.refusal !== null) return planned;
    const { document, operation } = asked.request;
    const { clientName } = asked;
    try {
      return compileOperation({ schema, types }, { document, operation, clientName, ...planned });
    } catch (error) {
      if (error instanceof NotCompiled) return error;
      throw error;
    }
  };

  const executorOf =
    (execute: Execute): Execute =>
    async (request) => {
      const key = `${request.queryHash}:${request.request.operationName ?? ''}`;
      const { generation } = cache;
      let compiled = cache.get(key);
      if (compiled === undefined) {
        const made = await compile(request, execute);
        if ('refusal' in made) return made.refusal;
        // Of a schema that has gone since, it serves this one request only.
        if (cache.generation === generation) cache.set(key, made);
        compiled = made;
      }
      if (compiled instanceof NotCompiled) {
        executed(compiled.reason);
        return execute(request);
      }
      try {
        const result = await compiled(request);
        executed(null);
        return result;
      } catch (error) {
        if (!(error instanceof NotCompiled)) throw error;
        executed(error.reason);
        return execute(request);
      }
    };

  return {
    load: async (loadOptions) => {
      const loaded = await apollo.load(loadOptions);
      return { ...loaded, executor: executorOf(loaded.executor) };
    },
    onSchemaLoadOrUpdate: (callback) => apollo.onSchemaLoadOrUpdate(callback),
    stop: () => apollo.stop(),
  };
}
