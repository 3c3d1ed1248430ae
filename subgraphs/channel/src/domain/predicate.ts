import { type ConsentEntry, decisiveConsent, isGranted } from './consent.ts';
import type { ContactFacts } from './facts.ts';
import { decideSend, mayEverSend } from './send-decision.ts';

type Given<Value> = Value | null | undefined;

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
  /** Sending hours and frequency caps aside. */
  readonly canSend?: Given<boolean>;
  /** With them, at this very moment. */
  readonly canSendNow?: Given<boolean>;
  readonly consent?: Given<{ readonly topic?: Given<string>; readonly given?: Given<boolean> }>;
}

/** Whether a predicate asks what an address is, beside what happened to it. */
export const asksForFacts = ({ status, canSend, canSendNow, consent }: ChannelPredicate): boolean =>
  [status, canSend, canSendNow, consent].some((asked) => asked !== null && asked !== undefined);

/**
 * Whether the parts of a predicate about what the primary address is hold, now.
 * @param facts null for a contact without an address: only that it may not be messaged holds for it
 */
export function holdsFor(
  predicate: ChannelPredicate,
  facts: ContactFacts | null,
  statusOf: (facts: ContactFacts) => string,
): boolean {
  const { status, canSend, canSendNow, consent } = predicate;
  const isAsked = (asked: unknown): boolean => asked !== null && asked !== undefined;
  const isAs = (asked: Given<boolean>, answer: (facts: ContactFacts) => boolean): boolean =>
    asked === null || asked === undefined || (facts !== null && answer(facts)) === asked;
  if (facts === null && (isAsked(status) || isAsked(consent))) return false;
  if (facts !== null && status !== null && status !== undefined && !status.includes(statusOf(facts))) return false;
  return (
    isAs(canSend, (known) => mayEverSend(known, 0, known.now)) &&
    isAs(canSendNow, (known) => decideSend(known, 0, known.now).allowed) &&
    isAs(consent === null || consent === undefined ? null : (consent.given ?? true), (known) =>
      hasConsent(known, consent?.topic),
    )
  );
}

/** Whether consent is given, of a topic by its key or of the whole channel. An unknown topic was never consented to. */
export function hasConsent({ addresses, topics, now }: ContactFacts, key: Given<string>): boolean {
  const topicNo = key === null || key === undefined ? 0 : topics.find((topic) => topic.key === key)?.topicNo;
  if (topicNo === undefined) return false;
  const entry: ConsentEntry | null = decisiveConsent(addresses[0].consents, topicNo, now);
  return entry !== null && isGranted(entry, now);
}
