import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  type GraphQLSchema,
  getVariableValues,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { createCollect } from './collected-fields.ts';
import { type Executor, type GatewayInterface, isEmpty, operationOf } from './guarded-gateway.ts';
import { typename } from './without-fields.ts';

/** Keys of this role see the contract wherever they ask, so that a key given away shows no more than was meant. */
export const partnerRole = 'PARTNER';

/** One gateway behind several surfaces: it is loaded by whoever comes first. */
export function shareGateway(gateway: GatewayInterface): GatewayInterface {
  let loaded: ReturnType<GatewayInterface['load']> | undefined;
  return {
    load: (options) => {
      loaded ??= gateway.load(options);
      return loaded;
    },
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
  };
}

/**
 * The same gateway behind a contract. Documents and variables are checked against the contract, of which the whole graph has
 * everything, so that what is left out cannot be named; what runs then is what runs for everybody. The schema itself is told by
 * the contract.
 * @param shared loaded and stopped by the surface that owns it
 */
export function partnerGateway(shared: GatewayInterface, contract: GraphQLSchema): GatewayInterface {
  return {
    load: async (options) => ({ executor: behindContract((await shared.load(options)).executor, contract) }),
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: contract, coreSupergraphSdl: '' });
      return () => {};
    },
    stop: async () => {},
  };
}

interface Halves {
  readonly introspection: DocumentNode;
  readonly rest: DocumentNode;
}

function behindContract(execute: Executor | null, schema: GraphQLSchema): Executor {
  if (execute === null) throw new Error('the gateway has no executor');
  const known = new WeakMap<DocumentNode, Halves | null>();
  const halvesOf = (document: DocumentNode): Halves | null => {
    const halves = known.get(document) ?? (known.has(document) ? null : split(schema, document));
    known.set(document, halves);
    return halves;
  };

  return async (request) => {
    const { document, operation } = request;
    const given = request.request.variables ?? {};
    // What is hidden may not come in by a variable either, and the whole graph would take it.
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
    if (coerced === undefined) return { errors };
    const halves = halvesOf(document);
    if (halves === null) return execute(request);
    const operationName = operation.name?.value;
    const told = executeSync({ schema, document: halves.introspection, operationName, variableValues: given });
    const remaining = operationOf(halves.rest, operationName);
    const result = isEmpty(remaining)
      ? { data: {} }
      : await execute({
          ...request,
          document: halves.rest,
          operation: remaining,
          queryHash: `${request.queryHash}:rest`,
        });
    const root = schema.getRootType(operation.operation);
    if (root === null || root === undefined || result.data === null || result.data === undefined) return result;
    const collected = createCollect(schema, document, coerced)(root, [operation.selectionSet]);
    const data = Object.fromEntries(
      [...collected].map(([key, [field]]) => {
        const name = field?.name.value;
        if (name === '__typename') return [key, root.name];
        return [key, (isIntrospection(name) ? told.data : result.data)?.[key] ?? null];
      }),
    );
    return { ...result, data };
  };
}

const isIntrospection = (name: string | undefined): boolean => name === '__schema' || name === '__type';

/** The document once with nothing at its root but introspection and once without any; null when it has none. */
function split(schema: GraphQLSchema, document: DocumentNode): Halves | null {
  const root = schema.getQueryType();
  const only = (wanted: boolean): DocumentNode => {
    const types = new TypeInfo(schema);
    return visit(
      document,
      visitWithTypeInfo(types, {
        Field: (node: FieldNode) =>
          types.getParentType() === root && isIntrospection(node.name.value) !== wanted ? null : undefined,
        SelectionSet: {
          leave: (node: SelectionSetNode) =>
            node.selections.length === 0 ? { ...node, selections: typename } : undefined,
        },
      }),
    );
  };
  let found = false;
  visit(document, {
    Field: ({ name }) => {
      if (isIntrospection(name.value)) found = true;
    },
  });
  return found ? { introspection: only(true), rest: only(false) } : null;
}
