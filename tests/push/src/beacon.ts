import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ChannelEvent } from '@ucp/channel/event';
import type { Provider } from '@ucp/channel/webhook';
import { jsonResponse } from '@ucp/kit/door';
import { badInput } from '@ucp/kit/errors';
import { z } from 'zod';

const known = z.array(z.object({ id: z.string(), device: z.string(), event: z.enum(['send', 'tap']), at: z.string() }));

export const signatureOf = (secret: string, body: Buffer | string): string =>
  createHmac('sha256', secret).update(body).digest('hex');

/** The provider of the push channel: JSON, signed by HMAC over the bytes. */
export const beacon: Provider<{ readonly key: string }> = {
  name: 'beacon',
  readSecret: ({ key }, field) => {
    if (typeof key !== 'string') throw badInput([...field, 'key'], 'BEACON needs "key"');
    return { key };
  },
  verify: ({ key: secret }, { headers }, body) => {
    const [given, own] = [Buffer.from(String(headers['x-beacon-signature'])), Buffer.from(signatureOf(secret, body))];
    return given.length === own.length && timingSafeEqual(given, own);
  },
  translate: (body) => {
    const events = known.safeParse(JSON.parse(body.toString('utf8'))).data;
    return events === undefined ? null : { skipped: [], events: events.map(channelEvent) };
  },
  answer: () => jsonResponse(200, {}),
};

const channelEvent = ({ id, device, event, at }: z.output<typeof known>[number]): ChannelEvent => ({
  key: id,
  at: new Date(at),
  address: device,
  kind: event.toUpperCase(),
  machine: false,
  messageId: null,
  details: { provider: 'beacon' },
  acquisition: { kind: 'API', detail: 'beacon events' },
});
