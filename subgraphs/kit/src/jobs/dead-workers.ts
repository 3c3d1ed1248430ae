import type { Database } from '../database.ts';
import { removeWorker, unlockJobs, unlockNamelessJobs, type WorkerRow, workersOf } from './job-workers.ts';
import { deadAfter } from './lease.ts';

/**
 * Declares workers dead whose beat stands still, and frees the jobs they held. By a clock of this process that nobody sets, so that
 * a jump of a clock takes nothing from anybody. Call again and again.
 */
export type BuryDead = () => Promise<void>;

export function createBuryDead(db: Database, monotonic: () => number): BuryDead {
  const seen = new Map<string, { readonly beat: number; readonly since: number }>();

  /** Workers whose beat this process has seen stand still for too long. */
  const deadOnes = (workers: readonly WorkerRow[]): WorkerRow[] => {
    const now = monotonic();
    const living = new Set(workers.map(({ workerId }) => workerId));
    for (const workerId of seen.keys()) if (!living.has(workerId)) seen.delete(workerId);
    return workers.filter(({ workerId, beat }) => {
      const known = seen.get(workerId);
      if (known?.beat !== beat) seen.set(workerId, { beat, since: now });
      return known?.beat === beat && now - known.since >= deadAfter;
    });
  };

  return async () => {
    const workers = await workersOf(db);
    const dead = deadOnes(workers);
    // A process that lost its lease and took another locks jobs by the same names.
    const held = new Set(workers.filter((worker) => !dead.includes(worker)).flatMap(({ jobNames }) => jobNames));
    for (const { workerId, beat, jobNames } of dead) {
      const free = jobNames.filter((name) => !held.has(name));
      await db.transaction(async (tx) => {
        if ((await removeWorker(tx, workerId, beat)) && free.length > 0) await unlockJobs(tx, free);
      });
    }
    await unlockNamelessJobs(db);
  };
}
