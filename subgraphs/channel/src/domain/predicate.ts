import { type ConsentEntry, decisiveConsent, isGranted, wholeChannel } from './consent.ts';
import type { ContactFacts, TopicFact } from './facts.ts';
import { decideSend, mayEverSend } from './send-decision.ts';
import { beganWithin, type StatusOf, type StatusWindow } from './status-since.ts';

type Given<Value> = Value | null | undefined;

export const isAsked = <Value>(value: Given<Value>): value is Value => value !== null && value !== undefined;

/** Activity a number of times. */
export interface Did {
  readonly kinds: readonly string[];
  /** ISO 8601 duration back from now; without it ever. */
  readonly within?: Given<string>;
  /** At this moment or later, and before this one, by whole seconds. */
  readonly after?: Given<Date>;
  readonly before?: Given<Date>;
  /** 1 or more. */
  readonly atLeast?: Given<number>;
  readonly atMost?: Given<number>;
  /** Id of the message, as its provider has it. */
  readonly message?: Given<string>;
  /** Named by the event, or by another of its message. */
  readonly campaign?: Given<string>;
  /** Address of the link. */
  readonly link?: Given<string>;
  readonly property?: Given<{ readonly key: string; readonly equals: string }>;
  readonly includeMachine?: Given<boolean>;
}

/** Whether a condition asks for what only the rows of events tell: what they are of is not kept by the audience index. */
export const asksForRows = ({ message, campaign, link, property }: Did): boolean =>
  [message, campaign, link, property].some(isAsked);

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
  /** The same of messages on a topic; `now`: at this very moment. */
  readonly canSendOn?: Given<{
    readonly topic: string;
    readonly allowed?: Given<boolean>;
    readonly now?: Given<boolean>;
  }>;
  readonly consent?: Given<{ readonly topic?: Given<string>; readonly given?: Given<boolean> }>;
}

/** Whether a predicate asks what an address is, beside what happened to it. */
export const asksForFacts = (predicate: ChannelPredicate): boolean =>
  [predicate.status, predicate.statusSince, predicate.consent].some(isAsked) || sendsAsked(predicate).length > 0;

/** Whether messages may be sent, on a topic or (null) on none in particular. */
export interface AskedSend {
  readonly topic: string | null;
  /** Whether sending hours and frequency caps count. */
  readonly now: boolean;
  /** The answer that is asked for. */
  readonly allowed: boolean;
}

/** What a predicate asks of sending. */
export function sendsAsked({ canSend, canSendNow, canSendOn }: ChannelPredicate): AskedSend[] {
  const asked: AskedSend[] = [];
  if (isAsked(canSend)) asked.push({ topic: null, now: false, allowed: canSend });
  if (isAsked(canSendNow)) asked.push({ topic: null, now: true, allowed: canSendNow });
  if (isAsked(canSendOn))
    asked.push({ topic: canSendOn.topic, now: canSendOn.now === true, allowed: canSendOn.allowed ?? true });
  return asked;
}

/** Whether a predicate asks for something that happened, so that there is a moment at which it came true. */
export const asksForHappenings = ({ did, statusSince }: ChannelPredicate): boolean =>
  (did ?? []).length > 0 || isAsked(statusSince);

/**
 * Whether the parts of a predicate about what the primary address is hold, now.
 * @param facts null for a contact without an address: only that it may not be messaged holds for it
 */
export function holdsFor(predicate: ChannelPredicate, facts: ContactFacts | null, statusOf: StatusOf): boolean {
  const { status, statusSince, consent } = predicate;
  const isAs = (asked: Given<boolean>, answer: (facts: ContactFacts) => boolean): boolean =>
    !isAsked(asked) || (facts !== null && answer(facts)) === asked;
  if (facts === null && [status, statusSince, consent].some(isAsked)) return false;
  if (facts !== null && isAsked(status) && !status.includes(statusOf(facts))) return false;
  if (facts !== null && isAsked(statusSince) && beganWithin(facts, statusSince, statusOf) === null) return false;
  return (
    sendsAsked(predicate).every((asked) => isAs(asked.allowed, (known) => maySend(known, asked))) &&
    isAs(isAsked(consent) ? (consent.given ?? true) : null, (known) => hasConsent(known, consent?.topic))
  );
}

/** Whether the primary address may be messaged. On a topic that there is not, never. */
export function maySend(facts: ContactFacts, { topic, now }: Pick<AskedSend, 'topic' | 'now'>): boolean {
  const topicNo = topicNoOf(facts.topics, topic);
  if (topicNo === undefined) return false;
  return now ? decideSend(facts, topicNo, facts.now).allowed : mayEverSend(facts, topicNo, facts.now);
}

const topicNoOf = (topics: readonly TopicFact[], key: Given<string>): number | undefined =>
  isAsked(key) ? topics.find((topic) => topic.key === key)?.topicNo : wholeChannel;

/** Whether consent is given, of a topic by its key or of the whole channel. An unknown topic was never consented to. */
export function hasConsent({ addresses, topics, now }: ContactFacts, key: Given<string>): boolean {
  const topicNo = topicNoOf(topics, key);
  if (topicNo === undefined) return false;
  const entry: ConsentEntry | null = decisiveConsent(addresses[0].consents, topicNo, now);
  return entry !== null && isGranted(entry, now);
}
