import { groupBy } from '@ucp/kit/align';
import { hasBit } from '@ucp/kit/contact-bits';
import { before, daysOf, parseDuration } from '@ucp/kit/duration';
import { badInput } from '@ucp/kit/errors';
import type { Definition, Filter } from '../domain/definition.ts';
import { rehearsalLimits } from '../domain/limits.ts';
import { admitted, insideAlready, type Occurrence } from '../domain/rehearsal/admit.ts';
import { type Follower, followerOf } from '../domain/rehearsal/follow.ts';
import { type Rehearsal, summaryOf } from '../domain/rehearsal/summary.ts';
import type { Stretch } from '../peers/past.ts';
import { type FollowSources, follow } from './follow.ts';
import { inTurns } from './in-turns.ts';
import { type OccurrenceSources, occurrencesOf } from './occurrences.ts';

export type RehearsalSources = OccurrenceSources &
  FollowSources & {
    /** Milliseconds since it was asked. */
    readonly spent: () => number;
  };

/** Moments that are asked before it is looked whether there is time for more. */
const momentsAtOnce = 50;

/** A version of a workflow, and what it does. */
export interface Rehearsed {
  readonly workflowNo: number;
  readonly version: number;
  readonly definition: Definition;
}

/**
 * What a version of a workflow would have done over the time before now, had it been live. Nothing is sent, changed or kept.
 * @throws CodedError BAD_USER_INPUT for a time that is too long, and where nobody knows when the trigger would have fired
 */
export async function rehearse(
  sources: RehearsalSources,
  account: number,
  workflow: Rehearsed,
  over: string,
  now: Date,
): Promise<Rehearsal> {
  const duration = parseDuration(over);
  if (daysOf(duration) > rehearsalLimits.days)
    throw badInput(['over'], `"over" is at most P${rehearsalLimits.days}D, got "${over}"`);
  const asked: Stretch = { from: before(now, duration), to: now };
  const { definition } = workflow;
  const fired = await occurrencesOf(sources, account, definition.trigger, asked);
  const seen = shortened(fired, asked);
  const matching = await whoMatched(sources, account, definition.entry, seen);
  const entering = admitted(matching.occurrences, definition.reentry);
  const followed = await followSome(sources, account, workflow, matching.stretch, entering);
  const inside = insideAlready(followed, ({ way, now: left }) => (way.settled?.is === 'LEAVES' ? left : null));
  const entered = entering.length - inside.size;
  return {
    ...matching.stretch,
    entered,
    keptOut: matching.looked - entered,
    ...summaryOf(followed.filter((each) => !inside.has(each))),
  };
}

interface Seen {
  readonly occurrences: readonly Occurrence[];
  readonly stretch: Stretch;
}

/** As many as are looked at; where there are more, the time looked at begins with the oldest of them. */
function shortened(occurrences: readonly Occurrence[], stretch: Stretch): Seen {
  const oldest = occurrences[rehearsalLimits.triggers - 1];
  return oldest === undefined ? { occurrences, stretch } : { occurrences, stretch: { ...stretch, from: oldest.at } };
}

/** Whose entry filter held when they would have entered, the newest first: those of one moment are asked together. */
async function whoMatched(
  { past, spent }: RehearsalSources,
  account: number,
  filter: Filter | null,
  { occurrences, stretch }: Seen,
): Promise<Seen & { readonly looked: number }> {
  if (filter === null) return { occurrences, stretch, looked: occurrences.length };
  const moments = [...groupBy(occurrences, ({ at }) => at.getTime()).values()];
  const matching: Occurrence[] = [];
  let asked = 0;
  const mayGoOn = (): boolean => asked < rehearsalLimits.whole || spent() < rehearsalLimits.patience.entry;
  while (asked < Math.min(moments.length, rehearsalLimits.moments) && mayGoOn()) {
    const some = await inTurns(moments.slice(asked, asked + momentsAtOnce), async (together) => {
      const at = together[0]?.at ?? stretch.to;
      const numbers = [...new Set(together.map(({ contactNo }) => contactNo))];
      const [bits] = await past.matches(account, at, [filter], numbers);
      return bits === null || bits === undefined ? [] : together.filter(({ contactNo }) => hasBit(bits, contactNo));
    });
    matching.push(...some.flat());
    asked += some.length;
  }
  const from = asked < moments.length ? (moments[asked - 1]?.[0]?.at ?? stretch.to) : stretch.from;
  return { occurrences: matching, stretch: { ...stretch, from }, looked: moments.slice(0, asked).flat().length };
}

/** Follows the newest of those who enter, some at a time, as long as there are questions left. */
async function followSome(
  sources: RehearsalSources,
  account: number,
  workflow: Rehearsed,
  stretch: Stretch,
  entering: readonly Occurrence[],
): Promise<Follower[]> {
  const newest = [...entering].reverse().slice(0, rehearsalLimits.followed);
  const followed: Follower[] = [];
  let questions = 0;
  const mayGoOn = (): boolean =>
    questions < rehearsalLimits.questions && sources.spent() < rehearsalLimits.patience.follow;
  // The first of them are few, and are followed in any case.
  for (let from = 0; from < newest.length && (from === 0 || mayGoOn()); ) {
    const size = from === 0 ? rehearsalLimits.whole : rehearsalLimits.batch;
    const batch = newest.slice(from, from + size).map((each) => followerOf(each, workflow, workflow.definition));
    from += size;
    questions += await follow(sources, account, workflow.definition, stretch, batch);
    followed.push(...batch);
  }
  return followed;
}
