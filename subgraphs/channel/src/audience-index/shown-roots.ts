import { both, type ContactBits, emptyBits } from '@ucp/kit/contact-bits';
import { enlarged } from './event-log.ts';

/**
 * Under which contact what happened to an address is shown. A merge and its end change this and nothing else: what happened stays
 * with the address.
 */
export interface ShownRoots {
  /** Contact shown by address number; 0: none. */
  rootOf: Int32Array;
  /** Original contact by address number, 0: none; and the contact shown by original contact. */
  contactOf: Int32Array;
  rootOfContact: Int32Array;
  /** Contacts that are shown as themselves. */
  shown: ContactBits;
  /** Numbers of contacts are below. */
  readonly below: () => number;
}

/** Places grow by this many at least. */
const growth = 1_024;

export function createShownRoots(): ShownRoots {
  const roots: ShownRoots = {
    rootOf: new Int32Array(0),
    contactOf: new Int32Array(0),
    rootOfContact: new Int32Array(0),
    shown: emptyBits(0),
    below: () => roots.rootOfContact.length,
  };
  return roots;
}

const grown = (numbers: Int32Array, no: number): Int32Array =>
  no < numbers.length
    ? numbers
    : enlarged(numbers, Math.ceil(Math.max(no + 1, numbers.length * 1.125) / growth) * growth);

/**
 * Takes in what identity changed.
 * @param links address and its original contact in turns, 0: none any more
 * @param contacts original contact and the one it is shown as in turns
 * @param moved told each address that is shown under another contact, and the one before; 0: none
 */
export function changeRoots(
  roots: ShownRoots,
  links: Int32Array,
  contacts: Int32Array,
  moved: (address: number, before: number) => void,
): void {
  let most = 0;
  let changed: Uint8Array | null = null;
  for (let i = 0; i < contacts.length; i += 2) most = Math.max(most, contacts[i] ?? 0, contacts[i + 1] ?? 0);
  for (let i = 1; i < links.length; i += 2) most = Math.max(most, links[i] ?? 0);
  roots.rootOfContact = grown(roots.rootOfContact, most);
  const words = (roots.rootOfContact.length + 31) >>> 5;
  if (words > roots.shown.length) {
    const more = new Uint32Array(words);
    more.set(roots.shown);
    roots.shown = more;
  }
  const { rootOfContact, shown } = roots;
  for (let i = 0; i < contacts.length; i += 2) {
    const [contact, root] = [contacts[i] ?? 0, contacts[i + 1] ?? 0];
    if (rootOfContact[contact] === root) continue;
    rootOfContact[contact] = root;
    const bit = 1 << (contact & 31);
    shown[contact >>> 5] = root === contact ? (shown[contact >>> 5] ?? 0) | bit : (shown[contact >>> 5] ?? 0) & ~bit;
    changed ??= new Uint8Array(rootOfContact.length);
    changed[contact] = 1;
  }
  for (let i = 0; i < links.length; i += 2) {
    const [address, contact] = [links[i] ?? 0, links[i + 1] ?? 0];
    roots.contactOf = grown(roots.contactOf, address);
    if (roots.rootOf.length < roots.contactOf.length) roots.rootOf = enlarged(roots.rootOf, roots.contactOf.length);
    roots.contactOf[address] = contact;
    show(roots, address, moved);
  }
  if (changed === null) return;
  const { contactOf } = roots;
  for (let address = 0; address < contactOf.length; address++)
    if (changed[contactOf[address] ?? 0] === 1) show(roots, address, moved);
}

function show(
  { rootOf, contactOf, rootOfContact }: ShownRoots,
  address: number,
  moved: (address: number, before: number) => void,
): void {
  const [before, root] = [rootOf[address] ?? 0, rootOfContact[contactOf[address] ?? 0] ?? 0];
  if (root === before) return;
  rootOf[address] = root;
  moved(address, before);
}

/** Contacts that are shown with an address. */
export function withAddress({ rootOf, shown }: ShownRoots): ContactBits {
  const bits = emptyBits(shown.length * 32);
  // No contact has the number 0, under which those are that no contact has.
  for (const root of rootOf) bits[root >>> 5] = (bits[root >>> 5] ?? 0) | (1 << (root & 31));
  return both(bits, shown);
}

export const rootsBytes = ({ rootOf, contactOf, rootOfContact, shown }: ShownRoots): number =>
  rootOf.byteLength + contactOf.byteLength + rootOfContact.byteLength + shown.byteLength;
