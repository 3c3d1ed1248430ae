import { createHmac, randomBytes } from 'node:crypto';

/** Mailgun as it talks to a webhook: one event a request, beside a signature over a time and a token. */
export interface MailgunSender {
  readonly signingKey: string;
  /** @param token default: a new one, as Mailgun makes for each event */
  readonly post: (url: string, eventData: object, token?: string) => Promise<Response>;
}

export function createMailgunSender(signingKey: string = randomBytes(16).toString('hex')): MailgunSender {
  return {
    signingKey,
    post: (url, eventData, token = randomBytes(25).toString('hex')) => {
      const timestamp = String(Math.floor(Date.now() / 1000));
      const signature = createHmac('sha256', signingKey)
        .update(timestamp + token)
        .digest('hex');
      return fetch(url, {
        method: 'POST',
        body: JSON.stringify({ signature: { timestamp, token, signature }, 'event-data': eventData }),
        headers: { 'content-type': 'application/json' },
      });
    },
  };
}
