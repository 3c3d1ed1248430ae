import { longestDays } from '@ucp/kit/duration';
import { badInput } from '@ucp/kit/errors';
import { comparedValues } from '@ucp/kit/leaf';
import { secondOf } from '@ucp/kit/moments';
import type { Leaf, Path } from './filter.ts';

/** Fields whose values are a matter of what is compared: whether they fit, the owner says. */
const compared: ReadonlySet<string> = new Set(['equals', 'in', 'greaterThan', 'lessThan']);

/**
 * What is the same for the leaves of every part, those of channels added later too: a list of alternatives has one at least, a number
 * of times is 1 or more, and between dates and numbers of times there is something.
 * @returns how many conditions the leaf is: each object of a list within it is one that its owner works out
 * @throws CodedError BAD_USER_INPUT naming the place within the leaf
 */
export function checkLeaf({ name, predicate }: Leaf, path: Path): number {
  let lists = 0;
  const check = (value: object, at: Path): void => {
    for (const [key, inner] of Object.entries(value)) {
      const place = [...at, key];
      if (Array.isArray(inner)) {
        lists += checkList(inner, key, place);
        if (compared.has(key)) continue;
        inner.forEach((each, i) => {
          if (!isObject(each)) return;
          check(each, [...place, String(i)]);
          if (key === 'did') checkDid(each, [...place, String(i)]);
        });
      } else if (isObject(inner) && !compared.has(key)) check(inner, place);
      // The least of a score may be any number.
      else if (key === 'atLeast' && typeof inner === 'number' && inner < 1 && name !== 'score')
        throw badInput(place, `"atLeast" must be 1 or more, got ${inner}`);
    }
  };
  check(Object(predicate), path);
  return Math.max(1, lists);
}

/** What a channel is asked for of activity: what nothing can meet would match nobody without a word. */
function checkDid(did: object, path: Path): void {
  const { atLeast, atMost, after, before } = Object(did);
  const least = typeof atLeast === 'number' ? atLeast : 1;
  if (typeof atMost === 'number' && atMost < least)
    throw badInput([...path, 'atMost'], `"atMost" must be "atLeast" or more, which is ${least}, got ${atMost}`);
  if (typeof after !== 'string' || typeof before !== 'string') return;
  const seconds = secondOf(new Date(before)) - secondOf(new Date(after));
  if (seconds <= 0)
    throw badInput([...path, 'before'], `"before" must be a later second than "after", ${after}, got ${before}`);
  if (seconds > longestDays * day)
    throw badInput(
      [...path, 'after'],
      `From "after" to "before" are at most ${longestDays} days, got ${after} to ${before}`,
    );
}

/** @returns how many conditions are in it */
function checkList(list: readonly unknown[], key: string, path: Path): number {
  // Alternatives of which there is none would match nobody without a word.
  if (list.length === 0 || list.length > comparedValues)
    throw badInput(
      path,
      `"${key}" must have 1 to ${comparedValues} values, got ${list.length === 0 ? 'none' : list.length}`,
    );
  return compared.has(key) ? 0 : list.filter(isObject).length;
}

/** In seconds. */
const day = 86_400;

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
