import { expect, test } from 'vitest';
import { createIndexMemory } from './index-memory.ts';

const megabytes = (size: number) => ({ size, bytes: () => size * 1_048_576 });

test('the account that was asked for least recently goes when there is no room', () => {
  const memory = createIndexMemory<ReturnType<typeof megabytes>>(10);
  for (const account of [1, 2, 3]) expect(memory.keep(account, megabytes(3))).toBe(true);
  expect(memory.of(1)?.size).toBe(3);
  expect(memory.keep(4, megabytes(3))).toBe(true);
  expect([1, 2, 3, 4].filter((account) => memory.of(account) !== undefined)).toEqual([1, 3, 4]);
});

test('an index that has grown makes others go, and goes itself when it is beyond the limit alone', () => {
  const memory = createIndexMemory<ReturnType<typeof megabytes>>(10);
  memory.keep(1, megabytes(4));
  memory.keep(2, megabytes(4));
  expect(memory.keep(2, megabytes(7))).toBe(true);
  expect([1, 2].filter((account) => memory.of(account) !== undefined)).toEqual([2]);
  expect(memory.keep(2, megabytes(11))).toBe(false);
  expect(memory.of(2)).toBeUndefined();
  expect(memory.keep(1, megabytes(10))).toBe(true);
});

test('what was dropped leaves its room to others', () => {
  const memory = createIndexMemory<ReturnType<typeof megabytes>>(10);
  memory.keep(1, megabytes(6));
  memory.drop(1);
  memory.drop(1);
  memory.keep(2, megabytes(4));
  memory.keep(3, megabytes(6));
  expect([2, 3].filter((account) => memory.of(account) !== undefined)).toEqual([2, 3]);
});
