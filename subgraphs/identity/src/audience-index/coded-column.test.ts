import { numbersIn } from '@ucp/kit/contact-bits';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCodedColumn } from './coded-column.ts';

const fold = (text: string): string => text.toLowerCase();

test('a column has the values that were put last, whatever codes others left', () => {
  const put = fc.tuple(fc.nat(40), fc.option(fc.constantFrom('a', 'A', 'b', 'c', 'C', 'd'), { nil: null }));
  fc.assert(
    fc.property(fc.array(put, { maxLength: 120 }), (puts) => {
      const column = createCodedColumn<string>((text) => text, fold);
      const expected = new Map<number, string>();
      const having = (holds: (value: string) => boolean): number[] =>
        [...expected].flatMap(([contactNo, value]) => (holds(value) ? contactNo : [])).sort((a, b) => a - b);
      for (const [contactNo, value] of puts) {
        column.put(contactNo, value);
        if (value === null) expected.delete(contactNo);
        else expected.set(contactNo, value);
        // Asked the same between changes, and by one who makes it something else.
        const asked = column.matching((each) => each === 'a');
        expect(numbersIn(asked)).toEqual(having((each) => each === 'a'));
        asked.fill(0);
      }
      expect(numbersIn(column.matching(() => true))).toEqual(having(() => true));
      for (const wanted of ['a', 'b', 'c', 'd', 'e']) {
        expect(numbersIn(column.matching((value) => value === wanted))).toEqual(having((value) => value === wanted));
        const folded = (value: string): boolean => fold(value) === wanted;
        expect(numbersIn(column.matching(folded, new Set([wanted])))).toEqual(having(folded));
      }
    }),
  );
});

test('values that come and go take no more memory than those that are there', () => {
  const column = createCodedColumn<string>((text) => text);
  column.put(1, 'value 0');
  const before = column.bytes();
  for (let i = 1; i < 1_000; i++) column.put(1, `value ${i % 10}`);
  expect(column.bytes() - before).toBeLessThan(200);
});
