import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Caller } from './caller.ts';
import { serviceScope } from './caller.ts';
import type { Connection } from './connection.ts';
import type { DoorResponse } from './door.ts';
import { CodedError, errorCodes } from './errors.ts';
import { bodyLimit, collect, createGraphServer } from './graph-server.ts';
import { hashOf, type Tokens } from './token.ts';

/** Header under which the gateway hands over the address as the sender of a webhook used it. */
export const originalUrlHeader = 'x-ucp-original-url';
/** Header under which the gateway hands over the IP of who asks. */
export const clientIpHeader = 'x-ucp-client-ip';
/** Header of our token; `authorization` stays what a webhook's sender wrote, as some providers authenticate by it. */
export const tokenHeader = 'x-ucp-token';

const journalRequest = z.union([
  z.object({ heads: z.number() }),
  z.object({ account: z.number().int(), after: z.number(), kinds: z.array(z.string()).optional() }),
  z.object({ change: z.number().max(30_000) }),
]);

/**
 * Serves one subgraph to the gateway and to the other parts, and to nobody else: without a genuine token bound to the
 * request's bytes the answer is 401 and nothing runs.
 */
export function createHttpServer(subgraph: Connection, tokens: Tokens): FastifyInstance {
  const callerOf = (headers: IncomingHttpHeaders, bound: Buffer | string): Caller => {
    const token = headers[tokenHeader];
    const caller = typeof token === 'string' ? tokens.verify(subgraph.name, token, hashOf(bound)) : null;
    if (caller === null) throw new CodedError('UNAUTHENTICATED', 'This part answers the gateway only.');
    return caller;
  };
  const app = fastify({
    bodyLimit,
    logger: false,
    serverFactory: (others) => createGraphServer(subgraph.execute, callerOf, others),
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (request, payload, done) => {
    if (request.url.startsWith('/doors/streamed/')) done(null, payload);
    else collect(payload).then((body) => done(null, body), done);
  });

  const demandService = (request: FastifyRequest, bound: Buffer | string): void => {
    const caller = callerOf(request.headers, bound);
    if (!caller.scopes.includes(serviceScope))
      throw new CodedError('FORBIDDEN', 'This is for the parts of the system only.');
  };

  // One that is stopping lets its callers go with the answer.
  app.addHook('onSend', async (_request, reply) => {
    if (!app.server.listening) reply.header('connection', 'close');
  });
  app.setErrorHandler((error, _request, reply) => {
    const code = error instanceof CodedError ? error.code : 'INTERNAL';
    return reply.status(errorCodes[code].status).send({ error: { code } });
  });

  app.post('/journal', async (request) => {
    const body = bytesOf(request.body);
    demandService(request, body);
    const asked = journalRequest.parse(JSON.parse(body.toString('utf8')));
    if ('heads' in asked) return { heads: await subgraph.journal.heads(asked.heads) };
    if ('account' in asked) return subgraph.journal.after(asked.account, asked.after, asked.kinds);
    await subgraph.journal.change(asked.change);
    return {};
  });

  app.get('/doors', async (request) => {
    demandService(request, request.url);
    return { doors: await subgraph.doors() };
  });

  app.get('/health', async (request, reply) => {
    demandService(request, request.url);
    return reply.send(await subgraph.health());
  });

  app.all('/doors/*', async (request, reply) => {
    const streamed = request.url.startsWith('/doors/streamed/');
    const path = request.url.slice(streamed ? '/doors/streamed'.length : '/doors'.length);
    const body = streamed ? streamOf(request.body) : bytesOf(request.body);
    const caller = callerOf(
      request.headers,
      Buffer.isBuffer(body) ? Buffer.concat([Buffer.from(`${path}\n`), body]) : path,
    );
    const url = String(request.headers[originalUrlHeader] ?? path);
    const response = await subgraph.knock({
      method: request.method,
      path,
      url,
      headers: request.headers,
      body,
      caller,
      ip: request.headers[clientIpHeader]?.toString(),
    });
    return sendDoor(reply, response);
  });

  app.get('/livez', async () => ({ ok: true }));
  return app;
}

export function sendDoor(reply: FastifyReply, response: DoorResponse): FastifyReply {
  return reply
    .status(response.status)
    .headers(response.headers ?? {})
    .send(response.body ?? '');
}

const bytesOf = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));
const streamOf = (body: unknown): Readable => (body instanceof Readable ? body : Readable.from([]));
