import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { counted, jsonOf, type Provider } from '@ucp/channel/webhook';
import { badInput } from '@ucp/kit/errors';
import { z } from 'zod';
import { sorted } from './event-details.ts';
import { translateMailgun } from './mailgun.ts';

interface MailgunSecret {
  readonly signingKey: string;
}

const posted = z.looseObject({
  signature: z.looseObject({
    // Ten digits until 2286. Of any length, the first digits of an overheard token could be moved to the time: the signature,
    // which is over both without a sign between them, would hold, and the token would be another that nothing is bound to.
    timestamp: z.string().regex(/^\d{10}$/),
    token: z.string().min(1).max(200),
    signature: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  'event-data': z.record(z.string(), z.unknown()),
});

const postedIn = (body: Buffer) => posted.safeParse(jsonOf(body)).data ?? null;

/** Whether Mailgun made this signature: hex of HMAC-SHA256 over timestamp and token. Source: Mailgun, Securing webhooks. */
export function verifyMailgun(
  signingKey: string,
  { timestamp, token, signature }: { readonly timestamp: string; readonly token: string; readonly signature: string },
): boolean {
  const own = createHmac('sha256', signingKey)
    .update(timestamp + token)
    .digest();
  const given = Buffer.from(signature, 'hex');
  return own.length === given.length && timingSafeEqual(own, given);
}

/**
 * Mailgun's signature covers no event: one that is overheard would sign any. So its token is bound to the event it first comes
 * with, and the same again is an honest retry. Mailgun tries for eight hours; two months are allowed, as a queue in between may
 * hold back what it has.
 */
export const mailgun: Provider<MailgunSecret> = {
  name: 'mailgun',
  readSecret: ({ signingKey }, field) => {
    const key = typeof signingKey === 'string' ? signingKey.trim() : '';
    if (key === '' || key.length > 200) {
      throw badInput(
        [...field, 'signingKey'],
        'MAILGUN needs "signingKey": the HTTP webhook signing key of its settings page, which is not the API key',
      );
    }
    return { signingKey: key };
  },
  verify: ({ signingKey }, _request, body) => {
    const post = postedIn(body);
    return post !== null && verifyMailgun(signingKey, post.signature);
  },
  tokenOf: (body) => {
    const post = postedIn(body);
    if (post === null) return null;
    const { token, timestamp } = post.signature;
    const digest = createHash('sha256')
      .update(JSON.stringify(sorted(post['event-data'])))
      .digest();
    return { token: `${timestamp} ${token}`, digest, signedAt: new Date(Number(timestamp) * 1000) };
  },
  translate: (body) => {
    const post = postedIn(body);
    return post === null ? null : translateMailgun(post['event-data']);
  },
  answer: counted,
};
