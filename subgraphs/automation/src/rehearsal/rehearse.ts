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
  const { entering, followed } = await whoEnters(sources, account, workflow, matching);
  return {
    ...matching.stretch,
    entered: entering.length,
    keptOut: matching.looked - entering.length,
    ...summaryOf(followed),
  };
}

/**
 * Who enters by the re-entry rule and is followed: whoever is found to be inside still when they would have come again does not, and
 * may have taken the turn of one who comes later.
 */
async function whoEnters(
  sources: RehearsalSources,
  account: number,
  workflow: Rehearsed,
  { occurrences, stretch }: Seen,
): Promise<{ readonly entering: readonly Occurrence[]; readonly followed: readonly Follower[] }> {
  const followers = new Map<Occurrence, Follower>();
  const leftAt = (each: Occurrence): Date | null => {
    const follower = followers.get(each);
    return follower?.way.settled?.is === 'LEAVES' ? follower.now : null;
  };
  const kept = new Set<Occurrence>();
  for (let questions = 0; ; ) {
    const entering = admitted(
      occurrences.filter((each) => !kept.has(each)),
      workflow.definition.reentry,
    );
    questions = await followSome(sources, account, workflow, stretch, { entering, followers, questions });
    const found = entering.filter((each) => followers.has(each));
    const inside = insideAlready(found, leftAt);
    if (inside.size === 0) {
      const isEntering = new Set(entering);
      // The newest first, as they were followed.
      return { entering, followed: [...followers].flatMap(([each, own]) => (isEntering.has(each) ? own : [])) };
    }
    for (const each of inside) kept.add(each);
  }
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

/**
 * Follows the newest of those who enter and are not followed yet, some at a time, as long as there are questions left.
 * @returns how many questions were asked by now
 */
async function followSome(
  sources: RehearsalSources,
  account: number,
  workflow: Rehearsed,
  stretch: Stretch,
  known: {
    readonly entering: readonly Occurrence[];
    readonly followers: Map<Occurrence, Follower>;
    readonly questions: number;
  },
): Promise<number> {
  const { entering, followers } = known;
  let { questions } = known;
  const left = rehearsalLimits.followed - followers.size;
  const newest = [...entering]
    .reverse()
    .filter((each) => !followers.has(each))
    .slice(0, left);
  const mayGoOn = (): boolean =>
    questions < rehearsalLimits.questions && sources.spent() < rehearsalLimits.patience.follow;
  for (let from = 0; from < newest.length; ) {
    // The first of them are few, and are followed in any case.
    const isFirst = followers.size === 0;
    if (!isFirst && !mayGoOn()) break;
    const some = newest.slice(from, from + (isFirst ? rehearsalLimits.whole : rehearsalLimits.batch));
    from += some.length;
    const batch = some.map((each) => followerOf(each, workflow, workflow.definition));
    questions += await follow(sources, account, workflow.definition, stretch, batch);
    some.forEach((each, i) => {
      const follower = batch[i];
      if (follower !== undefined) followers.set(each, follower);
    });
  }
  return questions;
}
