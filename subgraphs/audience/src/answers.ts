import { groupBy } from '@ucp/kit/align';
import type { ContactBits } from '@ucp/kit/contact-bits';
import type { LeafFact } from '@ucp/kit/leaf';
import { keyOf, type Leaf } from './filter.ts';

/** What the owner of a leaf answered. */
export interface LeafResult {
  readonly contacts: ContactBits;
  /** Newest first; empty where they were not asked for. */
  readonly facts: readonly LeafFact[];
}

/** Everything an evaluation needs: it asks nobody itself, so that one contact and a million are evaluated alike. */
export interface Answers {
  readonly now: Date;
  /** Every contact of the account; for one contact only itself. */
  readonly everybody: ContactBits;
  readonly of: (leaf: Leaf) => LeafResult;
  /** Facts of one contact behind a leaf, newest first. */
  readonly factsOf: (leaf: Leaf, contactNo: number) => readonly LeafFact[];
}

/** @param results by `keyOf` of their leaf */
export function answersOf(now: Date, everybody: ContactBits, results: ReadonlyMap<string, LeafResult>): Answers {
  const grouped = new Map<string, Map<number, LeafFact[]>>();
  const of = (leaf: Leaf): LeafResult => {
    const result = results.get(keyOf(leaf));
    if (result === undefined) throw new Error(`the leaf ${leaf.name} was not asked`);
    return result;
  };
  return {
    now,
    everybody,
    of,
    factsOf: (leaf, contactNo) => {
      const key = keyOf(leaf);
      const groups = grouped.get(key) ?? groupBy(of(leaf).facts, ({ contact }) => contact);
      grouped.set(key, groups);
      return groups.get(contactNo) ?? [];
    },
  };
}
