import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { GatewayContext } from '../context.ts';
import { onceForEachPart } from '../errors.ts';
import { type GuardedField, guardedFieldsOf, refusalOf } from './guarded-fields.ts';
import { withoutFields, withRefusals } from './without-fields.ts';

export type GatewayInterface = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];
export type Executor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;

/**
 * Holds `@auth` in front of the planner: a field the caller may not have is taken out of the operation, so that no part is
 * asked for it, and comes back as null with an error of code FORBIDDEN. What remains is planned as an operation of its own.
 * @param schema the supergraph's, whose fields carry `@auth`
 */
export function guardGateway(gateway: GatewayInterface, schema: GraphQLSchema): GatewayInterface {
  return {
    load: async (options) => {
      const loaded = await gateway.load(options);
      return { ...loaded, executor: loaded.executor === null ? null : guardExecutor(loaded.executor, schema) };
    },
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
  };
}

function guardExecutor(execute: Executor, schema: GraphQLSchema): Executor {
  const guarded = new WeakMap<DocumentNode, readonly GuardedField[]>();

  const guardedOf = (document: DocumentNode): readonly GuardedField[] => {
    const found = guarded.get(document) ?? guardedFieldsOf(schema, document);
    guarded.set(document, found);
    return found;
  };

  return async (request) => {
    const { document, operation } = request;
    const { caller } = request.context as GatewayContext;
    const variables = request.request.variables ?? {};
    const refusals = new Map<FieldNode, GraphQLError>();
    const places: number[] = [];
    guardedOf(document).forEach((field, place) => {
      const refusal = refusalOf(field, caller, variables);
      if (refusal === null) return;
      refusals.set(field.node, refusal);
      places.push(place);
    });
    if (refusals.size === 0) return onceForEachPart(await execute(request));
    const pruned = withoutFields(document, refusals);
    const remaining = operationOf(pruned, operation.name?.value);
    const result = isEmpty(remaining)
      ? { data: {} }
      : onceForEachPart(
          await execute({
            ...request,
            document: pruned,
            operation: remaining,
            queryHash: `${request.queryHash}:${places.join(',')}`,
          }),
        );
    if (result.data === null || result.data === undefined) return result;
    const filled = withRefusals({ schema, document, operation, variables, refusals, data: result.data });
    return {
      ...result,
      data: filled.data,
      errors: [...filled.errors, ...('errors' in result ? (result.errors ?? []) : [])],
    };
  };
}

export function operationOf(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const found = document.definitions.find(
    (node) => node.kind === Kind.OPERATION_DEFINITION && node.name?.value === name,
  );
  if (found?.kind !== Kind.OPERATION_DEFINITION) throw new Error('an operation was lost');
  return found;
}

/** Nothing of a root is left to ask for. */
export const isEmpty = ({ selectionSet }: OperationDefinitionNode): boolean =>
  selectionSet.selections.every((selection) => selection.kind === Kind.FIELD && selection.name.value === '__typename');
