import { bitsOf, both, type ContactBits, either } from '@ucp/kit/contact-bits';
import type { LeafResult } from './answers.ts';
import { childrenOf, type Filter, keyOf, type Leaf, nodeOf } from './filter.ts';

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
 * @param results of their leaves, by `keyOf`
 */
export function timesNeeded(
  filters: readonly Filter[],
  rules: readonly Filter[],
  results: ReadonlyMap<string, LeafResult>,
): TimesNeeded {
  const leaves = new Map<string, Leaf>();
  let among: ContactBits = bitsOf([]);
  const need = (found: readonly Leaf[], contacts: ContactBits): void => {
    for (const leaf of found) leaves.set(keyOf(leaf), leaf);
    if (found.length > 0) among = either(among, contacts);
  };
  for (const window of filters.flatMap(windowsIn)) need(instanceLeaves(window), mayMatch(window, results));
  for (const rule of rules) need(instanceLeaves(rule), mayMatch(rule, results));
  return { leaves: [...leaves.values()], among };
}

function windowsIn(filter: Filter): Filter[] {
  const node = nodeOf(filter);
  return node.is === 'together' ? [filter] : childrenOf(node).flatMap(windowsIn);
}

/** Leaves whose times make a filter come true: what is not so has none. */
function instanceLeaves(filter: Filter): Leaf[] {
  const node = nodeOf(filter);
  if (node.is === 'not') return [];
  // The score is worked out of other leaves, here.
  if (node.is === 'leaf') return node.leaf.name === 'score' ? [] : [node.leaf];
  return childrenOf(node).flatMap(instanceLeaves);
}

/** Everybody who matches a filter, and perhaps others of those who meet one of its leaves. */
function mayMatch(filter: Filter, results: ReadonlyMap<string, LeafResult>): ContactBits {
  const node = nodeOf(filter);
  if (node.is === 'leaf') return results.get(keyOf(node.leaf))?.contacts ?? bitsOf([]);
  const parts = childrenOf(node).filter((child) => nodeOf(child).is !== 'not');
  if (node.is === 'not' || parts.length === 0) return bitsOf([]);
  const sets = parts.map((child) => mayMatch(child, results));
  return sets.reduce(node.is === 'any' ? either : both);
}
