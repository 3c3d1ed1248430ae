import { type ContactBits, emptyBits } from '@ucp/kit/contact-bits';
import type { NumberRange } from '../domain/number-range.ts';
import { roomFor } from './room.ts';

/** A number of each contact. */
export interface NumberColumn {
  /** Null: the contact has none. */
  readonly put: (contactNo: number, value: number | null) => void;
  /** Whose number is in a range. */
  readonly matching: (range: NumberRange) => ContactBits;
  readonly bytes: () => number;
}

export function createNumberColumn(): NumberColumn {
  /** By contact number; none is not a number. */
  let values = new Float64Array(0);
  return {
    put: (contactNo, value) => {
      if (contactNo >= values.length) {
        if (value === null) return;
        const grown = new Float64Array(roomFor(contactNo + 1)).fill(Number.NaN, values.length);
        grown.set(values);
        values = grown;
      }
      values[contactNo] = value ?? Number.NaN;
    },
    matching: ({ above, below, among }) => {
      const bits = emptyBits(values.length);
      const listed = [...(among ?? [])];
      // A look into the set takes ten times as long as a comparison: most values are outside of its ends.
      const [least, most] = [Math.min(...listed), Math.max(...listed)];
      for (let word = 0, no = 0; word < bits.length; word++) {
        let found = 0;
        for (let bit = 0; bit < 32; bit++, no++) {
          const value = values[no] ?? Number.NaN;
          // What is not a number compares with nothing.
          if (value > above && value < below) {
            if (among === null || (value >= least && value <= most && among.has(value))) found |= 1 << bit;
          }
        }
        bits[word] = found;
      }
      return bits;
    },
    bytes: () => values.byteLength,
  };
}
