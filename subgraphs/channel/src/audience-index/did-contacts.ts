import { type ContactBits, emptyBits } from '@ucp/kit/contact-bits';
import { addNumbers } from './address-numbers.ts';
import { type Columns, never } from './columns.ts';
import { countOf, type Slice, slicesSince } from './event-log.ts';
import type { ShownRoots } from './shown-roots.ts';

/** Activity a number of times, as columns have it. */
export interface AskedDid {
  /** Columns that count. */
  readonly keys: readonly number[];
  /** Second from which on it counts; null: ever. */
  readonly since: number | null;
  readonly atLeast: number;
}

/** What questions read. */
export interface Kept {
  readonly columns: Columns;
  readonly roots: ShownRoots;
}

/** Contacts that did it, as they are shown. */
export function contactsThatDid({ columns, roots }: Kept, did: AskedDid): ContactBits {
  const own = did.keys.flatMap((key) => columns.get(key) ?? []);
  const bits = emptyBits(roots.below());
  if (did.atLeast === 1) {
    const since = did.since ?? never + 1;
    // First by address, in the order of memory, then from address to contact: half of the time of doing both at once.
    const addresses = emptyBits(roots.rootOf.length);
    for (const { last, log } of own) {
      const slices = did.since === null ? null : slicesSince(log, since);
      // A short window is read from the log, a long one from the last of each address.
      if (slices !== null && countOf(slices) < last.length / 4) for (const slice of slices) markAll(addresses, slice);
      else markLast(addresses, last, since);
    }
    markRoots(bits, addresses, roots.rootOf);
  } else if (did.since === null) {
    const counts = new Uint32Array(roots.below());
    for (const { total } of own) addNumbers(counts, total, roots.rootOf);
    markReached(bits, counts, did.atLeast);
  } else {
    // By address a byte each, which stays close to the processor; what is more than a byte counts as reached in any case.
    const wide = did.atLeast > 255;
    const times = wide ? new Uint32Array(roots.rootOf.length) : new Uint8Array(roots.rootOf.length);
    for (const { log } of own)
      for (const slice of slicesSince(log, did.since)) countUpTo(times, wide ? 0xffff_ffff : 255, slice);
    const counts = new Uint32Array(roots.below());
    sumUp(counts, times, roots.rootOf);
    markReached(bits, counts, did.atLeast);
  }
  // Addresses of nobody counted as number 0.
  const { shown } = roots;
  for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] ?? 0) & (shown[i] ?? 0);
  return bits;
}

function markAll(bits: Uint32Array, { addresses, from, to }: Slice): void {
  for (let i = from; i < to; i++) {
    const address = addresses[i] ?? 0;
    bits[address >>> 5] = (bits[address >>> 5] ?? 0) | (1 << (address & 31));
  }
}

/** A bit by address, a word at a time and without a branch: whether one happens to be later is nothing to foresee. */
function markLast(bits: Uint32Array, last: Int32Array, since: number): void {
  const words = Math.min(bits.length, last.length >>> 5);
  for (let i = 0; i < words; i++) {
    let word = 0;
    for (let k = 0; k < 32; k++) word |= Number((last[i * 32 + k] ?? never) >= since) << k;
    bits[i] = (bits[i] ?? 0) | word;
  }
}

function markRoots(bits: ContactBits, addresses: Uint32Array, rootOf: Int32Array): void {
  for (let i = 0; i < addresses.length; i++)
    for (let word = addresses[i] ?? 0; word !== 0; word &= word - 1) {
      const root = rootOf[i * 32 + 31 - Math.clz32(word & -word)] ?? 0;
      bits[root >>> 5] = (bits[root >>> 5] ?? 0) | (1 << (root & 31));
    }
}

/** As `markLast`, a word at a time. */
function markReached(bits: ContactBits, counts: Uint32Array, atLeast: number): void {
  for (let i = 0; i < bits.length; i++) {
    let word = 0;
    for (let k = 0; k < 32; k++) word |= Number((counts[i * 32 + k] ?? 0) >= atLeast) << k;
    bits[i] = word;
  }
}

function countUpTo(times: Uint8Array | Uint32Array, most: number, { addresses, from, to }: Slice): void {
  for (let i = from; i < to; i++) {
    const address = addresses[i] ?? 0;
    const count = times[address] ?? most;
    if (count < most) times[address] = count + 1;
  }
}

function sumUp(counts: Uint32Array, times: Uint8Array | Uint32Array, rootOf: Int32Array): void {
  for (let address = 0; address < times.length; address++) {
    // Also where nothing is to be added: whether there is is nothing to foresee.
    const root = rootOf[address] ?? 0;
    counts[root] = (counts[root] ?? 0) + (times[address] ?? 0);
  }
}
