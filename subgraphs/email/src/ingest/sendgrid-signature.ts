import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Reading a key takes as long as checking a signature; sources are few. */
const read = new Map<string, KeyObject | null>();
const readLimit = 1_000;

/** The key as SendGrid shows it: base64 of SPKI DER. Null when it is none on the curve P-256. */
export function sendGridKey(publicKey: string): KeyObject | null {
  const known = read.get(publicKey);
  if (known !== undefined) return known;
  const key = readKey(publicKey);
  if (read.size >= readLimit) read.clear();
  read.set(publicKey, key);
  return key;
}

function readKey(publicKey: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : null;
  } catch {
    return null;
  }
}

/**
 * Whether SendGrid signed these bytes: ECDSA P-256 with SHA-256 over timestamp and raw body, trailing line break included.
 * Source: Twilio SendGrid, Event Webhook Security Features. No window for replays is documented: they change nothing here.
 */
export function verifySendGrid(publicKey: string, rawBody: Buffer, headers: IncomingHttpHeaders): boolean {
  const signature = headers['x-twilio-email-event-webhook-signature'];
  const timestamp = headers['x-twilio-email-event-webhook-timestamp'];
  const key = sendGridKey(publicKey);
  if (typeof signature !== 'string' || typeof timestamp !== 'string' || key === null) return false;
  const bytes = Buffer.from(signature, 'base64');
  if (bytes.toString('base64') !== signature) return false;
  try {
    return verify('sha256', Buffer.concat([Buffer.from(timestamp), rawBody]), key, bytes);
  } catch {
    return false;
  }
}
