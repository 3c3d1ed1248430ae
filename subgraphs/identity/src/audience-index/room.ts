import { type ContactBits, emptyBits } from '@ucp/kit/contact-bits';

/** Places of a column that holds numbers below this one: some more than that, whole words of bits. */
export const roomFor = (below: number): number => (Math.ceil((below * 9) / 8) + 1_023) & ~1_023;

/** A set of contacts that grows and changes. */
export interface GrowingBits {
  readonly set: (contactNo: number, on: boolean) => void;
  /** As they are now: they change with it. */
  readonly bits: () => ContactBits;
}

export function createBits(): GrowingBits {
  let bits = emptyBits(0);
  return {
    set: (contactNo, on) => {
      const word = contactNo >>> 5;
      if (word >= bits.length) {
        if (!on) return;
        const grown = emptyBits(roomFor(contactNo + 1));
        grown.set(bits);
        bits = grown;
      }
      const bit = 1 << (contactNo & 31);
      bits[word] = on ? (bits[word] ?? 0) | bit : (bits[word] ?? 0) & ~bit;
    },
    bits: () => bits,
  };
}
