import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import {
  type OpenSender,
  type OutgoingMessage,
  type SenderProvider,
  type SendOutcome,
  sendDeadline,
} from '@ucp/channel/outgoing';
import { lazily } from '@ucp/kit/lazily';
import { connectTo, hostNotAllowed } from '@ucp/kit/sender-hosts';
import type * as Nodemailer from 'nodemailer';
import type { GetSocketCallback } from 'nodemailer/lib/mailer';
import type { EmailContent } from './email-content.ts';
import { readSmtpSettings, type SmtpSettings } from './smtp-settings.ts';

const nodemailer = lazily<typeof Nodemailer>(import.meta.url, 'nodemailer');

/** Connections of one process to one server, each used for many messages. */
const connections = 10;
/** Most milliseconds to connect and be greeted, and without a byte of the server afterwards: all within the deadline of a call. */
const patience = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 8_000 } as const;
/** Characters kept of what a server says. */
const detailLimit = 300;

/**
 * Sends by SMTP (RFC 5321), to the server of whatever provider takes mail by it.
 * @param allowPrivate also to servers of the network we run in
 */
export const createSmtp = (allowPrivate = false): SenderProvider<SmtpSettings, EmailContent> => ({
  name: 'SMTP',
  perSecond: 20,
  readSettings: (given, field) => readSmtpSettings(given, field, allowPrivate),
  open: (settings) => openSmtp(settings, allowPrivate),
});

function openSmtp(settings: SmtpSettings, allowPrivate: boolean): OpenSender<EmailContent> {
  const { host, port, secure, login, from, replyTo, dkim } = settings;
  /** What each message that is under way is read from: once a byte of it was read, the server may have it. */
  const read = new WeakMap<AbortSignal, Readable[]>();
  const transport = nodemailer().createTransport({
    pool: true,
    host,
    port,
    secure,
    // Neither mail nor password goes in the clear beyond this machine.
    requireTLS: !secure && !isThisMachine(host),
    maxConnections: connections,
    ...(login === null ? {} : { auth: { user: login.user, pass: login.password } }),
    ...(dkim === null
      ? {}
      : { dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.privateKey } }),
    ...patience,
    // The name of `host` is what the certificate is for; the address is the one that was looked at.
    getSocket: (_options: unknown, done: GetSocketCallback) => {
      connectTo(host, port, allowPrivate, patience.connectionTimeout).then(
        (connection) => done(null, { connection }),
        (error: Error) => done(error),
      );
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  transport.use('stream', ({ data, message }, done) => {
    const make = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const stream = make(options);
      if (data.signal !== undefined) read.set(data.signal, [...(read.get(data.signal) ?? []), stream]);
      return stream;
    };
    done();
  });

  return {
    send: async ({ to, content }: OutgoingMessage<EmailContent>) => {
      const signal = AbortSignal.timeout(sendDeadline);
      try {
        await transport.sendMail({
          from,
          // Not to be read as a list.
          to: { name: '', address: to },
          ...(replyTo === null ? {} : { replyTo }),
          messageId: `<${content.messageId}>`,
          subject: content.subject,
          text: content.text,
          ...(content.html === null ? {} : { html: content.html }),
          // As they are: a program that reads them line by line finds each on one.
          headers: Object.entries(content.headers).map(([key, value]) => ({
            key,
            value: { prepared: true, foldLines: false, value },
          })),
          signal,
        });
        return { is: 'SENT', providerMessageId: content.messageId };
      } catch (error) {
        return outcomeOf(error, read.get(signal)?.some(({ readableDidRead }) => readableDidRead) ?? false);
      }
    },
    // SMTP has no question for it.
    lookUp: async () => ({ is: 'CANNOT_TELL', detail: 'A mail server cannot be asked whether it has a message.' }),
    close: async () => transport.close(),
  };
}

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/**
 * What became of a message whose sending failed.
 * @param begun whether the server may have any of the message itself; before that it certainly has none
 */
function outcomeOf(error: unknown, begun: boolean): SendOutcome {
  const { code, command, response, responseCode } = Object(error);
  if (code === hostNotAllowed.code) return { is: 'REFUSED', ...hostNotAllowed, suppression: null };
  // The message of an error tells of our network.
  const detail = String(response ?? code ?? 'FAILED')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .slice(0, detailLimit);
  // The server's verdict over the message or its recipient is certain, whenever it comes.
  const judged = code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM');
  if (!judged && begun) return { is: 'UNKNOWN', detail };
  const status = codeOf(response, responseCode) ?? String(code ?? 'FAILED');
  // 503 is about the conversation; without a number the message is one that no server of this kind takes.
  const forGood = responseCode === undefined || (responseCode >= 500 && responseCode !== 503);
  return judged && forGood
    ? { is: 'REFUSED', code: status, detail, suppression: null }
    : { is: 'LATER', code: status, detail, afterMs: null };
}

/** The status code of RFC 3463 where the server gives one, for example `5.1.1`, else that of RFC 5321: `550`. */
function codeOf(response: unknown, responseCode: unknown): string | null {
  const [, enhanced] = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(String(response ?? '')) ?? [];
  return enhanced ?? (typeof responseCode === 'number' ? String(responseCode) : null);
}
