import { before, parseDuration } from '@ucp/kit/duration';
import { secondOf, wholeSecond } from '@ucp/kit/moments';
import type { ContactFacts } from './facts.ts';
import { momentsOf } from './stands-until.ts';

/** State of the primary address, as the channel's status enum has it. */
export type StatusOf = (facts: ContactFacts) => string;

/** A window that a status began in: ISO 8601 duration back from the moment asked. */
export interface StatusWindow {
  readonly within: string;
}

/**
 * Since when the status holds, without a break: from then on, asked about any moment, the facts give the status they give now. A
 * status follows from consent, suppressions, bounces and what was stated together, and from the settings of today; so what comes late
 * counts from when it happened, and what is said again of an address moves nothing.
 * @returns null for a status that nothing brought about, as that of an address of which nothing was ever said
 */
export function statusSince(facts: ContactFacts, statusOf: StatusOf): Date | null {
  const { now, addresses } = facts;
  const [primary] = addresses;
  const status = statusOf(facts);
  // A delivery puts bounces back to none, and changes no status by that.
  const bounces = primary.outcomes.filter(({ bounced }) => bounced);
  const moments = momentsOf({ ...primary, outcomes: bounces })
    .flatMap((moment) => moment?.getTime() ?? [])
    .filter((moment) => moment <= now.getTime());
  const begin = [...new Set(moments)]
    .sort((a, b) => b - a)
    .find((moment) => statusOf({ ...facts, now: new Date(moment - 1) }) !== status);
  return begin === undefined ? null : new Date(begin);
}

/** The second from which on a status must have begun, for a question of a moment. By whole seconds, as everything counts in windows. */
export const beginsFrom = ({ within }: StatusWindow, now: Date): number =>
  secondOf(before(wholeSecond(now), parseDuration(within)));

/** When a status began, where that lies within a window that is asked for; null where it does not. */
export function beganWithin(facts: ContactFacts, window: StatusWindow, statusOf: StatusOf): Date | null {
  const since = statusSince(facts, statusOf);
  return since !== null && secondOf(since) >= beginsFrom(window, facts.now) ? since : null;
}
