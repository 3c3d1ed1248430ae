import type { LookupOutcome, OutgoingMessage } from '@ucp/channel/outgoing';
import { z } from 'zod';
import type { SmsContent } from './sms-content.ts';
import type { TwilioSettings } from './twilio-settings.ts';

/** Most messages of one number that are looked at: all that a page of Twilio's list holds. */
export const listLimit = 1_000;

/** What Twilio lists of the messages of a number. */
export interface Listed {
  /** Twilio's own time; null when it did not say. */
  readonly answeredAt: Date | null;
  readonly body: unknown;
}

const list = z.object({
  messages: z.array(
    z.object({
      sid: z.string(),
      to: z.string(),
      from: z.string().nullish(),
      messaging_service_sid: z.string().nullish(),
      body: z.string().nullish(),
      direction: z.string(),
      date_created: z.string(),
    }),
  ),
  next_page_uri: z.string().nullish(),
});

/** How far Twilio's clock may be from ours, which both are set by others, in milliseconds. Its times are whole seconds. */
const skew = 5_000;
/** A message that is not listed so long after its claim is one that nobody can tell of, in milliseconds. */
const settled = 15 * 60_000;
/** How long to wait before the list is read again, in milliseconds. */
const pause = 60_000;

/**
 * What the list of a number's messages tells of one. It proves that Twilio has a message and never that it has not: messages that
 * were taken have been missing from it for minutes (twilio-java issue 442) and for hours (twilio-node issue 647). It is not
 * narrowed by the date of sending, which a message that waits at Twilio has none of.
 */
export function judge(
  { to, content, claimedAt }: OutgoingMessage<SmsContent>,
  { from }: TwilioSettings,
  { answeredAt, body }: Listed,
): LookupOutcome {
  const read = list.safeParse(body).data;
  if (read === undefined) return { is: 'LATER', detail: 'Twilio’s list cannot be read', afterMs: pause };
  const earliest = claimedAt.getTime() - skew;
  const found = read.messages.filter(
    (each) =>
      each.direction.startsWith('outbound') &&
      each.to === to &&
      each.body === content.body &&
      ('number' in from ? each.from === from.number : each.messaging_service_sid === from.service) &&
      Date.parse(each.date_created) >= earliest,
  );
  const [one] = found;
  if (found.length > 1)
    return { is: 'CANNOT_TELL', detail: `Twilio has ${found.length} messages with these words to this number` };
  if (one !== undefined) return { is: 'FOUND', providerMessageId: one.sid };
  if ((read.next_page_uri ?? null) !== null)
    return { is: 'CANNOT_TELL', detail: `Twilio has more than ${listLimit} messages of this number` };
  const age = (answeredAt?.getTime() ?? Number.POSITIVE_INFINITY) - claimedAt.getTime();
  return age < settled
    ? { is: 'LATER', detail: 'Twilio does not list the message yet', afterMs: pause }
    : { is: 'CANNOT_TELL', detail: 'Twilio lists no such message, which does not prove that it has none' };
}
