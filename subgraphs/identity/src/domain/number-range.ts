import { before, parseDuration } from '@ucp/kit/duration';
import { secondOf } from '@ucp/kit/moments';

/** Numbers between two others, neither of which is one of them; and out of a set, where there is one. */
export interface NumberRange {
  readonly above: number;
  readonly below: number;
  readonly among: ReadonlySet<number> | null;
}

export const anyNumber: NumberRange = {
  above: Number.NEGATIVE_INFINITY,
  below: Number.POSITIVE_INFINITY,
  among: null,
};
export const noNumber: NumberRange = { ...anyNumber, among: new Set() };

export const isInRange = ({ above, below, among }: NumberRange, value: number): boolean =>
  value > above && value < below && (among === null || among.has(value));

export interface MomentWindow {
  readonly after?: Date | null | undefined;
  readonly before?: Date | null | undefined;
  /** ISO 8601 duration. */
  readonly within?: string | null | undefined;
}

/**
 * The seconds since 1970 that lie in a window. Both ends are whole seconds: the first is in it, that of `before` is not. What is
 * counted back ends with the second of the moment asked.
 * @param now the moment asked
 */
export function secondsIn(window: MomentWindow, now: Date): NumberRange {
  const lasts = window.within ?? null;
  const first = Math.max(
    window.after ? secondOf(window.after) : Number.NEGATIVE_INFINITY,
    lasts === null ? Number.NEGATIVE_INFINITY : secondOf(before(wholeSecond(now), parseDuration(lasts))),
  );
  const end = Math.min(
    window.before ? secondOf(window.before) : Number.POSITIVE_INFINITY,
    lasts === null ? Number.POSITIVE_INFINITY : secondOf(now) + 1,
  );
  return { above: first - 1, below: end, among: null };
}

const wholeSecond = (moment: Date): Date => new Date(secondOf(moment) * 1_000);
