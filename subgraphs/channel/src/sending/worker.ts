import type { Database } from '@ucp/kit/database';
import { CodedError } from '@ucp/kit/errors';
import { createJobRunner, type JobRunner } from '@ucp/kit/jobs/job-runner';
import { LeaseLost, type Leases } from '@ucp/kit/jobs/lease';
import type { Logger } from '@ucp/kit/log';
import { z } from 'zod';
import { addLaneJob, addLookupJob, laneTask, lookupTask } from '../store/lanes.ts';
import type { RunLane } from './lane.ts';
import type { LookUp } from './lookup.ts';
import type { Sweep } from './sweep.ts';

const sweepEvery = 2_500;
/** A lane that failed, for example as identity is away, is run again after this many milliseconds. */
const failedPause = 2_000;

const lanePayload = z.object({ account: z.number(), senderNo: z.number(), campaignNo: z.number() });
const lookupPayload = z.object({ account: z.number() });

/** Runs lanes and lookups as jobs, and looks after what nobody looks after. */
export function createSendWorker(options: {
  readonly db: Database;
  readonly url: string;
  readonly runLane: RunLane;
  readonly lookUp: LookUp;
  readonly sweep: Sweep;
  readonly leases: Leases;
  readonly log: Logger;
}): JobRunner {
  const { db, url, runLane, lookUp, sweep, leases, log } = options;
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
  return createJobRunner({
    url,
    leases,
    tasks,
    rounds: [{ work: sweep.once, pause: sweepEvery }],
    doing: 'sending',
    log,
  });
}
