import { type Door, type DoorRequest, type DoorResponse, jsonResponse } from '@ucp/kit/door';
import { accountAndNoOf } from '@ucp/kit/ids';
import type { IngestResult } from './actions/ingest.ts';
import type { Channel } from './channel.ts';
import type { Translated } from './event.ts';

/** Largest webhook that is read, in bytes. SendGrid posts at most some 10,000 events, the others one. */
export const webhookLimit = 5 * 1024 * 1024;

/** A provider's secret as its source is given it and as it is sealed: plain JSON. */
export type SecretInput = Readonly<Record<string, unknown>>;

/** A signature that covers a token, not the body: the token is bound to the body it first comes with. */
export interface SignedToken {
  readonly token: string;
  /** Of what the body tells, the same for every retry. */
  readonly digest: Buffer;
  readonly signedAt: Date;
}

export interface Provider<Secret = unknown> {
  /** In lower case, as in the path. */
  readonly name: string;
  /** What is kept of the secret given. @throws CodedError BAD_USER_INPUT that names the field, which is below `field` */
  readSecret(given: SecretInput, field: readonly string[]): Secret;
  /** Whether the provider made this request. Anything may come in; it never throws for it. */
  verify(secret: Secret, request: DoorRequest, body: Buffer): boolean | Promise<boolean>;
  /** For signatures that do not cover the body; null when this body has none. */
  readonly tokenOf?: (body: Buffer) => SignedToken | null;
  /** Answers requests that tell of no events, for example those that set the webhook up. Null for all others. */
  readonly handshake?: (body: Buffer) => Promise<DoorResponse | null>;
  /** Null when the body is nothing the provider sends. */
  readonly translate: (body: Buffer) => Translated | null;
  /** What a provider is answered once everything is committed. */
  readonly answer: (result: IngestResult) => DoorResponse;
}

/** The answer of providers that read its status only. */
export const counted = ({ events }: IngestResult): DoorResponse =>
  jsonResponse(200, { received: events.length, new: events.filter((event) => event?.isNew).length });

/** The body as JSON; null when it is none. */
export function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

const refusal = (status: number, code: string, message: string): DoorResponse =>
  jsonResponse(status, { error: { code, message } });
const unknownSource = refusal(404, 'NOT_FOUND', 'No source of events is at this path.');
const notGenuine = refusal(403, 'FORBIDDEN', 'The signature does not belong to these bytes and this address.');

/** The door of one provider: nothing is read before the signature holds, and 2xx is answered after the commit only. */
export function webhookDoor(channel: Channel, provider: Provider): Door {
  return {
    method: 'POST',
    path: `/webhooks/${channel.kind.name.toLowerCase()}/${provider.name}/:source`,
    scopes: null,
    streams: false,
    handle: async (request, { source: segment = '' }) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      if (body.length > webhookLimit) {
        return refusal(413, 'BAD_USER_INPUT', `A webhook may have at most ${webhookLimit} bytes, got ${body.length}`);
      }
      const place = accountAndNoOf(segment.slice(segment.lastIndexOf('-') + 1));
      const source = place === null ? null : await channel.sourceByNo(place.account, place.no);
      if (place === null || source === null || source.archivedAt !== null) return unknownSource;
      if (source.provider !== provider.name.toUpperCase() || !segment.startsWith(`${source.name}-`))
        return unknownSource;
      const refuse = (response: DoorResponse): DoorResponse => {
        channel.countRefused(place.account, place.no);
        return response;
      };
      if (!(await isGenuine(provider, channel.configure.openSecrets(source), request, body))) return refuse(notGenuine);
      const token = provider.tokenOf?.(body) ?? null;
      if (token !== null && !(await channel.bindToken(place.account, place.no, token))) return refuse(notGenuine);
      const shaken = await provider.handshake?.(body);
      if (shaken !== null && shaken !== undefined) return shaken;
      const translated = provider.translate(body);
      if (translated === null)
        return refuse(refusal(400, 'BAD_USER_INPUT', 'The body is not what this provider sends.'));
      return provider.answer(await channel.ingest(place.account, { sourceNo: place.no, ...translated }));
    },
  };
}

/** By any of the secrets: while a source is rotated there are two. */
async function isGenuine(
  provider: Provider,
  secrets: readonly unknown[],
  request: DoorRequest,
  body: Buffer,
): Promise<boolean> {
  for (const secret of secrets) if (await provider.verify(secret, request, body)) return true;
  return false;
}
