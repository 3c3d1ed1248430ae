import type { Database, Statement } from '@ucp/kit/database';

/** Rows that go in one statement. */
const atOnce = 5_000;

/** What is over, by the clock of the rules: `$1` is added to the database's, and `$2` is how many milliseconds it was kept. */
const forget = (table: string, isOver: string): Statement => ({
  name: `${table}_forget`,
  text: `/* ${table}_forget */ with gone as (delete from ${table} where ctid = any(array(select ctid from ${table}
      where ${isOver} < now() + $1::interval - $2 * interval '1 ms' limit ${atOnce})) returning 1)
    select count(*)::int as count from gone`,
});
const awaited = forget('awaited_event', 'until');
const unidentified = forget('unidentified_event', 'until');
const deliveries = forget('delivery', 'ended_at');
const days = forget('date_trigger_day', 'day');

/**
 * Forgets what has served: events that nobody can wait for any more, those that became nobody's in time, what was told to partners and
 * staff, and days of date triggers that no longer come up. What happened to contacts stays.
 * @param kept milliseconds for which deliveries and days are kept
 */
export async function forgetOutdated(
  db: Database,
  kept: { readonly deliveries: number; readonly days: number },
): Promise<void> {
  const all = [
    [awaited, 0],
    [unidentified, 0],
    [deliveries, kept.deliveries],
    [days, kept.days],
  ] as const;
  for (const [statement, milliseconds] of all) {
    for (let count = atOnce; count === atOnce; ) {
      const [row] = await db.write<{ count: number }>(statement, [db.clockOffset(), milliseconds]);
      count = row?.count ?? 0;
    }
  }
}
