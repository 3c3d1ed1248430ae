import { type ContactBits, countBits } from '@ucp/kit/contact-bits';
import { type AmountQuestion, amountAt, countsSince, isSameForAll, mostAmount } from '@ucp/kit/leaf';
import { secondOf } from '@ucp/kit/moments';
import { addNumbers, countedSince, daysSince } from './address-numbers.ts';
import { never } from './columns.ts';
import { lastsOf } from './contact-lasts.ts';
import type { AskedDid, Kept } from './did-contacts.ts';

const day = 86_400;

/**
 * What was done counted for each of some contacts that did all of it, in their order; one number where it is the same for all.
 * @param began the second by contact number of one thing more that happened to each of them; null: nothing did
 */
export function amountsDone(
  kept: Kept,
  dids: readonly AskedDid[],
  contacts: ContactBits,
  question: AmountQuestion,
  began: Int32Array | null,
): Uint32Array {
  if (dids.length === 0 && began === null) return new Uint32Array(1);
  if (isSameForAll(question)) return Uint32Array.of(1);
  const sums = new Uint32Array(kept.roots.below());
  const { rootOf } = kept.roots;
  if (question.newestOnly) {
    const newest = new Int32Array(kept.roots.below()).fill(never);
    for (const { keys, since } of dids)
      for (const key of keys) {
        const column = kept.columns.get(key);
        if (column === undefined) continue;
        keepNewest(newest, lastsOf(kept.lasts, key, column, kept.roots), sinceBoth(since, question));
      }
    if (began !== null) keepNewest(newest, began, sinceBoth(null, question));
    for (let no = 0; no < newest.length; no++)
      if (newest[no] !== never) sums[no] = amountAt(newest[no] ?? never, question);
  } else {
    for (const { keys, since } of dids)
      for (const { log, total } of keys.flatMap((key) => kept.columns.get(key) ?? [])) {
        const from = sinceBoth(since, question);
        const numbers =
          question.decayDays === null
            ? countedSince(log, from, total.length)
            : daysSince(log, from, total.length, secondOf(question.now), question.decayDays);
        addNumbers(sums, numbers, rootOf);
      }
    if (began !== null) addBegan(sums, began, question);
  }
  return inOrderOf(contacts, sums);
}

/** The number of each contact out of those by contact number. */
function inOrderOf(contacts: ContactBits, sums: Uint32Array): Uint32Array {
  const amounts = new Uint32Array(countBits(contacts));
  let place = 0;
  for (let i = 0; i < contacts.length; i++)
    for (let word = contacts[i] ?? 0; word !== 0; word &= word - 1)
      amounts[place++] = sums[i * 32 + 31 - Math.clz32(word & -word)] ?? 0;
  return amounts;
}

/** Where an event counts nothing that is too old for its days, it need not be read. */
function sinceBoth(since: number | null, question: AmountQuestion): number {
  const { now, decayDays, newestOnly } = question;
  const decayed = decayDays === null || newestOnly ? Number.NEGATIVE_INFINITY : secondOf(now) - decayDays * day;
  return Math.max(since ?? never + 1, countsSince(question), decayed, never + 1);
}

function addBegan(sums: Uint32Array, began: Int32Array, question: AmountQuestion): void {
  const from = sinceBoth(null, question);
  for (let no = 0; no < Math.min(sums.length, began.length); no++) {
    const second = began[no] ?? never;
    if (second >= from) sums[no] = Math.min(mostAmount, (sums[no] ?? 0) + amountAt(second, question));
  }
}

function keepNewest(newest: Int32Array, last: Int32Array, since: number): void {
  for (let no = 0; no < newest.length; no++) {
    const second = last[no] ?? never;
    if (second >= since && second > (newest[no] ?? never)) newest[no] = second;
  }
}
