/** A rate that many share: how far it is used up, and how long each message uses it. In milliseconds since 1970, and milliseconds. */
export interface Rate {
  readonly usedUntil: number;
  readonly interval: number;
}

/** What may leave at once after a pause: what the rate allows in this many milliseconds, one message at least. */
const burst = 1_000;
/** Used up further than this beyond the burst, in milliseconds, is a clock that went back, and not a transaction that waited. */
const waited = 5_000;

const burstOf = ({ interval }: Rate): number => Math.max(burst, interval);

/** A clock that went back leaves no backlog to wait for, and one that jumped ahead none to make up for. */
const placeOf = (rate: Rate, now: number): number =>
  rate.usedUntil > now + burstOf(rate) + waited ? now : Math.max(rate.usedUntil, now);

/**
 * How many messages may leave now, by the generic cell rate algorithm: 0 or fewer when none may.
 * Source: ITU-T I.371, annex A (virtual scheduling).
 */
export const freeNow = (rate: Rate, now: number): number =>
  Math.floor((now + burstOf(rate) - placeOf(rate, now)) / rate.interval + 1e-6);

/** How far the rate is used up once `count` more have left. */
export const usedAfter = (rate: Rate, now: number, count: number): number => placeOf(rate, now) + count * rate.interval;

/** Until as many as `count` may leave, in milliseconds; of more than the burst allows at once, until that many may. */
export function waitFor(rate: Rate, now: number, count: number): number {
  const most = Math.floor(burstOf(rate) / rate.interval + 1e-6);
  const needed = Math.min(count, most) * rate.interval;
  return Math.max(0, placeOf(rate, now) + needed - (now + burstOf(rate)));
}
