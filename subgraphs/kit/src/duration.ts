import { DateTime, Duration } from 'luxon';
import { badInput } from './errors.ts';

/** The longest window that can be asked, in days: a little over ten years. */
const longestDays = 3_660;

/**
 * What is read alike here and by PostgreSQL: no signs, no commas, and a fraction of seconds only, as a part of a year or a month is
 * not the same to both.
 */
const written = /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;

/** Those that were read last: a workflow has a few, and asks for each with every step of everybody. */
const read = new Map<string, Duration>();
const most = 1_000;

/**
 * Parses an ISO 8601 duration such as `P90D`, `PT24H` or `P1M`, of whole units but for seconds. Must be positive and at most 3,660 days.
 * @throws CodedError BAD_USER_INPUT naming what came
 */
export function parseDuration(text: string): Duration {
  const known = read.get(text);
  if (known !== undefined) return known;
  const duration = Duration.fromISO(text);
  if (!duration.isValid || !written.test(text))
    throw badInput(null, `A duration is written as ISO 8601, for example "P90D", got "${text}"`);
  const days = duration.as('days');
  if (days <= 0 || days > longestDays) {
    throw badInput(null, `A duration must be above zero and at most P${longestDays}D, got "${text}"`);
  }
  if (read.size >= most) read.clear();
  read.set(text, duration);
  return duration;
}

/** The moment that lies `duration` before `moment`. A day is 24 hours; months and years are calendar ones in UTC. */
export function before(moment: Date, duration: Duration): Date {
  if (isOfOneLength(duration)) return new Date(moment.getTime() - duration.toMillis());
  return DateTime.fromJSDate(moment, { zone: 'utc' }).minus(duration).toJSDate();
}

/** The moment that lies `duration` after `moment`. */
export function after(moment: Date, duration: Duration): Date {
  if (isOfOneLength(duration)) return new Date(moment.getTime() + duration.toMillis());
  return DateTime.fromJSDate(moment, { zone: 'utc' }).plus(duration).toJSDate();
}

/** Whether it takes no calendar, whose arithmetic costs ten times as much. */
const isOfOneLength = ({ years, months }: Duration): boolean => years === 0 && months === 0;

/** Length in days, a month counted as 30. */
export const daysOf = (duration: Duration): number => duration.as('days');
