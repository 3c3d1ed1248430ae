import { groupBy } from '@ucp/kit/align';
import { hasBit } from '@ucp/kit/contact-bits';
import { before, daysOf, parseDuration } from '@ucp/kit/duration';
import { badInput } from '@ucp/kit/errors';
import type { Definition, Filter } from '../domain/definition.ts';
import { rehearsalLimits } from '../domain/limits.ts';
import { admitted, insideAlready, type Occurrence } from '../domain/rehearsal/admit.ts';
import { type Follower, followerOf } from '../domain/rehearsal/follow.ts';
import { type Rehearsal, summaryOf } from '../domain/rehearsal/summary.ts';
import type { Past, Stretch } from '../peers/past.ts';
import { type FollowSources, follow } from './follow.ts';
import { inTurns } from './in-turns.ts';
import { type OccurrenceSources, occurrencesOf } from './occurrences.ts';

export type RehearsalSources = OccurrenceSources & FollowSources;

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
  const matching = await whoMatched(sources.past, account, definition.entry, seen.occurrences, seen.stretch);
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

/** Whose entry filter held when they would have entered: those of one second are asked together. */
async function whoMatched(
  past: Past,
  account: number,
  filter: Filter | null,
  occurrences: readonly Occurrence[],
  stretch: Stretch,
): Promise<Seen & { readonly looked: number }> {
  if (filter === null) return { occurrences, stretch, looked: occurrences.length };
  const moments = [...groupBy(occurrences, ({ at }) => at.getTime()).values()];
  const asked = moments.slice(0, rehearsalLimits.moments);
  const [oldest] = moments.length > asked.length ? (asked.at(-1) ?? []) : [];
  const matching = await inTurns(asked, async (together) => {
    const [first] = together;
    if (first === undefined) return [];
    const numbers = [...new Set(together.map(({ contactNo }) => contactNo))];
    const [bits] = await past.matches(account, first.at, [filter], numbers);
    return bits === null || bits === undefined ? [] : together.filter(({ contactNo }) => hasBit(bits, contactNo));
  });
  return {
    occurrences: matching.flat(),
    stretch: oldest === undefined ? stretch : { ...stretch, from: oldest.at },
    looked: asked.flat().length,
  };
}

/** Follows the newest of those who enter, some at a time, as long as there are questions left. */
async function followSome(
  sources: FollowSources,
  account: number,
  workflow: Rehearsed,
  stretch: Stretch,
  entering: readonly Occurrence[],
): Promise<Follower[]> {
  const newest = [...entering].reverse().slice(0, rehearsalLimits.followed);
  const followed: Follower[] = [];
  let questions = 0;
  for (let from = 0; from < newest.length && questions < rehearsalLimits.questions; from += rehearsalLimits.batch) {
    const batch = newest
      .slice(from, from + rehearsalLimits.batch)
      .map((each) => followerOf(each, workflow, workflow.definition));
    questions += await follow(sources, account, workflow.definition, stretch, batch);
    followed.push(...batch);
  }
  return followed;
}
