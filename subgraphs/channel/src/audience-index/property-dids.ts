import { type ContactBits, emptyBits, hasBit } from '@ucp/kit/contact-bits';
import type { LeafFact } from '@ucp/kit/leaf';
import { secondOf } from '@ucp/kit/moments';
import type { Channel } from '../channel.ts';
import { kindName } from '../channel-kind.ts';
import { type ChannelPredicate, type Did, isAsked } from '../domain/predicate.ts';
import type { AccountIndex } from './account-index.ts';
import { countsUntil, eventsUntil } from './done-until.ts';

type Reader = Pick<Channel, 'db' | 'kind'>;

/** Conditions on a property of events, answered as of the state that the index was in. */
export interface PropertyDids {
  /** Who met one of them; null for a condition that asks for no property. */
  readonly contactsOf: (did: Did) => ContactBits | null;
  /** By what these contacts met the conditions of a predicate, those without a property included. */
  readonly factsOf: (predicate: ChannelPredicate, wanted: ContactBits) => Promise<LeafFact[]>;
}

export const asksForProperty = ({ property }: Did): boolean => isAsked(property);

/**
 * Reads what the index does not keep, events' properties, as they were at its rev and second, by address: as whom each is shown the
 * index says.
 * @returns null when the index took in something meanwhile, so that its state is gone
 */
export async function propertyDids(
  { db, kind }: Reader,
  index: AccountIndex,
  dids: readonly Did[],
): Promise<PropertyDids | null> {
  const { account, rev, now } = index;
  const state = { account, rev, now };
  const lists = dids.length === 0 ? [] : await countsUntil(db, kind, state, dids);
  if (index.broken || index.rev !== rev || secondOf(new Date(index.now)) !== secondOf(new Date(now))) return null;
  const met = new Map(dids.map((did, i) => [did, reached(index, lists[i] ?? new Int32Array(), did.atLeast ?? 1)]));
  // Of its own: who is shown as whom changes in place, and facts are read later.
  const rootOf = dids.length === 0 ? index.roots.rootOf : index.roots.rootOf.slice();
  return {
    contactsOf: (did) => met.get(did) ?? null,
    factsOf: async ({ did }, wanted) => {
      const addressNos: number[] = [];
      for (let no = 0; no < rootOf.length; no++) if (hasBit(wanted, rootOf[no] ?? 0)) addressNos.push(no);
      const events = await eventsUntil(db, kind, state, did ?? [], addressNos);
      return events.map(({ addressNo, at, kind: no }) => ({
        contact: rootOf[addressNo] ?? 0,
        at,
        channel: kind.name,
        kind: kindName(kind, no),
      }));
    },
  };
}

/** Contacts, as they are shown, with so many at all their addresses. @param counts address and number in turns */
function reached({ roots }: AccountIndex, counts: Int32Array, atLeast: number): ContactBits {
  const sums = new Uint32Array(roots.below());
  for (let i = 0; i < counts.length; i += 2) {
    const root = roots.rootOf[counts[i] ?? 0] ?? 0;
    sums[root] = (sums[root] ?? 0) + (counts[i + 1] ?? 0);
  }
  const bits = emptyBits(roots.below());
  const least = Math.max(1, atLeast);
  for (let no = 0; no < sums.length; no++)
    if ((sums[no] ?? 0) >= least && hasBit(roots.shown, no)) bits[no >>> 5] = (bits[no >>> 5] ?? 0) | (1 << (no & 31));
  return bits;
}
