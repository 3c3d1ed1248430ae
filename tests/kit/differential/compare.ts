import { createHash } from 'node:crypto';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { composeServices } from '@theguild/federation-composition';
import { createCompiledGateway } from '@ucp/gateway/executor';
import { type ExecutionResult, GraphQLError, type GraphQLSchema, Kind, parse, validate } from 'graphql';
import { createMockPart, type Weather } from './mock-part.ts';
import type { RandomOperation } from './random-operation.ts';

/** SDL of each part, by name. */
export type Parts = Readonly<Record<string, string>>;

/** A part's answer to a request of the gateway. */
export type AnswerOfPart = (
  part: string,
  request: {
    readonly query?: string | undefined;
    readonly variables?: Readonly<Record<string, unknown>> | undefined;
    readonly operationName?: string | undefined;
  },
) => Promise<ExecutionResult>;

export interface Rivals {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** What each executor answers to the same operation by the same parts; null when the operation is not valid. */
  readonly ask: (
    operation: RandomOperation,
  ) => Promise<{ readonly ours: ExecutionResult; readonly stock: ExecutionResult } | null>;
  /** How each execution of ours ran so far: compiled, or the reason why not. */
  readonly executions: readonly string[];
}

const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Our executor and Apollo's over the same mock parts. Null when the parts do not compose. */
export async function createMockRivals(parts: Parts, weather: Weather): Promise<Rivals | null> {
  const mocks = new Map(Object.entries(parts).map(([name, sdl]) => [name, createMockPart(name, sdl, weather)]));
  return createRivals(parts, async (part, request) => (await mocks.get(part)?.ask(request)) ?? { data: null });
}

/** Our executor and Apollo's over the same parts. Null when the parts do not compose. */
export async function createRivals(parts: Parts, answer: AnswerOfPart): Promise<Rivals | null> {
  const services = Object.entries(parts).map(([name, sdl]) => ({ name, url: `http://${name}`, typeDefs: parse(sdl) }));
  const { supergraphSdl } = composeServices(services);
  if (supergraphSdl === undefined) return null;
  const buildService = ({ name }: { readonly name: string }): GraphQLDataSource => ({
    process: async ({ request }) => {
      const { data = null, errors } = await answer(name, request);
      return { data, ...(errors === undefined ? {} : { errors: errors.map(told) }) };
    },
  });
  const executions: string[] = [];
  const apollo = { supergraphSdl, logger, buildService };
  const stock = await new ApolloGateway(apollo).load();
  const ours = await createCompiledGateway({
    apollo,
    operationsKept: 10,
    executed: (reason) => executions.push(reason ?? 'compiled'),
  }).load({ apollo: {} });
  const { schema } = stock;
  return {
    schema,
    executions,
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
