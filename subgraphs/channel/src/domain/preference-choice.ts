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
  isSilent(entries, now) ? [] : [{ topicNo: wholeChannel, subscribed: false, occurredAt: now }];

/**
 * What a page with one box for each topic and one for everything else says of an address, and the ledger does not say yet.
 * The channel is said first, a millisecond before the topics: a refusal of it would end them, and a grant of it would revive
 * topics that were never asked about and are not wanted.
 */
export function chosenEntries(entries: readonly ConsentEntry[], choices: readonly Choice[], now: Date): ChosenEntry[] {
  const moment = (topicNo: number): Date => (topicNo === wholeChannel ? new Date(now.getTime() - 1) : now);
  const chosen: ChosenEntry[] = [];
  let known = entries;
  for (const choice of [...choices].sort((a, b) => a.topicNo - b.topicNo)) {
    if (isWanted(known, choice.topicNo, now) === choice.subscribed) continue;
    const entry = { ...choice, occurredAt: moment(choice.topicNo) };
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
  return own !== undefined && isRefusal(own) ? [] : [{ topicNo, subscribed: false, occurredAt: now }];
}

export const stateOf = ({ subscribed }: Choice): ConsentState => (subscribed ? 'GRANTED' : 'WITHDRAWN');

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
