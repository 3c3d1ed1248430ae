import { badInput } from '@ucp/kit/errors';

/**
 * Who belongs to an audience, as `AudienceFilter` states it: one field each. Fields other than the four that combine are leaves,
 * each owned by the part that declares it.
 */
export type Filter = { readonly [name: string]: unknown };

export interface Leaf {
  /** Field of `AudienceFilter`, for example `email`. */
  readonly name: string;
  readonly predicate: unknown;
}

export type Node =
  | { readonly is: 'all' | 'any'; readonly filters: readonly Filter[] }
  | { readonly is: 'not'; readonly filter: Filter }
  | { readonly is: 'together'; readonly within: string; readonly filters: readonly Filter[] }
  | { readonly is: 'leaf'; readonly leaf: Leaf };

/** Levels of a filter, and leaves of it. */
export const filterLimits = { depth: 10, leaves: 100 } as const;

/** What a filter is. @throws CodedError BAD_USER_INPUT when it is not exactly one thing */
export function nodeOf(filter: Filter): Node {
  const given = Object.entries(filter).filter(([, value]) => value !== null && value !== undefined);
  const [only, ...others] = given;
  if (only === undefined || others.length > 0) {
    throw badInput(
      ['filter'],
      `A filter has exactly one field, got ${given.length === 0 ? 'none' : given.map(([name]) => name).join(' and ')}`,
    );
  }
  const [name, value] = only;
  if (name === 'all' || name === 'any') return { is: name, filters: listOf(value) };
  if (name === 'not') return { is: 'not', filter: Object(value) };
  if (name === 'together')
    return { is: 'together', within: String(Object(value).within), filters: listOf(Object(value).all) };
  return { is: 'leaf', leaf: { name, predicate: jsonOf(value) } };
}

/** A predicate as JSON has it, whoever read it: moments as text. Its owner reads it again, and it is told in words. */
function jsonOf(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, jsonOf(inner)]));
}

const listOf = (value: unknown): readonly Filter[] => (Array.isArray(value) ? value : []);

/** What a filter is made of. */
export function childrenOf(node: Node): readonly Filter[] {
  if (node.is === 'leaf') return [];
  return node.is === 'not' ? [node.filter] : node.filters;
}

/** Checks a filter whole. @throws CodedError BAD_USER_INPUT naming the limit and what came */
export function checkFilter(filter: Filter): void {
  let leaves = 0;
  const check = (each: Filter, depth: number): void => {
    if (depth > filterLimits.depth)
      throw badInput(['filter'], `A filter may be ${filterLimits.depth} levels deep, this one is deeper`);
    const node = nodeOf(each);
    if (node.is === 'leaf') leaves += 1;
    if (node.is === 'together') checkTogether(node.filters);
    for (const child of childrenOf(node)) check(child, depth + 1);
  };
  check(filter, 1);
  if (leaves > filterLimits.leaves)
    throw badInput(['filter'], `A filter may have ${filterLimits.leaves} conditions, got ${leaves}`);
}

function checkTogether(filters: readonly Filter[]): void {
  if (filters.length < 2)
    throw badInput(['filter', 'together', 'all'], `"together" takes two or more conditions, got ${filters.length}`);
  for (const filter of filters) {
    const node = nodeOf(filter);
    if (node.is !== 'leaf')
      throw badInput(
        ['filter', 'together', 'all'],
        `"together" takes conditions about what happened, got "${node.is}"`,
      );
  }
}

/** Every leaf of filters, each once. */
export function leavesOf(filters: readonly Filter[]): Leaf[] {
  const found = new Map<string, Leaf>();
  const collect = (filter: Filter): void => {
    const node = nodeOf(filter);
    if (node.is === 'leaf') found.set(keyOf(node.leaf), node.leaf);
    for (const child of childrenOf(node)) collect(child);
  };
  for (const filter of filters) collect(filter);
  return [...found.values()];
}

/** Leaves of conditions that must lie within a window of each other. */
export function togetherLeaves(filter: Filter): Leaf[] {
  const node = nodeOf(filter);
  return node.is === 'together' ? leavesOf(node.filters) : childrenOf(node).flatMap(togetherLeaves);
}

/** The same for leaves that ask the same. */
export const keyOf = ({ name, predicate }: Leaf): string => `${name} ${JSON.stringify(predicate)}`;

/** The filter with every leaf replaced by what `replace` gives for it; null leaves it as it is. */
export function replaceLeaves(filter: Filter, replace: (leaf: Leaf) => Filter | null): Filter {
  const node = nodeOf(filter);
  switch (node.is) {
    case 'leaf':
      return replace(node.leaf) ?? filter;
    case 'not':
      return { not: replaceLeaves(node.filter, replace) };
    case 'together':
      return { together: { within: node.within, all: node.filters.map((each) => replaceLeaves(each, replace)) } };
    default:
      return { [node.is]: node.filters.map((each) => replaceLeaves(each, replace)) };
  }
}
