import { Readable } from 'node:stream';
import {
  type LookupOutcome,
  type OpenSender,
  type OutgoingMessage,
  type SenderProvider,
  type SendOutcome,
  sendDeadline,
} from '@ucp/channel/outgoing';
import { lazily } from '@ucp/kit/lazily';
import { hostNotAllowed, isPrivateHost, publicLookup } from '@ucp/kit/sender-hosts';
import type * as Undici from 'undici';
import type { SmsContent } from './sms-content.ts';
import { judge, listLimit } from './twilio-lookup.ts';
import { outcomeOf } from './twilio-outcome.ts';
import { readTwilioSettings, type TwilioSettings } from './twilio-settings.ts';

const undici = lazily<typeof Undici>(import.meta.url, 'undici');

/** Connections of one process to Twilio, each with one request at a time. */
const connections = 50;
/** Most of an answer that is read, in bytes: a page of a thousand messages of some 1,000 bytes, and room. */
const answerLimit = 4 * 1024 * 1024;
/** Longest time to wait that an answer may ask for, in milliseconds. */
const longestWait = 60 * 60_000;

/**
 * Sends by Twilio's REST API.
 * @param publicUrl origin under which Twilio tells what became of messages
 * @param allowPrivate also to a Twilio of this machine
 */
export const createTwilioSender = (
  publicUrl: string,
  allowPrivate = false,
): SenderProvider<TwilioSettings, SmsContent> => ({
  name: 'TWILIO',
  // Twilio takes more than a number may send, and queues it for at most ten hours; a number of the United States sends one segment a second.
  perSecond: 10,
  readSettings: (given, field) => readTwilioSettings(given, field, allowPrivate),
  open: (settings) => openTwilio(settings, publicUrl, allowPrivate),
});

function openTwilio(settings: TwilioSettings, publicUrl: string, allowPrivate: boolean): OpenSender<SmsContent> {
  const { accountSid, authToken, from, statusPath, apiUrl } = settings;
  const { Pool } = undici();
  const pool = new Pool(apiUrl, {
    connections,
    connect: { timeout: 5_000, ...(allowPrivate ? {} : { lookup: publicLookup }) },
    headersTimeout: sendDeadline,
    bodyTimeout: sendDeadline,
  });
  // An address is not looked up; settings may have been kept while it was allowed.
  const leadsAway = !allowPrivate && isPrivateHost(new URL(apiUrl).hostname);
  const path = `/2010-04-01/Accounts/${accountSid}/Messages.json`;
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  return {
    send: async ({ to, content }: OutgoingMessage<SmsContent>): Promise<SendOutcome> => {
      if (leadsAway) return { is: 'REFUSED', ...hostNotAllowed, suppression: null };
      const form = new URLSearchParams({
        To: to,
        ...('number' in from ? { From: from.number } : { MessagingServiceSid: from.service }),
        Body: content.body,
        ...(statusPath === null ? {} : { StatusCallback: publicUrl + statusPath }),
      });
      const bytes = Buffer.from(form.toString());
      // Read when it goes onto a connection that stands: before that Twilio certainly has nothing.
      const stream = Readable.from([bytes]);
      try {
        const { statusCode, headers, body } = await pool.request({
          method: 'POST',
          path,
          headers: {
            authorization,
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': String(bytes.length),
          },
          body: stream,
          signal: AbortSignal.timeout(sendDeadline),
        });
        const answer = jsonOf(await bounded(body));
        return outcomeOf({ status: statusCode, body: answer, retryAfterMs: waitOf(headers['retry-after']) });
      } catch (error) {
        const code = codeOf(error);
        if (code === hostNotAllowed.code) return { is: 'REFUSED', ...hostNotAllowed, suppression: null };
        const detail = failed(code);
        return stream.readableDidRead ? { is: 'UNKNOWN', detail } : { is: 'LATER', code, detail, afterMs: null };
      }
    },
    lookUp: async (message: OutgoingMessage<SmsContent>): Promise<LookupOutcome> => {
      if (leadsAway) return { is: 'CANNOT_TELL', detail: hostNotAllowed.detail };
      try {
        const query = new URLSearchParams({ To: message.to, PageSize: String(listLimit) });
        const { statusCode, headers, body } = await pool.request({
          method: 'GET',
          path: `${path}?${query}`,
          headers: { authorization },
          signal: AbortSignal.timeout(sendDeadline),
        });
        const listed = jsonOf(await bounded(body));
        if (statusCode !== 200)
          return {
            is: 'LATER',
            detail: `Twilio answered ${statusCode}`,
            afterMs: waitOf(headers['retry-after']) ?? 60_000,
          };
        return judge(message, settings, { answeredAt: momentOf(headers.date), body: listed });
      } catch (error) {
        const code = codeOf(error);
        if (code === hostNotAllowed.code) return { is: 'CANNOT_TELL', detail: hostNotAllowed.detail };
        return { is: 'LATER', detail: failed(code), afterMs: 60_000 };
      }
    },
    close: () => pool.close(),
  };
}

/** The code of the network or of the client; the message of an error tells of our network. */
function codeOf(error: unknown): string {
  const { code, name } = Object(error);
  if (typeof code === 'string') return code;
  return name === 'TimeoutError' ? 'ETIMEDOUT' : 'UNREACHABLE';
}
const failed = (code: string): string => `The call of Twilio failed: ${code}`;

async function bounded(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > answerLimit)
      throw Object.assign(new Error(`an answer may have at most ${answerLimit} bytes`), { code: 'ANSWER_TOO_LONG' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type HeaderValue = string | string[] | undefined;

/** Seconds, as Twilio gives them; null for anything else. */
function waitOf(header: HeaderValue): number | null {
  const text = String(header ?? '').trim();
  if (/^\d{1,6}$/.test(text)) return Math.min(Number(text) * 1_000, longestWait);
  return null;
}

function momentOf(header: HeaderValue): Date | null {
  const at = new Date(String(header ?? ''));
  return Number.isNaN(at.getTime()) ? null : at;
}
