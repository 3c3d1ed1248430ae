import type { Database, Statement, Transaction } from '@ucp/kit/database';

export interface WorkerRow {
  readonly workerId: string;
  readonly beat: number;
  /** Names under which it locks jobs. */
  readonly jobWorkers: readonly string[];
  readonly [column: string]: unknown;
}

const list: Statement = {
  name: 'send_workers',
  text: '/* send_workers */ select worker_id as "workerId", beat, job_workers as "jobWorkers" from send_worker',
};
const insert: Statement = {
  name: 'send_worker_insert',
  text: '/* send_worker_insert */ insert into send_worker (worker_id, beat) values ($1, 0)',
};
const beat: Statement = {
  name: 'send_worker_beat',
  text: `/* send_worker_beat */ update send_worker set beat = beat + 1, job_workers = $2 where worker_id = $1 returning beat`,
};
const remove: Statement = {
  name: 'send_worker_remove',
  text: '/* send_worker_remove */ delete from send_worker where worker_id = $1 and ($2::bigint is null or beat = $2) returning 1',
};
const unlock: Statement = {
  name: 'send_jobs_unlock',
  text: '/* send_jobs_unlock */ select 1 from graphile_worker.force_unlock_workers($1::text[])',
};

/** A lock younger than this may be of a worker that has not told its name yet. */
const unlockNameless: Statement = {
  name: 'send_jobs_unlock_nameless',
  text: `/* send_jobs_unlock_nameless */ with held as (select distinct locked_by from graphile_worker.jobs j
      where locked_at < clock_timestamp() - interval '35 seconds' and not exists (select 1 from send_worker w where j.locked_by = any(w.job_workers)))
    select graphile_worker.force_unlock_workers(array(select locked_by from held)) from held limit 1`,
};

export const workersOf = (db: Database): Promise<WorkerRow[]> => db.readAside<WorkerRow>(list, []);

export const insertWorker = (db: Database, workerId: string): Promise<unknown> => db.write(insert, [workerId]);

/** Counts a beat on. @returns whether the worker is still known: one that is not was declared dead */
export const countBeat = async (db: Database, workerId: string, jobWorkers: readonly string[]): Promise<boolean> =>
  (await db.write(beat, [workerId, jobWorkers])).length > 0;

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
export const unlockJobs = (tx: Pick<Transaction, 'query'>, jobWorkers: readonly string[]): Promise<unknown> =>
  tx.query(unlock, [jobWorkers]);

/** Frees jobs that are held under names no worker has: of one that died before it told its own. */
export const unlockNamelessJobs = (db: Database): Promise<unknown> => db.write(unlockNameless, []);
