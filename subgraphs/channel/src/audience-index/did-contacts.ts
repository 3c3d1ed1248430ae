import { type ContactBits, emptyBits } from '@ucp/kit/contact-bits';
import { type Columns, never } from './columns.ts';
import { countOf, slicesSince } from './event-log.ts';
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
    for (const { last, log } of own) {
      const slices = did.since === null ? null : slicesSince(log, since);
      // A short window is read from the log, a long one from the last of each address.
      if (slices !== null && countOf(slices) < last.length / 2)
        for (const slice of slices) markAll(bits, slice.addresses, slice.from, slice.to, roots.rootOf);
      else markLast(bits, last, since, roots.rootOf);
    }
  } else if (did.since === null) {
    const counts = new Uint32Array(roots.below());
    for (const { total } of own) addTotals(counts, total, roots.rootOf);
    for (let no = 0; no < counts.length; no++)
      if ((counts[no] ?? 0) >= did.atLeast) bits[no >>> 5] = (bits[no >>> 5] ?? 0) | (1 << (no & 31));
  } else {
    // As the bit is set when the count is reached, it need not be kept any further: a byte is enough for most.
    const counts = did.atLeast > 255 ? new Uint32Array(roots.below()) : new Uint8Array(roots.below());
    for (const { log } of own)
      for (const { addresses, from, to } of slicesSince(log, did.since))
        countUpTo(bits, counts, did.atLeast, addresses, from, to, roots.rootOf);
  }
  // Addresses of nobody counted as number 0.
  const { shown } = roots;
  for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] ?? 0) & (shown[i] ?? 0);
  return bits;
}

function markAll(bits: ContactBits, addresses: Int32Array, from: number, to: number, rootOf: Int32Array): void {
  for (let i = from; i < to; i++) {
    const root = rootOf[addresses[i] ?? 0] ?? 0;
    bits[root >>> 5] = (bits[root >>> 5] ?? 0) | (1 << (root & 31));
  }
}

function markLast(bits: ContactBits, last: Int32Array, since: number, rootOf: Int32Array): void {
  const length = Math.min(last.length, rootOf.length);
  for (let address = 0; address < length; address++) {
    if ((last[address] ?? never) < since) continue;
    const root = rootOf[address] ?? 0;
    bits[root >>> 5] = (bits[root >>> 5] ?? 0) | (1 << (root & 31));
  }
}

function addTotals(counts: Uint32Array, total: Uint32Array, rootOf: Int32Array): void {
  const length = Math.min(total.length, rootOf.length);
  for (let address = 0; address < length; address++) {
    const root = rootOf[address] ?? 0;
    counts[root] = (counts[root] ?? 0) + (total[address] ?? 0);
  }
}

function countUpTo(
  bits: ContactBits,
  counts: Uint8Array | Uint32Array,
  atLeast: number,
  addresses: Int32Array,
  from: number,
  to: number,
  rootOf: Int32Array,
): void {
  for (let i = from; i < to; i++) {
    const root = rootOf[addresses[i] ?? 0] ?? 0;
    const count = (counts[root] ?? 0) + 1;
    counts[root] = count;
    if (count === atLeast) bits[root >>> 5] = (bits[root >>> 5] ?? 0) | (1 << (root & 31));
  }
}
