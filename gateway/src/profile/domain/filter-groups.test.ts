import { expect, test } from 'vitest';
import { groupsOf } from './filter-groups.ts';

test('filters are asked together as far as their conditions go, each once and in order', () => {
  const groups = (...sizes: readonly number[]) => [...groupsOf(sizes, (size) => size, 10)];
  expect(groups()).toEqual([]);
  expect(groups(3, 3, 4)).toEqual([[3, 3, 4]]);
  expect(groups(3, 3, 5, 5, 1)).toEqual([[3, 3], [5, 5], [1]]);
  expect(groups(1, 12, 1)).toEqual([[1], [12], [1]]);
  expect(groups(0, 0)).toEqual([[0, 0]]);
});
