import { randomUUID } from 'node:crypto';
import type { Database } from '../database.ts';
import { countBeat, insertWorker, removeWorker, unlockJobs } from './job-workers.ts';

/** A worker gives up what it has this long after its last beat that was acknowledged, in milliseconds. */
export const leaseTime = 20_000;
/** A call that began in time and takes its whole deadline is over before others take the worker for dead. */
export const deadAfter = 30_000;
const beatEvery = 5_000;

/** The worker was declared dead: what it has is somebody else's. */
export class LeaseLost extends Error {}

/** A time of being known as a worker. Once it is over it does not come back: a new one has another id. */
export interface Lease {
  readonly workerId: string;
  /** Whether what was claimed under it may still be handed over and written. */
  readonly holds: () => boolean;
  /** To be called where the database said that the worker is dead: the next lease is a new one. */
  readonly lose: () => void;
}

export interface Leases {
  /** The lease that holds, a fresh one where none does. */
  readonly current: () => Promise<Lease>;
  /** Names under which this process locks jobs, to be freed with the lease. */
  readonly nameJobs: (jobName: string) => void;
  readonly start: () => void;
  /** Ends the lease, and frees the jobs that this process took while it went. */
  readonly stop: () => Promise<void>;
}

/** @param monotonic milliseconds of a clock that nobody sets and that a frozen process does not miss */
export function createLeases(db: Database, monotonic: () => number): Leases {
  let lease: { readonly workerId: string; acknowledged: number; lost: boolean } | null = null;
  let beating: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  const jobNames: string[] = [];

  const isFresh = ({ acknowledged, lost }: NonNullable<typeof lease>): boolean =>
    !lost && monotonic() - acknowledged < leaseTime;

  /** Counted from before the beat was sent: however long the answer took, others saw the beat later than that. */
  const beat = async (): Promise<void> => {
    const own = lease;
    const sent = monotonic();
    if (own !== null && isFresh(own)) {
      if (await countBeat(db, own.workerId, jobNames)) own.acknowledged = sent;
      else own.lost = true;
    }
    if (own !== null && isFresh(own)) return;
    if (own !== null) own.lost = true;
    const workerId = randomUUID();
    await insertWorker(db, workerId);
    lease = { workerId, acknowledged: sent, lost: false };
    if (jobNames.length > 0) await countBeat(db, workerId, jobNames);
  };
  const beatOnce = (): Promise<void> => {
    beating ??= beat().finally(() => {
      beating = null;
    });
    return beating;
  };

  return {
    current: async () => {
      if (lease === null || !isFresh(lease) || monotonic() - lease.acknowledged > beatEvery) await beatOnce();
      const own = lease;
      if (own === null) throw new Error('no lease was given');
      return {
        workerId: own.workerId,
        holds: () => isFresh(own),
        lose: () => {
          own.lost = true;
        },
      };
    },
    nameJobs: (jobName) => {
      jobNames.push(jobName);
    },
    start: () => {
      // A beat that fails is one that is missing: the next one may come in time.
      timer = setInterval(() => void beatOnce().catch(() => {}), beatEvery);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      await beating?.catch(() => {});
      const workerId = lease === null || lease.lost ? null : lease.workerId;
      if (workerId !== null) await removeWorker({ query: db.write }, workerId, null);
      if (jobNames.length > 0) await unlockJobs({ query: db.write }, jobNames);
    },
  };
}
