import {
  currentConsents,
  decisiveConsent,
  isGranted,
  isRefusal,
  openQuestions,
  refusalOfChannel,
  wholeChannel,
} from './consent.ts';
import type { AddressHistory } from './facts.ts';
import { activeSuppressions } from './suppression.ts';

/** What an address is as a whole, over all topics: what its status is derived from. */
export interface Standing {
  /** Something may be sent: consent holds for the whole channel or for a topic, and nothing suppresses that. */
  readonly subscribed: boolean;
  /** The person said no to the whole channel, also while a new opt-in is asked for. */
  readonly refused: boolean;
  /** The person said no to the channel or to a topic. */
  readonly left: boolean;
  /** Suppressed for reasons beside an invalid address. */
  readonly suppressed: boolean;
  readonly invalid: boolean;
  /** Consent was asked for and is not given. */
  readonly asked: boolean;
  /** Consent was asked for, and the question still waits. */
  readonly pending: boolean;
}

export function standingOf({ consents, suppressions }: AddressHistory, at: Date): Standing {
  const current = [...currentConsents(consents, at).values()];
  const topicNos = new Set([wholeChannel, ...current.map(({ topicNo }) => topicNo)]);
  const reasons = activeSuppressions(suppressions, consents, wholeChannel, at).map(({ reason }) => reason);
  const maySend = (topicNo: number): boolean => {
    const decisive = decisiveConsent(consents, topicNo, at);
    if (decisive === null || !isGranted(decisive, at)) return false;
    return activeSuppressions(suppressions, consents, topicNo, at).length === 0;
  };
  return {
    subscribed: [...topicNos].some(maySend),
    refused: refusalOfChannel(consents, at) !== null,
    left: current.some(isRefusal),
    suppressed: reasons.some((reason) => reason !== 'INVALID'),
    invalid: reasons.includes('INVALID'),
    asked: current.some(({ state }) => state === 'PENDING'),
    pending: openQuestions(consents, at).length > 0,
  };
}

/** Nothing may be sent, as the person said no or something suppresses it. */
export const isUnsubscribed = ({ subscribed, refused, suppressed, invalid }: Standing): boolean =>
  !subscribed && (refused || suppressed || invalid);
