import { createPrivateKey, createPublicKey, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';

export interface SendGridEvent {
  readonly event: string;
  readonly email: string;
  /** Unix seconds. */
  readonly timestamp: number;
  readonly [field: string]: unknown;
}

/** SendGrid as it talks to a webhook: an array of events, signed by ECDSA over timestamp and bytes. */
export interface SendGridSender {
  readonly privateKey: string;
  /** Base64 of the SPKI DER key, as SendGrid shows it. */
  readonly publicKey: string;
  readonly post: (url: string, events: readonly SendGridEvent[]) => Promise<Response>;
  /** Posts bytes with a signature made for other ones. */
  readonly forge: (url: string, events: readonly SendGridEvent[]) => Promise<Response>;
}

/** @param pem private key of an earlier sender; default: a new one */
export function createSendGridSender(pem: string = newKey()): SendGridSender {
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey);
  const send = (url: string, body: string, signed: string) => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createSign('sha256').update(timestamp).update(signed).sign(privateKey, 'base64');
    return fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'X-Twilio-Email-Event-Webhook-Signature': signature,
        'X-Twilio-Email-Event-Webhook-Timestamp': timestamp,
      },
    });
  };
  const bodyOf = (events: readonly SendGridEvent[]) =>
    `${JSON.stringify(events.map((event) => ({ sg_event_id: randomUUID(), sg_message_id: 'message-1.filter', ...event })))}\r\n`;
  return {
    privateKey: pem,
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    post: (url, events) => {
      const body = bodyOf(events);
      return send(url, body, body);
    },
    forge: (url, events) => send(url, bodyOf(events), '[]'),
  };
}

const newKey = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
