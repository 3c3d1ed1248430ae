import { createHash } from 'node:crypto';

/** The way a contact goes by chance: the same for the same seed and contact every time, on any machine. */
export function drawn<Path extends { readonly share: number }>(
  paths: readonly Path[],
  seed: string,
  contactNo: number,
): Path | undefined {
  const sum = paths.reduce((total, { share }) => total + share, 0);
  // 48 bits are exact as a number, and far more than the shares of any split.
  const chance = createHash('sha256').update(`${seed}\n${contactNo}`).digest().readUIntBE(0, 6);
  let place = chance % sum;
  return paths.find(({ share }) => {
    place -= share;
    return place < 0;
  });
}
