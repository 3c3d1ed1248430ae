import { before, parseDuration } from '@ucp/kit/duration';
import { secondOf, wholeSecond } from '@ucp/kit/moments';
import { type Did, isAsked } from './predicate.ts';

/** Whole seconds since 1970 in which events count for a condition, whatever the moment asked: what is to come counts nothing besides. */
export interface DidWindow {
  /** From this one on; null: ever. */
  readonly since: number | null;
  /** Before this one; null: without an end. */
  readonly until: number | null;
}

/** The seconds between the two dates of a condition. */
export const datesOf = ({ after, before: end }: Did): DidWindow => ({
  since: isAsked(after) ? secondOf(after) : null,
  until: isAsked(end) ? secondOf(end) : null,
});

/** Those that are counted back from the moment asked, too: both hold together. */
export function windowOf(did: Did, now: Date): DidWindow {
  const { since, until } = datesOf(did);
  if (!isAsked(did.within)) return { since, until };
  const counted = secondOf(before(wholeSecond(now), parseDuration(did.within)));
  return { since: Math.max(counted, since ?? counted), until };
}

/** How many times at least and at most; whoever never did it is never meant. */
export const timesAsked = ({ atLeast, atMost }: Did): { readonly least: number; readonly most: number | null } => ({
  least: Math.max(1, atLeast ?? 1),
  most: atMost ?? null,
});

/** Whether a condition holds for who did it so many times. */
export function isMetBy(did: Did, times: number): boolean {
  const { least, most } = timesAsked(did);
  return times >= least && (most === null || times <= most);
}
