/** How often a provider may put a message off before it is given up. */
export const mostAttempts = 8;

const shortest = 5_000;
const longest = 60 * 60_000;

/**
 * Until a message that was put off is tried again, in milliseconds: as the provider says, else twice as long each time, from 5
 * seconds up to an hour.
 * @param attempts how often it was put off before
 * @param afterMs null: the provider does not say
 */
export function laterBy(attempts: number, afterMs: number | null): number {
  const own = Math.min(longest, shortest * 2 ** attempts);
  return afterMs === null ? own : Math.min(longest, Math.max(0, afterMs));
}
