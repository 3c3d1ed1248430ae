import { finished, PassThrough, Readable } from 'node:stream';
import { Pool } from 'undici';
import { type Caller, serviceCaller } from './caller.ts';
import type { Connection, DoorRoute } from './connection.ts';
import type { DoorMethod, DoorResponse } from './door.ts';
import { CodedError } from './errors.ts';
import { type Health, unwell } from './health.ts';
import { clientIpHeader, originalUrlHeader, tokenHeader } from './http-server.ts';
import type { JournalHead, JournalPage } from './journal.ts';
import { type Answer, exchange } from './remote-exchange.ts';
import { createRemoteGraph } from './remote-graph.ts';
import { deadline, Unreached } from './remote-limits.ts';
import { hashOf, type Tokens } from './token.ts';

const connections = 64;

/** A part in another process. `from` is who calls, for the calls that are made in no user's name. */
export function connectRemotely(
  name: string,
  origin: string,
  tokens: Tokens,
  from: string,
): Connection & { close: () => Promise<void> } {
  const pool = new Pool(origin, { connections, headersTimeout: deadline, bodyTimeout: deadline, pipelining: 1 });
  const service = serviceCaller(from);

  const send = async (
    method: DoorMethod,
    path: string,
    caller: Caller,
    body: Buffer | string | Readable | null,
    options: { bound?: Buffer | string; headers?: Record<string, string>; wait?: number } = {},
  ): Promise<Answer> => {
    const bound = options.bound ?? (body === null || body instanceof Readable ? path : body);
    const token = tokens.sign(name, caller, hashOf(bound));
    const wait = options.wait ?? deadline;
    const headers = { 'content-type': 'application/json', ...options.headers, [tokenHeader]: token };
    try {
      // What is streamed takes as long as its sender.
      const within = body instanceof Readable ? null : wait;
      return await exchange(pool, { method, path, headers, body, headersTimeout: wait }, within);
    } catch (error) {
      throw asUnavailable(name, error);
    }
  };

  const ask = async <Asked>(
    method: 'GET' | 'POST',
    path: string,
    body: object | null,
    wait?: number,
  ): Promise<Asked> => {
    const answer = await send(
      method,
      path,
      service,
      body === null ? null : JSON.stringify(body),
      wait === undefined ? {} : { wait },
    );
    if (answer.status !== 200) throw new CodedError('SUBGRAPH_UNAVAILABLE', `${name} cannot answer at the moment.`);
    return JSON.parse(answer.body.toString('utf8')) as Asked;
  };

  return {
    name,
    execute: createRemoteGraph(name, async (body, caller, wait) => {
      const answer = await send('POST', '/graphql', caller, body, { wait });
      if (answer.status >= 500) throw new Unreached(name);
      if (answer.status !== 200) throw new CodedError('SUBGRAPH_UNAVAILABLE', `${name} cannot answer at the moment.`);
      return answer.body;
    }),
    doors: async () => (await ask<{ doors: DoorRoute[] }>('GET', '/doors', null)).doors,
    knock: async (request): Promise<DoorResponse> => {
      const streamed = request.body instanceof Readable;
      const path = `${streamed ? '/doors/streamed' : '/doors'}${request.path}`;
      const bound = Buffer.isBuffer(request.body)
        ? Buffer.concat([Buffer.from(`${request.path}\n`), request.body])
        : request.path;
      const answer = await send(
        request.method === 'GET' || request.method === 'HEAD' ? request.method : 'POST',
        path,
        request.caller ?? service,
        request.body instanceof Readable ? handedOver(request.body) : request.body,
        {
          bound,
          headers: {
            ...forwarded(request.headers),
            [originalUrlHeader]: request.url,
            ...(request.ip === undefined ? {} : { [clientIpHeader]: request.ip }),
          },
        },
      );
      return { status: answer.status, headers: passedBack(answer.headers), body: answer.body };
    },
    journal: {
      heads: async (since) => (await ask<{ heads: JournalHead[] }>('POST', '/journal', { heads: since })).heads,
      after: (account, rev, kinds) => ask<JournalPage>('POST', '/journal', { account, after: rev, kinds }),
      change: async (wait) => {
        await ask('POST', '/journal', { change: wait }, wait + deadline);
      },
    },
    health: () => ask<Health>('GET', '/health', null, 2_000).catch(() => unwell(name, 'does not answer')),
    close: () => pool.close(),
  };
}

/**
 * The same body for undici to destroy when the answer comes before its end. Of the request itself it would take the socket
 * away first, and the sender's connection would never end.
 */
function handedOver(body: Readable): Readable {
  const copy = body.pipe(new PassThrough());
  finished(body, { writable: false }, (error) => {
    if (error !== null && error !== undefined) copy.destroy(error);
  });
  return copy;
}

function asUnavailable(name: string, error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  const late = error instanceof Error && /timeout/i.test(`${error.name} ${error.message}`);
  return late ? new CodedError('SUBGRAPH_TIMEOUT', `${name} did not answer in time.`) : new Unreached(name);
}

/** Headers of one hop, or replaced by ours; everything else of a webhook reaches its owner. */
const ownHeaders = new Set([
  tokenHeader,
  originalUrlHeader,
  clientIpHeader,
  'connection',
  'content-length',
  'host',
  'transfer-encoding',
  'keep-alive',
  'upgrade',
  'expect',
]);

function forwarded(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([key, value]) =>
    value === undefined || ownHeaders.has(key) ? [] : [[key, Array.isArray(value) ? value.join(', ') : value] as const],
  );
  return Object.fromEntries(entries);
}

const passedBack = (headers: Answer['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([key, value = '']) =>
      /^(content-type|content-disposition|content-security-policy|retry-after|location|cache-control|referrer-policy|x-robots-tag|x-content-type-options)$/.test(
        key,
      )
        ? [[key, Array.isArray(value) ? value.join(', ') : value] as const]
        : [],
    ),
  );
