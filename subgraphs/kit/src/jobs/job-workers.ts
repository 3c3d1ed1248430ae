import type { Database, Statement, Transaction } from '../database.ts';

export interface WorkerRow {
  readonly workerId: string;
  readonly beat: number;
  /** Names under which it locks jobs. */
  readonly jobNames: readonly string[];
  readonly [column: string]: unknown;
}

const list: Statement = {
  name: 'job_workers',
  text: '/* job_workers */ select worker_id as "workerId", beat, job_names as "jobNames" from job_worker',
};
const insert: Statement = {
  name: 'job_worker_insert',
  text: '/* job_worker_insert */ insert into job_worker (worker_id, beat) values ($1, 0)',
};
const beat: Statement = {
  name: 'job_worker_beat',
  text: '/* job_worker_beat */ update job_worker set beat = beat + 1, job_names = $2 where worker_id = $1 returning beat',
};
const hold: Statement = {
  name: 'job_worker_hold',
  text: '/* job_worker_hold */ select 1 from job_worker where worker_id = $1 for key share',
};
const remove: Statement = {
  name: 'job_worker_remove',
  text: '/* job_worker_remove */ delete from job_worker where worker_id = $1 and ($2::bigint is null or beat = $2) returning 1',
};
const unlock: Statement = {
  name: 'jobs_unlock',
  text: '/* jobs_unlock */ select 1 from graphile_worker.force_unlock_workers($1::text[])',
};
/** A lock younger than this may be of a worker that has not told its name yet. */
const unlockNameless: Statement = {
  name: 'jobs_unlock_nameless',
  text: `/* jobs_unlock_nameless */ with held as (select distinct locked_by from graphile_worker.jobs j
      where locked_at < clock_timestamp() - interval '35 seconds' and not exists (select 1 from job_worker w where j.locked_by = any(w.job_names)))
    select graphile_worker.force_unlock_workers(array(select locked_by from held)) from held limit 1`,
};

export const workersOf = (db: Database): Promise<WorkerRow[]> => db.readAside<WorkerRow>(list, []);

export const insertWorker = (db: Database, workerId: string): Promise<unknown> => db.write(insert, [workerId]);

/** Counts a beat on. @returns whether the worker is still known: one that is not was declared dead */
export const countBeat = async (db: Database, workerId: string, jobNames: readonly string[]): Promise<boolean> =>
  (await db.write(beat, [workerId, jobNames])).length > 0;

/** Keeps a worker from being declared dead until the end of the transaction. @returns whether it is known */
export const holdWorker = async (tx: Transaction, workerId: string): Promise<boolean> =>
  (await tx.query(hold, [workerId])).length > 0;

/**
 * Declares a worker dead. Waits for a claim of its own that is under way.
 * @param beat only while this is its beat; null: whatever it is @returns whether it was known
 */
export const removeWorker = async (
  tx: Pick<Transaction, 'query'>,
  workerId: string,
  atBeat: number | null,
): Promise<boolean> => (await tx.query(remove, [workerId, atBeat])).length > 0;

/** Frees the jobs that dead workers hold. */
export const unlockJobs = (tx: Pick<Transaction, 'query'>, jobNames: readonly string[]): Promise<unknown> =>
  tx.query(unlock, [jobNames]);

/** Frees jobs that are held under names no worker has: of one that died before it told its own. */
export const unlockNamelessJobs = (db: Database): Promise<unknown> => db.write(unlockNameless, []);
