import type { Database } from '@ucp/kit/database';
import { CodedError } from '@ucp/kit/errors';
import { createBuryDead } from '@ucp/kit/jobs/dead-workers';
import { createJobRunner } from '@ucp/kit/jobs/job-runner';
import { createLeases, LeaseLost, type Leases } from '@ucp/kit/jobs/lease';
import type { Logger } from '@ucp/kit/log';
import type { Notices } from '@ucp/kit/subgraph';
import { z } from 'zod';
import type { Definitions } from '../definitions.ts';
import type { Peers } from '../peers/peers.ts';
import { addAccountJob, addLaneJob, deliveryTask, laneTask, watchTask } from '../store/lanes.ts';
import { createAsks } from './ask.ts';
import { createConfirm } from './confirm.ts';
import { createDeliver, type Deliver, type OpenEndpoints } from './deliver.ts';
import { createHolding } from './holding.ts';
import { createRunLane, type RunLane } from './lane.ts';
import { createNoticeSender } from './send-notice.ts';
import { createWebhookSender } from './send-webhook.ts';
import { createStartNow, type StartNow } from './start-now.ts';
import { createSweep } from './sweep.ts';
import { createWatch, type Watch } from './watch.ts';

const sweepEvery = 2_500;
const confirmEvery = 5_000;
/** A lane that failed, for example as a part is away, is run again after this many milliseconds. */
const failedPause = 2_000;

export interface EngineOptions {
  readonly db: Database;
  readonly url: string;
  readonly peers: Peers;
  readonly definitions: Definitions;
  readonly endpoints: OpenEndpoints;
  readonly notices: Notices | null;
  readonly allowPrivate: boolean;
  readonly log: Logger;
  readonly announce: () => void;
  /** Default: that of the process. */
  readonly monotonic?: (() => number) | undefined;
}

/** Leads people through workflows: together with every other process that runs one on the same database. */
export interface Engine {
  readonly runLane: RunLane;
  readonly deliver: Deliver;
  readonly watch: Watch;
  readonly confirm: () => Promise<void>;
  readonly sweep: () => Promise<void>;
  /** Lets somebody in at once, where the rules let them. */
  readonly startNow: StartNow;
  readonly leases: Leases;
  /** Begins in the background. */
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

const accountPayload = z.object({ account: z.number() });

/** The tables of jobs are there. */
export function createEngine(options: EngineOptions): Engine {
  const { db, url, peers, definitions, log } = options;
  const { monotonic = () => performance.now() } = options;
  let stopping = false;
  const isStopping = () => stopping;
  const leases = createLeases(db, monotonic);
  const webhooks = createWebhookSender(options.allowPrivate);
  const notices = createNoticeSender(options.notices);
  const holding = createHolding(db);
  const common = { ...options, leases, asks: createAsks(peers, monotonic, log), holding };
  const runLane = createRunLane({ ...common, monotonic, isStopping });
  const deliver = createDeliver({ ...common, webhooks, notices, isStopping });
  const watch = createWatch(db, definitions, peers);
  const confirm = createConfirm(db, definitions, peers);
  const giveBack = async () => holding.giveBack(await leases.current());
  const sweep = createSweep(db, createBuryDead(db, monotonic), giveBack);

  const attempt = async (what: object, work: () => Promise<number | null>): Promise<number | null> => {
    try {
      return await work();
    } catch (error) {
      const passing = error instanceof LeaseLost || error instanceof CodedError;
      log.warn(passing ? { ...what, reason: error.message } : { ...what, err: error }, 'automation is tried again');
      return failedPause;
    }
  };
  const again = { query: db.write };
  const tasks = {
    [laneTask]: async (payload: unknown) => {
      const { account } = accountPayload.parse(payload);
      const wait = await attempt({ account }, () => runLane(account));
      // Whoever comes to it first takes what is due then.
      if (wait !== null) await addLaneJob(db, account, 0, wait);
    },
    [deliveryTask]: async (payload: unknown) => {
      const { account } = accountPayload.parse(payload);
      const wait = await attempt({ account, task: deliveryTask }, () => deliver(account));
      if (wait !== null) await addAccountJob(again, deliveryTask, account, wait);
    },
    [watchTask]: async (payload: unknown) => {
      const { account } = accountPayload.parse(payload);
      await attempt({ account, task: watchTask }, () => watch(account).then(() => null));
    },
  };
  const runner = createJobRunner({
    url,
    leases,
    tasks,
    rounds: [
      { work: sweep, pause: sweepEvery },
      { work: confirm, pause: confirmEvery },
    ],
    doing: 'automation',
    log,
  });

  return {
    runLane,
    deliver,
    watch,
    confirm,
    sweep,
    startNow: createStartNow(common),
    leases,
    start: runner.start,
    stop: async () => {
      stopping = true;
      await runner.stop();
      // What it had claimed is written by now; what could not be is somebody else's.
      await leases.stop().catch((error: unknown) => log.warn({ err: error }, 'automation ends untidily'));
      await webhooks.close();
      notices.close();
    },
  };
}
