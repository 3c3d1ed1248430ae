import { numbersIn } from '@ucp/kit/contact-bits';
import { badInput } from '@ucp/kit/errors';
import { DateTime } from 'luxon';
import type { Trigger } from '../domain/definition.ts';
import { rehearsalLimits } from '../domain/limits.ts';
import type { Occurrence } from '../domain/rehearsal/admit.ts';
import type { Past, Stretch } from '../peers/past.ts';
import type { People } from '../peers/peers.ts';

/** When somebody did something on a site or in an app, newest first, at most so often. */
export type BehaviorTimes = (
  account: number,
  condition: Extract<Trigger, { is: 'BEHAVIOR' }>['behavior'],
  stretch: Stretch,
  most: number,
) => Promise<readonly Occurrence[]>;

export interface OccurrenceSources {
  readonly past: Past;
  readonly people: Pick<People, 'contactsOfDays' | 'timeZoneOf'>;
  readonly behaviorTimes: BehaviorTimes;
}

/** When a trigger would have fired, newest first. @throws CodedError BAD_USER_INPUT where nobody knows */
export async function occurrencesOf(
  { past, people, behaviorTimes }: OccurrenceSources,
  account: number,
  trigger: Trigger,
  stretch: Stretch,
): Promise<readonly Occurrence[]> {
  const { triggers: most } = rehearsalLimits;
  switch (trigger.is) {
    case 'MANUAL':
      return [];
    case 'ACTIVITY':
      return past.activity(account, trigger.activity, stretch, most);
    case 'BEHAVIOR':
      return behaviorTimes(account, trigger.behavior, stretch, most);
    case 'SEGMENT': {
      const moves = await past.segmentMoves(account, trigger.segmentId, trigger.on, stretch, most);
      if (moves === null)
        throw badInput(
          null,
          'The segment of the trigger is not tracked: who came into it and who left is not known of the time before it is',
        );
      return moves;
    }
    case 'DATE':
      return daysOf(people, account, trigger, stretch);
  }
}

/** Days of a date field that came, by what the field says now. */
async function daysOf(
  people: OccurrenceSources['people'],
  account: number,
  { date, yearly }: Extract<Trigger, { is: 'DATE' }>,
  { from, to }: Stretch,
): Promise<Occurrence[]> {
  const zone = await people.timeZoneOf(account);
  const [hour = 0, minute = 0] = date.at.split(':').map(Number);
  const found: Occurrence[] = [];
  const last = DateTime.fromJSDate(to, { zone }).startOf('day');
  for (let day = last; day.plus({ days: 1 }).toJSDate() > from; day = day.minus({ days: 1 })) {
    const at = day.set({ hour, minute }).toJSDate();
    if (at <= from || at > to || found.length >= rehearsalLimits.triggers) continue;
    const days = daysMeant(day.plus({ days: date.daysBefore }), yearly);
    const contacts = await people.contactsOfDays(account, { field: date.field, days, yearly });
    for (const contactNo of numbersIn(contacts)) found.push({ contactNo, at });
  }
  return found.slice(0, rehearsalLimits.triggers);
}

/** February 29 comes on March 1 in other years. */
function daysMeant(day: DateTime, yearly: boolean): string[] {
  const isMarchFirst = day.month === 3 && day.day === 1;
  const named = day.toISODate() ?? '';
  return yearly && isMarchFirst && !day.isInLeapYear ? [named, '2024-02-29'] : [named];
}
