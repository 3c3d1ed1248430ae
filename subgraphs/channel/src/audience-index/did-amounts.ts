import { type ContactBits, numbersIn } from '@ucp/kit/contact-bits';
import { type AmountQuestion, amountAt, countsSince, mostAmount } from '@ucp/kit/leaf';
import { secondOf } from '@ucp/kit/moments';
import { never } from './columns.ts';
import type { AskedDid, Kept } from './did-contacts.ts';
import { type Slice, slicesSince } from './event-log.ts';

const day = 86_400;

/** What was done counted for each of some contacts that did all of it, in their order. */
export function amountsDone(
  kept: Kept,
  dids: readonly AskedDid[],
  contacts: ContactBits,
  question: AmountQuestion,
): Uint32Array {
  const sums = new Uint32Array(kept.roots.below());
  const { rootOf } = kept.roots;
  if (question.newestOnly) {
    const newest = new Int32Array(kept.roots.below()).fill(never);
    for (const { keys, since } of dids)
      for (const key of keys) keepNewest(newest, kept.columns.get(key)?.last, sinceBoth(since, question), rootOf);
    for (let no = 0; no < newest.length; no++)
      if (newest[no] !== never) sums[no] = amountAt(newest[no] ?? never, question);
  } else {
    for (const { keys, since } of dids)
      for (const log of keys.flatMap((key) => kept.columns.get(key)?.log ?? []))
        for (const slice of slicesSince(log, sinceBoth(since, question)))
          if (question.decayDays === null) addOnes(sums, slice, rootOf);
          else addDays(sums, slice, rootOf, secondOf(question.now), question.decayDays);
  }
  return Uint32Array.from(numbersIn(contacts), (no) => sums[no] ?? 0);
}

/** Where an event counts nothing that is too old for its days, it need not be read. */
function sinceBoth(since: number | null, question: AmountQuestion): number {
  const { now, decayDays, newestOnly } = question;
  const decayed = decayDays === null || newestOnly ? Number.NEGATIVE_INFINITY : secondOf(now) - decayDays * day;
  return Math.max(since ?? never + 1, countsSince(question), decayed, never + 1);
}

function keepNewest(newest: Int32Array, last: Int32Array | undefined, since: number, rootOf: Int32Array): void {
  if (last === undefined) return;
  const length = Math.min(last.length, rootOf.length);
  for (let address = 0; address < length; address++) {
    const second = last[address] ?? never;
    if (second < since) continue;
    const root = rootOf[address] ?? 0;
    if (second > (newest[root] ?? never)) newest[root] = second;
  }
}

function addOnes(sums: Uint32Array, { addresses, from, to }: Slice, rootOf: Int32Array): void {
  for (let i = from; i < to; i++) {
    const root = rootOf[addresses[i] ?? 0] ?? 0;
    sums[root] = (sums[root] ?? 0) + 1;
  }
}

function addDays(sums: Uint32Array, slice: Slice, rootOf: Int32Array, now: number, days: number): void {
  const { seconds, addresses, from, to } = slice;
  for (let i = from; i < to; i++) {
    const age = now - (seconds[i] ?? 0);
    const left = days - (age < 0 ? 0 : Math.floor(age / day));
    if (left <= 0) continue;
    const root = rootOf[addresses[i] ?? 0] ?? 0;
    const sum = (sums[root] ?? 0) + left;
    sums[root] = sum > mostAmount ? mostAmount : sum;
  }
}
