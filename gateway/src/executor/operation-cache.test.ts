import { expect, test } from 'vitest';
import { createOperationCache } from './operation-cache.ts';

test('a full cache drops its oldest operation, and a change of schema all of them, those on their way too', () => {
  const cache = createOperationCache<number>(2);
  const { generation } = cache;
  for (const [i, key] of ['a', 'b', 'b', 'c'].entries()) cache.set(key, i);
  expect(['a', 'b', 'c'].map(cache.get)).toEqual([undefined, 2, 3]);
  cache.clear();
  expect(cache.get('c')).toBeUndefined();
  // Whoever compiled for the schema before sees that it is gone.
  expect(cache.generation).not.toBe(generation);
});
