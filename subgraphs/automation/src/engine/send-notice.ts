import { lazily } from '@ucp/kit/lazily';
import type { Notices } from '@ucp/kit/subgraph';
import type * as Nodemailer from 'nodemailer';
import type { CallFailure } from './send-webhook.ts';

const nodemailer = lazily<typeof Nodemailer>(import.meta.url, 'nodemailer');

/** Most milliseconds to connect and be greeted, and without a byte of the server afterwards. */
const patience = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 8_000 } as const;
const connections = 2;

export interface Notice {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for every attempt. */
  readonly id: string;
}

export interface NoticeSender {
  /** Never throws. */
  readonly send: (notice: Notice) => Promise<CallFailure>;
  readonly close: () => void;
}

/** Mail to staff, by the installation's own server. @param notices null: there is none */
export function createNoticeSender(notices: Notices | null): NoticeSender {
  if (notices === null) {
    const failure = { because: 'This installation has no mail server for notices.', isLasting: true };
    return { send: async () => failure, close: () => {} };
  }
  let transport: ReturnType<typeof open> | null = null;
  const open = () =>
    nodemailer().createTransport({
      url: notices.smtpUrl,
      pool: true,
      maxConnections: connections,
      ...patience,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  return {
    send: async ({ to, subject, text, id }) => {
      transport ??= open();
      try {
        await transport.sendMail({
          from: notices.from,
          // Not to be read as a list.
          to: { name: '', address: to },
          messageId: `<${id}@${notices.from.replace(/^.*@|>.*$/g, '')}>`,
          subject,
          text,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return null;
      } catch (error) {
        const { responseCode } = Object(error);
        return typeof responseCode === 'number'
          ? {
              because: `The mail server answered ${responseCode}.`,
              isLasting: responseCode >= 550 && responseCode < 560,
            }
          : { because: 'The mail server could not be reached.', isLasting: false };
      }
    },
    close: () => transport?.close(),
  };
}
