import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startMailServer } from '@ucp/email/testing/mail-server';
import { startTwilioServer } from '@ucp/sms/testing/twilio-server';
import type { Story } from './story.ts';

/** The account of Twilio that the local server stands for. */
const accountSid = `AC${'0'.repeat(32)}`;

/** A mail server, a Twilio and a partner of this machine, and an account that sends by them. */
export interface LocalSenders {
  /** Texts of the mails that an address got, oldest first. */
  readonly mailsTo: (address: string) => string[];
  /** Texts that a number got, oldest first. */
  readonly textsTo: (number: string) => string[];
  /** When a number got its newest text, by the clock of this machine; null: it got none. */
  readonly newestTextAt: (number: string) => Date | null;
  /** Twilio tells that it delivered the newest text to a number. */
  readonly deliverNewest: (number: string) => Promise<void>;
  /** Requests that the partner got. */
  readonly partnerCalls: readonly PartnerCall[];
  readonly partnerUrl: string;
  readonly close: () => Promise<void>;
}

export interface PartnerCall {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export async function openLocalSenders(story: Story): Promise<LocalSenders> {
  const mail = await startMailServer();
  const twilio = await startTwilioServer({ accountSid, authToken: story.twilio.authToken });
  const calls: PartnerCall[] = [];
  const partner = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      calls.push({ headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve));
  const { port } = partner.address() as AddressInfo;
  const { data } = await story.ask(
    `mutation ($mail: JSON!, $text: JSON!) {
      email: emailSenderCreate(input: { name: "smtp", provider: "SMTP", settings: $mail }) { userErrors { message } }
      sms: smsSenderCreate(input: { name: "twilio", provider: "TWILIO", settings: $text }) { userErrors { message } }
    }`,
    {
      mail: { host: '127.0.0.1', port: mail.port, from: 'Northwind <news@northwind.example>' },
      text: {
        accountSid,
        authToken: story.twilio.authToken,
        from: '+15125550100',
        statusPath: new URL(story.twilioUrl).pathname,
        apiUrl: twilio.url,
      },
    },
  );
  const problems = [...data.email.userErrors, ...data.sms.userErrors];
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('; '));
  return {
    mailsTo: (address) =>
      mail.received.filter(({ to }) => to.includes(address)).map(({ bytes }) => bytes.toString('utf8')),
    textsTo: (number) => twilio.taken.filter(({ to }) => to === number).map(({ body }) => body),
    newestTextAt: (number) => twilio.taken.findLast(({ to }) => to === number)?.createdAt ?? null,
    deliverNewest: async (number) => {
      const message = twilio.taken.findLast(({ to }) => to === number);
      if (message === undefined) throw new Error(`${number} got no text`);
      // The address the message names is the public one, which the tests' gateway is not reached under.
      const answer = await story.twilio.post(story.twilioUrl, {
        MessageSid: message.sid,
        MessageStatus: 'delivered',
        To: number,
        From: '+15125550100',
        AccountSid: accountSid,
      });
      if (answer.status >= 300) throw new Error(`the callback was answered ${answer.status}`);
    },
    partnerCalls: calls,
    partnerUrl: `http://127.0.0.1:${port}/calls`,
    close: async () => {
      await Promise.all([mail.close(), twilio.close(), new Promise((resolve) => partner.close(resolve))]);
    },
  };
}
