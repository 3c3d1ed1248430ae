import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, GraphQLError, type GraphQLSchema, getOperationAST, parse, validate } from 'graphql';
import { type AsOf, createAsOf } from './as-of.ts';
import { guardSchema } from './auth.ts';
import type { Caller } from './caller.ts';
import type { Clock } from './clock.ts';
import { compileDocument, type ExecuteDocument } from './compiled-document.ts';
import type { Connection, GraphRequest, GraphResult } from './connection.ts';
import { type Door, findDoor, jsonResponse } from './door.ts';
import { CodedError } from './errors.ts';
import type { Follower } from './follower.ts';
import type { Health } from './health.ts';
import { inputPathOf } from './input-path.ts';
import type { Journal } from './journal.ts';
import type { Asking } from './kept-reads.ts';
import type { Logger } from './log.ts';
import type { Secret } from './secret.ts';

/** How mail to staff leaves: by the installation's own server, not by a sender of an account. */
export interface Notices {
  /** `smtps://user:password@mail.example.com` */
  readonly smtpUrl: string;
  /** `Contacts <contacts@example.com>` */
  readonly from: string;
}

/** What a subgraph is made of: the same for every one, so that whoever mounts them needs to know none of them. */
export interface SubgraphOptions {
  readonly databaseUrl: string;
  readonly clock: Clock;
  readonly secret: Secret;
  readonly log: Logger;
  /** Origin under which the outside reaches the gateway, for links in messages: `https://contacts.example.com`. */
  readonly publicUrl: string;
  /** Whether senders may lead into the network we run in. Default false: what is in their settings is the accounts' to say. */
  readonly allowPrivateSenders?: boolean | undefined;
  /** Null or absent: nobody of the staff can be told by mail. */
  readonly notices?: Notices | null | undefined;
  /** The graph all parts make together, for a part whose own inputs name what other parts declare. Absent: the repository's. */
  readonly supergraphSdl?: string | undefined;
  /** Bytes that a part may keep in memory to tell who belongs to an audience. */
  readonly audienceIndexBytes?: number | undefined;
  /** Told each SQL statement as it is sent. */
  readonly observe?: ((text: string) => void) | undefined;
}

/** Makes a subgraph, its database migrated. */
export type CreateSubgraph = (options: SubgraphOptions) => Promise<Subgraph>;

export interface Subgraph extends Connection {
  /** Reacts to the journal of another part, and asks it, if it has an interest in it. Call for every other part, before `start`. */
  readonly meet: (peer: Connection) => void;
  readonly start: () => Promise<void>;
  /** Ends what the part does by itself: following others, sending, working. It still answers; others may follow it to their end. */
  readonly rest: () => Promise<void>;
  /** Rests, and ends its connections; what was acknowledged is in the database. */
  readonly stop: () => Promise<void>;
}

/** What every resolver gets. `revs` collects which journal state the answer is true for, `asOf` which merges its reads knew of. */
export interface BaseContext extends Asking {
  readonly revs: Map<string, number>;
  readonly asOf: AsOf;
}

export interface SubgraphParts<Context extends BaseContext> {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** Loaders and actions of one request. */
  readonly contextOf: (base: BaseContext) => Context;
  readonly doors: readonly Door[];
  readonly journal: Journal;
  readonly followers: readonly Follower[];
  readonly health: () => Promise<Health>;
  readonly log: Logger;
}

interface ReadDocument {
  readonly document: DocumentNode;
  readonly execute: ExecuteDocument;
}

/** Documents of one subgraph are few: the gateway's fetches. The bound only guards against a flood. */
const documentLimit = 1_000;

/** The last schema of each subgraph of this process, by its resolvers: it takes 40 ms of the processor, and holds nobody's state. */
const schemas = new WeakMap<object, { readonly sdl: string; readonly schema: GraphQLSchema }>();

/** The schema of a subgraph out of its own SDL behind the common one, with `@auth` held. The same one where it is asked for again. */
export function schemaOf(commonSdl: string, ownSdl: string, resolvers: object): GraphQLSchema {
  const sdl = `${commonSdl}\n${ownSdl}`;
  const known = schemas.get(resolvers);
  if (known?.sdl === sdl) return known.schema;
  const schema = guardSchema(buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: { ...resolvers } }]));
  schemas.set(resolvers, { sdl, schema });
  return schema;
}

export const readSdl = (path: URL): string => readFileSync(path, 'utf8');

export type GraphParts<Context extends BaseContext> = Pick<
  SubgraphParts<Context>,
  'schema' | 'contextOf' | 'followers' | 'log'
>;

/** Answers requests of the graph. What a request has already seen elsewhere is folded before it is answered. */
export function createExecute<Context extends BaseContext>(parts: GraphParts<Context>): Connection['execute'] {
  const documents = new Map<string, ReadDocument | readonly GraphQLError[]>();

  const documentOf = (query: string): ReadDocument | readonly GraphQLError[] => {
    const known = documents.get(query);
    if (known !== undefined) return known;
    const made = readDocument(parts.schema, query);
    if (documents.size >= documentLimit) documents.clear();
    documents.set(query, made);
    return made;
  };

  const catchUp = (caller: Caller) =>
    Promise.all(
      parts.followers.flatMap((follower) => {
        const rev = caller.revs[follower.part];
        return rev === undefined ? [] : [follower.catchUp(caller.account, rev)];
      }),
    );

  return async ({ query, variables, operationName }: GraphRequest, caller: Caller): Promise<GraphResult> => {
    const read = documentOf(query);
    if (!('execute' in read)) return { errors: read.map(asUserInput) };
    try {
      await catchUp(caller);
    } catch (error) {
      return { errors: [asGraphQLError(error)] };
    }
    const revs = new Map<string, number>();
    const mutates = getOperationAST(read.document, operationName)?.operation === 'mutation';
    const asOf = createAsOf();
    const contextValue = parts.contextOf({ caller, mutates, revs, asOf });
    const result = await read.execute({ variableValues: variables ?? {}, operationName, contextValue });
    for (const error of result.errors ?? []) report(parts.log, caller, error);
    // Without data nothing ran: a value did not fit the type of its variable.
    if (result.data === undefined) return { errors: (result.errors ?? []).map(asUserInput) };
    const range = asOf.range();
    return { ...result, extensions: { revs: Object.fromEntries(revs), ...(range !== null && { asOf: range }) } };
  };
}

/** Answers requests of the graph and of the doors by one way, whether they come from this process or over HTTP. */
export function createAnswers<Context extends BaseContext>(
  parts: SubgraphParts<Context>,
): Pick<Connection, 'name' | 'execute' | 'doors' | 'knock' | 'journal' | 'health'> {
  return {
    name: parts.name,
    journal: parts.journal,
    health: parts.health,
    execute: createExecute(parts),
    ...createKnock(parts.doors),
  };
}

/** Answers requests of doors, and tells which doors there are. */
export const createKnock = (doors: readonly Door[]): Pick<Connection, 'doors' | 'knock'> => ({
  doors: async () => doors.map(({ method, path, scopes, streams }) => ({ method, path, scopes, streams })),
  knock: async (request) => {
    const found = findDoor(doors, request.method, request.path);
    if (found === null) return jsonResponse(404, { error: { code: 'NOT_FOUND', message: 'Nothing is at this path.' } });
    return found.door.handle(request, found.params);
  },
});

/** The value that was written does not fit: the caller's mistake, in the words of the scalar or of the language. */
const asUserInput = (error: GraphQLError): GraphQLError =>
  error instanceof CodedError ? error : new CodedError('BAD_USER_INPUT', error.message, inputPathOf(error));

function readDocument(schema: GraphQLSchema, query: string): ReadDocument | readonly GraphQLError[] {
  try {
    const document = parse(query);
    const errors = validate(schema, document);
    return errors.length === 0 ? { document, execute: compileDocument(schema, document) } : errors;
  } catch (error) {
    return [asGraphQLError(error)];
  }
}

const asGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError('internal', { originalError: Object(error) });

/** A failure nobody expected is logged whole; what the caller may see is decided at the gateway. */
function report(log: Logger, caller: Caller, error: GraphQLError): void {
  if (error.originalError instanceof CodedError || error instanceof CodedError) return;
  // A scalar that refuses what was written says so to the caller.
  if (error.originalError === undefined || error.originalError instanceof GraphQLError) return;
  log.error({ requestId: caller.requestId, path: error.path, err: error.originalError }, 'a resolver failed');
}
