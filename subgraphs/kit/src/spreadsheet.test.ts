import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellText, textOfCell } from './spreadsheet.ts';

/** Runs of each law; `npm run test:full` asks for more. */
const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 100);

describe('a cell', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+cmd|x', "'+cmd|x"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['a;=1+1', "a;'=1+1"],
    ['=1;b', "'=1;b"],
    ['+15125550142', '+15125550142'],
    ['+15125550142;+15125550177', '+15125550142;+15125550177'],
    ['-', "'-"],
    ['a=1', 'a=1'],
  ])('of %j is %j, and read it is what it was', (text, cell) => {
    expect(cellText(text)).toBe(cell);
    expect(textOfCell(cell)).toBe(text);
  });

  test('law: no piece of it begins like a formula but numbers, and read it is what it was', () => {
    const sign = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', ';', ';=', '');
    fc.assert(
      fc.property(sign, fc.string(), sign, fc.string(), (first, one, second, other) => {
        const text = first + one + second + other;
        // An apostrophe that was there before a sign cannot be told from ours.
        fc.pre(!/(^|;)'[=+\-@\t\r\n＝＋－＠]/u.test(text));
        const cell = cellText(text);
        for (const piece of cell.split(';'))
          if (/^[=+\-@\t\r\n＝＋－＠]/u.test(piece)) expect(piece).toMatch(/^[+-]\d+(\.\d+)?$/);
        expect(textOfCell(cell)).toBe(text);
      }),
      { numRuns },
    );
  });
});
