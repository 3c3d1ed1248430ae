import { type ConsentEntry, decisiveConsent, isGranted } from './consent.ts';
import type { ContactFacts } from './facts.ts';
import { decideSend, mayEverSend } from './send-decision.ts';
import { beganWithin, type StatusOf, type StatusWindow } from './status-since.ts';

type Given<Value> = Value | null | undefined;

export const isAsked = <Value>(value: Given<Value>): value is Value => value !== null && value !== undefined;

/** Activity a number of times. */
export interface Did {
  readonly kinds: readonly string[];
  /** ISO 8601 duration back from now; without it ever. */
  readonly within?: Given<string>;
  readonly atLeast?: Given<number>;
  readonly property?: Given<{ readonly key: string; readonly equals: string }>;
  readonly includeMachine?: Given<boolean>;
}

/** What must be so on the channel; all that is given holds together. */
export interface ChannelPredicate {
  readonly did?: Given<readonly Did[]>;
  readonly status?: Given<readonly string[]>;
  /** The status, whichever it is, began within it. */
  readonly statusSince?: Given<StatusWindow>;
  /** Sending hours and frequency caps aside. */
  readonly canSend?: Given<boolean>;
  /** With them, at this very moment. */
  readonly canSendNow?: Given<boolean>;
  readonly consent?: Given<{ readonly topic?: Given<string>; readonly given?: Given<boolean> }>;
}

/** Whether a predicate asks what an address is, beside what happened to it. */
export const asksForFacts = ({ status, statusSince, canSend, canSendNow, consent }: ChannelPredicate): boolean =>
  [status, statusSince, canSend, canSendNow, consent].some(isAsked);

/** Whether a predicate asks for something that happened, so that there is a moment at which it came true. */
export const asksForHappenings = ({ did, statusSince }: ChannelPredicate): boolean =>
  (did ?? []).length > 0 || isAsked(statusSince);

/**
 * Whether the parts of a predicate about what the primary address is hold, now.
 * @param facts null for a contact without an address: only that it may not be messaged holds for it
 */
export function holdsFor(predicate: ChannelPredicate, facts: ContactFacts | null, statusOf: StatusOf): boolean {
  const { status, statusSince, canSend, canSendNow, consent } = predicate;
  const isAs = (asked: Given<boolean>, answer: (facts: ContactFacts) => boolean): boolean =>
    !isAsked(asked) || (facts !== null && answer(facts)) === asked;
  if (facts === null && [status, statusSince, consent].some(isAsked)) return false;
  if (facts !== null && isAsked(status) && !status.includes(statusOf(facts))) return false;
  if (facts !== null && isAsked(statusSince) && beganWithin(facts, statusSince, statusOf) === null) return false;
  return (
    isAs(canSend, (known) => mayEverSend(known, 0, known.now)) &&
    isAs(canSendNow, (known) => decideSend(known, 0, known.now).allowed) &&
    isAs(isAsked(consent) ? (consent.given ?? true) : null, (known) => hasConsent(known, consent?.topic))
  );
}

/** Whether consent is given, of a topic by its key or of the whole channel. An unknown topic was never consented to. */
export function hasConsent({ addresses, topics, now }: ContactFacts, key: Given<string>): boolean {
  const topicNo = !isAsked(key) ? 0 : topics.find((topic) => topic.key === key)?.topicNo;
  if (topicNo === undefined) return false;
  const entry: ConsentEntry | null = decisiveConsent(addresses[0].consents, topicNo, now);
  return entry !== null && isGranted(entry, now);
}
