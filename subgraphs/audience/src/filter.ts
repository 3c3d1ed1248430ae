import { badInput } from '@ucp/kit/errors';
import { checkLeaf } from './check-leaf.ts';

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

/** Where something stands within an input, for example `filter`, `all`, `2`, `email`. */
export type Path = readonly string[];

const root: Path = ['filter'];

/** Levels of a filter, conditions of it, and characters of all its conditions as JSON: lists of a thousand addresses fit. */
export const filterLimits = { depth: 10, leaves: 100, characters: 300_000 } as const;

/** What a filter is. @throws CodedError BAD_USER_INPUT when it is not exactly one thing */
export function nodeOf(filter: Filter, path: Path = root): Node {
  const given = Object.entries(filter).filter(([, value]) => value !== null && value !== undefined);
  const [only, ...others] = given;
  if (only === undefined || others.length > 0) {
    throw badInput(
      path,
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

/** Where the parts of a filter stand that stands at `path`. */
function childPath(node: Node, path: Path, place: number): Path {
  if (node.is === 'not') return [...path, 'not'];
  return [...path, ...(node.is === 'together' ? ['together', 'all'] : [node.is]), String(place)];
}

/**
 * Checks a filter whole, but for what only the owners of its leaves know.
 * @throws CodedError BAD_USER_INPUT naming the place, the limit and what came
 */
export function checkFilter(filter: Filter, path: Path = root): void {
  const conditions = createTally(filterLimits.leaves);
  const characters = createTally(filterLimits.characters);
  const check = (each: Filter, at: Path, depth: number): void => {
    if (depth > filterLimits.depth)
      throw badInput(at, `A filter may be ${filterLimits.depth} levels deep, this one is deeper`);
    const node = nodeOf(each, at);
    if (node.is === 'together') checkTogether(node.filters, [...at, 'together', 'all']);
    if (node.is === 'leaf') {
      const place = [...at, node.leaf.name];
      conditions.add(checkLeaf(node.leaf, place), place);
      characters.add(JSON.stringify(node.leaf.predicate).length, place);
    }
    // A group of nothing is looked at as a condition is: a million of them are as wide as a million conditions.
    else if (childrenOf(node).length === 0) conditions.add(1, at);
    childrenOf(node).forEach((child, place) => {
      check(child, childPath(node, at, place), depth + 1);
    });
  };
  check(filter, path, 1);
  conditions.demand('conditions');
  characters.demand('characters');
}

/** Counts up to a limit and on, so that an error tells how many there are, and where they become too many. */
function createTally(limit: number) {
  let count = 0;
  let surplus: Path | null = null;
  return {
    add: (many: number, at: Path): void => {
      count += many;
      if (count > limit) surplus ??= at;
    },
    demand: (what: string): void => {
      if (surplus !== null) throw badInput(surplus, `A filter may have ${limit} ${what}, got ${count}`);
    },
  };
}

function checkTogether(filters: readonly Filter[], path: Path): void {
  if (filters.length < 2) throw badInput(path, `"together" takes two or more conditions, got ${filters.length}`);
  filters.forEach((filter, place) => {
    const at = [...path, String(place)];
    const node = nodeOf(filter, at);
    if (node.is !== 'leaf') throw badInput(at, `"together" takes conditions about what happened, got "${node.is}"`);
  });
}

/** Every leaf of filters, each once. */
export function leavesOf(filters: readonly Filter[]): Leaf[] {
  return [
    ...new Map(filters.flatMap((filter) => placedLeaves(filter)).map(({ leaf }) => [keyOf(leaf), leaf])).values(),
  ];
}

/** Every leaf of a filter and where it stands, in the order written. */
export function placedLeaves(filter: Filter, path: Path = root): { readonly leaf: Leaf; readonly path: Path }[] {
  const node = nodeOf(filter, path);
  if (node.is === 'leaf') return [{ leaf: node.leaf, path: [...path, node.leaf.name] }];
  return childrenOf(node).flatMap((child, place) => placedLeaves(child, childPath(node, path, place)));
}

/** The conditions of every `together` of a filter, and where they stand. */
export function togetherLeaves(filter: Filter, path: Path = root): { readonly leaf: Leaf; readonly path: Path }[] {
  const node = nodeOf(filter, path);
  if (node.is === 'together') return placedLeaves(filter, path);
  return childrenOf(node).flatMap((child, place) => togetherLeaves(child, childPath(node, path, place)));
}

/** The same for leaves that ask the same. */
export const keyOf = ({ name, predicate }: Leaf): string => `${name} ${JSON.stringify(predicate)}`;

/** The filter with every leaf replaced by what `replace` gives for it; null leaves it as it is. */
export function replaceLeaves(
  filter: Filter,
  replace: (leaf: Leaf, path: Path) => Filter | null,
  path: Path = root,
): Filter {
  const node = nodeOf(filter, path);
  if (node.is === 'leaf') return replace(node.leaf, [...path, node.leaf.name]) ?? filter;
  const filters = childrenOf(node).map((child, place) => replaceLeaves(child, replace, childPath(node, path, place)));
  if (node.is === 'together') return { together: { within: node.within, all: filters } };
  return { [node.is]: node.is === 'not' ? filters[0] : filters };
}
