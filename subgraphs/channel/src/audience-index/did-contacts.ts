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
      if (slices !== null && countOf(slices) < last.length / 4)
        for (const slice of slices) markAll(bits, slice, roots.rootOf);
      else markLast(addresses, last, since);
    }
    markRoots(bits, addresses, roots.rootOf);
  } else if (did.since === null) {
    const counts = new Uint32Array(roots.below());
    for (const { total } of own) addNumbers(counts, total, roots.rootOf);
    markReached(bits, counts, did.atLeast);
  } else {
    // As the bit is set when the count is reached, it need not be kept any further: a byte is enough for most.
    const counts = did.atLeast > 255 ? new Uint32Array(roots.below()) : new Uint8Array(roots.below());
    for (const { log } of own)
      for (const slice of slicesSince(log, did.since)) countUpTo(bits, counts, did.atLeast, slice, roots.rootOf);
  }
  // Addresses of nobody counted as number 0.
  const { shown } = roots;
  for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] ?? 0) & (shown[i] ?? 0);
  return bits;
}

function markAll(bits: ContactBits, { addresses, from, to }: Slice, rootOf: Int32Array): void {
  for (let i = from; i < to; i++) {
    const root = rootOf[addresses[i] ?? 0] ?? 0;
    bits[root >>> 5] = (bits[root >>> 5] ?? 0) | (1 << (root & 31));
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

function markReached(bits: ContactBits, counts: Uint32Array, atLeast: number): void {
  for (let no = 0; no < counts.length; no++)
    if ((counts[no] ?? 0) >= atLeast) bits[no >>> 5] = (bits[no >>> 5] ?? 0) | (1 << (no & 31));
}

function countUpTo(
  bits: ContactBits,
  counts: Uint8Array | Uint32Array,
  atLeast: number,
  { addresses, from, to }: Slice,
  rootOf: Int32Array,
): void {
  for (let i = from; i < to; i++) {
    const root = rootOf[addresses[i] ?? 0] ?? 0;
    const count = (counts[root] ?? 0) + 1;
    counts[root] = count;
    if (count === atLeast) bits[root >>> 5] = (bits[root >>> 5] ?? 0) | (1 << (root & 31));
  }
}
