import { type ContactBits, emptyBits } from '@ucp/kit/contact-bits';
import { mostAmount } from '@ucp/kit/leaf';
import { addNumbers } from './address-numbers.ts';
import { type Columns, never } from './columns.ts';
import { type ContactLasts, lastsOf } from './contact-lasts.ts';
import { countSince, type Slice, slicesBetween } from './event-log.ts';
import type { ShownRoots } from './shown-roots.ts';

/** Activity a number of times, as columns have it. */
export interface AskedDid {
  /** Columns that count. */
  readonly keys: readonly number[];
  /** The window as it was written. */
  readonly window: string;
  /** Second from which on it counts; null: ever. */
  readonly since: number | null;
  /** Second before which it counts; null: until now. */
  readonly until: number | null;
  /** How many times, 1 or more. */
  readonly least: number;
  /** Null: any number. */
  readonly most: number | null;
}

/** What questions read. */
export interface Kept {
  readonly columns: Columns;
  readonly roots: ShownRoots;
  readonly lasts: ContactLasts;
}

/** Contacts that did it, as they are shown. */
export function contactsThatDid(kept: Kept, did: AskedDid): ContactBits {
  const { shown } = kept.roots;
  const bits = emptyBits(kept.roots.below());
  if (did.least === 1 && did.most === null) markOnce(bits, kept, did);
  else markOften(bits, kept, did);
  // Addresses of nobody counted as number 0.
  for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] ?? 0) & (shown[i] ?? 0);
  return bits;
}

/** A short window is read from the log, event by event; a long one from the last of each contact, of which more are passed by faster. */
const logged = 1 / 10;

function markOnce(bits: ContactBits, { columns, roots, lasts }: Kept, { keys, since, until }: AskedDid): void {
  // First by address, then from address to contact in the order of memory: half of the time of both at once.
  const addresses = emptyBits(roots.rootOf.length);
  for (const key of keys) {
    const column = columns.get(key);
    if (column === undefined) continue;
    // Whoever did it since an end in the past may have done it before, too: only the log tells.
    if (until !== null || (since !== null && countSince(column.log, since) < column.last.length * logged))
      for (const slice of slicesBetween(column.log, since, until)) markAll(addresses, slice);
    // No moment before the first of a column is one: who never did it has one before all.
    else markLast(bits, lastsOf(lasts, key, column, roots), Math.max(since ?? never, never + 1));
  }
  markRoots(bits, addresses, roots.rootOf);
}

function markOften(bits: ContactBits, { columns, roots }: Kept, { keys, since, until, least, most }: AskedDid): void {
  const own = keys.flatMap((key) => columns.get(key) ?? []);
  const counts = new Uint32Array(roots.below());
  if (since === null && until === null) {
    for (const { total } of own) addNumbers(counts, total, roots.rootOf);
  } else {
    // By address a byte each, which stays close to the processor; what is more than a byte counts as too many, or as reached, in any case.
    const wide = least > 255 || (most ?? 0) >= 255;
    const times = wide ? new Uint32Array(roots.rootOf.length) : new Uint8Array(roots.rootOf.length);
    for (const { log } of own)
      for (const slice of slicesBetween(log, since, until)) countUpTo(times, wide ? mostAmount : 255, slice);
    sumUp(counts, times, roots.rootOf);
  }
  markReached(bits, counts, least, most ?? mostAmount);
}

function markAll(bits: Uint32Array, { addresses, from, to }: Slice): void {
  for (let i = from; i < to; i++) {
    const address = addresses[i] ?? 0;
    bits[address >>> 5] = (bits[address >>> 5] ?? 0) | (1 << (address & 31));
  }
}

function markRoots(bits: ContactBits, addresses: Uint32Array, rootOf: Int32Array): void {
  for (let i = 0; i < addresses.length; i++)
    // With a sign, so that no number is one of floating point.
    for (let word = (addresses[i] ?? 0) | 0; word !== 0; word &= word - 1) {
      const root = rootOf[i * 32 + 31 - Math.clz32(word & -word)] ?? 0;
      bits[root >>> 5] = (bits[root >>> 5] ?? 0) | (1 << (root & 31));
    }
}

const isSince = (last: Int32Array, no: number, since: number): number => Number((last[no] ?? never) >= since);

/** A word at a time, without a branch, as whether one happens to be later is nothing to foresee, and eight at once: 0.7 ms a million. */
function markLast(bits: ContactBits, last: Int32Array, since: number): void {
  for (let i = 0; i < bits.length; i++) {
    let word = 0;
    for (let k = 0; k < 32; k += 8) {
      const no = i * 32 + k;
      word |=
        (isSince(last, no, since) |
          (isSince(last, no + 1, since) << 1) |
          (isSince(last, no + 2, since) << 2) |
          (isSince(last, no + 3, since) << 3) |
          (isSince(last, no + 4, since) << 4) |
          (isSince(last, no + 5, since) << 5) |
          (isSince(last, no + 6, since) << 6) |
          (isSince(last, no + 7, since) << 7)) <<
        k;
    }
    bits[i] = (bits[i] ?? 0) | word;
  }
}

/** A word at a time. */
function markReached(bits: ContactBits, counts: Uint32Array, least: number, most: number): void {
  for (let i = 0; i < bits.length; i++) {
    let word = 0;
    for (let k = 0; k < 32; k++) {
      const count = counts[i * 32 + k] ?? 0;
      word |= (Number(count >= least) & Number(count <= most)) << k;
    }
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
