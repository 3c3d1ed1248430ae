import type { Awaited, Definition, Trigger } from './definition.ts';
import { type ActivityEvent, type BehaviorEvent, causeOf, matchesActivity, matchesBehavior } from './event.ts';

/** A version of a workflow: one that is live is entered by its trigger, one with people inside has steps that wait. */
export interface ListeningVersion {
  readonly workflowNo: number;
  readonly version: number;
  readonly isLive: boolean;
  readonly definition: Definition;
}

/** A step that waits for something to happen. */
export interface AwaitingStep {
  readonly workflowNo: number;
  readonly version: number;
  readonly step: string;
  /** Only where it is about a message of the enrollment itself. */
  readonly isOwn: boolean;
}

/** What an event means to workflows, whoever it is about. */
export interface HeardEvent {
  readonly at: string;
  /** In one sentence. */
  readonly cause: string;
  readonly channel: string | null;
  readonly sendId: string | null;
  /** Workflows it lets people into. */
  readonly enters: readonly number[];
  readonly awaiting: readonly AwaitingStep[];
}

type Event = ActivityEvent | BehaviorEvent;

/** Who hears what, asked for each of many events. Null: nobody. */
export type Hears = (event: Event) => HeardEvent | null;

export function hearingOf(versions: readonly ListeningVersion[]): Hears {
  const triggers = versions.flatMap(({ workflowNo, isLive, definition: { trigger } }) =>
    isLive && (trigger.is === 'ACTIVITY' || trigger.is === 'BEHAVIOR') ? [{ workflowNo, trigger }] : [],
  );
  const steps = versions.flatMap(({ workflowNo, version, definition }) =>
    definition.steps.flatMap((each) =>
      each.is === 'WAIT_UNTIL' && each.awaited.is !== 'FILTER'
        ? [{ workflowNo, version, step: each.key, awaited: each.awaited }]
        : [],
    ),
  );
  return (event) => {
    const isToldAgain = event.is === 'ACTIVITY' && event.again;
    const enters = isToldAgain
      ? []
      : triggers.flatMap(({ workflowNo, trigger }) => (isHeard(trigger, event) ? [workflowNo] : []));
    const awaiting = steps.flatMap(({ awaited, ...step }) => {
      if (!isHeard(awaited, event)) return [];
      const isOwn = awaited.is === 'ACTIVITY' && awaited.own;
      return (isOwn ? sendOf(event) === null : isToldAgain) ? [] : [{ ...step, isOwn }];
    });
    if (enters.length + awaiting.length === 0) return null;
    const channel = event.is === 'ACTIVITY' ? event.channel : null;
    return { at: event.at.toISOString(), cause: causeOf(event), channel, sendId: sendOf(event), enters, awaiting };
  };
}

const sendOf = (event: Event): string | null => (event.is === 'ACTIVITY' ? event.sendId : null);

const isHeard = (condition: Trigger | Awaited, event: Event): boolean =>
  (condition.is === 'ACTIVITY' && event.is === 'ACTIVITY' && matchesActivity(condition.activity, event)) ||
  (condition.is === 'BEHAVIOR' && event.is === 'BEHAVIOR' && matchesBehavior(condition.behavior, event));
