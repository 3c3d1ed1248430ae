import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';
import type { VersionKey } from './workflow-versions.ts';

/** Those who are inside a workflow and whom this platform leads through it. */

export interface StandingRow extends VersionKey {
  readonly step: string;
  readonly contacts: number;
  readonly [column: string]: unknown;
}

const inside = `run and state in ('ACTIVE', 'WAITING')`;
const counts: Statement = {
  name: 'workflow_standing',
  text: `/* workflow_standing */ select workflow_no as "workflowNo", version, current_step as step, count(*)::int as contacts from enrollment
    where account_id = $1 and workflow_no = any($2::int[]) and ${inside} group by workflow_no, version, current_step`,
};
const unpark: Statement = {
  name: 'enrollments_unpark',
  text: `/* enrollments_unpark */ update enrollment set parked = null, due_at = coalesce(parked_due, $3), parked_due = null
    where account_id = $1 and enrollment_no in (
      select enrollment_no from enrollment where account_id = $1 and workflow_no = $2 and parked = 'PAUSED' limit $4)
    returning enrollment_no`,
};
const lockSome: Statement = {
  name: 'enrollments_inside_lock',
  text: `/* enrollments_inside_lock */ select enrollment_no as no from enrollment
    where account_id = $1 and workflow_no = $2 and ${inside} and ($4::int is null or (version <> $4 and current_step = any($5::text[]) and claimed_by is null))
    order by enrollment_no limit $3 for update`,
};

/** How many are at each step. No order. */
export const standingOf = (db: Database, account: number, workflowNos: readonly number[]): Promise<StandingRow[]> =>
  db.readAside<StandingRow>(counts, [account, workflowNos]);

/** Has some of those that stood still with their workflow go on where they were. @returns how many */
export const unparkPaused = async (
  tx: Transaction,
  account: number,
  workflowNo: number,
  most: number,
): Promise<number> => (await tx.query(unpark, [account, workflowNo, tx.now, most])).length;

/**
 * Locks some of those inside, in the order of their numbers. Before the journal's rev is taken, as whoever works on them does.
 * @param except null: of every version, wherever they are; else those of other versions who are at one of the steps, and whom no
 * worker is at: what it does for them is not to be done again
 */
export const lockInside = async (
  tx: Transaction,
  account: number,
  workflowNo: number,
  most: number,
  except: { readonly version: number; readonly steps: readonly string[] } | null,
): Promise<number[]> =>
  (
    await tx.query<{ no: number }>(lockSome, [
      account,
      workflowNo,
      most,
      except?.version ?? null,
      except?.steps ?? null,
    ])
  ).map(({ no }) => no);

/**
 * Takes them out, with a word to their log. Whoever is at one of them writes nothing more.
 * @param name of the write, where there are several in a statement
 */
export const takeOutWrites = (
  account: number,
  enrollmentNos: readonly number[],
  { at, reason, detail }: { readonly at: Date; readonly reason: string; readonly detail: string },
  name = 'taken_out',
): JournalWrite[] => [
  {
    name,
    text: `update enrollment e set state = 'EXITED', exited_at = $3::timestamptz, exit_reason = $4::text, current_step = null, due_at = null,
        waits_for = null, woken_by = null, parked = null, parked_due = null, fence = e.fence + 1, log_count = e.log_count + 1, rev = stamp.rev
      from stamp, enrollment before
      where e.account_id = $1::int and e.enrollment_no = any($2::int[]) and before.account_id = $1::int and before.enrollment_no = e.enrollment_no
      returning e.enrollment_no, e.log_count, before.current_step as step`,
    values: [account, enrollmentNos, at, reason],
  },
  logWrite(name, account, at, 'stopped', detail),
];

/** Moves them to a version, each to the step of the same key, where they go on as if they had just come to it. */
export const moveWrites = (
  account: number,
  enrollmentNos: readonly number[],
  version: number,
  at: Date,
): JournalWrite[] => [
  {
    name: 'moved',
    text: `update enrollment e set version = $3::int, moved = true, state = 'ACTIVE', step_since = $4::timestamptz, waits_for = null, woken_by = null,
        due_at = case when parked is null then $4::timestamptz end, parked_due = case when parked is not null then $4::timestamptz end,
        fence = e.fence + 1, log_count = e.log_count + 1, rev = stamp.rev
      from stamp where e.account_id = $1::int and e.enrollment_no = any($2::int[])
      returning e.enrollment_no, e.log_count, e.current_step as step`,
    values: [account, enrollmentNos, version, at],
  },
  logWrite('moved', account, at, 'moved', `To version ${version}.`),
];

/** A word to the log of each that another write gave back. */
const logWrite = (of: string, account: number, at: Date, decision: string, detail: string): JournalWrite => ({
  name: `${of}_log`,
  text: `insert into enrollment_log (account_id, enrollment_no, place, at, step, decision, detail)
    select $1::int, w.enrollment_no, w.log_count, $2::timestamptz, coalesce(w.step, ''), $3::text, $4::text from ${of} w`,
  values: [account, at, decision, detail],
});
