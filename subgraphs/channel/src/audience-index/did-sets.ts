import { type ContactBits, hasBit } from '@ucp/kit/contact-bits';
import { type AskedDid, contactsThatDid, type Kept } from './did-contacts.ts';
import { countSince } from './event-log.ts';

/**
 * Who did something, as it was found for a question: the next that asks the same takes it as it is while nothing left its window.
 * What happens meanwhile is noted; what takes something away from a contact makes it be found anew.
 */
interface DidSet {
  readonly name: string;
  readonly keys: readonly number[];
  readonly atLeast: number;
  /** Second from which on events count in it. */
  readonly since: number | null;
  /** Answers have it too: it is never changed, only replaced. */
  contacts: ContactBits;
  /** Whether an answer has it. */
  given: boolean;
}

export interface DidSets {
  /** By what was asked, the one asked for least recently first. */
  readonly byName: Map<string, DidSet>;
  /** By each column that counts, as every event looks for those of its own. */
  readonly byKey: Map<number, Set<DidSet>>;
}

export const createDidSets = (): DidSets => ({ byName: new Map(), byKey: new Map() });

/** Sets kept of an account: at a million contacts 8 MB. */
const most = 64;

/** Finds them, or takes what was found before. */
export function contactsOf(kept: Kept, sets: DidSets, did: AskedDid): ContactBits {
  const { keys, within, since, atLeast } = did;
  const name = `${keys.join(' ')} ${atLeast} ${within}`;
  const known = sets.byName.get(name);
  if (known !== undefined) forget(sets, known);
  const contacts = known !== undefined && isStill(kept, known, since) ? known.contacts : contactsThatDid(kept, did);
  keep(sets, { name, keys, atLeast, since, contacts, given: true });
  return contacts;
}

function keep(sets: DidSets, set: DidSet): void {
  for (const key of set.keys) sets.byKey.set(key, (sets.byKey.get(key) ?? new Set()).add(set));
  sets.byName.set(set.name, set);
  for (const oldest of sets.byName.values()) {
    if (sets.byName.size <= most) break;
    forget(sets, oldest);
  }
}

function forget(sets: DidSets, set: DidSet): void {
  for (const key of set.keys) sets.byKey.get(key)?.delete(set);
  sets.byName.delete(set.name);
}

export function forgetSets(sets: DidSets): void {
  sets.byName.clear();
  sets.byKey.clear();
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
  const concerned = sets.byKey.get(key);
  if (concerned === undefined || concerned.size === 0) return;
  const root = roots.rootOf[address] ?? 0;
  if (!hasBit(roots.shown, root)) return;
  for (const set of concerned) {
    if (set.since !== null && second < set.since) continue;
    if (set.atLeast > 1) forget(sets, set);
    else if (!hasBit(set.contacts, root)) addTo(set, root);
  }
}

function addTo(set: DidSet, root: number): void {
  if (set.given) Object.assign(set, { contacts: set.contacts.slice(), given: false });
  const { contacts } = set;
  contacts[root >>> 5] = (contacts[root >>> 5] ?? 0) | (1 << (root & 31));
}

/** With their names, which have the window in them as the caller wrote it. */
export const setsBytes = (sets: DidSets): number =>
  [...sets.byName.values()].reduce((sum, { name, contacts }) => sum + name.length + contacts.byteLength, 0);
