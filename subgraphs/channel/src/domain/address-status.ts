import { latest } from '@ucp/kit/moments';
import { type DeliveryOutcome, deliverabilityOf } from './deliverability.ts';

export type StatedStatus = 'EXPIRED' | 'NORMAL' | 'HELD' | 'UNHELD';

/** What staff or an import stated of an address: EXPIRED parks it and NORMAL ends that; HELD holds it and UNHELD ends that. */
export interface StatusEntry {
  readonly status: StatedStatus;
  readonly occurredAt: Date;
  readonly reason: string;
  readonly actor: string;
  /** Of a change to many, as files are. */
  readonly bulk: boolean;
}

/** The newest entry that holds the address or ends that; at equal times the hold counts last and so holds. */
function newestOf(entries: readonly StatusEntry[], at: Date): StatusEntry | null {
  const own = entries.filter(
    ({ status, occurredAt }) => (status === 'UNHELD' || status === 'HELD') && occurredAt <= at,
  );
  return own.reduce<StatusEntry | null>((newest, entry) => {
    if (newest === null) return entry;
    const later = entry.occurredAt.getTime() - newest.occurredAt.getTime();
    return later > 0 || (later === 0 && entry.status === 'HELD') ? entry : newest;
  }, null);
}

/** Why an address is held. */
export interface Held {
  readonly since: Date;
  /** Hard bounces in a row that held it; null: somebody stated it. */
  readonly bounces: number | null;
  readonly reason: string | null;
}

/** Bounces count from the newest release on; what came before it is forgiven, whenever it becomes known. */
export function heldBy(
  { outcomes, statuses }: { readonly outcomes: readonly DeliveryOutcome[]; readonly statuses: readonly StatusEntry[] },
  heldAfter: number | null,
  at: Date,
): Held | null {
  const newest = newestOf(statuses, at);
  if (newest?.status === 'HELD') return { since: newest.occurredAt, bounces: null, reason: newest.reason };
  if (heldAfter === null) return null;
  const since = deliverabilityOf(outcomesAfterRelease(outcomes, statuses, at), heldAfter, at).heldSince;
  return since === null ? null : { since, bounces: heldAfter, reason: null };
}

/** Outcomes that count: from the newest release on, one at the very moment included. */
export function outcomesAfterRelease(
  outcomes: readonly DeliveryOutcome[],
  statuses: readonly StatusEntry[],
  at: Date,
): DeliveryOutcome[] {
  const released = latest(
    statuses
      .filter(({ status, occurredAt }) => status === 'UNHELD' && occurredAt <= at)
      .map((entry) => entry.occurredAt),
  );
  return outcomes.filter((outcome) => released === null || outcome.at >= released);
}
