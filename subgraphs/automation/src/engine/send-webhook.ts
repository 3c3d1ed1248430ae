import { lazily } from '@ucp/kit/lazily';
import { hostNotAllowed, isPrivateHost, publicLookup } from '@ucp/kit/sender-hosts';
import type * as StandardWebhooks from 'standardwebhooks';
import type * as Undici from 'undici';

const undici = lazily<typeof Undici>(import.meta.url, 'undici');
const webhooks = lazily<typeof StandardWebhooks>(import.meta.url, 'standardwebhooks');

/** Most milliseconds for all of a call. */
const deadline = 10_000;
/** Most bytes of an answer that are read: what it says matters to nobody. */
const answerLimit = 65_536;

export interface WebhookCall {
  readonly url: string;
  /** `whsec_…` */
  readonly secret: string;
  /** The same for every attempt. */
  readonly id: string;
  readonly body: string;
}

/** Why a call failed, and whether it may go better later. Null: it was taken. */
export type CallFailure = { readonly because: string; readonly isLasting: boolean } | null;

export interface WebhookSender {
  /** Never throws. */
  readonly call: (call: WebhookCall, now: Date) => Promise<CallFailure>;
  readonly close: () => Promise<void>;
}

/** Calls partners' addresses, signed as Standard Webhooks have it. Redirects are not followed. @param allowPrivate also addresses of the network we run in */
export function createWebhookSender(allowPrivate: boolean): WebhookSender {
  let agent: Undici.Agent | null = null;
  const open = (): Undici.Agent => {
    const { Agent } = undici();
    agent ??= new Agent({
      connect: { timeout: 5_000, ...(allowPrivate ? {} : { lookup: publicLookup }) },
      headersTimeout: deadline,
      bodyTimeout: deadline,
    });
    return agent;
  };
  return {
    call: async ({ url, secret, id, body }, now) => {
      try {
        // An address is not looked up; an endpoint may have been created while it was allowed.
        if (!allowPrivate && isPrivateHost(new URL(url).hostname)) return notAllowed;
        const { Webhook } = webhooks();
        const answer = await undici().request(url, {
          dispatcher: open(),
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'webhook-id': id,
            'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
            'webhook-signature': new Webhook(secret).sign(id, now, body),
          },
          body,
          signal: AbortSignal.timeout(deadline),
        });
        const { statusCode } = answer;
        await answer.body.dump({ limit: answerLimit, signal: AbortSignal.timeout(deadline) }).catch(() => {});
        if (statusCode >= 200 && statusCode < 300) return null;
        return { because: `The endpoint answered ${statusCode}.`, isLasting: statusCode === 410 };
      } catch (error) {
        return failureOf(error);
      }
    },
    close: async () => {
      await agent?.destroy();
    },
  };
}

const notAllowed = {
  because: 'The endpoint leads into a network that this installation does not send to.',
  isLasting: true,
} as const;

/** In words that tell nothing of the network we run in. */
function failureOf(error: unknown): CallFailure {
  const { code, name, cause } = Object(error);
  if (code === hostNotAllowed.code || Object(cause).code === hostNotAllowed.code) return notAllowed;
  if (name === 'TimeoutError' || /TIMEOUT/.test(String(code)))
    return { because: 'The endpoint did not answer in time.', isLasting: false };
  return { because: 'The endpoint could not be reached.', isLasting: false };
}
