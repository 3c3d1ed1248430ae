import { setTimeout as sleep } from 'node:timers/promises';
import type { Lease } from '@ucp/kit/jobs/lease';
import type { Logger } from '@ucp/kit/log';
import type { Outcome, RecordOutcomes } from '../actions/record-outcomes.ts';

/** Outcomes that are written in one transaction. */
const batch = 500;
/**
 * A transaction waits this many milliseconds for more outcomes to share it: begun at once, each had a hundred, and a fifth of what
 * a message cost was spent on beginning and ending them. What a process that is killed leaves to be looked up is that much more.
 */
const gathering = 40;
/**
 * How often a batch is tried, longer than a lease holds while the database is away. What cannot be written all the same is looked up
 * later, as after a crash.
 */
const tries = 50;
const pause = 500;

export interface Recorder {
  readonly add: (outcome: Outcome) => void;
  /** Resolves when everything that was added is written, or given up. */
  readonly done: () => Promise<void>;
}

/** Writes outcomes of an account, many at a time, while the lease under which they were claimed holds. */
export function createRecorder(options: {
  readonly account: number;
  readonly record: RecordOutcomes;
  readonly lease: Lease;
  readonly log: Logger;
}): Recorder {
  const { account, record, lease, log } = options;
  let pending: Outcome[] = [];
  let writing: Promise<void> | null = null;
  let hurried = false;
  let proceed = (): void => {};

  const gather = (): Promise<void> => {
    if (hurried || pending.length >= batch) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, gathering);
      proceed = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  };

  const write = async (outcomes: readonly Outcome[]): Promise<void> => {
    for (let tried = 1; tried <= tries && lease.holds(); tried++) {
      try {
        await record(account, outcomes);
        return;
      } catch (error) {
        log.warn({ account, err: error }, 'outcomes of messages were not written');
        await sleep(pause);
      }
    }
  };
  const writeAll = async (): Promise<void> => {
    while (pending.length > 0) {
      await gather();
      const next = pending.slice(0, batch);
      pending = pending.slice(batch);
      await write(next);
    }
    writing = null;
  };
  return {
    add: (outcome) => {
      pending.push(outcome);
      if (pending.length >= batch) proceed();
      writing ??= writeAll();
    },
    done: async () => {
      hurried = true;
      proceed();
      while (writing !== null) await writing;
      hurried = false;
    },
  };
}
