import { before, parseDuration } from '@ucp/kit/duration';
import { secondOf } from '@ucp/kit/moments';
import { isMetBy, windowOf } from './did-window.ts';
import type { Did } from './predicate.ts';

/** One event of a contact, as bare as counting takes it. */
export interface PastEvent {
  readonly at: Date;
  readonly kind: string;
  /** Whether a machine did it. */
  readonly machine: boolean;
}

/** Everything that happened at the addresses of a contact, in no order. */
export interface ActivityHistory {
  /** The contact it is shown as. */
  readonly rootNo: number;
  /** Moment of the answer. */
  readonly now: Date;
  readonly events: readonly PastEvent[];
}

/** Activity of one kind over all addresses of a contact. */
export interface ActivityCount {
  readonly kind: string;
  readonly machine: boolean;
  readonly count: number;
  readonly lastAt: Date;
}

/**
 * Counts by kind, of what happened by now. No order; kinds that never happened are absent.
 * @param within ISO 8601 duration back from now; null: ever
 */
export function countsWithin({ now, events }: ActivityHistory, within: string | null): ActivityCount[] {
  const since = within === null ? Number.NEGATIVE_INFINITY : before(now, parseDuration(within)).getTime();
  const counts = new Map<string, ActivityCount>();
  for (const { at, kind, machine } of events) {
    if (at > now || at.getTime() < since) continue;
    const key = `${kind} ${machine}`;
    const known = counts.get(key);
    const lastAt = known === undefined || at > known.lastAt ? at : known.lastAt;
    counts.set(key, { kind, machine, count: (known?.count ?? 0) + 1, lastAt });
  }
  return [...counts.values()];
}

/**
 * The events by which a condition about a number of them holds; none where it does not. What it asks of the row of an event is not
 * looked at. By whole seconds, as SQL and the audience index count.
 */
export function eventsThatMeet({ now, events }: ActivityHistory, did: Did): PastEvent[] {
  const { kinds, includeMachine } = did;
  const last = secondOf(now);
  const { since, until } = windowOf(did, now);
  const met = events.filter(({ at, kind, machine }) => {
    const second = secondOf(at);
    const isInWindow = second <= last && (since === null || second >= since) && (until === null || second < until);
    return kinds.includes(kind) && (!machine || includeMachine === true) && isInWindow;
  });
  return isMetBy(did, met.length) ? met : [];
}
