import { mostAmount } from '@ucp/kit/leaf';
import { type EventLog, type Slice, slicesBetween } from './event-log.ts';

const day = 86_400;

/**
 * Numbers by address out of a log, and from address to contact. Each loop is a function of its own: V8 compiles one that has two
 * of them for the first, and takes three times as long.
 */
export function countedBetween(log: EventLog, since: number, until: number | null, addresses: number): Uint32Array {
  const counts = new Uint32Array(addresses);
  for (const slice of slicesBetween(log, since, until)) addOnes(counts, slice);
  return counts;
}

/** Whole days that each event has left of so many, summed up. */
export function daysBetween(
  log: EventLog,
  since: number,
  until: number | null,
  addresses: number,
  { now, days }: { readonly now: number; readonly days: number },
): Uint32Array {
  const sums = new Uint32Array(addresses);
  for (const slice of slicesBetween(log, since, until)) addDays(sums, slice, now, days);
  return sums;
}

/** Adds what each address has to the contact it is shown under, up to what no amount exceeds. */
export function addNumbers(sums: Uint32Array, numbers: Uint32Array, rootOf: Int32Array): void {
  const length = Math.min(numbers.length, rootOf.length);
  for (let address = 0; address < length; address++) {
    const root = rootOf[address] ?? 0;
    const sum = (sums[root] ?? 0) + (numbers[address] ?? 0);
    sums[root] = sum > mostAmount ? mostAmount : sum;
  }
}

function addOnes(counts: Uint32Array, { addresses, from, to }: Slice): void {
  for (let i = from; i < to; i++) {
    const address = addresses[i] ?? 0;
    counts[address] = (counts[address] ?? 0) + 1;
  }
}

function addDays(sums: Uint32Array, { seconds, addresses, from, to }: Slice, now: number, days: number): void {
  for (let i = from; i < to; i++) {
    const age = now - (seconds[i] ?? 0);
    const left = days - (age < 0 ? 0 : Math.floor(age / day));
    if (left <= 0) continue;
    const address = addresses[i] ?? 0;
    const sum = (sums[address] ?? 0) + left;
    sums[address] = sum > mostAmount ? mostAmount : sum;
  }
}
