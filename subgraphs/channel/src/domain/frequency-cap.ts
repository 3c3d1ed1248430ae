import type { FrequencyCap } from './settings.ts';

/**
 * From when on the caps allow one more send: `at` itself when they do then, else the moment at which the oldest send that is
 * too many leaves its window. A send counts until exactly its time and the window have passed.
 * @param sends times of sends up to `at`, in any order
 */
export function freeFrom(caps: readonly FrequencyCap[], sends: readonly Date[], at: Date): Date {
  const newestFirst = sends
    .map((sent) => sent.getTime())
    .filter((sent) => sent <= at.getTime())
    .sort((a, b) => b - a);
  const moments = caps.map((cap) => {
    const last = newestFirst[cap.sends - 1];
    return last === undefined ? 0 : last + cap.windowMs;
  });
  return new Date(Math.max(at.getTime(), ...moments));
}

/** How many sends count at a moment. */
export const countWithin = ({ windowMs }: FrequencyCap, sends: readonly Date[], at: Date): number =>
  sends.filter((sent) => sent <= at && sent.getTime() + windowMs > at.getTime()).length;
