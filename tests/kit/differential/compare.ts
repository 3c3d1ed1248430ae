import { createHash } from 'node:crypto';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { composeServices } from '@theguild/federation-composition';
import { createCompiledGateway } from '@ucp/gateway/executor';
import { type ExecutionResult, GraphQLError, type GraphQLSchema, Kind, parse, validate } from 'graphql';
import { createMockPart, type Weather } from './mock-part.ts';
import type { RandomOperation } from './random-operation.ts';

/** SDL of each part, by name. */
export type Parts = Readonly<Record<string, string>>;

export interface Rivals {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** What each executor answers to the same operation by the same parts; null when the operation is not valid. */
  readonly ask: (
    operation: RandomOperation,
  ) => Promise<{ readonly ours: ExecutionResult; readonly stock: ExecutionResult } | null>;
  /** Executions of ours so far: all, and those that ran compiled. */
  readonly counts: { all: number; compiled: number };
}

const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Our executor and Apollo's over the same parts. Null when the parts do not compose. */
export async function createRivals(parts: Parts, weather: Weather): Promise<Rivals | null> {
  const services = Object.entries(parts).map(([name, sdl]) => ({ name, url: `http://${name}`, typeDefs: parse(sdl) }));
  const { supergraphSdl } = composeServices(services);
  if (supergraphSdl === undefined) return null;
  const mocks = new Map(Object.entries(parts).map(([name, sdl]) => [name, createMockPart(name, sdl, weather)]));
  const buildService = ({ name }: { readonly name: string }): GraphQLDataSource => ({
    process: async ({ request }) => {
      const { data = null, errors } = (await mocks.get(name)?.ask(request)) ?? {};
      return { data, ...(errors === undefined ? {} : { errors: errors.map(told) }) };
    },
  });
  const counts = { all: 0, compiled: 0 };
  const apollo = { supergraphSdl, logger, buildService };
  const stock = await new ApolloGateway(apollo).load();
  const ours = await createCompiledGateway({
    apollo,
    operationsKept: 10,
    executed: (reason) => {
      counts.all++;
      if (reason === null) counts.compiled++;
    },
  }).load({ apollo: {} });
  const { schema } = stock;
  return {
    schema,
    counts,
    ask: async (operation) => {
      const request = requestOf(schema, operation);
      if (request === null || ours.executor === null) return null;
      return {
        ours: plain(await settled(ours.executor(request))),
        stock: plain(await settled(stock.executor(request))),
      };
    },
  };
}

type Request = Parameters<ApolloGateway['executor']>[0];

/** As Apollo Server hands a request to a gateway, once it has found it valid. */
function requestOf(schema: GraphQLSchema, { document: query, variables }: RandomOperation): Request | null {
  const document = parse(query);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || validate(schema, document).length > 0) return null;
  return {
    request: { query, variables },
    document,
    operation,
    operationName: operation.name?.value ?? null,
    queryHash: createHash('sha256').update(query).digest('hex'),
    source: query,
    schema,
    schemaHash: Object(''),
    context: {},
    logger,
    metrics: {},
    cache: { get: async () => undefined, set: async () => {}, delete: async () => false },
    overallCachePolicy: Object(null),
    requestIsBatched: false,
  };
}

/** As Apollo Server answers what an executor throws. */
const settled = (result: Promise<ExecutionResult>): Promise<ExecutionResult> =>
  result.catch((error: Error) => ({ errors: [new GraphQLError(error.message)] }));

const plain = (result: ExecutionResult): ExecutionResult => JSON.parse(JSON.stringify(result));

const told = ({ message, path, extensions }: GraphQLError) => ({
  message,
  ...(path === undefined ? {} : { path }),
  extensions: { ...extensions },
});
