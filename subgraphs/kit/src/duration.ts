import { DateTime, Duration } from 'luxon';
import { badInput } from './errors.ts';

/** The longest window that can be asked, in days: a little over ten years. */
export const longestDays = 3_660;

/**
 * What is read alike here and by PostgreSQL: no signs, no commas, and a fraction of seconds only, as a part of a year or a month is
 * not the same to both.
 */
const written = /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;

/** Durations that are remembered, and the longest text of one: a question for a whole account parses each of its windows several times, a workflow with every step of everybody, 0.05 ms a time. */
const remembered = { durations: 1_000, length: 50 } as const;
const parsed = new Map<string, Duration>();

/**
 * Parses an ISO 8601 duration such as `P90D`, `PT24H` or `P1M`, of whole units but for seconds. Must be positive and at most 3,660 days.
 * @throws CodedError BAD_USER_INPUT naming what came
 */
export function parseDuration(text: string): Duration {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const duration = parseAnew(text);
  if (text.length > remembered.length) return duration;
  if (parsed.size >= remembered.durations) parsed.clear();
  parsed.set(text, duration);
  return duration;
}

function parseAnew(text: string): Duration {
  const duration = Duration.fromISO(text);
  if (!duration.isValid || !written.test(text))
    throw badInput(null, `A duration is written as ISO 8601, for example "P90D", got "${text}"`);
  const days = duration.as('days');
  if (days <= 0 || days > longestDays) {
    throw badInput(null, `A duration must be above zero and at most P${longestDays}D, got "${text}"`);
  }
  return duration;
}

/** The moment that lies `duration` before `moment`. A day is 24 hours; months and years are calendar ones in UTC. */
export function before(moment: Date, duration: Duration): Date {
  const length = fixedLength(duration);
  if (length !== null) return new Date(moment.getTime() - length);
  return DateTime.fromJSDate(moment, { zone: 'utc' }).minus(duration).toJSDate();
}

/** The moment that lies `duration` after `moment`. */
export function after(moment: Date, duration: Duration): Date {
  const length = fixedLength(duration);
  if (length !== null) return new Date(moment.getTime() + length);
  return DateTime.fromJSDate(moment, { zone: 'utc' }).plus(duration).toJSDate();
}

/** Milliseconds of a duration that is as long wherever it begins, which takes no calendar; null for one of months or years, or of a part of a millisecond. */
function fixedLength(duration: Duration): number | null {
  const length = duration.toMillis();
  return duration.years === 0 && duration.months === 0 && Number.isInteger(length) ? length : null;
}

/** Length in days, a month counted as 30. */
export const daysOf = (duration: Duration): number => duration.as('days');
