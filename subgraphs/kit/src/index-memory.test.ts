import { expect, test } from 'vitest';
import { createIndexMemory } from './index-memory.ts';

const ofSize = (size: number) => ({ size, bytes: () => size });

test('the account that was asked for least recently goes when there is no room', () => {
  const memory = createIndexMemory<ReturnType<typeof ofSize>>(10);
  for (const account of [1, 2, 3]) expect(memory.keep(account, ofSize(3))).toBe(true);
  expect(memory.of(1)?.size).toBe(3);
  expect(memory.keep(4, ofSize(3))).toBe(true);
  expect([1, 2, 3, 4].filter((account) => memory.of(account) !== undefined)).toEqual([1, 3, 4]);
});

test('an index that has grown makes others go, and goes itself when it is beyond the limit alone', () => {
  const memory = createIndexMemory<ReturnType<typeof ofSize>>(10);
  memory.keep(1, ofSize(4));
  memory.keep(2, ofSize(4));
  expect(memory.keep(2, ofSize(7))).toBe(true);
  expect([1, 2].filter((account) => memory.of(account) !== undefined)).toEqual([2]);
  expect(memory.keep(2, ofSize(11))).toBe(false);
  expect(memory.of(2)).toBeUndefined();
  expect(memory.keep(1, ofSize(10))).toBe(true);
});

test('what was dropped leaves its room to others', () => {
  const memory = createIndexMemory<ReturnType<typeof ofSize>>(10);
  memory.keep(1, ofSize(6));
  memory.drop(1);
  memory.drop(1);
  memory.keep(2, ofSize(4));
  memory.keep(3, ofSize(6));
  expect([2, 3].filter((account) => memory.of(account) !== undefined)).toEqual([2, 3]);
});

test('an index somebody is being answered out of stays, though others need its room', () => {
  const memory = createIndexMemory<{ name: string; bytes: () => number; isInUse: () => boolean }>(10);
  const one = (name: string, inUse: boolean) => ({ name, bytes: () => 5, isInUse: () => inUse });
  memory.keep(1, one('in use', true));
  memory.keep(2, one('idle', false));
  expect(memory.keep(3, one('new', false))).toBe(true);
  expect(memory.all().map(({ name }) => name)).toEqual(['in use', 'new']);
});

test('those in use may take twice the limit, and then it is crowded', () => {
  const memory = createIndexMemory<{ bytes: () => number; isInUse: () => boolean }>(10);
  for (const account of [1, 2]) memory.keep(account, { bytes: () => 10, isInUse: () => true });
  expect(memory.isCrowded()).toBe(false);
  memory.keep(3, { bytes: () => 1, isInUse: () => false });
  expect(memory.isCrowded()).toBe(true);
  memory.drop(1);
  expect(memory.isCrowded()).toBe(false);
});
