import type { Outcome } from '../actions/record-outcomes.ts';
import { maskedDetail } from '../domain/masked-detail.ts';
import { afterOutcome } from '../domain/send-state.ts';
import type { ContentKind, LookupOutcome, MergeView, OpenSender, SendOutcome } from '../outgoing.ts';
import { sendDeadline } from '../outgoing.ts';
import type { Outbound } from '../store/message-outcomes.ts';
import type { ShortLinkRow } from '../store/short-links.ts';
import { outgoing, type Writer } from './writer.ts';

/** A provider that forgets its own deadline is given up this much later, in milliseconds. */
const grace = 500;

/** What an outcome of a provider makes of a message. */
export function outcomeOf(
  message: OfMessage,
  told: SendOutcome,
  details: Readonly<Record<string, unknown>> = {},
): Outcome {
  const { messageNo, version, attempts } = message;
  const outcome = withoutAddress(told, message);
  return {
    messageNo,
    version,
    become: (now) => afterOutcome(outcome, attempts, now),
    suppression:
      outcome.is === 'REFUSED' && outcome.suppression !== null
        ? { reason: outcome.suppression, detail: `${outcome.code} ${outcome.detail}`.trim() }
        : null,
    details,
  };
}

type Recipient = Partial<Pick<Outbound, 'to' | 'given'>>;
type OfMessage = Pick<Outbound, 'messageNo' | 'version' | 'attempts'> & Recipient;

/** What is kept of a provider's words is shown to whoever reads messages, with or without `pii:read`. */
export const withoutAddress = <Told extends SendOutcome | LookupOutcome>(told: Told, { to, given }: Recipient): Told =>
  'detail' in told ? { ...told, detail: maskedDetail(told.detail, [given ?? '', to ?? '']) } : told;

/** A claimed message as it was written; or what it comes to where it could not be. */
export type WrittenMessage =
  | { readonly message: Outbound; readonly content: unknown; readonly links: readonly ShortLinkRow[] }
  | { readonly message: Outbound; readonly outcome: Outcome };

/** Writes a claimed message. Never throws: a text that cannot be written is an outcome. */
export function writeMessage(writer: Writer, message: Outbound, view: MergeView): WrittenMessage {
  const refused = (code: string, detail: string): WrittenMessage => ({
    message,
    outcome: outcomeOf(message, { is: 'REFUSED', code, detail, suppression: null }),
  });
  const { messageNo, addressNo } = message;
  try {
    const written = writer.write(message, view, true);
    if ('missing' in written) return refused('MISSING_FIELDS', `The contact has no ${written.missing.join(', ')}.`);
    if ('refused' in written) return refused('TEXT', written.refused);
    const links = written.links.map((link) => ({ ...link, messageNo, addressNo }));
    return { message, content: written.content, links };
  } catch (error) {
    return refused('NOT_WRITTEN', error instanceof Error ? error.message : 'The text cannot be written.');
  }
}

/** Of a message whose links could not be kept: it has not left, and leads somewhere when it does. */
export const withoutLinks = (message: Outbound): Outcome =>
  outcomeOf(message, {
    is: 'LATER',
    code: 'LINKS_NOT_KEPT',
    detail: 'The links of the message could not be kept.',
    afterMs: null,
  });

/** Hands a written message to its provider. Never throws: whatever happens is an outcome. */
export async function handOver(options: {
  readonly account: number;
  readonly message: Outbound;
  readonly content: unknown;
  readonly sender: OpenSender;
  readonly kind: ContentKind;
}): Promise<Outcome> {
  const { account, message, content, sender, kind } = options;
  const outcome = await within<SendOutcome>(sender.send(outgoing(account, message, content)), (detail) => ({
    is: 'UNKNOWN',
    detail,
  }));
  return outcomeOf(message, outcome, outcome.is === 'SENT' ? kind.detailsOf(content) : {});
}

/** An answer of a provider, or what stands in for one that does not come or is thrown. */
export const within = <Answer>(answer: Promise<Answer>, otherwise: (detail: string) => Answer): Promise<Answer> =>
  new Promise((resolve) => {
    const late = () => resolve(otherwise('The provider did not answer in time.'));
    const timer = setTimeout(late, sendDeadline + grace);
    const came = (given: Answer): void => {
      clearTimeout(timer);
      resolve(given);
    };
    // What it threw may tell of a network that is nobody's business.
    answer.then(came, () => came(otherwise('The provider failed.')));
  });
