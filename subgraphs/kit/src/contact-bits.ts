import { bytesOfWords, decodeWords, encodeWords, SentWords, wordsOfBytes } from './words.ts';

/**
 * A set of contacts: bit n of the array stands for contact number n. Plain 32-bit words, as they combine in some 80 µs for a
 * million contacts without a native build.
 */
export type ContactBits = Uint32Array;

export function bitsOf(contactNos: Iterable<number>): ContactBits {
  const numbers = Array.isArray(contactNos) ? contactNos : [...contactNos];
  let most = -1;
  for (const no of numbers) if (no > most) most = no;
  const bits = emptyBits(most + 1);
  for (const no of numbers) bits[no >>> 5] = (bits[no >>> 5] ?? 0) | (1 << (no & 31));
  return bits;
}

/** Room for contacts below a number. */
export const emptyBits = (below: number): ContactBits => new Uint32Array((below + 31) >>> 5);

/** Those in both. */
export const both = (a: ContactBits, b: ContactBits): ContactBits => {
  const bits = new Uint32Array(Math.min(a.length, b.length));
  for (let i = 0; i < bits.length; i++) bits[i] = (a[i] ?? 0) & (b[i] ?? 0);
  return bits;
};

/** Those in either. */
export const either = (a: ContactBits, b: ContactBits): ContactBits => {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const bits = long.slice();
  for (let i = 0; i < short.length; i++) bits[i] = (bits[i] ?? 0) | (short[i] ?? 0);
  return bits;
};

/** Those in the first and not in the second. */
export const without = (a: ContactBits, b: ContactBits): ContactBits => {
  const bits = a.slice();
  for (let i = 0; i < Math.min(a.length, b.length); i++) bits[i] = (bits[i] ?? 0) & ~(b[i] ?? 0);
  return bits;
};

/** Those in one of the two and not in both. */
export const differing = (a: ContactBits, b: ContactBits): ContactBits => {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const bits = long.slice();
  for (let i = 0; i < short.length; i++) bits[i] = (bits[i] ?? 0) ^ (short[i] ?? 0);
  return bits;
};

export const hasBit = (bits: ContactBits, no: number): boolean => (((bits[no >>> 5] ?? 0) >>> (no & 31)) & 1) === 1;

export function countBits(bits: ContactBits): number {
  let count = 0;
  for (let i = 0; i < bits.length; i++) {
    // With a sign, so that nothing is counted in floating point: half of the time.
    let word = (bits[i] ?? 0) | 0;
    word = (word - ((word >>> 1) & 0x55555555)) | 0;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** Numbers in ascending order, above `after`, at most `first`. */
export function numbersIn(bits: ContactBits, after = -1, first = Number.POSITIVE_INFINITY): number[] {
  const numbers: number[] = [];
  for (let i = (after + 1) >>> 5; i < bits.length && numbers.length < first; i++) {
    let word = bits[i] ?? 0;
    if (i === (after + 1) >>> 5) word &= -1 << ((after + 1) & 31);
    for (; word !== 0 && numbers.length < first; word &= word - 1) numbers.push(i * 32 + 31 - Math.clz32(word & -word));
  }
  return numbers;
}

/** Numbers in descending order, below `before`, at most `first`. */
export function numbersBelow(
  bits: ContactBits,
  before = Number.POSITIVE_INFINITY,
  first = Number.POSITIVE_INFINITY,
): number[] {
  const numbers: number[] = [];
  for (let no = Math.min(before, bits.length * 32) - 1; no >= 0 && numbers.length < first; no--) {
    if ((no & 31) === 31 && bits[no >>> 5] === 0) no -= 31;
    else if (hasBit(bits, no)) numbers.push(no);
  }
  return numbers;
}

/** The words without the empty ones at the end; they share the memory of the set. */
const used = (bits: ContactBits): Uint32Array => {
  let length = bits.length;
  while (length > 0 && bits[length - 1] === 0) length--;
  return bits.subarray(0, length);
};

/** As `words.ts` tells, without the empty words at the end. */
export const encodeBits = (bits: ContactBits): string => encodeWords(used(bits));
export const decodeBits: (text: string) => ContactBits = decodeWords;
export const sendBits = (bits: ContactBits): SentWords => new SentWords(used(bits));

export const bytesOf = (bits: ContactBits): Buffer => bytesOfWords(used(bits));
export const bitsOfBytes: (bytes: Buffer) => ContactBits = wordsOfBytes;
