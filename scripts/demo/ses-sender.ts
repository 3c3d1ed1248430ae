import { createSign, randomUUID } from 'node:crypto';
import { selfSignedCertificate } from '@ucp/kit/testing/certificate';

/** SES as it talks to a webhook: records in messages of an SNS topic, signed by RSA under a certificate that SNS serves. */
export interface SesSender {
  readonly topicArn: string;
  /** A record of SES in a notification of the topic. */
  readonly post: (url: string, record: object, envelope?: Readonly<Record<string, string>>) => Promise<Response>;
  /** Asks to confirm the subscription of the topic. */
  readonly subscribe: (url: string, envelope?: Readonly<Record<string, string>>) => Promise<Response>;
  /** The body of a message of SNS, signed. */
  readonly sign: (envelope: Readonly<Record<string, string>>) => string;
  /** In the place of the network: serves the certificate and takes confirmations. */
  readonly request: typeof fetch;
  /** Addresses at which subscriptions were confirmed. */
  readonly confirmed: readonly string[];
}

const origin = 'https://sns.us-east-1.amazonaws.com';
const certificateUrl = `${origin}/SimpleNotificationService-0123456789abcdef.pem`;
const signed = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
};

export function createSesSender(topicArn = 'arn:aws:sns:us-east-1:123456789012:ses-events'): SesSender {
  const { privateKey, certificate } = selfSignedCertificate('sns.amazonaws.com');
  const confirmed: string[] = [];

  const sign = (given: Readonly<Record<string, string>>): string => {
    const envelope: Record<string, string> = {
      MessageId: randomUUID(),
      TopicArn: topicArn,
      Timestamp: new Date().toISOString(),
      SignatureVersion: '2',
      SigningCertURL: certificateUrl,
      ...given,
    };
    const names = envelope.Type === 'Notification' ? signed.Notification : signed.SubscriptionConfirmation;
    const text = names.flatMap((name) => (name in envelope ? [`${name}\n${envelope[name]}\n`] : [])).join('');
    const digest = envelope.SignatureVersion === '1' ? 'sha1' : 'sha256';
    return JSON.stringify({ ...envelope, Signature: createSign(digest).update(text).sign(privateKey, 'base64') });
  };
  const send = (url: string, envelope: Readonly<Record<string, string>>) =>
    fetch(url, {
      method: 'POST',
      body: sign(envelope),
      headers: { 'content-type': 'text/plain; charset=UTF-8', 'x-amz-sns-message-type': envelope.Type ?? '' },
    });
  return {
    topicArn,
    confirmed,
    sign,
    post: (url, record, envelope = {}) =>
      send(url, { Type: 'Notification', Message: JSON.stringify(record), ...envelope }),
    subscribe: (url, envelope = {}) =>
      send(url, {
        Type: 'SubscriptionConfirmation',
        Message: 'You have chosen to subscribe to the topic.',
        Token: 'token-of-the-subscription',
        SubscribeURL: `${origin}/?Action=ConfirmSubscription&TopicArn=${topicArn}&Token=token-of-the-subscription`,
        ...envelope,
      }),
    request: async (input) => {
      const url = String(input);
      if (url === certificateUrl) return new Response(certificate);
      if (!url.startsWith(`${origin}/?Action=ConfirmSubscription`)) return new Response('', { status: 404 });
      confirmed.push(url);
      return new Response('<ConfirmSubscriptionResponse/>');
    },
  };
}
