import { plainArray } from '@ucp/kit/array-text';
import type { Database, Statement, Transaction } from '@ucp/kit/database';

/** An enrollment that was claimed: nobody else looks at it until it is written or its worker is dead. */
export interface ClaimedEnrollment {
  readonly enrollmentNo: number;
  readonly fence: number;
  readonly workflowNo: number;
  readonly version: number;
  readonly contactNo: number;
  /** Whom it is shown as now. */
  readonly shownNo: number;
  readonly hasArrived: boolean;
  readonly step: string;
  readonly since: Date;
  readonly dueAt: Date;
  readonly wokenBy: string | null;
  readonly waitsFor: 'EVENT' | 'FILTER' | 'SEND' | null;
  /** Why it must stand still. */
  readonly parks: 'PAUSED' | 'MERGED' | null;
  readonly isArchived: boolean;
  readonly workflowName: string;
  readonly logCount: number;
  /** Of the message its step asked for: it waits for that, or was moved to another version since. */
  readonly messageNo: number | null;
  readonly messageStatus: string | null;
  /** What was done for one that was moved from another version; null for all others. */
  readonly before: {
    readonly sent: readonly { readonly step: string; readonly status: string; readonly messageNo: number }[] | null;
    readonly told: readonly string[] | null;
  } | null;
  readonly [column: string]: unknown;
}

/** Of contacts that are one, one goes on in a workflow, as `enrollments.ts` tells. */
export const isMergedAway = `exists (select 1 from contact o join enrollment d on d.account_id = $1 and d.contact_no = o.contact_no and d.workflow_no = e.workflow_no
        where o.account_id = $1 and o.root_no = c.root_no and o.contact_no <> c.contact_no and (o.contact_no = o.root_no
          or (c.contact_no <> c.root_no and (d.entered_at, d.enrollment_no) < (e.entered_at, e.enrollment_no))))`;

/** Of a step that asked for its message in several versions the newest one counts. */
const doneBefore = `json_build_object(
        'sent', (select json_agg(json_build_object('step', s.step, 'status', s.status, 'messageNo', s.message_no) order by s.message_no) from triggered_message s
          where s.account_id = $1 and s.enrollment_no = e.enrollment_no and s.status in ('QUEUED', 'SENT', 'DELIVERED')),
        'told', (select json_agg(distinct l.step) from enrollment_log l where l.account_id = $1 and l.enrollment_no = e.enrollment_no
          and l.decision in ('told', 'notified', 'started', 'stopped')))`;
/** That all contacts are archived or erased that a contact `c` is shown with. */
export const isArchived = `c.archived and not exists (select 1 from contact m where m.account_id = $1 and m.root_no = c.root_no and not m.archived)`;

const claim: Statement = {
  name: 'enrollments_claim',
  text: `/* enrollments_claim */ with due as (select enrollment_no from enrollment
      where account_id = $1 and due_at <= $2 and claimed_by is null order by account_id, due_at, enrollment_no limit $4 for no key update skip locked),
    e as (update enrollment e set claimed_by = $3, fence = e.fence + 1 from due where e.account_id = $1 and e.enrollment_no = due.enrollment_no returning e.*)
    select e.enrollment_no as "enrollmentNo", e.fence, e.workflow_no as "workflowNo", e.version, e.contact_no as "contactNo",
      coalesce(c.root_no, e.contact_no) as "shownNo", e.state = 'ACTIVE' as "hasArrived", coalesce(e.current_step, 'end') as step,
      coalesce(e.step_since, e.entered_at) as since, e.due_at as "dueAt", e.woken_by as "wokenBy", e.waits_for as "waitsFor", w.name as "workflowName", e.log_count as "logCount",
      coalesce(${isArchived}, false) as "isArchived", case when p.workflow_no is not null then 'PAUSED' when ${isMergedAway} then 'MERGED' end as parks,
      m.message_no as "messageNo", m.status as "messageStatus", case when e.moved then ${doneBefore} end as before
    from e join workflow w on w.account_id = $1 and w.workflow_no = e.workflow_no
      left join contact c on c.account_id = $1 and c.contact_no = e.contact_no
      left join (select distinct workflow_no from workflow_version where account_id = $1 and state = 'PAUSED') p on p.workflow_no = e.workflow_no
      left join lateral (select m.message_no, m.status from triggered_message m where (e.waits_for = 'SEND' or e.state = 'ACTIVE')
        and m.account_id = $1 and m.enrollment_no = e.enrollment_no and m.step = e.current_step order by m.message_no desc limit 1) m on true
    order by e.due_at, e.enrollment_no`,
};
const lock: Statement = {
  name: 'enrollments_lock',
  text: `/* enrollments_lock */ select e.enrollment_no as "enrollmentNo", e.fence = u.fence as "isOurs", e.log_count as "logCount", e.exit_reason as "exitReason"
    from unnest($2::int[], $3::int[]) as u(enrollment_no, fence) join enrollment e on e.account_id = $1 and e.enrollment_no = u.enrollment_no
    where e.claimed_by = $4 order by e.enrollment_no for no key update of e`,
};
const release: Statement = {
  name: 'enrollments_release',
  text: `/* enrollments_release */ update enrollment set claimed_by = null where account_id = $1 and claimed_by = $2 and enrollment_no <> all($3::int[])`,
};
const nextDue: Statement = {
  name: 'enrollments_next_due',
  text: `/* enrollments_next_due */ select ceil(extract(epoch from due_at - (clock_timestamp() + $2::interval)) * 1000)::float8 as wait from enrollment
    where account_id = $1 and due_at is not null and claimed_by is null order by account_id, due_at, enrollment_no limit 1`,
};

/** Claims enrollments whose step is due, the longest due first. */
export const claimEnrollments = (
  tx: Transaction,
  account: number,
  workerId: string,
  most: number,
): Promise<ClaimedEnrollment[]> => tx.query<ClaimedEnrollment>(claim, [account, tx.now, workerId, most]);

export interface LockedEnrollment {
  readonly enrollmentNo: number;
  /** False: somebody took it out or moved it meanwhile; what was done for it is written, and where it stands is not. */
  readonly isOurs: boolean;
  /** Why it was taken out; null: it was not. */
  readonly exitReason: string | null;
  readonly logCount: number;
  readonly [column: string]: unknown;
}

/** Locks claimed enrollments until the end of the transaction. Those that the worker has lost are absent. */
export const lockClaimed = (
  tx: Transaction,
  account: number,
  workerId: string,
  claimed: readonly Pick<ClaimedEnrollment, 'enrollmentNo' | 'fence'>[],
): Promise<LockedEnrollment[]> =>
  tx.query<LockedEnrollment>(lock, [
    account,
    plainArray(claimed.map(({ enrollmentNo }) => enrollmentNo)),
    plainArray(claimed.map(({ fence }) => fence)),
    workerId,
  ]);

/** Gives back what a worker has claimed but for what it is at. */
export const releaseEnrollments = (
  db: Database,
  account: number,
  workerId: string,
  except: readonly number[],
): Promise<unknown> => db.write(release, [account, workerId, except]);

/** Milliseconds until a step is due, by the clock of the rules; null: none is. */
export async function untilNextDue(db: Database, account: number): Promise<number | null> {
  const [row] = await db.read<{ wait: number }>(nextDue, [account, db.clockOffset()]);
  return row === undefined ? null : Math.max(0, row.wait);
}
