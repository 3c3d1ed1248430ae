/**
 * SQL for whether something happened within a window that ends at the moment asked. Both ends are whole seconds and what
 * happened counts by its whole second, as the index in memory keeps no more: both then give the same for every event.
 * @param columns SQL of: when it happened; the ISO 8601 length of the window, null for ever; what is added to the clock; the
 * moment asked, null for now
 */
export function withinWindow(columns: {
  readonly at: string;
  readonly within: string;
  readonly offset: string;
  readonly moment: string;
}): string {
  const { at, within, offset, moment } = columns;
  const now = `date_trunc('second', coalesce(${moment}::timestamptz, now() + ${offset}::interval))`;
  return `${at} < ${now} + interval '1 second' and ${at} >= coalesce(date_trunc('second', ${now} - ${within}::interval), '-infinity')`;
}
