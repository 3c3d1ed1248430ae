import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Runner, WorkerEvents } from 'graphile-worker';
import type { Logger } from '../log.ts';
import { silentLogger } from './job-tables.ts';
import type { Leases } from './lease.ts';

/** Jobs that run at the same time in one process; each does many things at once. */
const concurrency = 8;
/** Connections of the jobs beside those of the part: one that listens, and jobs take theirs for a moment. */
const connections = 3;
/** A process that starts has more urgent things to do than loading the library of jobs, which takes 150 ms of the processor. */
const startPause = 3_000;

/** Something that is done again and again beside the jobs, with a pause in milliseconds behind each time. */
export interface Round {
  readonly work: () => Promise<void>;
  readonly pause: number;
}

export interface JobRunner {
  /** Begins in the background. */
  readonly start: () => void;
  /** Resolves when nothing of this process runs any more. */
  readonly stop: () => Promise<void>;
}

/** Runs the jobs of a part under its lease, and its rounds beside them. */
export function createJobRunner(options: {
  readonly url: string;
  readonly leases: Leases;
  /** What is done with the payload of a job, by the name of its task. Throws nothing that is expected. */
  readonly tasks: Readonly<Record<string, (payload: unknown) => Promise<void>>>;
  readonly rounds: readonly Round[];
  /** For the log: `sending`. */
  readonly doing: string;
  readonly log: Logger;
}): JobRunner {
  const { url, leases, tasks, rounds, doing, log } = options;
  const stopping = new AbortController();
  let runner: Runner | null = null;
  let loops: Promise<unknown> = Promise.resolve();

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
      taskList: { ...tasks },
    });
    if (stopping.signal.aborted) await runner.stop();
    await runner.promise;
  };
  /** Until the end, whatever fails: a database that is away comes back. */
  const forever = async ({ work, pause }: Round): Promise<void> => {
    const rest = (milliseconds: number) =>
      sleep(milliseconds, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    await rest(startPause);
    while (!stopping.signal.aborted) {
      await work().catch((error: unknown) => log.warn({ err: error }, `${doing} is held up`));
      await rest(pause);
    }
  };

  return {
    start: () => {
      leases.start();
      loops = Promise.all([{ work: runJobs, pause: 1_000 }, ...rounds].map(forever));
    },
    stop: async () => {
      stopping.abort();
      await runner?.stop().catch(() => {});
      await loops;
    },
  };
}
