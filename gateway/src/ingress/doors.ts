import { Readable } from 'node:stream';
import { holds } from '@ucp/kit/auth';
import type { Caller } from '@ucp/kit/caller';
import type { Connection, DoorRoute } from '@ucp/kit/connection';
import { type DoorResponse, findDoor } from '@ucp/kit/door';
import { CodedError, errorCodes, isErrorCode } from '@ucp/kit/errors';
import { sendDoor } from '@ucp/kit/http-server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { limits } from '../limits.ts';

/** A part as its doors are reached. */
type Entrance = Pick<Connection, 'doors' | 'knock'>;

export interface DoorOptions {
  readonly parts: readonly Entrance[];
  readonly callerOf: (request: FastifyRequest) => Promise<Caller>;
  /** Origin under which the outside reaches us, for signatures over the address; null: as the request names it. */
  readonly publicUrl: string | null;
}

/** Passes every other request to the part whose door it is. Which doors there are the parts say themselves. */
export async function registerDoors(app: FastifyInstance, { parts, callerOf, publicUrl }: DoorOptions): Promise<void> {
  const known = new Map<Entrance, readonly DoorRoute[]>();

  const look = (method: string, path: string) => {
    for (const part of parts) {
      const routes = known.get(part) ?? [];
      const found = findDoor(
        routes.map((route) => ({ ...route, handle: nothing })),
        method,
        path,
      );
      if (found !== null) return { part, door: found.door };
    }
    return null;
  };
  /** A part that did not answer when it was asked first is asked again. */
  const learn = async () => {
    await Promise.all(
      parts
        .filter((part) => !known.has(part))
        .map(async (part) => {
          const routes = await part.doors().catch(() => null);
          if (routes !== null) known.set(part, routes);
        }),
    );
  };

  const find = async (method: string, path: string) => {
    const found = look(method, path);
    if (found !== null) return found;
    await learn();
    return look(method, path);
  };

  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // The bytes are the owner's: signatures are over them, and files are read as they come.
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.route({
      method: ['GET', 'HEAD', 'POST'],
      url: '/*',
      handler: async (request, reply) => {
        const found = await find(request.method, request.url);
        if (found === null) {
          if (known.size < parts.length)
            throw new CodedError('SUBGRAPH_UNAVAILABLE', 'The owner of this path cannot be reached at the moment.');
          throw new CodedError('NOT_FOUND', 'Nothing is at this path.');
        }
        const { part, door } = found;
        const caller = door.scopes === null ? null : await callerOf(request);
        if (caller !== null && door.scopes !== null && !holds(caller, door.scopes)) {
          throw new CodedError(
            'FORBIDDEN',
            `This needs the scope ${door.scopes.map((scope) => `"${scope}"`).join(' and ')}.`,
          );
        }
        const payload = request.body instanceof Readable ? request.body : Readable.from([]);
        const response = await part.knock({
          method: request.method,
          path: request.url,
          url: `${publicUrl ?? `${request.protocol}://${request.host}`}${request.url}`,
          headers: request.headers,
          body: door.streams ? payload : await bytesOf(payload),
          caller,
          ip: request.ip,
        });
        // A part that refuses a file answers before its end: the rest is read and dropped, or the connection would never end.
        payload.resume();
        return sendDoor(reply, withRequestId(response, request.id));
      },
    });
  });
}

/** A refusal of a part tells the request's id and whether to try again, as every error of ours; a page is passed on as it is. */
function withRequestId(response: DoorResponse, requestId: string): DoorResponse {
  const { status, headers, body } = response;
  const isError = status >= 400 && (headers?.['content-type'] ?? '').startsWith('application/json');
  if (!isError || body === undefined || body instanceof Readable) return response;
  const told = JSON.parse(String(body)).error;
  const code = Object(told).code;
  if (!isErrorCode(code)) return response;
  const error = { ...told, retryable: errorCodes[code].retryable, requestId };
  return { ...response, body: JSON.stringify({ error }) };
}

const nothing = async (): Promise<DoorResponse> => ({ status: 404 });

/**
 * The bytes of a request. Of too many the rest is read and dropped, so that the sender hears of it: a connection that is cut
 * while it sends tells it nothing. Who sends ten times the limit is cut off all the same.
 * @throws TooLarge
 */
async function bytesOf(payload: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of payload) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= limits.doorBody) chunks.push(bytes);
    else if (size > 10 * limits.doorBody) break;
  }
  if (size > limits.doorBody) throw new TooLarge(`A request may have at most ${limits.doorBody} bytes.`);
  return Buffer.concat(chunks);
}

/** Answered with 413. */
export class TooLarge extends CodedError {
  constructor(message: string) {
    super('BAD_USER_INPUT', message);
  }
}
