import type { Database, Transaction } from '@ucp/kit/database';
import { recordNoOf } from '@ucp/kit/ids';
import { holdWorker } from '@ucp/kit/jobs/job-workers';
import { LeaseLost } from '@ucp/kit/jobs/lease';
import { appendToJournal, type JournalWrite } from '@ucp/kit/journal';
import { stopWay, tellNobody } from '../domain/go-on.ts';
import { waitsForMeanwhile } from '../domain/later.ts';
import { gone } from '../domain/run-step.ts';
import { deliveriesWrite } from '../store/deliveries.ts';
import {
  type EnrollmentStand,
  enrollmentsUpdate,
  type LogInsert,
  logWrite,
  type MessageInsert,
  outrunUpdate,
  triggeredWrite,
} from '../store/enrollment-writes.ts';
import { entriesWrite } from '../store/entries.ts';
import { addAccountJob, addLaneJobs, deliveryTask } from '../store/lanes.ts';
import { stopWorkflowsWrites } from '../store/leaving.ts';
import { type TakenNumbers, takeNumbers } from '../store/record-numbers.ts';
import { lockClaimed } from '../store/standing-enrollments.ts';
import { deliveriesOf } from './delivery-drafts.ts';
import { noteHappened } from './happened.ts';
import type { Batch, Run } from './run.ts';
import { noteWhoStands } from './standing-still.ts';

/**
 * Writes what runs did and where they stand now, in one transaction that the fence of each guards: of one that another worker has,
 * nothing is written; of one that was taken out or moved meanwhile, what it did and not where it stands.
 * @throws LeaseLost
 */
export async function writeRuns(db: Database, batch: Batch, runs: readonly Run[]): Promise<void> {
  const { account, lease, now } = batch;
  if (runs.length === 0) return;
  if (!lease.holds()) throw new LeaseLost();
  stopThoseAtHand(account, runs);
  const numbers = await takeNumbers({ query: db.write }, account, 0, countMessages(runs));
  await db.transaction(async (tx) => {
    await noteHappened(tx, account, runs);
    await noteWhoStands(tx, account, runs);
    const [alive, locked] = await Promise.all([
      holdWorker(tx, lease.workerId),
      lockClaimed(tx, account, lease.workerId, runs),
    ]);
    if (!alive) throw new LeaseLost();
    const found = new Map(locked.map((row) => [row.enrollmentNo, row]));
    const ours: Run[] = [];
    const outrun: Run[] = [];
    for (const run of runs) {
      const row = found.get(run.enrollmentNo);
      if (row === undefined) continue;
      run.logCount = row.logCount;
      (row.isOurs ? ours : outrun).push(run);
      if (row.exitReason === gone.reason) tellNobody(run.way);
    }
    const writes = [
      ...(ours.length === 0
        ? []
        : [
            enrollmentsUpdate(
              account,
              now,
              ours.map((run) => standOf(run, now)),
            ),
          ]),
      ...(outrun.length === 0
        ? []
        : [
            outrunUpdate(
              account,
              outrun.map((run) => standOf(run, now)),
            ),
          ]),
      ...(await traceWrites(tx, batch, [...ours, ...outrun], numbers)),
      ...stopWrites(
        batch,
        ours,
        runs.map(({ enrollmentNo }) => enrollmentNo),
      ),
    ];
    if (writes.length > 0) await appendToJournal({ query: tx.last }, account, writes);
  });
}

export const countMessages = (runs: readonly Run[]): number =>
  runs.reduce((count, { way }) => count + way.messages.length, 0);

/** What runs leave behind beside where they stand: their log, messages, deliveries, and who is to enter where. */
export async function traceWrites(
  tx: Transaction,
  { account, now }: Pick<Batch, 'account' | 'now'>,
  runs: readonly Run[],
  taken: TakenNumbers,
): Promise<JournalWrite[]> {
  const numbers = taken.fromFirst();
  const messages: MessageInsert[] = [];
  const log: LogInsert[] = [];
  for (const { way, enrollmentNo, logCount, messageNo } of runs) {
    const { version, before } = way.standing;
    /** Number of the message of a step: few runs have one, and none has many. */
    const numbered: { readonly step: string; readonly no: number }[] = [];
    for (const { step, channel, answer, sendId, sentAt } of way.messages) {
      const no = numbers.nextMessage();
      numbered.push({ step, no });
      const { status, skippedBecause } = answer;
      messages.push({
        messageNo: no,
        enrollmentNo,
        version,
        step,
        channel,
        status,
        skippedBecause,
        at: now,
        sentAt,
        sendId,
      });
    }
    way.notes.forEach(({ step, decision, detail, ofMessage }, i) => {
      const own = numbered.find((message) => message.step === step)?.no;
      const of = ofMessage === true ? (own ?? before?.sent.get(step)?.messageNo ?? messageNo) : null;
      log.push({ enrollmentNo, place: logCount + i + 1, at: now, step, decision, detail, messageNo: of });
    });
  }
  const entries = runs.flatMap((run) =>
    run.way.consequences.flatMap(({ consequence }) => {
      const workflowNo = consequence.is === 'START_WORKFLOW' ? recordNoOf('wf', account, consequence.workflowId) : null;
      const cause = `Workflow "${run.workflowName}" at ${now.toISOString()}`;
      return workflowNo === null ? [] : [{ workflowNo, contactNo: run.shownNo, cause, at: now }];
    }),
  );
  const deliveries = deliveriesOf({ account, now }, runs);
  if (entries.length > 0) await addLaneJobs(tx, account, entries.length);
  if (deliveries.length > 0) await addAccountJob(tx, deliveryTask, account, 0);
  return [
    ...(log.length === 0 ? [] : [logWrite(account, log)]),
    ...(messages.length === 0 ? [] : [triggeredWrite(account, messages)]),
    ...(entries.length === 0 ? [] : [entriesWrite(account, entries)]),
    ...(deliveries.length === 0 ? [] : [deliveriesWrite(account, deliveries)]),
  ];
}

/** Where a run stands; one that is not settled is at a step that is still to be done. */
export function standOf(run: Run, now: Date): EnrollmentStand {
  const { settled, standing } = run.way;
  const { step, since } = standing;
  const stateHere = standing.hasArrived ? 'ACTIVE' : 'WAITING';
  if (settled === null) return standAt(run, 'ACTIVE', { step, since, dueAt: now, waitsFor: null });
  switch (settled.is) {
    case 'LEAVES': {
      const outside = standAt(run, settled.state, { step: null, since: null, dueAt: null, waitsFor: null });
      return { ...outside, exitedAt: now, exitReason: settled.reason };
    }
    case 'PARKS': {
      const { parked, dueAt, waitsFor } = settled;
      const stand = standAt(run, stateHere, { step, since, dueAt: parked === null ? dueAt : null, waitsFor });
      return { ...stand, parked, parkedDue: parked === null ? null : dueAt };
    }
    case 'LATER': {
      const stand = standAt(run, stateHere, {
        step,
        since,
        dueAt: settled.dueAt,
        waitsFor: waitsForMeanwhile(run.way),
      });
      // What woke it, or happened since it came to the step, is still to be gone on with.
      return { ...stand, happened: standing.wokenBy ?? stand.happened };
    }
    case 'WAITS': {
      const { dueAt, waitsFor } = settled;
      const isOver = (run.happened ?? null) !== null;
      return standAt(run, 'WAITING', {
        step: settled.step,
        since: settled.since,
        dueAt: isOver ? now : dueAt,
        waitsFor,
      });
    }
  }
}

type Place = Pick<EnrollmentStand, 'step' | 'since' | 'dueAt' | 'waitsFor'>;

const standAt = (
  { way: { notes }, enrollmentNo, logCount, wokenBy, happened = null }: Run,
  state: EnrollmentStand['state'],
  { step, since, dueAt, waitsFor }: Place,
): EnrollmentStand => ({
  enrollmentNo,
  state,
  step,
  since,
  dueAt,
  waitsFor,
  exitedAt: null,
  exitReason: null,
  parked: null,
  parkedDue: null,
  logCount: logCount + notes.length,
  wokenBy,
  happened,
});

/** Takes people out of other workflows whom runs take out. @param except enrollments that are written by the same statement */
export const stopWrites = (
  { account, now }: Pick<Batch, 'account' | 'now'>,
  runs: readonly Run[],
  except: readonly number[],
): JournalWrite[] => {
  const stops = stopsOf(account, runs);
  return stops.length === 0 ? [] : stopWorkflowsWrites(account, now, stops, except);
};

/** Those at hand whom others at hand take out leave here. */
function stopThoseAtHand(account: number, runs: readonly Run[]): void {
  const stops = new Map(stopsOf(account, runs).map((stop) => [`${stop.workflowNo}:${stop.shownNo}`, stop]));
  if (stops.size === 0) return;
  for (const run of runs) {
    const stop = stops.get(`${run.way.standing.workflowNo}:${run.shownNo}`);
    if (stop !== undefined && stop.by !== run && run.way.settled?.is !== 'LEAVES')
      stopWay(run.way, 'stopped', stop.detail);
  }
}

const stopsOf = (account: number, runs: readonly Run[]) =>
  runs.flatMap((run) =>
    run.way.consequences.flatMap(({ consequence }) => {
      const workflowNo = consequence.is === 'STOP_WORKFLOW' ? recordNoOf('wf', account, consequence.workflowId) : null;
      const detail = `By the workflow "${run.workflowName}".`;
      return workflowNo === null ? [] : [{ workflowNo, shownNo: run.shownNo, detail, by: run }];
    }),
  );
