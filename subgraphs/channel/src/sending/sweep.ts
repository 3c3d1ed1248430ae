import { groupBy } from '@ucp/kit/align';
import type { Database } from '@ucp/kit/database';
import type { RecordOutcomes } from '../actions/record-outcomes.ts';
import { addLaneJob, addLookupJob, lanesDue, lanesWithoutJob } from '../store/lanes.ts';
import { accountsWithUnknown, orphanedMessages } from '../store/message-outcomes.ts';
import { removeWorker, unlockJobs, unlockNamelessJobs, type WorkerRow, workersOf } from '../store/send-workers.ts';
import { outcomeOf } from './hand-over.ts';
import { deadAfter } from './lease.ts';

/** Messages of dead workers that are taken over in one transaction. */
const batch = 1_000;

/**
 * Finds what nobody looks after: workers whose beat stands still, what they had claimed, and lanes that wait for a job. By a clock
 * of this process that nobody sets, so that a jump of a clock takes nothing from anybody.
 */
export interface Sweep {
  readonly once: () => Promise<void>;
}

export function createSweep(options: {
  readonly db: Database;
  readonly record: RecordOutcomes;
  readonly monotonic: () => number;
}): Sweep {
  const { db, record, monotonic } = options;
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

  const buryDead = async (): Promise<void> => {
    const workers = await workersOf(db);
    const dead = deadOnes(workers);
    // A process that lost its lease and took another locks jobs by the same names.
    const held = new Set(workers.filter((worker) => !dead.includes(worker)).flatMap(({ jobWorkers }) => jobWorkers));
    for (const { workerId, beat, jobWorkers } of dead) {
      const free = jobWorkers.filter((name) => !held.has(name));
      await db.transaction(async (tx) => {
        if ((await removeWorker(tx, workerId, beat)) && free.length > 0) await unlockJobs(tx, free);
      });
    }
  };

  const takeOver = async (): Promise<void> => {
    for (;;) {
      const orphans = await orphanedMessages(db, batch);
      const detail = 'The process that sent it is gone.';
      for (const [account, own] of groupBy(orphans, (message) => message.account)) {
        await record(
          account,
          own.map((message) => outcomeOf(message, { is: 'UNKNOWN', detail })),
        );
      }
      if (orphans.length < batch) return;
    }
  };

  return {
    once: async () => {
      await buryDead();
      await unlockNamelessJobs(db);
      await takeOver();
      for (const account of await accountsWithUnknown(db)) await addLookupJob({ query: db.write }, account, 0);
      for (const lane of await lanesWithoutJob(db, await lanesDue(db))) {
        await addLaneJob({ query: db.write }, lane, 0, 'replace');
      }
    },
  };
}
