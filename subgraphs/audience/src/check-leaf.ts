import { badInput } from '@ucp/kit/errors';
import { comparedValues } from '@ucp/kit/leaf';
import type { Leaf, Path } from './filter.ts';

/** Fields whose values are a matter of what is compared: whether they fit, the owner says. */
const compared: ReadonlySet<string> = new Set(['equals', 'in', 'greaterThan', 'lessThan']);

/**
 * What is the same for the leaves of every part, those of channels added later too: a list of alternatives has one at least, a number
 * of times is 1 or more.
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
          if (isObject(each)) check(each, [...place, String(i)]);
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

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
