import type { Definition } from '../definition.ts';
import { end } from '../definition.ts';
import { causeOf, matchesActivity, matchesBehavior, type SeenEvent } from '../event.ts';
import { type Settled, type Way, wayFrom } from '../go-on.ts';
import type { Occurrence } from './admit.ts';

/** A message a contact would have got, or not. */
export interface RehearsedMessage {
  readonly channel: string;
  /** The rule that would have kept it back for good; null: it would have gone out. */
  readonly rule: string | null;
}

/** A contact on the way through a workflow in the past. */
export interface Follower extends Occurrence {
  readonly way: Way;
  /** By the clock of the past. */
  now: Date;
  readonly messages: RehearsedMessage[];
  /** When the message it waits for would have left; null: for none. */
  leavesAt: Date | null;
  /** Whether nothing more happens until the end of the time looked at. */
  isDone: boolean;
}

export function followerOf(
  { contactNo, at }: Occurrence,
  workflow: { readonly workflowNo: number; readonly version: number },
  definition: Definition,
): Follower {
  const standing = {
    enrollmentNo: 0,
    ...workflow,
    contactNo,
    step: definition.steps[0]?.key ?? end,
    hasArrived: true,
    since: at,
    wokenBy: null,
    messageStatus: null,
    before: null,
  };
  return { contactNo, at, way: wayFrom(standing, definition), now: at, messages: [], leavesAt: null, isDone: false };
}

/** The past as a follower meets it. */
export interface Passage {
  readonly to: Date;
  /** What the contact did, oldest first. */
  readonly events: readonly SeenEvent[];
  /** Moments at which filters are looked at while somebody waits, oldest first. */
  readonly looks: readonly Date[];
}

/** Takes a follower who waits to the moment at which they are looked at next, or ends there. */
export function passTime(follower: Follower, { to, events, looks }: Passage): void {
  const { way } = follower;
  const { settled } = way;
  if (settled?.is !== 'WAITS') {
    follower.isDone = settled !== null;
    return;
  }
  const happened = settled.waitsFor === 'EVENT' ? firstOf(follower, events) : null;
  const due = settled.waitsFor === 'SEND' ? follower.leavesAt : settled.dueAt;
  const look = asksWhileWaiting(way, settled) ? looks.find((moment) => moment > follower.now) : undefined;
  const [next] = [happened?.at, due ?? undefined, look]
    .flatMap((moment) => moment ?? [])
    .sort((a, b) => a.getTime() - b.getTime());
  if (next === undefined || next > to) {
    follower.isDone = true;
    return;
  }
  const messageStatus = settled.waitsFor === 'SEND' && next === due ? 'SENT' : null;
  const wokenBy = happened !== null && next === happened.at ? causeOf(happened) : null;
  way.standing = { ...way.standing, hasArrived: false, wokenBy, messageStatus };
  way.settled = null;
  way.answers.clear();
  follower.now = next > follower.now ? next : follower.now;
}

/** Whether filters are looked at although nothing is due. */
const asksWhileWaiting = ({ definition }: Way, { waitsFor }: Extract<Settled, { is: 'WAITS' }>): boolean =>
  waitsFor === 'FILTER' || definition.goal !== null || definition.exit !== null;

/** What the contact waits for, where it happened. To messages that were never sent nothing happened. */
function firstOf({ way, now }: Follower, events: readonly SeenEvent[]): SeenEvent | null {
  const step = way.definition.steps.find(({ key }) => key === way.standing.step);
  if (step?.is !== 'WAIT_UNTIL') return null;
  const { awaited } = step;
  if (awaited.is === 'FILTER' || (awaited.is === 'ACTIVITY' && awaited.own)) return null;
  const happened = events.find(
    (event) =>
      event.at > now &&
      (event.is === 'ACTIVITY'
        ? awaited.is === 'ACTIVITY' && matchesActivity(awaited.activity, event)
        : awaited.is === 'BEHAVIOR' && matchesBehavior(awaited.behavior, event)),
  );
  return happened ?? null;
}

/** Where a follower came to. */
export function endOf({ way }: Follower): {
  readonly step: string;
  readonly state: 'WAITING' | 'COMPLETED' | 'EXITED' | 'FAILED';
} {
  const { settled, notes, standing } = way;
  if (settled?.is !== 'LEAVES') return { step: standing.step, state: 'WAITING' };
  const steps = notes.map(({ step }) => step).filter((step) => step !== end);
  return { step: steps.at(-1) ?? end, state: settled.state };
}
