import type { Transaction } from '@ucp/kit/database';
import type { JournalEntry, JournalPage, JournalWrite } from '@ucp/kit/journal';
import type { Definitions } from '../definitions.ts';
import type { ActivityEvent, BehaviorEvent } from '../domain/event.ts';
import { toldMessages } from '../domain/told-status.ts';
import { laneWriteFor } from '../store/lanes.ts';
import { toldWrites } from '../store/told-messages.ts';
import { takeEvents } from './take-events.ts';

/** What automation reads of the journals of channels. */
export const activityKinds = ['ACTIVITY'];
/** What it reads of its own. */
export const behaviorKinds = ['BEHAVIOR'];

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** A page has thousands, of which mostly none is anybody's business: it is read by hand. */
function activityOf(entry: JournalEntry): Omit<ActivityEvent, 'identifierValue'> & {
  readonly identifierValue: string | null;
  readonly rule: string | null;
} {
  const { channel, activity, identifierKind, value, at, machine, campaign, link, sendId, rule, again } = entry;
  return {
    is: 'ACTIVITY',
    channel: String(channel),
    kind: String(activity),
    identifierKind: String(identifierKind),
    identifierValue: textOrNull(value),
    at: new Date(String(at)),
    machine: machine === true,
    campaign: textOrNull(campaign),
    link: textOrNull(link),
    sendId: textOrNull(sendId),
    again: again === true,
    rule: textOrNull(rule),
  };
}

/** Takes in what happened on a channel, and what became of messages of workflows. Repeatable: the place moves with it. */
export const foldActivity =
  (definitions: Definitions) =>
  async (tx: Transaction, account: number, { entries }: JournalPage): Promise<readonly JournalWrite[]> => {
    const activities = entries.map(activityOf);
    const events = activities.flatMap((each) => {
      const { identifierValue } = each;
      return identifierValue === null ? [] : [{ ...each, identifierValue }];
    });
    const told = toldMessages(
      activities.flatMap(({ channel, kind, sendId, at, rule, machine }) =>
        sendId === null || machine ? [] : [{ channel, activity: kind, sendId, at, rule }],
      ),
    );
    const followed = await takeEvents(tx, account, definitions, events);
    if (told.length === 0) return followed;
    const wakes = followed.some(({ name }) => name === 'lanes') ? [] : [laneWriteFor(account, 'told_awaited')];
    return [...toldWrites(account, told, tx.now), ...followed, ...wakes];
  };

function behaviorOf({ identifierKind, value, at, name, properties }: JournalEntry): BehaviorEvent {
  return {
    is: 'BEHAVIOR',
    identifierKind: String(identifierKind),
    identifierValue: String(value),
    at: new Date(String(at)),
    name: String(name),
    properties: Object(properties),
  };
}

/** Takes in what was done on sites and in apps, as our own journal tells. */
export const foldBehaviors =
  (definitions: Definitions) =>
  (tx: Transaction, account: number, { entries }: JournalPage): Promise<JournalWrite[]> =>
    takeEvents(tx, account, definitions, entries.map(behaviorOf));
