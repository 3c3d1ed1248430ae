import { groupBy } from '@ucp/kit/align';
import type { ContactBits } from '@ucp/kit/contact-bits';
import type { LeafFact, LeafTimes } from '@ucp/kit/leaf';
import { secondOf, wholeSecond } from '@ucp/kit/moments';
import { keyOf, type Leaf } from './filter.ts';

/** What the owner of a leaf answered. */
export interface LeafResult {
  readonly contacts: ContactBits;
  /** Whether the leaf is about something that happens: else it has no facts, whoever matches. */
  readonly happens: boolean;
  /** Newest first; empty where they were not asked for. */
  readonly facts: readonly LeafFact[];
  /** Where they were asked for in place of the facts. */
  readonly times?: LeafTimes | undefined;
  /** By `amountKey`, one for each of `contacts`. */
  readonly amounts?: ReadonlyMap<string, Uint32Array> | undefined;
}

/** Something that happened to a contact, by its whole second since 1970. */
export interface Happening {
  readonly at: number;
  /** Null for the whole account, where nobody looks at evidence. */
  readonly fact: LeafFact | null;
}

/** Everything an evaluation needs: it asks nobody itself, so that one contact and a million are evaluated alike. */
export interface Answers {
  /** The moment that scores are counted from, a whole second. @throws Error where none was asked */
  readonly now: Date;
  /** Every contact of the account; for one contact only itself. */
  readonly everybody: ContactBits;
  readonly of: (leaf: Leaf) => LeafResult;
  /** What happened to one contact and made a leaf match, newest first. */
  readonly happenedTo: (leaf: Leaf, contactNo: number) => readonly Happening[];
}

/**
 * @param now null where no score is asked: who matches a filter at a moment its owners know
 * @param results by `keyOf` of their leaf
 */
export function answersOf(now: Date | null, everybody: ContactBits, results: ReadonlyMap<string, LeafResult>): Answers {
  const grouped = new Map<string, Map<number, LeafFact[]>>();
  const of = (leaf: Leaf): LeafResult => {
    const result = results.get(keyOf(leaf));
    if (result === undefined) throw new Error(`the leaf ${leaf.name} was not asked`);
    return result;
  };
  return {
    get now() {
      if (now === null) throw new Error('the moment was not asked');
      return wholeSecond(now);
    },
    everybody,
    of,
    happenedTo: (leaf, contactNo) => {
      const { facts, times } = of(leaf);
      if (times !== undefined) return happeningsIn(times, contactNo);
      const key = keyOf(leaf);
      const groups = grouped.get(key) ?? groupBy(facts, ({ contact }) => contact);
      grouped.set(key, groups);
      return (groups.get(contactNo) ?? []).map((fact) => ({ at: secondOf(fact.at), fact }));
    },
  };
}

/** Those of one contact, found by halving, as times are ordered by contact. */
function happeningsIn(times: LeafTimes, contactNo: number): Happening[] {
  let [low, high] = [0, times.length / 2];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle * 2] ?? 0) <= contactNo) low = middle + 1;
    else high = middle;
  }
  const found: Happening[] = [];
  for (let i = low - 1; i >= 0 && times[i * 2] === contactNo; i--)
    found.push({ at: times[i * 2 + 1] ?? 0, fact: null });
  return found;
}
