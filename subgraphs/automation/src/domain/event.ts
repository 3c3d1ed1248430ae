import type { ActivityCondition, BehaviorCondition } from './definition.ts';

/** Something that happened, as the journals tell it: what triggers listen to and what waiting steps wait for. */
export type SeenEvent = ActivityEvent | BehaviorEvent;

interface Seen {
  readonly at: Date;
  readonly identifierKind: string;
  readonly identifierValue: string;
}

export interface ActivityEvent extends Seen {
  readonly is: 'ACTIVITY';
  /** In capitals. */
  readonly channel: string;
  readonly kind: string;
  readonly machine: boolean;
  /** Name of the campaign. */
  readonly campaign: string | null;
  readonly link: string | null;
  /** Id of the message at its channel, where it was asked for there. */
  readonly sendId: string | null;
  /** Told before, when it was not known whose message it is about: only who waits for that has not heard of it. */
  readonly again: boolean;
}

export interface BehaviorEvent extends Seen {
  readonly is: 'BEHAVIOR';
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export const matchesActivity = (condition: ActivityCondition, event: ActivityEvent): boolean =>
  (condition.channels === null || condition.channels.includes(event.channel)) &&
  condition.kinds.includes(event.kind) &&
  (condition.includeMachine || !event.machine) &&
  (condition.campaign === null || condition.campaign === event.campaign) &&
  (condition.link === null || (event.link ?? '').includes(condition.link));

export const matchesBehavior = (condition: BehaviorCondition, event: BehaviorEvent): boolean =>
  condition.name === event.name &&
  condition.properties.every(({ key, equals }) => JSON.stringify(event.properties[key]) === JSON.stringify(equals));

/** For people, in one sentence, for example `EMAIL CLICK at 2026-03-01T09:30:00.000Z`. */
export const causeOf = (event: SeenEvent): string =>
  `${event.is === 'ACTIVITY' ? `${event.channel} ${event.kind}` : event.name} at ${event.at.toISOString()}`;
