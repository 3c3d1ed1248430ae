import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { expect, test } from 'vitest';
import { segmentsOf } from './segments.ts';

const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 200);
const told = (text: string) => {
  const { encoding, segments } = segmentsOf(text);
  return `${encoding} ${segments}`;
};

test.each([
  ['', 'GSM-7 1'],
  ['a'.repeat(160), 'GSM-7 1'],
  ['a'.repeat(161), 'GSM-7 2'],
  ['a'.repeat(306), 'GSM-7 2'],
  ['a'.repeat(307), 'GSM-7 3'],
  ['€'.repeat(80), 'GSM-7 1'],
  ['€'.repeat(81), 'GSM-7 2'],
  // The escape and its character stay together: the last unit of the first message is left empty.
  [`${'a'.repeat(152)}€${'b'.repeat(152)}`, 'GSM-7 3'],
  ['Ça va à Åland? §', 'GSM-7 1'],
  ['ç', 'UCS-2 1'],
  ['“x”', 'UCS-2 1'],
  ['ж'.repeat(70), 'UCS-2 1'],
  ['ж'.repeat(71), 'UCS-2 2'],
  ['ж'.repeat(134), 'UCS-2 2'],
  ['ж'.repeat(135), 'UCS-2 3'],
  ['😀'.repeat(35), 'UCS-2 1'],
  ['😀'.repeat(36), 'UCS-2 2'],
  // Half of a pair is nothing.
  [`${'ж'.repeat(66)}😀${'ж'.repeat(66)}`, 'UCS-2 3'],
  // One character to a reader, and longer than a message.
  [`a${'\u0301'.repeat(300)}`, 'UCS-2 5'],
])('%# is counted', (text, expected) => {
  expect(told(text)).toBe(expected);
});

test('texts are counted as the provider’s own calculator counts them', () => {
  const characters = fc.constantFrom(...'abc{€ é\nж😀', 'é', '👨‍👩‍👧', '🇸🇪');
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 400 }), (list) => {
      const text = list.join('');
      const theirs = new SegmentedMessage(text);
      expect(told(text)).toBe(`${theirs.encodingName} ${theirs.segmentsCount}`);
    }),
    { numRuns },
  );
});

test('every character of the first plane is of the alphabet that the provider’s calculator says', () => {
  const differing = Array.from({ length: 0xd800 }, (_, i) => String.fromCharCode(i)).filter(
    (character) => segmentsOf(character).encoding !== new SegmentedMessage(character).encodingName,
  );
  expect(differing).toEqual([]);
});
