/** A rate that many share: how far it is used up, and how long each message uses it. In milliseconds since 1970, and milliseconds. */
export interface Rate {
  readonly usedUntil: number;
  readonly interval: number;
}

/** What may leave at once after a pause: what the rate allows in this many milliseconds, one message at least. */
const burst = 1_000;

/** A clock that went back, or a jump ahead, leaves neither a backlog to make up for nor one to wait for. */
const placeOf = ({ usedUntil, interval }: Rate, now: number): number =>
  Math.min(Math.max(usedUntil, now), now + Math.max(burst, interval));

/**
 * How many messages may leave now, by the generic cell rate algorithm.
 * Source: ITU-T I.371, annex A (virtual scheduling).
 */
export function freeNow(rate: Rate, now: number): number {
  const room = now + Math.max(burst, rate.interval) - placeOf(rate, now);
  return Math.floor(room / rate.interval + 1e-6);
}

/** How far the rate is used up once `count` more have left. */
export const usedAfter = (rate: Rate, now: number, count: number): number => placeOf(rate, now) + count * rate.interval;

/** Until as many as `count` may leave, in milliseconds; never more than the burst allows at once. */
export function waitFor(rate: Rate, now: number, count: number): number {
  const most = Math.max(1, Math.floor(Math.max(burst, rate.interval) / rate.interval));
  const needed = Math.min(count, most) * rate.interval;
  return Math.max(0, placeOf(rate, now) + needed - (now + Math.max(burst, rate.interval)));
}
