import { randomUUID } from 'node:crypto';
import { ApolloServer, type GraphQLRequest } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { Caller } from '@ucp/kit/caller';
import { CodedError, errorCodes } from '@ucp/kit/errors';
import type { Logger } from '@ucp/kit/log';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { type createAdmit, unknownAutomatic } from './access/document-rules.ts';
import { finiteNumbers } from './access/finite-numbers.ts';
import type { GatewayInterface } from './access/guarded-gateway.ts';
import { DocumentStore, knownDocuments, type Manifest } from './access/known-documents.ts';
import type { DocumentRequest } from './access/named-document.ts';
import { operationSize } from './access/operation-size.ts';
import { soundVariables } from './access/sound-variables.ts';
import { storableTexts } from './access/storable-texts.ts';
import type { GatewayContext } from './context.ts';
import { codeOf, formatError, withRequestId } from './errors.ts';
import { limits } from './limits.ts';
import { quiet } from './quiet.ts';

/** A schema and those who ask it. */
export interface Surface {
  /** Answers a request of the graph. @param caller a refusal becomes the answer */
  readonly answer: (request: FastifyRequest, reply: FastifyReply, caller: Promise<Caller>) => unknown;
  /** Documents of the manifests that are not valid here, by hash, and why. */
  readonly findings: ReadonlyMap<string, string>;
  readonly stop: () => Promise<void>;
}

/** One schema over HTTP: what comes is admitted, read, checked and handed to the gateway. */
export async function createSurface(options: {
  readonly gateway: GatewayInterface;
  readonly manifests: readonly Manifest[];
  readonly admit: ReturnType<typeof createAdmit>;
  readonly log: Logger;
}): Promise<Surface> {
  const { gateway, manifests, admit, log } = options;
  const store = new DocumentStore();
  let findings: ReadonlyMap<string, string> = new Map();
  const forget = gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    const known = knownDocuments(apiSchema, manifests);
    store.know(known.documents);
    findings = known.findings;
  });
  const apollo = new ApolloServer<GatewayContext>({
    gateway,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    allowBatchedHttpRequests: false,
    // Named documents are found before the server looks at a request.
    persistedQueries: false,
    documentStore: store,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [operationSize, finiteNumbers, storableTexts],
    formatError,
    logger: quiet(log),
    plugins: [ApolloServerPluginLandingPageDisabled(), namedDocuments, soundVariables, failures(log)],
  });
  await apollo.start();
  return {
    answer: async (request, reply, caller) => {
      const handle = fastifyApolloHandler(apollo, {
        context: () =>
          contextOf(async () => {
            const who = await caller;
            const text = admit(documentRequestOf(request), who.role, store);
            return { caller: who, revs: new Map(), question: randomUUID(), text };
          }),
      });
      const answer: unknown = await handle.call(request.server, request, reply);
      return typeof answer === 'string' ? withRequestId(answer, request.id) : answer;
    },
    findings,
    stop: async () => {
      forget();
      await apollo.stop();
    },
  };
}

/** Without a caller and a document that it may ask nothing is planned: the whole request is answered by the refusal. */
async function contextOf(find: () => Promise<GatewayContext>): Promise<GatewayContext> {
  try {
    return await find();
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    throw new GraphQLError(error.message, {
      extensions: { ...error.extensions, http: { status: statusOf(error) } },
    });
  }
}

/** Clients that register documents as they go take any other status for a failure of the network. */
const statusOf = ({ code, message }: CodedError): number =>
  message === unknownAutomatic ? 200 : errorCodes[code].status;

function documentRequestOf({ method, body, query }: FastifyRequest): DocumentRequest & { operationName?: unknown } {
  if (method !== 'GET') return Object(body);
  const { extensions, ...rest }: Record<string, unknown> = Object(query);
  try {
    return { ...rest, ...(typeof extensions === 'string' ? { extensions: JSON.parse(extensions) } : {}) };
  } catch {
    // The server says what is wrong with it.
    return rest;
  }
}

/** Puts the text of a named document where the server looks for it. */
const namedDocuments = {
  requestDidStart: async ({
    request,
    contextValue,
  }: {
    readonly request: GraphQLRequest;
    readonly contextValue: GatewayContext;
  }) => {
    if (contextValue.text !== null) request.query = contextValue.text;
    // Seen to: the server would say that it supports none.
    if (request.extensions?.persistedQuery !== undefined) {
      const { persistedQuery: _, ...extensions } = request.extensions;
      request.extensions = extensions;
    }
  },
};

/** Logs what is masked before callers see it. */
const failures = (log: Logger) => ({
  requestDidStart: async ({ contextValue: { caller } }: { readonly contextValue: GatewayContext }) => ({
    didEncounterErrors: async ({
      errors,
    }: {
      readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
    }) => {
      for (const error of errors) {
        if (codeOf(error.extensions.code) !== 'INTERNAL') continue;
        log.error({ requestId: caller.requestId, reason: error.message }, 'a query failed');
      }
    },
  }),
});
