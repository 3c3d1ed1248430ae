import { type ContactBits, countBits } from '@ucp/kit/contact-bits';
import type { LeafTimes } from '@ucp/kit/leaf';
import { never } from './columns.ts';
import type { AskedDid, Kept } from './did-contacts.ts';
import { type Slice, slicesSince } from './event-log.ts';

/**
 * When these contacts did it, each of whom did all of it.
 * @param began the second by contact number of one thing more that happened to each of them; null: nothing did
 */
export function timesDone(
  { columns, roots }: Kept,
  dids: readonly AskedDid[],
  contacts: ContactBits,
  began: Int32Array | null,
): LeafTimes {
  if (countBits(contacts) === 0) return new Uint32Array();
  const slices = dids.flatMap(({ keys, since }) =>
    keys.flatMap((key) => {
      const column = columns.get(key);
      return column === undefined ? [] : slicesSince(column.log, since ?? never + 1);
    }),
  );
  const { rootOf } = roots;
  // A first pass counts, so that a second puts each where it belongs: nothing is sorted that is in order already.
  const places = new Uint32Array(roots.below() + 1);
  for (const slice of slices) countThem(places, slice, rootOf, contacts);
  if (began !== null) for (const no of eachOf(contacts)) places[no] = (places[no] ?? 0) + 1;
  let sum = 0;
  for (let no = 0; no < places.length; no++) {
    const count = places[no] ?? 0;
    places[no] = sum;
    sum += count;
  }
  const times = new Uint32Array(sum * 2);
  for (const slice of slices) putThem(times, places, slice, rootOf, contacts);
  if (began !== null)
    for (const no of eachOf(contacts)) {
      const place = places[no] ?? 0;
      places[no] = place + 1;
      times[place * 2] = no;
      times[place * 2 + 1] = began[no] ?? 0;
    }
  return inOrder(times);
}

/** One by one: as a list of numbers a million of them take longer than what is done with them. */
function* eachOf(contacts: ContactBits): Generator<number, void> {
  for (let i = 0; i < contacts.length; i++)
    for (let word = contacts[i] ?? 0; word !== 0; word &= word - 1) yield i * 32 + 31 - Math.clz32(word & -word);
}

function countThem(counts: Uint32Array, { addresses, from, to }: Slice, rootOf: Int32Array, among: ContactBits): void {
  for (let i = from; i < to; i++) {
    const root = rootOf[addresses[i] ?? 0] ?? 0;
    counts[root] = (counts[root] ?? 0) + (((among[root >>> 5] ?? 0) >>> (root & 31)) & 1);
  }
}

function putThem(times: LeafTimes, places: Uint32Array, slice: Slice, rootOf: Int32Array, among: ContactBits): void {
  const { seconds, addresses, from, to } = slice;
  for (let i = from; i < to; i++) {
    const root = rootOf[addresses[i] ?? 0] ?? 0;
    if ((((among[root >>> 5] ?? 0) >>> (root & 31)) & 1) === 0) continue;
    const place = places[root] ?? 0;
    places[root] = place + 1;
    times[place * 2] = root;
    times[place * 2 + 1] = seconds[i] ?? 0;
  }
}

/** Each contact's by their time: they are a few runs that are in order by themselves. */
function inOrder(times: LeafTimes): LeafTimes {
  for (let end = 0; end < times.length; ) {
    const begin = end;
    let sorted = true;
    while (end < times.length && times[end] === times[begin]) {
      sorted &&= end === begin || (times[end - 1] ?? 0) <= (times[end + 1] ?? 0);
      end += 2;
    }
    if (sorted) continue;
    const own = new Uint32Array((end - begin) / 2);
    for (let i = 0; i < own.length; i++) own[i] = times[begin + i * 2 + 1] ?? 0;
    own.sort();
    for (let i = 0; i < own.length; i++) times[begin + i * 2 + 1] = own[i] ?? 0;
  }
  return times;
}
