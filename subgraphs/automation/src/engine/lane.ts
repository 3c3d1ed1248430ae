import type { Database } from '@ucp/kit/database';
import { type Lease, LeaseLost, type Leases } from '@ucp/kit/jobs/lease';
import type { Definitions } from '../definitions.ts';
import { addLaneJobs, laneCount } from '../store/lanes.ts';
import { untilNextDue } from '../store/standing-enrollments.ts';
import type { Asks } from './ask.ts';
import { claimBatch, decideEntries } from './enter.ts';
import { claimDue, runsOf } from './go.ts';
import type { Holding } from './holding.ts';
import { writeRuns } from './write.ts';

/** A run gives way after this many milliseconds, so that accounts share the worker. */
const runTime = 10_000;

export interface LaneOptions {
  readonly db: Database;
  readonly leases: Leases;
  readonly holding: Holding;
  readonly definitions: Definitions;
  readonly asks: Asks;
  readonly monotonic: () => number;
  readonly isStopping: () => boolean;
  /** Tells readers of the journal that something was committed. */
  readonly announce: () => void;
}

/**
 * Decides who enters and has those go on whose step is due, until nobody is left. Any number of these run at the same time, each at
 * what it claimed. @returns after how many milliseconds something is due; null: nothing is
 * @throws CodedError SUBGRAPH_UNAVAILABLE while a part is away that decides who enters, LeaseLost
 */
export type RunLane = (account: number) => Promise<number | null>;

export function createRunLane(options: LaneOptions): RunLane {
  const { db, leases, holding, monotonic, isStopping, announce } = options;
  return async (account) => {
    const until = monotonic() + runTime;
    const failures: unknown[] = [];
    // Where entries cannot be decided, as profile is away, those inside go on all the same.
    const enterOrNote = (lease: Lease): Promise<Done> =>
      enter(options, holding, account, lease).catch((error: unknown) => {
        if (error instanceof LeaseLost) throw error;
        failures.push(error);
        return null;
      });
    for (let woken = false; ; ) {
      if (isStopping() || monotonic() >= until) return 0;
      const lease = await leases.current();
      const entered = failures.length > 0 ? null : await enterOrNote(lease);
      const went = await go(options, holding, account, lease);
      if (entered === null && went === null) {
        if (failures.length > 0) throw failures[0];
        return untilNextDue(db, account);
      }
      announce();
      // There is more than one can do at once: the others help.
      if (!woken && (entered?.isFull === true || went?.isFull === true))
        await addLaneJobs({ query: db.write }, account, laneCount * 1_000);
      woken = true;
    }
  };
}

type Done = { readonly isFull: boolean } | null;

const enter = (options: LaneOptions, holding: Holding, account: number, lease: Lease): Promise<Done> =>
  holding.during(
    account,
    lease,
    () => claimBatch(options.db, account, lease),
    async ({ batch, entries, isFull }, holdMore) => {
      await decideEntries(options, batch, entries, holdMore);
      return { isFull };
    },
  );

const go = (options: LaneOptions, holding: Holding, account: number, lease: Lease): Promise<Done> =>
  holding.during(
    account,
    lease,
    () => claimDue(options.db, account, lease),
    async ({ batch, rows, isFull }) => {
      const runs = await runsOf(options.definitions, account, rows);
      await options.asks.settle(batch, runs, true);
      await writeRuns(options.db, batch, runs);
      return { isFull };
    },
  );
