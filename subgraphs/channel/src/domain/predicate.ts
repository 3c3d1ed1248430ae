import { type ConsentEntry, decisiveConsent, isGranted } from './consent.ts';
import type { ContactFacts } from './facts.ts';
import { decideSend } from './send-decision.ts';

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
  readonly canSend?: Given<boolean>;
  readonly consent?: Given<{ readonly topic?: Given<string>; readonly given?: Given<boolean> }>;
}

/** Whether a predicate asks what an address is, beside what happened to it. */
export const asksForFacts = ({ status, canSend, consent }: ChannelPredicate): boolean =>
  [status, canSend, consent].some((asked) => asked !== null && asked !== undefined);

/**
 * Whether the parts of a predicate about what the primary address is hold, now.
 * @param facts null for a contact without an address: only `canSend: false` holds for it
 */
export function holdsFor(
  predicate: ChannelPredicate,
  facts: ContactFacts | null,
  statusOf: (facts: ContactFacts) => string,
  heldAfter: number | null,
): boolean {
  const { status, canSend, consent } = predicate;
  if (facts === null) return canSend === false && (status ?? null) === null && (consent ?? null) === null;
  if (status !== null && status !== undefined && !status.includes(statusOf(facts))) return false;
  if (canSend !== null && canSend !== undefined && decideSend(facts, 0, facts.now, heldAfter).allowed !== canSend)
    return false;
  return consent === null || consent === undefined || isGiven(facts, consent.topic) === (consent.given ?? true);
}

/** An unknown topic was never consented to. */
function isGiven({ addresses, topics, now }: ContactFacts, key: Given<string>): boolean {
  const topicNo = key === null || key === undefined ? 0 : topics.find((topic) => topic.key === key)?.topicNo;
  if (topicNo === undefined) return false;
  const entry: ConsentEntry | null = decisiveConsent(addresses[0].consents, topicNo, now);
  return entry !== null && isGranted(entry, now);
}
