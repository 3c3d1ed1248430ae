import type { Database, Statement } from '@ucp/kit/database';
import { deliveryTask, laneCount } from './lanes.ts';

/** What nobody looks after: claims of workers that are gone, and what is due and waits for no job. */

const gone = (table: string): string => `update ${table} set claimed_by = null where claimed_by in (select g.claimed_by
      from (select distinct claimed_by from ${table} where claimed_by is not null) g
      where not exists (select 1 from job_worker w where w.worker_id = g.claimed_by)) returning 1`;
const free = (table: string): Statement => ({
  name: `${table}_free_gone`,
  text: `/* ${table}_free_gone */ with freed as (${gone(table)}) select count(*)::int as freed from freed`,
});
const frees = ['enrollment', 'entry', 'delivery'].map(free);

/** Accounts that have rows, from account to account by the index and not over all rows. */
const accountsWith = (name: string, table: string, which: string): string => `${name} as (
      (select account_id from ${table} where ${which} order by account_id limit 1)
      union all
      select n.account_id from ${name} l cross join lateral (select account_id from ${table}
        where ${which} and account_id > l.account_id order by account_id limit 1) n)`;
const waiting = {
  enrollment: 'due_at is not null and claimed_by is null',
  entry: 'claimed_by is null',
  delivery: `state = 'WAITING' and claimed_by is null`,
} as const;
const lanes: Statement = {
  name: 'automation_unattended',
  text: `/* automation_unattended */ with recursive ${accountsWith('standing', 'enrollment', waiting.enrollment)},
    ${accountsWith('entering', 'entry', waiting.entry)},
    work as (select account_id from standing s where exists (select 1 from enrollment e where e.account_id = s.account_id and ${waiting.enrollment} and e.due_at <= now() + $1::interval)
      union select account_id from entering)
    select account_id as account from work where not exists (select 1 from generate_series(0, ${laneCount - 1}) n
      join graphile_worker.jobs j on j.key = 'automation:' || account_id || ':' || n where j.attempts < j.max_attempts and j.run_at <= clock_timestamp())`,
};
const deliveries: Statement = {
  name: 'deliveries_unattended',
  text: `/* deliveries_unattended */ with recursive ${accountsWith('telling', 'delivery', waiting.delivery)}
    select account_id as account from telling t where exists (select 1 from delivery d where d.account_id = t.account_id and ${waiting.delivery} and d.due_at <= now() + $1::interval)
      and not exists (select 1 from graphile_worker.jobs j where j.key = '${deliveryTask}:' || t.account_id and j.attempts < j.max_attempts and j.run_at <= clock_timestamp())`,
};

/** Frees what workers had claimed that are gone. */
export async function freeClaimsOfGone(db: Database): Promise<void> {
  for (const statement of frees) await db.write(statement, []);
}

/** Accounts with entries, or enrollments that are due, of which no lane is to run now. */
export const accountsUnattended = async (db: Database): Promise<number[]> =>
  (await db.readAside<{ account: number }>(lanes, [db.clockOffset()])).map(({ account }) => account);

/** Accounts with deliveries that are due and wait for no job. */
export const accountsUntold = async (db: Database): Promise<number[]> =>
  (await db.readAside<{ account: number }>(deliveries, [db.clockOffset()])).map(({ account }) => account);
