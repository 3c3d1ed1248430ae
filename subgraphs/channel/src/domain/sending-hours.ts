import { IANAZone } from 'luxon';
import type { DayHours, RegionHours } from './settings.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** Hours that share no minute of a whole year are never inside together; in milliseconds. */
const horizon = 400 * day;

/** Whether the IANA name is one of a time zone. */
export const isTimeZone = (name: string): boolean => IANAZone.isValidZone(name);

/** The hours that hold in some regions: the channel's, made narrower by those of each region. Null: at any hour. */
export function hoursIn(
  hours: DayHours | null,
  stricter: readonly RegionHours[],
  regions: readonly string[],
): DayHours | null {
  const all = [...(hours === null ? [] : [hours]), ...stricter.filter(({ region }) => regions.includes(region))];
  if (all.length === 0) return null;
  return { from: Math.max(...all.map(({ from }) => from)), until: Math.min(...all.map(({ until }) => until)) };
}

/**
 * The first moment not before `at` at which it is inside the hours in every one of the zones; `at` itself when it is now.
 * Null when the zones never are together.
 * @param zones IANA names; where the zone of a person is not certain, all that are possible
 */
export function nextInside(hours: DayHours, zones: readonly string[], at: Date): Date | null {
  if (hours.from >= hours.until) return null;
  const clocks = zones.map((zone) => IANAZone.create(zone));
  let moment = at.getTime();
  for (const end = moment + horizon; moment <= end; ) {
    const latest = Math.max(...clocks.map((clock) => nextInZone(hours, clock, moment)));
    if (latest <= moment) return new Date(moment);
    moment = latest;
  }
  return null;
}

/** The local clock moves evenly but for changes of the offset: the way to the next opening stops at the first of these. */
function nextInZone(hours: DayHours, clock: IANAZone, from: number): number {
  let moment = from;
  for (;;) {
    const offset = clock.offset(moment);
    const local = modulo(moment + offset * minute, day);
    if (local >= hours.from * minute && local < hours.until * minute) return moment;
    const opening = moment + modulo(hours.from * minute - local, day);
    if (clock.offset(opening) === offset) return opening;
    moment = changeOfOffset(clock, offset, moment, opening);
  }
}

/** The moment in (before, after] from which the offset is no longer what it was, to the millisecond. */
function changeOfOffset(clock: IANAZone, offset: number, before: number, after: number): number {
  let [same, changed] = [before, after];
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2);
    if (clock.offset(middle) === offset) same = middle;
    else changed = middle;
  }
  return changed;
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

/** Minutes since midnight as people write them, for example `08:00`; the end of the day is `24:00`. */
export const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Minutes since midnight of `HH:MM`, `24:00` included; null when it is none. */
export function clockMinutes(text: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (match !== null) return Number(match[1]) * 60 + Number(match[2]);
  return text === '24:00' ? 24 * 60 : null;
}
