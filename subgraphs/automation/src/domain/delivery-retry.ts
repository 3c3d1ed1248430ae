/** Pauses behind each attempt, in milliseconds: a receiver that is restarted is reached soon, one that is down is not hammered. */
const pauses = [5_000, 60_000, 5 * 60_000, 30 * 60_000, 2 * 3_600_000, 5 * 3_600_000, 10 * 3_600_000] as const;
/** What could not be told for so long is not told any more. */
const longest = 24 * 3_600_000;

/** When something is tried again that failed. Null: no more. @param attempts times it was tried */
export function nextAttempt(attempts: number, madeAt: Date, now: Date): Date | null {
  const pause = pauses[Math.min(attempts, pauses.length) - 1] ?? pauses[0];
  const at = new Date(now.getTime() + pause);
  return at.getTime() - madeAt.getTime() > longest ? null : at;
}
