import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bitsOf,
  both,
  countBits,
  decodeBits,
  either,
  encodeBits,
  hasBit,
  numbersBelow,
  numbersIn,
  without,
} from './contact-bits.ts';

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 400 }));
const sorted = (set: ReadonlySet<number>): number[] => [...set].sort((a, b) => a - b);

test('a set of contacts combines as sets do, and survives its encoding', () => {
  fc.assert(
    fc.property(numbers, numbers, (left, right) => {
      const [a, b] = [new Set(left), new Set(right)];
      const [x, y] = [bitsOf(a), decodeBits(encodeBits(bitsOf(b)))];
      expect(numbersIn(both(x, y))).toEqual(sorted(new Set(left.filter((no) => b.has(no)))));
      expect(numbersIn(either(x, y))).toEqual(sorted(new Set([...left, ...right])));
      expect(numbersIn(without(x, y))).toEqual(sorted(new Set(left.filter((no) => !b.has(no)))));
      expect(countBits(x)).toBe(a.size);
      expect(numbersBelow(x)).toEqual(numbersIn(x).reverse());
      for (const no of [1, 200, 400]) expect(hasBit(x, no)).toBe(a.has(no));
    }),
  );
});

test('numbers are read in pages', () => {
  const bits = bitsOf([3, 40, 41, 900]);
  expect(numbersIn(bits, -1, 2)).toEqual([3, 40]);
  expect(numbersIn(bits, 40, 2)).toEqual([41, 900]);
  expect(numbersBelow(bits, undefined, 2)).toEqual([900, 41]);
  expect(numbersBelow(bits, 41, 2)).toEqual([40, 3]);
});
