import { groupBy } from '@ucp/kit/align';
import { hasBit } from '@ucp/kit/contact-bits';
import { fieldsAsked, filtersAhead } from '../domain/asked-ahead.ts';
import type { ActivityCondition, BehaviorCondition, Definition, MessageToSend } from '../domain/definition.ts';
import type { BehaviorEvent, SeenEvent } from '../domain/event.ts';
import { type Asked, goOn } from '../domain/go-on.ts';
import { rehearsalLimits } from '../domain/limits.ts';
import { type Follower, passTime } from '../domain/rehearsal/follow.ts';
import type { AskedSend, Past, PastDecision, Stretch } from '../peers/past.ts';
import type { People, PersonFacts } from '../peers/peers.ts';
import { inTurns } from './in-turns.ts';

export interface FollowSources {
  readonly past: Past;
  readonly people: Pick<People, 'factsOf'>;
  /** What contacts did on sites and in apps, the newest of each. */
  readonly behaviorsOf: (
    account: number,
    contactNos: readonly number[],
    names: readonly string[],
    most: number,
  ) => Promise<ReadonlyMap<number, readonly BehaviorEvent[]>>;
}

/**
 * Leads followers through a workflow until they have left or the time looked at is over: what they ask is asked of all of them
 * together, those of one moment in one question.
 * @returns how many questions it took
 */
export async function follow(
  sources: FollowSources,
  account: number,
  definition: Definition,
  stretch: Stretch,
  followers: readonly Follower[],
): Promise<number> {
  const contactNos = [...new Set(followers.map(({ contactNo }) => contactNo))];
  const events = await eventsOf(sources, account, contactNos, definition);
  let facts: ReadonlyMap<number, PersonFacts> | null = null;
  const looks = looksOf(stretch);
  let questions = 0;
  for (let under = [...followers]; under.length > 0; under = under.filter(({ isDone }) => !isDone)) {
    const filters: Follower[] = [];
    const sends: [Follower, MessageToSend][] = [];
    for (const follower of under) {
      const asked = goOn(follower.way, follower.now);
      if (asked === null) passTime(follower, { to: stretch.to, events: events.get(follower.contactNo) ?? [], looks });
      else if (asked.is === 'FACTS') {
        facts ??= await sources.people.factsOf(account, contactNos, fieldsAsked(definition));
        follower.way.facts = facts.get(follower.contactNo) ?? null;
      } else if (asked.is === 'FILTERS') filters.push(follower);
      else answerEffect(follower, asked, sends);
    }
    questions += await askFilters(sources.past, account, definition, filters);
    questions += await askSends(sources.past, account, sends);
  }
  return questions;
}

/** Fields and tags would have been set. */
function answerEffect(
  follower: Follower,
  { effect }: Extract<Asked, { is: 'EFFECT' }>,
  sends: [Follower, MessageToSend][],
): void {
  if (effect.is === 'SEND') sends.push([follower, effect.message]);
  else follower.way.answer = { is: 'CHANGE', problem: null };
}

async function askFilters(
  past: Past,
  account: number,
  definition: Definition,
  followers: readonly Follower[],
): Promise<number> {
  const together = groupBy(followers, ({ now, way }) => `${now.getTime()} ${way.standing.step}`);
  await inTurns([...together.values()], async (group) => {
    const [first] = group;
    if (first === undefined) return;
    const filters = filtersAhead(definition, first.way.standing);
    const numbers = [...new Set(group.map(({ contactNo }) => contactNo))];
    const answers = await past.matches(account, first.now, filters, numbers);
    filters.forEach((filter, i) => {
      const bits = answers[i] ?? null;
      for (const { way, contactNo } of group) way.answers.set(filter, bits === null ? null : hasBit(bits, contactNo));
    });
  });
  return together.size;
}

async function askSends(
  past: Past,
  account: number,
  sends: readonly (readonly [Follower, MessageToSend])[],
): Promise<number> {
  const byChannel = [...groupBy(sends, ([, { channel }]) => channel)];
  await inTurns(byChannel, async ([channel, asked]) => {
    const decisions = await past.decisions(
      account,
      channel,
      asked.map(([{ contactNo, now }, { topic }]): AskedSend => ({ contactNo, topic, at: now })),
    );
    asked.forEach(([follower], i) => {
      answerSend(follower, channel, decisions[i] ?? unknown);
    });
  });
  return sends.length;
}

const unknown: PastDecision = { allowed: false, decidedBy: 'ADDRESS', retryAt: null };

/** Sent, later than at once, or not at all. */
function answerSend(follower: Follower, channel: string, { allowed, decidedBy, retryAt }: PastDecision): void {
  const rule = allowed || retryAt !== null ? null : (decidedBy ?? 'ADDRESS');
  const status = allowed ? 'SENT' : rule === null ? 'QUEUED' : 'SKIPPED';
  follower.messages.push({ channel, rule });
  follower.leavesAt = retryAt;
  follower.way.answer = { is: 'SEND', status, skippedBecause: rule, detail: null };
}

/** Evenly over the whole time, the same for everybody. */
function looksOf({ from, to }: Stretch): Date[] {
  const step = (to.getTime() - from.getTime()) / rehearsalLimits.looks;
  return Array.from({ length: rehearsalLimits.looks }, (_, i) => new Date(Math.floor(from.getTime() + (i + 1) * step)));
}

/** All that steps may wait for, oldest first. */
async function eventsOf(
  { past, behaviorsOf }: FollowSources,
  account: number,
  contactNos: readonly number[],
  { steps }: Definition,
): Promise<ReadonlyMap<number, readonly SeenEvent[]>> {
  const awaited = steps.flatMap((step) => (step.is === 'WAIT_UNTIL' ? [step.awaited] : []));
  const activity = awaited.flatMap((each): ActivityCondition[] =>
    each.is === 'ACTIVITY' && !each.own ? [each.activity] : [],
  );
  const behavior = awaited.flatMap((each): BehaviorCondition[] => (each.is === 'BEHAVIOR' ? [each.behavior] : []));
  const isAny = activity.some(({ channels }) => channels === null);
  const channels = isAny ? null : [...new Set(activity.flatMap((each) => each.channels ?? []))];
  const names = [...new Set(behavior.map(({ name }) => name))];
  const { events: most } = rehearsalLimits;
  const [did, seen] = await Promise.all([
    activity.length === 0 ? new Map() : past.eventsOf(account, contactNos, channels, most),
    behavior.length === 0 ? new Map() : behaviorsOf(account, contactNos, names, most),
  ]);
  return new Map(
    contactNos.map((no) => {
      const all: SeenEvent[] = [...(did.get(no) ?? []), ...(seen.get(no) ?? [])];
      return [no, all.sort((a, b) => a.at.getTime() - b.at.getTime())];
    }),
  );
}
