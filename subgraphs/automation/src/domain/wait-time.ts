import { after, parseDuration } from '@ucp/kit/duration';
import { DateTime } from 'luxon';
import type { Wait } from './definition.ts';

/** What a wait asks of the contact. */
export interface WaitFacts {
  readonly fields: Readonly<Record<string, unknown>>;
  /** IANA name. */
  readonly timeZone: string;
}

/** Whether the end of a wait depends on the contact. */
export const asksContact = (wait: Wait): boolean => wait.is === 'FIELD' || wait.is === 'TIME';

/**
 * When a wait that began is over; not after `since` where it is over at once. A time of day that a change of clocks leaves out comes
 * an hour later, one that comes twice counts the first time.
 * @param facts of the contact, where the wait asks for it
 */
export function endOfWait(wait: Wait, since: Date, facts: WaitFacts | null): Date {
  switch (wait.is) {
    case 'FOR':
      return after(since, parseDuration(wait.duration));
    case 'UNTIL':
      return wait.at;
    case 'FIELD': {
      const day = facts?.fields[wait.date.field];
      if (facts === null || typeof day !== 'string') return since;
      const end = DateTime.fromISO(day, { zone: facts.timeZone }).minus({ days: wait.date.daysBefore });
      return end.isValid ? atTime(end, wait.date.at).toJSDate() : since;
    }
    case 'TIME':
      return facts === null ? since : nextTime(wait.at, wait.weekdays, since, facts.timeZone);
  }
}

function nextTime(at: string, weekdays: readonly number[] | null, since: Date, timeZone: string): Date {
  const now = DateTime.fromJSDate(since, { zone: timeZone });
  if (!now.isValid) return since;
  const isDay = (day: DateTime): boolean => weekdays === null || weekdays.includes(day.weekday);
  // It is that time for as long as clocks show it.
  if (now.toFormat('HH:mm') === at && isDay(now)) return since;
  for (let days = 0; days <= 7; days++) {
    const day = now.plus({ days });
    const moment = atTime(day, at);
    if (isDay(day) && moment > now) return moment.toJSDate();
  }
  return since;
}

const atTime = (day: DateTime, at: string): DateTime => {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  const moments = day.set({ hour, minute, second: 0, millisecond: 0 }).getPossibleOffsets();
  return DateTime.min(...moments) ?? day;
};
