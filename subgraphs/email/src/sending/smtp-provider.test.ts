import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:net';
import type { OpenSender, OutgoingMessage } from '@ucp/channel/outgoing';
import { CodedError } from '@ucp/kit/errors';
import { testSecret } from '@ucp/kit/testing/part';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MailServer, startMailServer, type Trouble } from '../testing/mail-server.ts';
import { createEmailContents, type EmailContent } from './email-content.ts';
import { createSmtp } from './smtp-provider.ts';

const smtp = createSmtp(true);
let server: MailServer;
const opened: OpenSender<EmailContent>[] = [];
beforeEach(async () => {
  server = await startMailServer({ user: 'u', password: 'p' });
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((sender) => sender.close()));
  await server.close();
});

const settings = { host: '127.0.0.1', user: 'u', password: 'p', from: 'Northwind <news@northwind.example>' };
function openSender(given: Readonly<Record<string, unknown>> = {}): OpenSender<EmailContent> {
  const sender = smtp.open(smtp.readSettings({ ...settings, port: server.port, ...given }, ['input', 'settings']));
  opened.push(sender);
  return sender;
}
const contents = createEmailContents(testSecret);
function messageOf(
  messageNo: number,
  html = '<p>Hallo Zoë</p>',
  to = 'ada@example.com',
): OutgoingMessage<EmailContent> {
  const at = new Date();
  const writing = {
    account: 1,
    messageNo,
    addressNo: 7,
    to,
    topic: null,
    campaign: null,
    view: {},
    publicUrl: 'https://contacts.example.com',
    at,
  };
  const written = contents.write(contents.readParts({ subject: 'Grüße', html }, []), 'FAIL', writing);
  if (!('content' in written)) throw new Error('not written');
  return { account: 1, messageNo, to, content: written.content, claimedAt: at };
}
const headersOf = (bytes: Buffer): Map<string, string> =>
  new Map(
    String(bytes)
      .split('\r\n\r\n', 1)[0]
      ?.replace(/\r\n[ \t]/g, ' ')
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );

test('a mail is handed over with our id, both one-click headers, and its html and text', async () => {
  const message = messageOf(1);
  expect(await openSender({ replyTo: 'help@northwind.example' }).send(message)).toEqual({
    is: 'SENT',
    providerMessageId: message.content.messageId,
  });
  const [mail] = server.received;
  expect(mail).toMatchObject({ from: 'news@northwind.example', to: ['ada@example.com'] });
  const headers = headersOf(mail?.bytes ?? Buffer.alloc(0));
  expect(headers.get('message-id')).toBe(`<${message.content.messageId}>`);
  expect(headers.get('from')).toBe('Northwind <news@northwind.example>');
  expect(headers.get('reply-to')).toBe('help@northwind.example');
  expect(headers.get('subject')).toBe('=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=');
  expect(headers.get('list-unsubscribe')).toMatch(/^<https:\/\/contacts\.example\.com\/u\/[\w.-]+>$/);
  expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  expect(headers.get('content-type')).toMatch(/^multipart\/alternative/);
  // On one line, however long: some programs look for it there.
  expect(String(mail?.bytes)).toMatch(/^List-Unsubscribe: <https:\/\/[^\r\n]+>\r$/m);
});

test.each<[Trouble, object]>([
  [{ at: 'CONNECT', does: 'CUT' }, { is: 'LATER' }],
  [
    { at: 'AUTH', code: 454, text: 'Temporary failure' },
    { is: 'LATER', code: '454' },
  ],
  [
    { at: 'MAIL', code: 451, text: '4.3.2 try later' },
    { is: 'LATER', code: '4.3.2' },
  ],
  [
    { at: 'MAIL', code: 550, text: '5.7.1 this sender is not yours' },
    { is: 'LATER', code: '5.7.1' },
  ],
  [
    { at: 'MAIL', code: 421, text: '4.7.0 too many connections' },
    { is: 'LATER', code: '4.7.0' },
  ],
  [{ at: 'MAIL', does: 'CUT' }, { is: 'LATER' }],
  [
    { at: 'RCPT', code: 450, text: '4.2.1 greylisted' },
    { is: 'LATER', code: '4.2.1' },
  ],
  [
    { at: 'RCPT', code: 550, text: '5.1.1 no such user' },
    { is: 'REFUSED', code: '5.1.1', suppression: null, detail: '550 5.1.1 no such user' },
  ],
  [
    { at: 'RCPT', code: 553, text: 'no' },
    { is: 'REFUSED', suppression: null },
  ],
  [{ at: 'RCPT', does: 'CUT' }, { is: 'LATER' }],
  [
    { at: 'END', code: 451, text: '4.3.0 not now' },
    { is: 'LATER', code: '4.3.0' },
  ],
  [
    { at: 'END', code: 554, text: '5.7.1 looks like spam' },
    { is: 'REFUSED', code: '5.7.1', suppression: null },
  ],
  [{ at: 'DATA', does: 'CUT' }, { is: 'UNKNOWN' }],
  [{ at: 'END', does: 'CUT' }, { is: 'UNKNOWN' }],
])('a server in trouble (%j) makes the outcome %j, and the next mail goes out', async (trouble, outcome) => {
  const sender = openSender();
  server.trouble(trouble);
  expect(await sender.send(messageOf(2))).toMatchObject(outcome);
  server.trouble(null);
  expect(await sender.send(messageOf(3))).toMatchObject({ is: 'SENT' });
  const takenWhole = trouble.at === 'END';
  expect(server.received).toHaveLength(takenWhole ? 2 : 1);
});

test('a connection that was used before and is cut before the message began costs nothing: the message goes by another', async () => {
  const sender = openSender();
  await sender.send(messageOf(1));
  server.trouble({ at: 'RCPT', does: 'CUT' });
  const second = sender.send(messageOf(2));
  setTimeout(() => server.trouble(null), 20);
  expect(await second).toMatchObject({ is: 'SENT' });
  expect(server.received).toHaveLength(2);
});

test('nobody there, a name that does not exist and a wrong password are all for later', async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = Object(closed.address());
  await new Promise((resolve) => closed.close(resolve));
  expect(await openSender({ port }).send(messageOf(1))).toMatchObject({
    is: 'LATER',
    code: 'ECONNREFUSED',
    detail: 'ECONNREFUSED',
  });
  expect(await openSender({ host: 'nowhere.invalid' }).send(messageOf(1))).toMatchObject({
    is: 'LATER',
    code: 'ENOTFOUND',
  });
  expect(await openSender({ password: 'wrong' }).send(messageOf(1))).toMatchObject({ is: 'LATER', code: '535' });
});

test('a server of the network we run in is not connected to unless it is allowed, by its address and by its name', async () => {
  for (const host of ['127.0.0.1', '::ffff:127.0.0.1', 'localhost']) {
    // As they were kept while it was allowed, or as a name leads there only now.
    const kept = smtp.readSettings({ ...settings, host, port: server.port }, []);
    const sender = createSmtp().open(kept);
    opened.push(sender);
    const outcome = await sender.send(messageOf(1));
    expect(outcome).toMatchObject({ is: 'REFUSED', code: 'HOST_NOT_ALLOWED', suppression: null });
    expect(JSON.stringify(outcome)).not.toMatch(/127|localhost/);
  }
  expect(server.connections()).toBe(0);
});

test.each(['10.0.0.5', '169.254.169.254', '::1', '::ffff:10.0.0.5', 'localhost', '127.1'])(
  'a sender that leads to %s is refused when it is made, the error names the field',
  (host) => {
    const read = () => createSmtp().readSettings({ ...settings, host }, ['input', 'settings']);
    expect(read).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', field: ['input', 'settings', 'host'] }));
    expect(read).not.toThrow(host);
    expect(smtp.readSettings({ ...settings, host }, [])).toMatchObject({ host });
  },
);

test('a server that stops answering is given up: for later before the message, unknown behind it', async () => {
  const stalled = async (at: 'CONNECT' | 'RCPT' | 'END') => {
    const silent = await startMailServer({ user: 'u', password: 'p' });
    silent.trouble({ at, does: 'STALL' });
    const { is } = await openSender({ port: silent.port }).send(messageOf(1));
    await silent.close();
    return is;
  };
  expect(await Promise.all([stalled('CONNECT'), stalled('RCPT'), stalled('END')])).toEqual([
    'LATER',
    'LATER',
    'UNKNOWN',
  ]);
});

test('neither mail nor password goes to another machine in the clear', async () => {
  // 127.0.0.1 by a name that is not taken for this machine.
  const outcome = await openSender({ host: '0.0.0.0' }).send(messageOf(1));
  expect(outcome).toMatchObject({ is: 'LATER' });
  expect(server.received).toHaveLength(0);
});

test('a mail server cannot tell what became of a message', async () => {
  expect(await openSender().lookUp(messageOf(1))).toMatchObject({ is: 'CANNOT_TELL' });
});

test('many mails share few connections', async () => {
  const sender = openSender();
  const outcomes = await Promise.all(
    Array.from({ length: 100 }, (_, i) => sender.send(messageOf(i, '<p>x</p>', `p${i}@example.com`))),
  );
  expect(outcomes.every(({ is }) => is === 'SENT')).toBe(true);
  expect(new Set(server.received.flatMap(({ to }) => to)).size).toBe(100);
  expect(server.connections()).toBeLessThanOrEqual(10);
});

test('the signature holds by an independent reader, and covers what one-click unsubscribe needs', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  await openSender({ dkim: { domain: 'northwind.example', selector: 's1', privateKey: pem } }).send(messageOf(1));
  const bytes = server.received[0]?.bytes ?? Buffer.alloc(0);
  const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
  const verify = async (mail: Buffer) => {
    const asked: string[] = [];
    const { results } = await dkimVerify(mail, {
      resolver: async (name: string) => {
        asked.push(name);
        return [[record]];
      },
    });
    return { asked, results };
  };
  const { asked, results } = await verify(bytes);
  expect(asked).toEqual(['s1._domainkey.northwind.example']);
  expect(results).toMatchObject([
    { signingDomain: 'northwind.example', status: { result: 'pass', aligned: 'northwind.example' } },
  ]);
  const signed = /\bh=([^;]+);/
    .exec(headersOf(bytes).get('dkim-signature') ?? '')?.[1]
    ?.toLowerCase()
    .replace(/\s/g, '')
    .split(':');
  expect(signed).toEqual(
    expect.arrayContaining(['from', 'to', 'subject', 'message-id', 'list-unsubscribe', 'list-unsubscribe-post']),
  );
  for (const [from, to] of [
    ['One-Click', 'One-Clack'],
    ['Hallo', 'Hullo'],
  ]) {
    const altered = Buffer.from(String(bytes).replace(String(from), String(to)));
    expect((await verify(altered)).results[0]?.status.result).not.toBe('pass');
  }
});

test.each([
  [{ host: '' }, ['host']],
  [{ host: 'mail example' }, ['host']],
  [{ port: 0 }, ['port']],
  [{ from: 'a@example.com, b@example.com' }, ['from']],
  [{ from: 'nobody' }, ['from']],
  [{ from: 'A <a@example.com>\r\nBcc: b@example.com' }, ['from']],
  [{ replyTo: 'nobody' }, ['replyTo']],
  [{ user: 'u', password: null }, ['password']],
  [{ user: null, password: 'p' }, ['user']],
  [{ dkim: { domain: 'x y', selector: 's', privateKey: 'k' } }, ['dkim', 'domain']],
  [{ dkim: { domain: 'x.example', selector: 's', privateKey: 'k' } }, ['dkim', 'privateKey']],
])('the settings %j are refused, the error names the setting and never its value', (given, name) => {
  try {
    smtp.readSettings({ ...settings, ...given }, ['input', 'settings']);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    expect([error.code, error.field]).toEqual(['BAD_USER_INPUT', ['input', 'settings', ...name]]);
    return;
  }
  expect.unreachable('the settings were taken');
});
