import { type Door, type DoorRequest, type DoorResponse, jsonResponse } from '@ucp/kit/door';
import { accountAndNoOf } from '@ucp/kit/ids';
import type { IngestResult } from './actions/ingest.ts';
import type { Channel } from './channel.ts';
import type { Translated } from './event.ts';

/** Largest webhook that is read, in bytes. SendGrid posts at most some 10,000 events, Twilio one. */
export const webhookLimit = 5 * 1024 * 1024;

export interface Provider {
  /** In lower case, as in the path. */
  readonly name: string;
  readonly verify: (secret: string, request: DoorRequest, body: Buffer) => boolean;
  /** Null when the body is nothing the provider sends. */
  readonly translate: (body: Buffer) => Translated | null;
  /** What a provider is answered once everything is committed. */
  readonly answer: (result: IngestResult) => DoorResponse;
}

const refusal = (status: number, code: string, message: string): DoorResponse =>
  jsonResponse(status, { error: { code, message } });
const unknownSource = refusal(404, 'NOT_FOUND', 'No source of events is at this path.');

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
      if (place === null || source === null) return unknownSource;
      if (source.provider !== provider.name.toUpperCase() || !segment.startsWith(`${source.name}-`))
        return unknownSource;
      if (!provider.verify(channel.configure.openSecret(source), request, body)) {
        return refusal(403, 'FORBIDDEN', 'The signature does not belong to these bytes and this address.');
      }
      const translated = provider.translate(body);
      if (translated === null) return refusal(400, 'BAD_USER_INPUT', 'The body is not what this provider sends.');
      const result = await channel.ingest(place.account, place.no, translated.events);
      void channel.touchSource(place.account, place.no).catch(() => {});
      return provider.answer(result);
    },
  };
}
