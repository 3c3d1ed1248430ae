import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Caller } from './caller.ts';
import type { Connection } from './connection.ts';
import { CodedError, errorCodes } from './errors.ts';

/** Largest request of the gateway to a part, in bytes. */
export const bodyLimit = 10 * 1024 * 1024;
/** Milliseconds for which a connection is kept while nothing is asked. Callers are told, and let go of it a little before. */
export const connectionKept = 72_000;

const graphRequest = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/**
 * A server that answers fetches of the graph by itself and hands everything else on. A profile is some five fetches: what a
 * framework makes of each request took as long as reading, checking and answering it.
 * @param callerOf who asks by these bytes @throws CodedError UNAUTHENTICATED
 */
export function createGraphServer(
  execute: Connection['execute'],
  callerOf: (headers: IncomingMessage['headers'], body: Buffer) => Caller,
  others: RequestListener,
): Server {
  const server = createServer((request, response) => {
    if (request.method !== 'POST' || request.url !== '/graphql') return others(request, response);
    void answer(request, response);
  });
  server.keepAliveTimeout = connectionKept;
  // What is streamed takes as long as its sender; Node would cut it off after five minutes.
  server.requestTimeout = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const body = await collect(request);
      const caller = callerOf(request.headers, body);
      const { query, variables, operationName } = graphRequest.parse(JSON.parse(body.toString('utf8')));
      const asked = { query, variables: variables ?? {}, operationName: operationName ?? undefined };
      send(request, response, 200, JSON.stringify(await execute(asked, caller)));
    } catch (error) {
      const code = error instanceof CodedError ? error.code : 'INTERNAL';
      send(request, response, errorCodes[code].status, JSON.stringify({ error: { code } }));
    }
  };
  const send = (request: IncomingMessage, response: ServerResponse, status: number, text: string): void => {
    // One that is stopping lets its callers go with the answer; the rest of a request that was refused is not read.
    response.shouldKeepAlive &&= server.listening && request.complete;
    const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) };
    response.writeHead(status, headers).end(text);
  };
  return server;
}

/** Listens rather than iterates: an iterator makes several promises for each piece, and this is done for every fetch. */
export const collect = (payload: Readable): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    payload.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bodyLimit) chunks.push(chunk);
      else reject(new CodedError('BAD_USER_INPUT', `A request may have at most ${bodyLimit} bytes`));
    });
    payload.on('end', () =>
      resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)),
    );
    payload.on('error', reject);
  });
