import type { ContactBits } from '@ucp/kit/contact-bits';
import type { ActivityCondition, Filter } from '../domain/definition.ts';
import type { ActivityEvent } from '../domain/event.ts';
import type { Occurrence } from '../domain/rehearsal/admit.ts';

/** A stretch of time: what happened after `from` and not after `to`. */
export interface Stretch {
  readonly from: Date;
  readonly to: Date;
}

/** Whether a message might have been sent at a moment. */
export interface AskedSend {
  readonly contactNo: number;
  readonly topic: string | null;
  readonly at: Date;
}

export interface PastDecision {
  readonly allowed: boolean;
  /** The rule that decided; null when allowed. */
  readonly decidedBy: string | null;
  /** Where only hours or caps spoke against it: when they no longer would have. */
  readonly retryAt: Date | null;
}

/**
 * The past as the other parts know it, by what they are asked for. Contacts are numbers under which identity shows them now. Every call
 * throws CodedError SUBGRAPH_UNAVAILABLE while who answers is away.
 */
export interface Past {
  /** Who matched each filter at a moment, in the order asked. Null: it cannot be asked. */
  readonly matches: (
    account: number,
    at: Date,
    filters: readonly Filter[],
    contactNos: readonly number[],
  ) => Promise<readonly (ContactBits | null)[]>;
  /** When activity like this happened, to the second, newest first, at most so often. */
  readonly activity: (
    account: number,
    condition: ActivityCondition,
    stretch: Stretch,
    most: number,
  ) => Promise<readonly Occurrence[]>;
  /** What contacts did on channels, the newest so many of each contact and channel, in no order. @param channels null: all */
  readonly eventsOf: (
    account: number,
    contactNos: readonly number[],
    channels: readonly string[] | null,
    most: number,
  ) => Promise<ReadonlyMap<number, readonly ActivityEvent[]>>;
  /** Who came into a segment, or left it, newest first. Null: it is not tracked, and nobody knows. */
  readonly segmentMoves: (
    account: number,
    segmentId: string,
    on: 'ENTERED' | 'LEFT',
    stretch: Stretch,
    most: number,
  ) => Promise<readonly Occurrence[] | null>;
  /** Whether messages might have been sent, in the order asked. */
  readonly decisions: (
    account: number,
    channel: string,
    sends: readonly AskedSend[],
  ) => Promise<readonly PastDecision[]>;
}
