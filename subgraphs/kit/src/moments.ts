/** The first of moments; null where there is none. */
export const earliest = (moments: readonly (Date | null)[]): Date | null => extreme(moments, -1);

/** The last of moments; null where there is none. */
export const latest = (moments: readonly (Date | null)[]): Date | null => extreme(moments, 1);

function extreme(moments: readonly (Date | null)[], sign: -1 | 1): Date | null {
  let found: Date | null = null;
  for (const moment of moments) {
    if (moment !== null && (found === null || sign * (moment.getTime() - found.getTime()) > 0)) found = moment;
  }
  return found;
}
