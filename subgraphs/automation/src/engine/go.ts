import type { Database } from '@ucp/kit/database';
import { holdWorker } from '@ucp/kit/jobs/job-workers';
import { type Lease, LeaseLost } from '@ucp/kit/jobs/lease';
import type { Definitions } from '../definitions.ts';
import { stopWay, wayFrom } from '../domain/go-on.ts';
import { gone } from '../domain/run-step.ts';
import type { DoneBefore } from '../domain/step-outcome.ts';
import { type ClaimedEnrollment, claimEnrollments } from '../store/standing-enrollments.ts';
import { definitionsByKey, versionKey } from './definitions.ts';
import type { Batch, Run } from './run.ts';

/** Enrollments that go on together. */
const most = 1_000;

/** Claims enrollments of an account whose step is due. Null: there are none. */
export async function claimDue(db: Database, account: number, lease: Lease) {
  const { now, rows } = await db.transaction(async (tx) => {
    const [alive, claimed] = await Promise.all([
      holdWorker(tx, lease.workerId),
      claimEnrollments(tx, account, lease.workerId, most),
    ]);
    if (!alive) throw new LeaseLost();
    return { now: tx.now, rows: claimed };
  });
  if (rows.length === 0) return null;
  const batch: Batch = { account, lease, now };
  return {
    held: { enrollments: rows.map(({ enrollmentNo }) => enrollmentNo) },
    claimed: { batch, rows, isFull: rows.length === most },
  };
}

/** Claimed enrollments as they go on. Those that stand still with their workflow or a merge are settled already. */
export async function runsOf(
  definitions: Definitions,
  account: number,
  claimed: readonly ClaimedEnrollment[],
): Promise<Run[]> {
  const found = await definitionsByKey(definitions, account, claimed);
  return claimed.flatMap((row): Run[] => {
    const definition = found.get(versionKey(row));
    if (definition === undefined) throw new Error(`version ${versionKey(row)} of a workflow is gone`);
    const { enrollmentNo, workflowNo, version, contactNo, step, hasArrived, since, wokenBy, messageStatus } = row;
    const before = doneBefore(row);
    const way = wayFrom(
      { enrollmentNo, workflowNo, version, contactNo, step, hasArrived, since, wokenBy, messageStatus, before },
      definition,
    );
    if (row.isArchived) stopWay(way, gone.reason, gone.either);
    else if (row.parks !== null) {
      way.settled = { is: 'PARKS', parked: row.parks, dueAt: row.dueAt, waitsFor: row.waitsFor };
      way.notes.push({ step, decision: 'paused', detail: pausedBecause[row.parks] });
    }
    const { fence, shownNo, workflowName, messageNo, logCount } = row;
    return [{ way, enrollmentNo, fence, shownNo, workflowName, wokenBy, messageNo, logCount }];
  });
}

const doneBefore = ({ before }: ClaimedEnrollment): DoneBefore | null =>
  before === null
    ? null
    : {
        sent: new Map(before.sent?.map(({ step, status, messageNo }) => [step, { status, messageNo }])),
        told: new Set(before.told),
      };

const pausedBecause = {
  PAUSED: 'With its workflow.',
  MERGED: 'The contact was merged with one that is or was in the same workflow.',
} as const;
