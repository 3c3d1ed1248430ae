import { type KeyObject, verify, X509Certificate } from 'node:crypto';
import { z } from 'zod';

/** What SNS posts, of any of its three types. */
export const snsEnvelope = z.looseObject({
  Type: z.enum(['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation']),
  MessageId: z.string(),
  TopicArn: z.string(),
  Message: z.string(),
  Timestamp: z.string(),
  Subject: z.string().nullish(),
  Token: z.string().optional(),
  SubscribeURL: z.string().optional(),
  SignatureVersion: z.string(),
  Signature: z.string(),
  SigningCertURL: z.string(),
});
export type SnsEnvelope = z.output<typeof snsEnvelope>;

/** Gives the certificate at an address that `isCertificateUrl` allows; null when SNS has none there. */
export type FetchCertificate = (url: string) => Promise<string | null>;

const signedOfNotification = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'] as const;
const signedOfConfirmation = [
  'Message',
  'MessageId',
  'SubscribeURL',
  'Timestamp',
  'Token',
  'TopicArn',
  'Type',
] as const;

/** What SNS signs: name and value of these fields, each on a line, without those that are absent. */
export function signedText(envelope: SnsEnvelope): string {
  const names = envelope.Type === 'Notification' ? signedOfNotification : signedOfConfirmation;
  return names.flatMap((name) => (typeof envelope[name] === 'string' ? [`${name}\n${envelope[name]}\n`] : [])).join('');
}

const host = /^sns\.[a-zA-Z0-9-]{3,}\.amazonaws\.com(\.cn)?$/;

/** Whether an address is one of SNS itself: the guard of every request we make because a webhook says so. */
export function isSnsUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    url.protocol === 'https:' &&
    host.test(url.hostname) &&
    url.port === '' &&
    url.username === '' &&
    url.password === ''
  );
}

/** A certificate is a file of SNS, not what a query of it answers. */
export const isCertificateUrl = (text: string): boolean =>
  isSnsUrl(text) && new URL(text).pathname.endsWith('.pem') && new URL(text).search === '';

const digests: ReadonlyMap<string, string> = new Map([
  ['1', 'sha1'],
  ['2', 'sha256'],
]);

/**
 * Whether SNS signed this message: RSA over `signedText`, with SHA-1 (version 1) or SHA-256 (version 2), by the certificate that
 * the message names, which must be one of SNS. Source: Amazon SNS, Verifying the signatures of Amazon SNS messages.
 */
export async function verifySns(envelope: SnsEnvelope, fetchCertificate: FetchCertificate): Promise<boolean> {
  const digest = digests.get(envelope.SignatureVersion);
  if (digest === undefined || !isCertificateUrl(envelope.SigningCertURL)) return false;
  const signature = Buffer.from(envelope.Signature, 'base64');
  if (signature.toString('base64') !== envelope.Signature) return false;
  const certificate = await fetchCertificate(envelope.SigningCertURL);
  const key = certificate === null ? null : keyOf(certificate);
  return key !== null && verify(digest, Buffer.from(signedText(envelope)), key, signature);
}

function keyOf(certificate: string): KeyObject | null {
  try {
    const key = new X509Certificate(certificate).publicKey;
    return key.asymmetricKeyType === 'rsa' ? key : null;
  } catch {
    return null;
  }
}
