import type { SuppressionReason } from '../event.ts';
import {
  type ConsentEntry,
  currentConsents,
  decisiveConsent,
  isGranted,
  isRetracted,
  wholeChannel,
} from './consent.ts';

export interface SuppressionEntry {
  readonly entryId: string;
  readonly reason: SuppressionReason;
  readonly occurredAt: Date;
  readonly detail: string | null;
  /** When somebody ended it by hand: from then on it counts for nothing. */
  readonly retractedAt: Date | null;
}

/** Reasons that new evidence of consent ends. Complaints, invalid addresses and erasure it does not. */
const endedByGrant: ReadonlySet<SuppressionReason> = new Set(['UNSUBSCRIBE', 'KEYWORD_STOP']);

/** Why an address must not be used for a topic at a moment, oldest first. Independent of the order of arrival. */
export function activeSuppressions(
  entries: readonly SuppressionEntry[],
  consents: readonly ConsentEntry[],
  topicNo: number,
  at: Date,
): SuppressionEntry[] {
  // Of most addresses nothing is said, and what was consented to need not be found for them.
  if (entries.length === 0) return [];
  const decisive = decisiveConsent(consents, topicNo, at);
  const grant = decisive !== null && isGranted(decisive, at) ? decisive : null;
  const isEnded = (entry: SuppressionEntry): boolean =>
    entry.reason === 'PROVIDER_OPT_OUT' ? isStartedAfter(entry, consents, at) : isEndedBy(entry, grant);
  return entries
    .filter((entry) => entry.occurredAt <= at && !isRetracted(entry.retractedAt, at) && !isEnded(entry))
    .sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || (a.reason < b.reason ? -1 : 1));
}

/** Whether the address is suppressed for a reason that no consent ends. */
export const hasLastingSuppression = (
  entries: readonly SuppressionEntry[],
  consents: readonly ConsentEntry[],
  at: Date,
): boolean => activeSuppressions(entries, consents, wholeChannel, at).some(({ reason }) => !endedByGrant.has(reason));

const isEndedBy = (entry: SuppressionEntry, grant: ConsentEntry | null): boolean =>
  grant !== null && grant.occurredAt > entry.occurredAt && endedByGrant.has(entry.reason);

/**
 * Whether the person texted START since, and no STOP after it. The provider blocks by itself until then: nothing else ends its
 * opt-out, and no consent given later or in another way brings it back.
 */
function isStartedAfter({ occurredAt }: SuppressionEntry, consents: readonly ConsentEntry[], at: Date): boolean {
  const words = consents.filter(
    (entry) =>
      entry.method === 'KEYWORD' &&
      entry.topicNo === wholeChannel &&
      entry.state !== 'PENDING' &&
      entry.occurredAt > occurredAt,
  );
  return currentConsents(words, at).get(wholeChannel)?.state === 'GRANTED';
}
