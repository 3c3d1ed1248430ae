import { DateTime } from 'luxon';

/** Years that a day of every year may lie in. */
const years = { first: 1900, last: 2100 } as const;

/** The day so many days after one. Days are as `2026-03-01`. */
export const dayAfter = (day: string, days: number): string =>
  DateTime.fromISO(day, { zone: 'UTC' }).plus({ days }).toISODate() ?? day;

const isLeapYear = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;

/** The days of all years that are celebrated on a day: of February 29 in other years March 1. */
export function sameDays(day: string): string[] {
  const [year = '', month = '', date = ''] = day.split('-');
  const isForLeapDay = month === '03' && date === '01' && !isLeapYear(Number(year));
  const days: string[] = [];
  for (let each = years.first; each <= years.last; each++) {
    if (month !== '02' || date !== '29' || isLeapYear(each)) days.push(`${each}-${month}-${date}`);
    if (isForLeapDay && isLeapYear(each)) days.push(`${each}-02-29`);
  }
  return days;
}

/** The day so many days from now in a time zone, and the moment at which a time of it comes; one that clocks leave out comes later. */
export function momentOfDay(
  now: Date,
  timeZone: string,
  days: number,
  at: string,
): { readonly day: string; readonly moment: Date } {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  const local = DateTime.fromJSDate(now, { zone: timeZone });
  const day = (local.isValid ? local : DateTime.fromJSDate(now, { zone: 'UTC' })).plus({ days });
  const moment = day.set({ hour, minute, second: 0, millisecond: 0 });
  return { day: day.toISODate() ?? '', moment: moment.toJSDate() };
}
