import { secondOf } from '@ucp/kit/moments';
import { type ChannelKind, kindNo } from '../channel-kind.ts';
import { datesOf, timesAsked, windowOf } from '../domain/did-window.ts';
import type { Did } from '../domain/predicate.ts';
import { columnKey } from './columns.ts';
import type { AskedDid } from './did-contacts.ts';

/** A condition as columns have it, at a moment; what it asks of the rows of events they do not keep. */
export function askedDid(channel: ChannelKind, did: Did, now: Date): AskedDid {
  const kinds = [...new Set(did.kinds)].map((kind) => kindNo(channel, kind));
  const { since, until } = windowOf(did, now);
  const dates = datesOf(did);
  return {
    keys: kinds.flatMap((kind) => [
      columnKey(kind, false),
      ...(did.includeMachine === true ? [columnKey(kind, true)] : []),
    ]),
    window: `${did.within ?? null} ${dates.since} ${dates.until}`,
    since,
    // The index has nothing that is still to come: an end in the future is none yet.
    until: until === null || until > secondOf(now) ? null : until,
    ...timesAsked(did),
  };
}
