import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@ucp/kit/database';
import { CodedError } from '@ucp/kit/errors';
import type { Logger } from '@ucp/kit/log';
import type { Runner, WorkerEvents } from 'graphile-worker';
import { z } from 'zod';
import { LeaseLost } from '../actions/claim-messages.ts';
import { addLaneJob, addLookupJob, laneTask, lookupTask } from '../store/lanes.ts';
import type { RunLane } from './lane.ts';
import type { Leases } from './lease.ts';
import type { LookUp } from './lookup.ts';
import type { Sweep } from './sweep.ts';

/** Lanes that run at the same time in one process; each hands many messages over at once. */
const concurrency = 8;
/** Connections of the jobs beside those of the channel: one that listens, and jobs take theirs for a moment. */
const connections = 3;
const sweepEvery = 2_500;
/** A process that starts has more urgent things to do than loading the library of jobs, which takes 150 ms of the processor. */
const startPause = 3_000;
/** A lane that failed, for example as identity is away, is run again after this many milliseconds. */
const failedPause = 2_000;

const lanePayload = z.object({ account: z.number(), senderNo: z.number(), campaignNo: z.number() });
const lookupPayload = z.object({ account: z.number() });

export interface SendWorker {
  /** Begins in the background. */
  readonly start: () => void;
  /** Resolves when no job of this process runs any more. */
  readonly stop: () => Promise<void>;
}

/** Makes the tables of jobs where there are none yet. */
export async function ensureJobs(db: Database, url: string): Promise<void> {
  const { rows } = await db.pool.query("select to_regclass('graphile_worker._private_jobs') is not null as there");
  if (rows[0]?.there === true) return;
  const { runMigrations } = await import('graphile-worker');
  await runMigrations({ connectionString: url, logger: await silentLogger() });
}

/** What jobs say of themselves goes nowhere: what fails is told by whoever runs it. */
async function silentLogger() {
  const { Logger: JobLogger } = await import('graphile-worker');
  return new JobLogger(() => () => {});
}

/** Runs lanes and lookups as jobs, and looks after what nobody looks after. */
export function createSendWorker(options: {
  readonly db: Database;
  readonly url: string;
  readonly runLane: RunLane;
  readonly lookUp: LookUp;
  readonly sweep: Sweep;
  readonly leases: Leases;
  readonly log: Logger;
}): SendWorker {
  const { db, url, runLane, lookUp, sweep, leases, log } = options;
  const stopping = new AbortController();
  let runner: Runner | null = null;
  let loops: Promise<unknown> = Promise.resolve();

  const attempt = async (what: object, work: () => Promise<number | null>): Promise<number | null> => {
    try {
      return await work();
    } catch (error) {
      const passing = error instanceof LeaseLost || error instanceof CodedError;
      log.warn(passing ? { ...what, reason: error.message } : { ...what, err: error }, 'sending is tried again');
      return failedPause;
    }
  };
  const tasks = {
    [laneTask]: async (payload: unknown) => {
      const lane = lanePayload.parse(payload);
      const wait = await attempt(lane, () => runLane(lane));
      if (wait !== null) await addLaneJob({ query: db.write }, lane, wait, 'preserve_run_at');
    },
    [lookupTask]: async (payload: unknown) => {
      const { account } = lookupPayload.parse(payload);
      const wait = await attempt({ account }, () => lookUp(account));
      if (wait !== null) await addLookupJob({ query: db.write }, account, wait);
    },
  };

  const runJobs = async (): Promise<void> => {
    const { run } = await import('graphile-worker');
    const events: WorkerEvents = new EventEmitter();
    // Jobs are locked under the name of the pool.
    events.on('pool:create', ({ workerPool }) => leases.nameJobs(workerPool.id));
    runner = await run({
      connectionString: url,
      maxPoolSize: connections,
      concurrency,
      noHandleSignals: true,
      logger: await silentLogger(),
      events,
      taskList: tasks,
    });
    if (stopping.signal.aborted) await runner.stop();
    await runner.promise;
  };
  /** Until the end, whatever fails: a database that is away comes back. */
  const forever = async (work: () => Promise<void>, pause: number): Promise<void> => {
    const rest = (milliseconds: number) =>
      sleep(milliseconds, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    await rest(startPause);
    while (!stopping.signal.aborted) {
      await work().catch((error: unknown) => log.warn({ err: error }, 'sending is held up'));
      await rest(pause);
    }
  };

  return {
    start: () => {
      leases.start();
      loops = Promise.all([forever(runJobs, 1_000), forever(sweep.once, sweepEvery)]);
    },
    stop: async () => {
      stopping.abort();
      await runner?.stop().catch(() => {});
      await loops;
    },
  };
}
