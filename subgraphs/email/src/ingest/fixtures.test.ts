import { readFileSync } from 'node:fs';
import type { Translated } from '@ucp/channel/event';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { emailChannel } from '../email-channel.ts';
import { translateMailgun } from './mailgun.ts';
import { translatePostmark } from './postmark.ts';
import { translateSendGrid } from './sendgrid.ts';
import { translateSes } from './ses.ts';
import type { SnsEnvelope } from './sns-signature.ts';

const fixtures = z.object({
  source: z.string(),
  cases: z.array(
    z.object({
      name: z.string(),
      payload: z.unknown(),
      events: z.array(z.record(z.string(), z.unknown())).default([]),
      skipped: z.array(z.string()).default([]),
    }),
  ),
});

const envelope: SnsEnvelope = {
  Type: 'Notification',
  MessageId: '19ba9823-d7f2-53c1-860e-cb10e0d13dfc',
  TopicArn: 'arn:aws:sns:us-east-1:123456789012:events',
  Message: '',
  Timestamp: '2026-03-26T17:58:59.675Z',
  SignatureVersion: '1',
  Signature: '',
  SigningCertURL: '',
};

const translations: Readonly<Record<string, (payload: unknown) => Translated | null>> = {
  sendgrid: (payload) => translateSendGrid(Array.isArray(payload) ? payload : []),
  ses: (payload) => translateSes({ ...envelope, Message: JSON.stringify(payload) }),
  postmark: translatePostmark,
  mailgun: translateMailgun,
};

for (const [provider, translate] of Object.entries(translations)) {
  const { source, cases } = fixtures.parse(
    JSON.parse(readFileSync(new URL(`fixtures/${provider}.json`, import.meta.url), 'utf8')),
  );
  describe(`what ${source} documents`, () => {
    test.each(cases.map((each) => [each.name, each] as const))('%s', (_name, { payload, events, skipped }) => {
      const translated = translate(payload);
      expect(translated?.skipped).toEqual(skipped);
      expect(translated?.events).toHaveLength(events.length);
      expect(JSON.parse(JSON.stringify(translated?.events))).toMatchObject(events);
      for (const event of translated?.events ?? []) expect(emailChannel.kinds).toContain(event.kind);
      // What is sent again is the same event, and each recipient's event is one of its own.
      const keys = translated?.events.map(({ key }) => key);
      expect(translate(payload)?.events.map(({ key }) => key)).toEqual(keys);
      expect(new Set(keys).size).toBe(events.length);
    });
  });
}

test('a bounce that event publishing and identity feedback both tell of is one event', () => {
  const record = {
    mail: { messageId: 'm1', destination: ['ada@example.com'] },
    bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'ada@example.com' }], feedbackId: 'f1' },
  };
  const keyOf = (name: string) => translations.ses?.({ ...record, [name]: 'Bounce' })?.events.map(({ key }) => key);
  expect(keyOf('eventType')).toEqual(keyOf('notificationType'));
});
