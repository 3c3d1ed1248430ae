import { before, parseDuration } from '@ucp/kit/duration';
import { secondOf } from '@ucp/kit/moments';
import { type ChannelKind, kindNo } from '../channel-kind.ts';
import type { Did } from '../domain/predicate.ts';
import { columnKey } from './columns.ts';
import type { AskedDid } from './did-contacts.ts';

/** A condition as columns have it, at a moment; what it asks of a property of the event they do not keep. */
export function askedDid(channel: ChannelKind, did: Did, now: Date): AskedDid {
  const kinds = [...new Set(did.kinds)].map((kind) => kindNo(channel, kind));
  return {
    keys: kinds.flatMap((kind) => [
      columnKey(kind, false),
      ...(did.includeMachine === true ? [columnKey(kind, true)] : []),
    ]),
    within: did.within ?? null,
    since: did.within === null || did.within === undefined ? null : secondOf(before(now, parseDuration(did.within))),
    atLeast: Math.max(1, did.atLeast ?? 1),
  };
}
