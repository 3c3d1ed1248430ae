import './no-telemetry.ts';
import { randomUUID } from 'node:crypto';
import type { Caller } from '@ucp/kit/caller';
import type { Clock } from '@ucp/kit/clock';
import type { Connection } from '@ucp/kit/connection';
import { CodedError, type ErrorCode, errorCodes } from '@ucp/kit/errors';
import type { Logger } from '@ucp/kit/log';
import { readGraph } from '@ucp/kit/parts-of-graph';
import { createPreferenceLinks } from '@ucp/kit/preference-links';
import type { Secret } from '@ucp/kit/secret';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { DocumentRules } from './access/document-rules.ts';
import { guardGateway } from './access/guarded-gateway.ts';
import { createPrincipals } from './access/principals.ts';
import type { Contract } from './contract.ts';
import { createCompiledGateway } from './executor/executor.ts';
import { countOperations } from './executor/operation-counts.ts';
import { type Explorer, isLoopback, registerExplorer } from './explorer/routes.ts';
import { registerHealth } from './health.ts';
import { registerDoors, TooLarge } from './ingress/doors.ts';
import { limits } from './limits.ts';
import { createReadOutbox } from './outbox/outbox.ts';
import { registerOutbox } from './outbox/routes.ts';
import { createPeople } from './preferences/people.ts';
import { registerPreferences } from './preferences/routes.ts';
import type { Profile } from './profile/profile.ts';
import { quiet } from './quiet.ts';
import { createPartSource } from './sources/part-source.ts';
import { registerSurfaces } from './surfaces.ts';

export type { DocumentRules };

/** A part as the graph reaches it. */
type GraphPart = Pick<Connection, 'name' | 'execute'>;

export interface GatewayOptions extends Contract {
  /** Every part of the supergraph but profile, in this process or another. */
  readonly parts: readonly Connection[];
  /** The gateway's own part. Whoever made it begins and ends it. */
  readonly profile: Profile;
  readonly clock: Clock;
  /** Which documents are known, and who may ask others. Default: none are, everybody. */
  readonly documents?: DocumentRules;
  /** That of the parts: links that they sign are followed here. */
  readonly secret: Secret;
  readonly log: Logger;
  /** Origin under which the outside reaches us; null: as each request names it. */
  readonly publicUrl: string | null;
  /** Proxies before us, addresses or networks: what they say of who asks is taken for true. Default: none. */
  readonly trustedProxies?: readonly string[];
  /** GraphiQL, built; null: it is not served. */
  readonly explorer: Explorer | null;
  /** Told each part that the graph reaches, gives what it reaches in its place. For measuring without databases. */
  readonly around?: (part: GraphPart) => GraphPart;
}

/** The gateway as a server that does not listen yet. */
export async function createGateway(options: GatewayOptions): Promise<FastifyInstance> {
  const {
    parts,
    profile,
    clock,
    supergraphSdl,
    partnerSdl,
    secret,
    log,
    publicUrl,
    trustedProxies = [],
    explorer,
  } = options;
  const supergraph = readGraph(supergraphSdl);
  const links = createPreferenceLinks(secret);
  const { around = (part: GraphPart) => part } = options;
  const sources = new Map([...parts, profile].map((part) => [part.name, createPartSource(around(part))]));

  const answerFailure = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const { status, code, message } = failureOf(error);
    if (code === 'INTERNAL') log.error({ requestId: request.id, err: error }, 'a request failed');
    return reply
      .status(status)
      .send({ error: { code, message, retryable: errorCodes[code].retryable, requestId: request.id } });
  };
  const app = fastify({
    logger: false,
    // Before any route: a path that cannot be read. Without it the framework answers in its own words.
    frameworkErrors: (error, request, reply) => void answerFailure(error, request, reply),
    bodyLimit: limits.graphBody,
    genReqId: requestId,
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    routerOptions: { maxParamLength: limits.pathPart },
  });
  const identity = identityOf(parts);
  const principals = createPrincipals(identity);
  const callerBy = async (request: FastifyRequest, authorization: string | undefined): Promise<Caller> => ({
    ...(await principals.of(authorization)),
    requestId: request.id,
    origin: publicUrl ?? `${request.protocol}://${request.host}`,
    revs: {},
  });
  const callerOf = (request: FastifyRequest): Promise<Caller> => callerBy(request, request.headers.authorization);

  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  app.setErrorHandler(answerFailure);
  app.setNotFoundHandler(() => {
    throw new CodedError('NOT_FOUND', 'There is nothing at this address.');
  });
  const metrics = registerHealth(app, [...parts, profile]);
  const gateway = createCompiledGateway({
    apollo: {
      supergraphSdl,
      logger: quiet(log),
      buildService: ({ name }) => {
        const source = sources.get(name);
        if (source === undefined)
          throw new Error(`the supergraph names the part "${name}", and nobody is connected under this name`);
        return source;
      },
    },
    operationsKept: limits.operationsKept,
    executed: countOperations(metrics),
  });
  const surfaces = await registerSurfaces(app, {
    gateway: guardGateway(gateway, supergraph),
    supergraph,
    partnerSdl,
    rules: options.documents ?? { manifests: [], modes: {} },
    callerOf,
    metrics,
    log,
  });
  if (explorer !== null) registerExplorer(app, explorer);
  registerOutbox(app, {
    read: createReadOutbox(parts, supergraph),
    callerOf: (request) => {
      const key = isLoopback(request) ? explorer?.opening()?.key : undefined;
      return callerBy(request, request.headers.authorization ?? (key === undefined ? undefined : `Bearer ${key}`));
    },
  });
  const people = createPeople(parts, identity, supergraph);
  await registerPreferences(app, { people, links, clock, log });
  await registerDoors(app, { parts: [...parts, profile], callerOf, publicUrl });
  // Runs when the requests under way have been answered.
  app.addHook('onClose', async () => {
    await surfaces.stop();
  });
  return app;
}

/** An id the sender chose is kept, so that its log and ours can be laid side by side. */
function requestId({ headers }: { readonly headers: NodeJS.Dict<string | string[]> }): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{1,100}$/.test(given) ? given : randomUUID();
}

/** What a request that failed outside of the graph is answered with. */
function failureOf(error: unknown): { readonly status: number; readonly code: ErrorCode; readonly message: string } {
  if (error instanceof TooLarge) return { status: 413, code: error.code, message: error.message };
  if (error instanceof CodedError)
    return { status: errorCodes[error.code].status, code: error.code, message: error.message };
  const status = Number(Object(error).statusCode);
  if (status === 413)
    return { status, code: 'BAD_USER_INPUT', message: `A request may have at most ${limits.graphBody} bytes.` };
  if (status >= 400 && status < 500) return { status, code: 'BAD_USER_INPUT', message: 'The request cannot be read.' };
  return { status: 500, code: 'INTERNAL', message: 'Something went wrong on our side.' };
}

/** Who knows the keys: the part whose graph answers for them. */
function identityOf(parts: readonly Connection[]): Connection {
  const identity = parts.find(({ name }) => name === 'identity');
  if (identity === undefined) throw new Error('no part knows the keys of accounts');
  return identity;
}
