import { bitsOf, both, type ContactBits, either } from '@ucp/kit/contact-bits';
import type { LeafResult } from './answers.ts';
import { childrenOf, type Filter, keyOf, type Leaf, leavesOf, nodeOf } from './filter.ts';
import { isConjunction } from './holding.ts';

/** By `keyOf` of the leaf. */
type Results = ReadonlyMap<string, LeafResult>;

/** Of which leaves it must be known when they came true, and of whom. */
export interface TimesNeeded {
  readonly leaves: readonly Leaf[];
  readonly among: ContactBits;
}

/**
 * What is decided by when things happened: conditions that must lie within a window of each other, of those who meet all of them;
 * and the rules of a score that nobody counts, of those they may be true for.
 * @param filters in which windows are looked for
 * @param rules filters of the rules
 * @param results of their leaves
 */
export function timesNeeded(filters: readonly Filter[], rules: readonly Filter[], results: Results): TimesNeeded {
  const leaves = new Map<string, Leaf>();
  let among: ContactBits = bitsOf([]);
  const need = (found: readonly Leaf[], contacts: ContactBits): void => {
    for (const leaf of found) leaves.set(keyOf(leaf), leaf);
    if (found.length > 0) among = either(among, contacts);
  };
  for (const window of filters.flatMap(windowsIn))
    need(
      leavesOf([window]).filter((leaf) => happens(leaf, results)),
      mayMatch(window, results) ?? bitsOf([]),
    );
  for (const rule of rules) {
    const timed = timedLeaves(rule, results);
    need(timed, mayMatch(rule, results) ?? timed.map((leaf) => contactsOf(leaf, results)).reduce(either, bitsOf([])));
  }
  return { leaves: [...leaves.values()], among };
}

/** The score is worked out of other leaves, here, and is nothing that happens. */
const happens = (leaf: Leaf, results: Results): boolean => results.get(keyOf(leaf))?.happens === true;
const contactsOf = (leaf: Leaf, results: Results): ContactBits => results.get(keyOf(leaf))?.contacts ?? bitsOf([]);

function windowsIn(filter: Filter): Filter[] {
  const node = nodeOf(filter);
  return node.is === 'together' ? [filter] : childrenOf(node).flatMap(windowsIn);
}

/** Leaves about what happened by which a rule may hold: what is not so has no times. */
function timedLeaves(filter: Filter, results: Results, negated = false): Leaf[] {
  const node = nodeOf(filter);
  if (node.is === 'not') return timedLeaves(node.filter, results, !negated);
  if (node.is === 'leaf') return !negated && happens(node.leaf, results) ? [node.leaf] : [];
  // Windows are looked for by themselves.
  if (node.is === 'together') return [];
  return node.filters.flatMap((each) => timedLeaves(each, results, negated));
}

/** Everybody who matches a filter, and perhaps others; null: perhaps anybody. */
function mayMatch(filter: Filter, results: Results, negated = false): ContactBits | null {
  const node = nodeOf(filter);
  if (node.is === 'not') return mayMatch(node.filter, results, !negated);
  if (node.is === 'leaf') return negated ? null : contactsOf(node.leaf, results);
  if (node.is === 'together') return negated ? null : inAll(node.filters, results);
  const sets = node.filters.map((each) => mayMatch(each, results, negated));
  const known = sets.flatMap((set) => (set === null ? [] : [set]));
  if (isConjunction(node, negated)) return known.length === 0 ? null : known.reduce(both);
  return known.length < sets.length ? null : known.reduce(either, bitsOf([]));
}

const inAll = (filters: readonly Filter[], results: Results): ContactBits =>
  filters.map((each) => mayMatch(each, results) ?? bitsOf([])).reduce(both);
