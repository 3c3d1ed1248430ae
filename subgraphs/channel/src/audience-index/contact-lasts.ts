import { type Column, type Columns, never } from './columns.ts';
import { enlarged } from './event-log.ts';
import type { ShownRoots } from './shown-roots.ts';

/**
 * When something happened last to a contact, as it is shown: second by contact number, of the columns that were asked for it, by
 * their key. With it, who did something since any moment is one pass in the order of memory. What is new is noted; what takes
 * something away from a contact, as a merge or an event that was a machine's, makes it be found anew out of the addresses.
 */
export type ContactLasts = Map<number, Int32Array>;

/** Finds it, or what was found before. */
export function lastsOf(lasts: ContactLasts, key: number, { last }: Column, roots: ShownRoots): Int32Array {
  const known = lasts.get(key);
  if (known !== undefined) return withRoom(lasts, key, known, roots);
  const found = new Int32Array(roots.below()).fill(never);
  const length = Math.min(last.length, roots.rootOf.length);
  for (let address = 0; address < length; address++) {
    const [root, second] = [roots.rootOf[address] ?? 0, last[address] ?? never];
    if (second > (found[root] ?? never)) found[root] = second;
  }
  lasts.set(key, found);
  return found;
}

/** Something more happened to an address. */
export function noteLast(lasts: ContactLasts, key: number, roots: ShownRoots, address: number, second: number): void {
  const known = lasts.get(key);
  if (known === undefined) return;
  const root = roots.rootOf[address] ?? 0;
  const seconds = withRoom(lasts, key, known, roots);
  if (second > (seconds[root] ?? never)) seconds[root] = second;
}

/** An address that was shown under one contact, 0 for none, is shown under another now. */
export function moveLasts(
  lasts: ContactLasts,
  columns: Columns,
  roots: ShownRoots,
  address: number,
  before: number,
): void {
  for (const key of lasts.keys()) {
    const second = columns.get(key)?.last[address] ?? never;
    if (second === never) continue;
    if (before === 0) noteLast(lasts, key, roots, address, second);
    else lasts.delete(key);
  }
}

/** With a place for every contact. */
function withRoom(lasts: ContactLasts, key: number, seconds: Int32Array, roots: ShownRoots): Int32Array {
  if (seconds.length >= roots.below()) return seconds;
  const roomy = enlarged(seconds, roots.below()).fill(never, seconds.length);
  lasts.set(key, roomy);
  return roomy;
}

export const lastsBytes = (lasts: ContactLasts): number =>
  [...lasts.values()].reduce((sum, seconds) => sum + seconds.byteLength, 0);
