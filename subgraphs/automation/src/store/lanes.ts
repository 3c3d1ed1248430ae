import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';

/** Work of an account is done by so many at a time, each of which claims what nobody has: one takes 5 ms or, with a thousand, a second. */
export const laneCount = 4;

export const laneTask = 'automation';
export const deliveryTask = 'automation-delivery';
export const watchTask = 'automation-watch';

/**
 * Has the next free lane run now: one that runs already looks again for itself, but may be long at what it has. The time of a job is
 * by the real clock, whatever offset rules are tried with.
 */
const wake = (lanes: string): string => `select 1 as woken from (
      select 'automation:' || $1::int || ':' || n as key, n from generate_series(0, ${laneCount - 1}) as n
      order by exists (select 1 from graphile_worker.jobs j where j.queue_name = 'automation:' || $1::int || ':' || n and j.locked_at is not null), n
      limit ${lanes}) lane,
    lateral graphile_worker.add_job('${laneTask}', payload => json_build_object('account', $1::int, 'lane', lane.n), queue_name => lane.key,
      job_key => lane.key, max_attempts => 25, job_key_mode => 'replace')`;
const wakeNow: Statement = { name: 'automation_lanes_wake', text: `/* automation_lanes_wake */ ${wake('$2::int')}` };

/** A job that is to run before that stays as it is. */
const addJob: Statement = {
  name: 'automation_job_add',
  text: `/* automation_job_add */ select 1 from (select clock_timestamp() + $4::float8 * interval '1 ms' as at) t,
    lateral graphile_worker.add_job($1, payload => $2::json, queue_name => $3, job_key => $3, max_attempts => 25, job_key_mode => 'replace',
      run_at => least(t.at, (select j.run_at from graphile_worker.jobs j where j.key = $3 and j.locked_at is null and j.attempts < j.max_attempts)))`,
};

/** For more than this another lane runs too. */
const atOnce = 250;
const lanesFor = (count: number): number => Math.min(laneCount, Math.ceil(count / atOnce));

/**
 * Has what was written be looked at as soon as it is committed: entries, or enrollments that are due. For whoever writes them with
 * the journal.
 * @param count how many there are
 */
export const laneWrite = (account: number, count: number): JournalWrite => ({
  name: 'lanes',
  text: wake('$2::int'),
  values: [account, lanesFor(count)],
  first: true,
});

/** The same for as many as another write of the statement, one that is done first, gives back: for none nobody is woken. */
export const laneWriteFor = (account: number, write: string): JournalWrite => ({
  name: 'lanes',
  text: wake(`(select least(${laneCount}, ceil(count(*) / ${atOnce}.0))::int from ${write})`),
  values: [account],
  first: true,
});

/** The same by a statement of its own. */
export const addLaneJobs = (tx: Pick<Transaction, 'query'>, account: number, count: number): Promise<unknown> =>
  tx.query(wakeNow, [account, lanesFor(count)]);

/** Has a lane run after some milliseconds, unless it is to run before. */
export const addLaneJob = (db: Database, account: number, lane: number, afterMs: number): Promise<unknown> =>
  db.write(addJob, [laneTask, JSON.stringify({ account, lane }), `automation:${account}:${lane}`, afterMs]);

/** Has another task of an account run after some milliseconds, unless it is to run before. */
export const addAccountJob = (
  tx: Pick<Transaction, 'query'>,
  task: typeof deliveryTask | typeof watchTask,
  account: number,
  afterMs: number,
): Promise<unknown> => tx.query(addJob, [task, JSON.stringify({ account }), `${task}:${account}`, afterMs]);
