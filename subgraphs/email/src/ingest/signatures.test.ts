import { createHmac, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { DoorRequest } from '@ucp/kit/door';
import { selfSignedCertificate } from '@ucp/kit/testing/certificate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mailgun, verifyMailgun } from './mailgun-provider.ts';
import { postmark } from './postmark-provider.ts';
import { sendGrid } from './sendgrid-provider.ts';
import { createSes } from './ses-provider.ts';
import { createSnsRequests } from './sns-requests.ts';
import { signedText, snsEnvelope } from './sns-signature.ts';

/** `npm run test:full` alters each provider's requests five thousand times. */
const numRuns = Number(process.env.UCP_MUTATION_RUNS ?? 300);
const request = (headers: Readonly<Record<string, string>>): DoorRequest => ({
  method: 'POST',
  path: '/webhooks/email/x/main',
  url: 'https://example.com/webhooks/email/x/main',
  headers,
  body: Buffer.alloc(0),
  caller: null,
});

/** Flips one bit of a text; the bit's place is a fraction of its length. */
function flipped(text: string | Buffer, place: number): Buffer {
  const bytes = Buffer.from(text);
  const bit = Math.floor(place * bytes.length * 8);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return bytes;
}
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const words = fc.string({ unit: 'grapheme', maxLength: 40 });

describe('a request of SendGrid', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  const signed = (body: Buffer, timestamp: string) => ({
    'x-twilio-email-event-webhook-timestamp': timestamp,
    'x-twilio-email-event-webhook-signature': createSign('sha256')
      .update(timestamp)
      .update(body)
      .sign(privateKey, 'base64'),
  });
  const names = ['x-twilio-email-event-webhook-timestamp', 'x-twilio-email-event-webhook-signature'] as const;

  test('is genuine as it was signed, and in no other way: body, headers and key bit by bit', () => {
    fc.assert(
      fc.property(
        fc.array(words),
        fc.nat(2 ** 31),
        fc.constantFrom('body', 'key', ...names),
        place,
        (list, at, part, bit) => {
          const body = Buffer.from(`${JSON.stringify(list)}\r\n`);
          const headers = signed(body, String(at));
          const key = (bytes: Buffer) => ({ publicKey: bytes.toString('base64') });
          expect(sendGrid.verify(key(spki), request(headers), body)).toBe(true);
          if (part === 'body') expect(sendGrid.verify(key(spki), request(headers), flipped(body, bit))).toBe(false);
          else if (part === 'key') {
            // The point on the curve, which the last 64 bytes are.
            const other = Buffer.concat([spki.subarray(0, -64), flipped(spki.subarray(-64), bit)]);
            expect(sendGrid.verify(key(other), request(headers), body)).toBe(false);
          } else {
            const altered = { ...headers, [part]: flipped(headers[part], bit).toString('latin1') };
            expect(sendGrid.verify(key(spki), request(altered), body)).toBe(false);
          }
        },
      ),
      { numRuns },
    );
  });
});

describe('a message of SNS', () => {
  const { privateKey, certificate } = selfSignedCertificate('sns.amazonaws.com');
  const url = 'https://sns.eu-north-1.amazonaws.com/SimpleNotificationService-0123.pem';
  const asked: string[] = [];
  const ses = createSes(
    createSnsRequests(async (input) => {
      asked.push(String(input));
      return String(input) === url ? new Response(certificate) : new Response('', { status: 404 });
    }),
  );
  const topicArn = 'arn:aws:sns:eu-north-1:123456789012:events';
  const messageOf = (given: Readonly<Record<string, string>>) => {
    const fields = {
      Type: 'Notification',
      MessageId: 'a1b2',
      TopicArn: topicArn,
      Message: '{}',
      Timestamp: '2026-03-26T17:58:59.675Z',
      SignatureVersion: '2',
      Signature: '',
      SigningCertURL: url,
      ...given,
    };
    const digest = fields.SignatureVersion === '1' ? 'sha1' : 'sha256';
    const Signature = createSign(digest)
      .update(signedText(snsEnvelope.parse(fields)))
      .sign(privateKey, 'base64');
    return Buffer.from(JSON.stringify({ ...fields, Signature }));
  };
  const isGenuine = (body: Buffer, topicArns = [topicArn]) => ses.verify({ topicArns }, request({}), body);

  test('is signed over names and values, line by line, of what is present', () => {
    const envelope = snsEnvelope.parse(JSON.parse(messageOf({ Subject: 'Hello' }).toString()));
    expect(signedText(envelope)).toBe(
      `Message\n{}\nMessageId\na1b2\nSubject\nHello\nTimestamp\n2026-03-26T17:58:59.675Z\nTopicArn\n${topicArn}\nType\nNotification\n`,
    );
    expect(signedText({ ...envelope, Subject: undefined })).not.toContain('Subject');
    const confirmation = {
      ...envelope,
      Type: 'SubscriptionConfirmation',
      Token: 't',
      SubscribeURL: 'https://x',
    } as const;
    expect(signedText(confirmation)).toMatch(
      /^Message\n.*\nMessageId\n.*\nSubscribeURL\n.*\nTimestamp\n.*\nToken\nt\nTopicArn\n/,
    );
  });

  test.each(['1', '2'])(
    'is genuine as it was signed by version %s, and in no other way: bit by bit',
    async (SignatureVersion) => {
      await fc.assert(
        fc.asyncProperty(words, fc.option(words, { nil: undefined }), place, async (text, subject, bit) => {
          const body = messageOf({
            SignatureVersion,
            Message: JSON.stringify({ text }),
            ...(subject === undefined ? {} : { Subject: subject }),
          });
          expect(await isGenuine(body)).toBe(true);
          expect(await isGenuine(flipped(body, bit))).toBe(false);
        }),
        { numRuns: Math.ceil(numRuns / 2) },
      );
    },
  );

  test('of a topic that is not configured says nothing, however well it is signed', async () => {
    expect(await isGenuine(messageOf({}), ['arn:aws:sns:eu-north-1:123456789012:others'])).toBe(false);
  });

  test.each([
    'http://sns.eu-north-1.amazonaws.com/a.pem',
    'https://sns.eu-north-1.amazonaws.com.evil.com/a.pem',
    'https://evil.com/sns.eu-north-1.amazonaws.com/a.pem',
    'https://sns.eu-north-1.amazonaws.com:8443/a.pem',
    'https://user@sns.eu-north-1.amazonaws.com/a.pem',
    'https://sns.eu-north-1.amazonaws.com/a.txt',
    'https://sns.eu-north-1.amazonaws.com/?Action=x&y=.pem',
    'https://sns.x.amazonaws.com/a.pem',
    'https://127.0.0.1/a.pem',
    'https://sns.eu-north-1.amazonaws.com@127.0.0.1/a.pem',
    'file:///etc/a.pem',
    'a.pem',
  ])('that names its certificate at %s is refused, and nobody is asked', async (SigningCertURL) => {
    asked.length = 0;
    expect(await isGenuine(messageOf({ SigningCertURL }))).toBe(false);
    expect(asked).toEqual([]);
  });

  test.each(['constructor', 'toString', '__proto__'])(
    'of the version %s is none, and breaks nothing',
    async (SignatureVersion) => {
      expect(await isGenuine(messageOf({ SignatureVersion }))).toBe(false);
    },
  );

  test('of a region in China is one of SNS too; of an unknown version it is none', async () => {
    asked.length = 0;
    const china = 'https://sns.cn-north-1.amazonaws.com.cn/SimpleNotificationService-1.pem';
    expect(await isGenuine(messageOf({ SigningCertURL: china }))).toBe(false);
    expect(asked).toEqual([china]);
    expect(await isGenuine(messageOf({ SignatureVersion: '3' }))).toBe(false);
  });

  test('needs its certificate once: it is kept, and asked for again only when there was none', async () => {
    let answers = 0;
    const answer = [new Response('', { status: 404 }), new Response(certificate)];
    const { certificate: fetched } = createSnsRequests(async () => answer[answers++] ?? Response.error());
    expect(await fetched(url)).toBeNull();
    expect(await Promise.all([fetched(url), fetched(url)])).toEqual([certificate, certificate]);
    expect(await fetched(url)).toBe(certificate);
    expect(answers).toBe(2);
  });

  test('waits while SNS cannot be asked: it is not refused for good, and long or redirected answers are none', async () => {
    const away = createSnsRequests(async () => Promise.reject(new Error('getaddrinfo ENOTFOUND sns')));
    await expect(away.certificate(url)).rejects.toMatchObject({
      code: 'OVERLOADED',
      message: expect.not.stringContaining('ENOTFOUND'),
    });
    const long = createSnsRequests(async () => new Response('x'.repeat(100_000)));
    await expect(long.certificate(url)).rejects.toMatchObject({ code: 'OVERLOADED' });
    let redirect: unknown;
    await createSnsRequests(async (_url, init) => {
      redirect = init?.redirect;
      return new Response(certificate);
    }).certificate(url);
    expect(redirect).toBe('error');
  });
});

describe('a request of Postmark', () => {
  const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
  const printable = fc.string({
    unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
    minLength: 1,
    maxLength: 40,
  });

  test('is genuine with its user name and password, and with no other: bit by bit', () => {
    fc.assert(
      fc.property(
        printable.filter((name) => !name.includes(':')),
        printable,
        place,
        fc.boolean(),
        (username, password, bit, inHeader) => {
          const secret = { username, password };
          const { authorization } = basic(`${username}:${password}`);
          expect(postmark.verify(secret, request({ authorization }), Buffer.alloc(0))).toBe(true);
          const altered = inHeader
            ? { authorization: `Basic ${flipped(authorization.slice(6), bit).toString('latin1')}` }
            : basic(flipped(`${username}:${password}`, bit).toString('latin1'));
          expect(postmark.verify(secret, request(altered), Buffer.alloc(0))).toBe(false);
        },
      ),
      { numRuns },
    );
  });

  test.each([
    {},
    { authorization: '' },
    { authorization: 'Basic' },
    { authorization: 'Bearer dTpw' },
    { authorization: 'Basic !' },
  ])('without them is none: %j', (headers) => {
    expect(postmark.verify({ username: 'u', password: 'p' }, request(headers), Buffer.alloc(0))).toBe(false);
  });
});

describe('a request of Mailgun', () => {
  // The vector of Mailgun's own client libraries.
  const vector = {
    timestamp: '1403645220',
    token: '5egbgr1vjgqxtrnp65xfznchgdccwh5d6i09vijqi3whgowmn6',
    signature: '9cfc5c41582e51246e73c88d34db3af0a3a2692a76fbab81492842f000256d33',
  };
  test('of the libraries’ example is genuine, and with another key, time or token it is not', () => {
    const key = 'key-3ax6xnjp29jd6fds4gc373sgvjxteol0';
    expect(verifyMailgun(key, vector)).toBe(true);
    expect(verifyMailgun(`${key}1`, vector)).toBe(false);
    expect(verifyMailgun(key, { ...vector, timestamp: '1403645221' })).toBe(false);
    expect(verifyMailgun(key, { ...vector, token: `${vector.token}x` })).toBe(false);
  });

  test('is none with the border between time and token moved, which the signature does not tell: the token would not be known', () => {
    const signingKey = 'key-0123456789';
    const posted = (timestamp: string, token: string) => {
      const signature = createHmac('sha256', signingKey)
        .update(timestamp + token)
        .digest('hex');
      return Buffer.from(JSON.stringify({ signature: { timestamp, token, signature }, 'event-data': {} }));
    };
    const isGenuine = (body: Buffer) => mailgun.verify({ signingKey }, request({}), body);
    expect(isGenuine(posted('1529006854', '5egbgr1vjg'))).toBe(true);
    expect([isGenuine(posted('15290068545', 'egbgr1vjg')), isGenuine(posted('152900685', '45egbgr1vjg'))]).toEqual([
      false,
      false,
    ]);
  });

  test('is genuine as it was signed, and in no other way: body and key bit by bit, with its token bound to its event', () => {
    fc.assert(
      fc.property(words, place, fc.boolean(), (text, bit, inKey) => {
        const signingKey = 'key-0123456789';
        const [timestamp, token] = ['1529006854', randomBytes(25).toString('hex')];
        const signature = createHmac('sha256', signingKey)
          .update(timestamp + token)
          .digest('hex');
        const body = Buffer.from(
          JSON.stringify({ signature: { timestamp, token, signature }, 'event-data': { event: 'opened', text } }),
        );
        expect(mailgun.verify({ signingKey }, request({}), body)).toBe(true);
        if (inKey) {
          const other = flipped(signingKey, bit).toString('latin1');
          expect(mailgun.verify({ signingKey: other }, request({}), body)).toBe(false);
          return;
        }
        const altered = flipped(body, bit);
        const bound = mailgun.tokenOf?.(body);
        const use = mailgun.tokenOf?.(altered);
        const isBound = use?.token === bound?.token && use?.digest.equals(bound?.digest ?? Buffer.alloc(0));
        expect(mailgun.verify({ signingKey }, request({}), altered) === true && isBound).toBe(false);
      }),
      { numRuns },
    );
  });
});
