import { type ContactBits, hasBit } from '@ucp/kit/contact-bits';
import { type AskedDid, contactsThatDid, type Kept } from './did-contacts.ts';
import { countSince } from './event-log.ts';

/**
 * Who did something, as it was found for a question: the next that asks the same takes it as it is while nothing left its window.
 * What happens meanwhile is noted; what takes something away from a contact makes it be found anew.
 */
export interface DidSet {
  readonly keys: readonly number[];
  readonly atLeast: number;
  /** Second from which on events count in it. */
  since: number | null;
  /** Answers have it too: it is never changed, only replaced. */
  contacts: ContactBits;
  /** Whether an answer has it. */
  given: boolean;
}

/** By what was asked, the one asked for least recently first. */
export type DidSets = Map<string, DidSet>;

/** Sets kept of an account: at a million contacts 8 MB. */
const most = 64;

/** Finds them, or takes what was found before. */
export function contactsOf(kept: Kept, sets: DidSets, did: AskedDid): ContactBits {
  const name = `${did.keys.join(' ')} ${did.atLeast} ${did.within}`;
  const known = sets.get(name);
  sets.delete(name);
  const set: DidSet =
    known !== undefined && isStill(kept, known, did.since)
      ? Object.assign(known, { since: did.since, given: true })
      : { keys: did.keys, atLeast: did.atLeast, since: did.since, contacts: contactsThatDid(kept, did), given: true };
  sets.set(name, set);
  for (const oldest of sets.keys()) {
    if (sets.size <= most) break;
    sets.delete(oldest);
  }
  return set.contacts;
}

/** Whether a window that begins at another second has the same events. */
function isStill({ columns }: Kept, { keys, since }: DidSet, next: number | null): boolean {
  if (since === null || next === null || since === next) return since === next;
  // A month before the 31st may lie behind a month before the 30th.
  if (next < since) return false;
  return keys.every((key) => {
    const column = columns.get(key);
    return column === undefined || countSince(column.log, since) === countSince(column.log, next);
  });
}

/** Something more happened to an address. */
export function noteDid(sets: DidSets, { roots }: Kept, key: number, address: number, second: number): void {
  for (const [name, set] of sets) {
    if ((set.since !== null && second < set.since) || !set.keys.includes(key)) continue;
    const root = roots.rootOf[address] ?? 0;
    if (!hasBit(roots.shown, root)) continue;
    if (set.atLeast > 1) sets.delete(name);
    else if (!hasBit(set.contacts, root)) addTo(set, root);
  }
}

function addTo(set: DidSet, root: number): void {
  if (set.given) Object.assign(set, { contacts: set.contacts.slice(), given: false });
  const { contacts } = set;
  contacts[root >>> 5] = (contacts[root >>> 5] ?? 0) | (1 << (root & 31));
}

export const setsBytes = (sets: DidSets): number =>
  [...sets.values()].reduce((sum, { contacts }) => sum + contacts.byteLength, 0);
