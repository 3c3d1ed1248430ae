import type { ConsentState } from '../event.ts';
import {
  type ConsentEntry,
  currentConsents,
  decisiveConsent,
  isGranted,
  isRefusal,
  openQuestions,
  refusalOfChannel,
  wholeChannel,
} from './consent.ts';

export interface Choice {
  readonly topicNo: number;
  readonly subscribed: boolean;
}

/** What the ledger of an address does not say yet. */
export interface ChosenEntry extends Choice {
  /** A wish that counts only once it is confirmed. */
  readonly asked: boolean;
  readonly occurredAt: Date;
}

export const isWanted = (entries: readonly ConsentEntry[], topicNo: number, at: Date): boolean => {
  const decisive = decisiveConsent(entries, topicNo, at);
  return decisive !== null && isGranted(decisive, at);
};

/** Nothing of the channel is wanted any more: not in general, and of no topic. */
export const endsEverything = (choices: readonly Choice[]): boolean =>
  choices.some(({ topicNo }) => topicNo === wholeChannel) && choices.every(({ subscribed }) => !subscribed);

/** The channel was refused, and nothing was granted or asked for since. */
function isSilent(entries: readonly ConsentEntry[], now: Date): boolean {
  const topicNos = [...currentConsents(entries, now).keys()];
  return (
    refusalOfChannel(entries, now) !== null &&
    openQuestions(entries, now).length === 0 &&
    !topicNos.some((topicNo) => isWanted(entries, topicNo, now))
  );
}

/**
 * The end of everything at one address: a refusal of the channel, which ends grants and questions of topics too. Also where
 * nothing was ever granted: what comes later must not take silence for consent. Empty where it is said already.
 */
export const silence = (entries: readonly ConsentEntry[], now: Date): ChosenEntry[] =>
  isSilent(entries, now) ? [] : [{ topicNo: wholeChannel, subscribed: false, asked: false, occurredAt: now }];

/**
 * What a page with one box for each topic and one for everything else says of an address, and the ledger does not say yet.
 * The channel is said first, a millisecond before the topics: a refusal of it would end them, and a grant of it would revive
 * topics that were never asked about and are not wanted; so would the answer to a question about it.
 * @param isAsked whether a topic that is ticked counts only once it is confirmed: a question that waits is not asked again
 */
export function chosenEntries(
  entries: readonly ConsentEntry[],
  choices: readonly Choice[],
  now: Date,
  isAsked: (topicNo: number) => boolean,
): ChosenEntry[] {
  const moment = (topicNo: number): Date => (topicNo === wholeChannel ? new Date(now.getTime() - 1) : now);
  const chosen: ChosenEntry[] = [];
  let known = entries;
  let answered = entries;
  for (const choice of [...choices].sort((a, b) => a.topicNo - b.topicNo)) {
    const { topicNo, subscribed } = choice;
    if (isWanted(subscribed ? known : answered, topicNo, now) === subscribed) continue;
    const entry = { ...choice, asked: subscribed && isAsked(topicNo), occurredAt: moment(topicNo) };
    answered = [...answered, asEntry({ ...entry, asked: false })];
    if (entry.asked && openQuestions(known, now).some((open) => open.topicNo === topicNo)) continue;
    chosen.push(entry);
    known = [...known, asEntry(entry)];
  }
  return chosen;
}

/**
 * A withdrawal by one click: said unless it is said already, whether or not there was consent. A topic is left by its own
 * entry, also while the channel is refused: when the channel is granted again, the topic stays left.
 */
export function withdrawn(entries: readonly ConsentEntry[], topicNo: number, now: Date): ChosenEntry[] {
  if (topicNo === wholeChannel) return silence(entries, now);
  const own = currentConsents(entries, now).get(topicNo);
  return own !== undefined && isRefusal(own) ? [] : [{ topicNo, subscribed: false, asked: false, occurredAt: now }];
}

export const stateOf = ({ subscribed, asked }: ChosenEntry): ConsentState => {
  if (!subscribed) return 'WITHDRAWN';
  return asked ? 'PENDING' : 'GRANTED';
};

/** A choice as it counts from now on. */
const asEntry = (entry: ChosenEntry): ConsentEntry => ({
  entryId: `chosen:${entry.topicNo}`,
  topicNo: entry.topicNo,
  state: stateOf(entry),
  method: 'PREFERENCE_CENTER',
  occurredAt: entry.occurredAt,
  recordedAt: entry.occurredAt,
  actor: 'contact',
  statedText: null,
  statedTextVersion: null,
  ip: null,
  userAgent: null,
  validUntil: null,
  grantUntil: null,
  retractedAt: null,
});
