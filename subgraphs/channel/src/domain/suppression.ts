import type { SuppressionReason } from '../event.ts';
import { type ConsentEntry, decisiveConsent, isGranted, isRetracted, wholeChannel } from './consent.ts';

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
  const decisive = decisiveConsent(consents, topicNo, at);
  const grant = decisive !== null && isGranted(decisive, at) ? decisive : null;
  return entries
    .filter((entry) => entry.occurredAt <= at && !isRetracted(entry.retractedAt, at) && !isEnded(entry, grant))
    .sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || (a.reason < b.reason ? -1 : 1));
}

/** Whether the address is suppressed for a reason that no consent ends. */
export const hasLastingSuppression = (
  entries: readonly SuppressionEntry[],
  consents: readonly ConsentEntry[],
  at: Date,
): boolean => activeSuppressions(entries, consents, wholeChannel, at).some(({ reason }) => !endedByGrant.has(reason));

function isEnded(entry: SuppressionEntry, grant: ConsentEntry | null): boolean {
  if (grant === null || grant.occurredAt <= entry.occurredAt) return false;
  // The provider blocks by itself until the person texts START: nothing else ends its opt-out.
  if (entry.reason === 'PROVIDER_OPT_OUT') return grant.method === 'KEYWORD' && grant.topicNo === wholeChannel;
  return endedByGrant.has(entry.reason);
}
