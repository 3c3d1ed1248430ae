import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { Caller } from './caller.ts';

/** What comes in by another way than GraphQL: a provider's webhook, a file. The gateway passes it to its owner as it is. */
export interface DoorRequest {
  readonly method: string;
  /** Path on the gateway with its query, for example `/webhooks/email/sendgrid/main-k3G7QAe5`. */
  readonly path: string;
  /** The whole address as the sender used it; signatures are checked against it. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** The bytes as they came; a stream where the door asks for one. */
  readonly body: Buffer | Readable;
  /** Null where the door authenticates by itself, as webhooks do. */
  readonly caller: Caller | null;
  /** IP of who asks, as far as trusted proxies tell; absent where nobody knows it. */
  readonly ip?: string | undefined;
}

export interface DoorResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | Readable;
}

/** `HEAD` is a door of its own: a door that is only looked at may have to do something else. */
export type DoorMethod = 'GET' | 'HEAD' | 'POST';

export interface Door {
  readonly method: DoorMethod;
  /** Path with parameters, for example `/webhooks/email/sendgrid/:source`. */
  readonly path: string;
  /** Scopes the caller's key must hold. Null: the door authenticates by itself. */
  readonly scopes: readonly string[] | null;
  /** True: the body is handed over as a stream, of any length. */
  readonly streams: boolean;
  readonly handle: (request: DoorRequest, params: Readonly<Record<string, string>>) => Promise<DoorResponse>;
}

/** The first door that fits, with the values of its parameters. */
export function findDoor(
  doors: readonly Door[],
  method: string,
  path: string,
): { door: Door; params: Record<string, string> } | null {
  const segments = segmentsOf(path);
  for (const door of doors) {
    const pattern = segmentsOf(door.path);
    if (door.method !== method || pattern.length !== segments.length) continue;
    const params: Record<string, string> = {};
    const fits = pattern.every((part, i) => {
      const segment = segments[i] ?? '';
      if (!part.startsWith(':')) return part === segment;
      params[part.slice(1)] = segment;
      return segment !== '';
    });
    if (fits) return { door, params };
  }
  return null;
}

const segmentsOf = (path: string): string[] => (path.split('?')[0] ?? '').split('/').filter((part) => part !== '');

export const jsonResponse = (
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): DoorResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
});
