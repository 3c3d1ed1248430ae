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

/** Whether a text of the shape 2026-03-01 is a day: 2026-02-30 is none. */
export function isCalendarDate(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The whole second of a moment since 1970. What is counted in windows of time counts by it, in memory as in SQL. */
export const secondOf = (moment: Date): number => Math.floor(moment.getTime() / 1_000);

/** The whole second of a moment, as a moment. */
export const wholeSecond = (moment: Date): Date => new Date(secondOf(moment) * 1_000);
