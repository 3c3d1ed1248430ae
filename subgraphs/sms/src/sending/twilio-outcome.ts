import type { SendOutcome } from '@ucp/channel/outgoing';
import { z } from 'zod';

/** What Twilio answered to a message. */
export interface TwilioAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Of the header `retry-after`. */
  readonly retryAfterMs: number | null;
}

const taken = z.object({ sid: z.string().regex(/^[A-Z]{2}[0-9a-f]{32}$/i) });
const failure = z.object({ code: z.number().int(), message: z.string().catch('') });

/** The recipient has opted out with Twilio. */
const optedOut = 21610;
/** No message can ever reach the number: none, no mobile, a landline, a premium one. */
const unreachable: ReadonlySet<number> = new Set([21211, 21614, 21635, 21268]);
/**
 * Nothing is wrong with the message: too much at once (20429), the sender's queue is full (21611), the day's limit is reached
 * (63038), or the sender is not (yet) this account's to send by (21606, 21659, 21660, 21661).
 * Source: Twilio, Error and Warning Dictionary.
 */
const passing: ReadonlySet<number> = new Set([20429, 21606, 21611, 21659, 21660, 21661, 63038]);
/** About the account or the conversation, not the message. */
const passingStatus: ReadonlySet<number> = new Set([401, 403, 404, 408, 429, 503]);

/** What a proxy answers where what is behind it did not, which may have the message all the same. */
const forwarding: ReadonlySet<number> = new Set([408, 503]);

/** Characters kept of what Twilio says. */
const detailLimit = 300;

/**
 * What became of a message by Twilio's answer. A 500, 502 or 504 may come of a message that Twilio has all the same, which has no
 * idempotency key: nobody knows.
 */
export function outcomeOf({ status, body, retryAfterMs }: TwilioAnswer): SendOutcome {
  if (status >= 200 && status < 300) {
    const sid = taken.safeParse(body).data?.sid;
    return sid === undefined
      ? { is: 'UNKNOWN', detail: `Twilio answered ${status} and no id of the message` }
      : { is: 'SENT', providerMessageId: sid };
  }
  const told = failure.safeParse(body).data;
  const code = String(told?.code ?? `HTTP ${status}`);
  const detail = `${status} ${told?.message ?? ''}`.trim().slice(0, detailLimit);
  // Not in Twilio's words: somebody on the way, who may have passed the message on before.
  if (told === undefined && forwarding.has(status)) return { is: 'UNKNOWN', detail };
  if (passingStatus.has(status) || (told !== undefined && passing.has(told.code)))
    return { is: 'LATER', code, detail, afterMs: retryAfterMs };
  if (status < 400 || status >= 500) return { is: 'UNKNOWN', detail };
  // A refusal that is not in Twilio's words is somebody's on the way.
  if (told === undefined) return { is: 'LATER', code, detail, afterMs: retryAfterMs };
  if (told.code === optedOut) return { is: 'REFUSED', code, detail, suppression: 'PROVIDER_OPT_OUT' };
  return { is: 'REFUSED', code, detail, suppression: unreachable.has(told.code) ? 'INVALID' : null };
}
