import { momentTexts, plainArray, textArray } from '@ucp/kit/array-text';
import type { JournalWrite } from '@ucp/kit/journal';

/** Where an enrollment stands from now on. */
export interface EnrollmentStand {
  readonly enrollmentNo: number;
  readonly state: 'ACTIVE' | 'WAITING' | 'COMPLETED' | 'EXITED' | 'FAILED';
  readonly step: string | null;
  readonly since: Date | null;
  readonly dueAt: Date | null;
  readonly waitsFor: 'EVENT' | 'FILTER' | 'SEND' | null;
  readonly exitedAt: Date | null;
  readonly exitReason: string | null;
  readonly parked: 'PAUSED' | 'MERGED' | null;
  readonly parkedDue: Date | null;
  /** Entries its log has by now. */
  readonly logCount: number;
  /** What had woken it when it was claimed: what wakes it after that is not lost. */
  readonly wokenBy: string | null;
  /** What happened already of what it waits for: it is looked at again at once. */
  readonly happened: string | null;
}

export interface NewEnrollment extends EnrollmentStand {
  readonly contactNo: number;
  readonly workflowNo: number;
  readonly version: number;
  readonly cause: string;
  readonly enteredAt: Date;
  /** Whether the worker that lets it in goes on with it at once. */
  readonly isClaimed: boolean;
}

const standColumns = `enrollment_no, state, current_step, step_since, due_at, waits_for, exited_at, exit_reason, parked, parked_due, log_count, woken_by, happened`;
const standTypes = (from: number): string =>
  [
    'int',
    'text',
    'text',
    'timestamptz',
    'timestamptz',
    'text',
    'timestamptz',
    'text',
    'text',
    'timestamptz',
    'int',
    'text',
    'text',
  ]
    .map((type, i) => `$${from + i}::${type}[]`)
    .join(', ');
const standValues = (rows: readonly EnrollmentStand[]): unknown[] => [
  plainArray(rows.map(({ enrollmentNo }) => enrollmentNo)),
  plainArray(rows.map(({ state }) => state)),
  textArray(rows.map(({ step }) => step)),
  momentTexts(rows.map(({ since }) => since)),
  momentTexts(rows.map(({ dueAt }) => dueAt)),
  plainArray(rows.map(({ waitsFor }) => waitsFor)),
  momentTexts(rows.map(({ exitedAt }) => exitedAt)),
  textArray(rows.map(({ exitReason }) => exitReason)),
  plainArray(rows.map(({ parked }) => parked)),
  momentTexts(rows.map(({ parkedDue }) => parkedDue)),
  plainArray(rows.map(({ logCount }) => logCount)),
  textArray(rows.map(({ wokenBy }) => wokenBy)),
  textArray(rows.map(({ happened }) => happened)),
];

/** Those who enter. */
export const enrollmentsInsert = (account: number, workerId: string, rows: readonly NewEnrollment[]): JournalWrite => ({
  name: 'entered',
  text: `insert into enrollment (account_id, run, fence, rev, claimed_by, contact_no, workflow_no, version, cause, entered_at,
      enrollment_no, state, current_step, step_since, due_at, waits_for, exited_at, exit_reason, parked, parked_due, log_count, woken_by)
    select $1::int, true, 1, stamp.rev, case when u.is_claimed then $2::uuid end, u.contact_no, u.workflow_no, u.version, u.cause,
      u.entered_at, u.enrollment_no, u.state, u.current_step, u.step_since, u.due_at, u.waits_for, u.exited_at, u.exit_reason, u.parked, u.parked_due, u.log_count, u.happened
    from stamp, unnest($3::int[], $4::int[], $5::int[], $6::text[], $7::timestamptz[], $8::boolean[], ${standTypes(9)})
      as u(contact_no, workflow_no, version, cause, entered_at, is_claimed, ${standColumns})`,
  values: [
    account,
    workerId,
    plainArray(rows.map(({ contactNo }) => contactNo)),
    plainArray(rows.map(({ workflowNo }) => workflowNo)),
    plainArray(rows.map(({ version }) => version)),
    textArray(rows.map(({ cause }) => cause)),
    momentTexts(rows.map(({ enteredAt }) => enteredAt)),
    plainArray(rows.map(({ isClaimed }) => isClaimed)),
    ...standValues(rows),
  ],
});

/**
 * Where enrollments stand that were locked and are ours still. One that was woken since it was claimed, and that waits at the same
 * step, is looked at again at once.
 */
export const enrollmentsUpdate = (account: number, now: Date, rows: readonly EnrollmentStand[]): JournalWrite => ({
  name: 'stood',
  text: `update enrollment e set state = u.state, current_step = u.current_step, step_since = u.step_since, waits_for = u.waits_for,
      due_at = case when u.is_woken then $2::timestamptz else u.due_at end, woken_by = case when u.is_woken then u.now_woken_by else u.happened end,
      exited_at = u.exited_at, exit_reason = u.exit_reason, parked = u.parked, parked_due = u.parked_due, log_count = u.log_count,
      claimed_by = null, fence = e.fence + 1, rev = stamp.rev
    from stamp, (select s.*, o.woken_by as now_woken_by, s.waits_for is not null and o.current_step = s.current_step
          and o.woken_by is distinct from s.woken_by as is_woken
        from unnest(${standTypes(3)}) as s(${standColumns}) join enrollment o on o.account_id = $1::int and o.enrollment_no = s.enrollment_no) u
    where e.account_id = $1::int and e.enrollment_no = u.enrollment_no`,
  values: [account, now, ...standValues(rows)],
});

/** Enrollments that were taken out or moved while a worker was at them: what it did is in their log, and they stand where they are. */
export const outrunUpdate = (
  account: number,
  rows: readonly { readonly enrollmentNo: number; readonly logCount: number }[],
): JournalWrite => ({
  name: 'outrun',
  text: `update enrollment e set log_count = u.log_count, claimed_by = null, rev = stamp.rev
    from stamp, unnest($2::int[], $3::int[]) as u(enrollment_no, log_count) where e.account_id = $1::int and e.enrollment_no = u.enrollment_no`,
  values: [
    account,
    plainArray(rows.map(({ enrollmentNo }) => enrollmentNo)),
    plainArray(rows.map(({ logCount }) => logCount)),
  ],
});

export interface LogInsert {
  readonly enrollmentNo: number;
  readonly place: number;
  readonly at: Date;
  readonly step: string;
  readonly decision: string;
  readonly detail: string | null;
  readonly messageNo: number | null;
}

/** Steps and decisions, behind those that are there. */
export const logWrite = (account: number, rows: readonly LogInsert[]): JournalWrite => ({
  name: 'log',
  text: `insert into enrollment_log (account_id, enrollment_no, place, at, step, decision, detail, message_no)
    select $1::int, l.* from unnest($2::int[], $3::int[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::int[])
      as l(enrollment_no, place, at, step, decision, detail, message_no)`,
  values: [
    account,
    plainArray(rows.map(({ enrollmentNo }) => enrollmentNo)),
    plainArray(rows.map(({ place }) => place)),
    momentTexts(rows.map(({ at }) => at)),
    textArray(rows.map(({ step }) => step)),
    textArray(rows.map(({ decision }) => decision)),
    textArray(rows.map(({ detail }) => detail)),
    plainArray(rows.map(({ messageNo }) => messageNo)),
  ],
});

export interface MessageInsert {
  readonly messageNo: number;
  readonly enrollmentNo: number;
  readonly version: number;
  readonly step: string;
  readonly channel: string;
  readonly status: string;
  readonly skippedBecause: string | null;
  readonly at: Date;
  readonly sentAt: Date | null;
  readonly sendId: string | null;
}

/** Messages that were asked for, or refused. What is queued yet was perhaps told of before it was here: it is asked about once more. */
export const triggeredWrite = (account: number, rows: readonly MessageInsert[]): JournalWrite => ({
  name: 'triggered',
  text: `insert into triggered_message (account_id, message_no, enrollment_no, key, channel, status, skipped_because, decided_at, sent_at, step, send_id, unconfirmed, rev)
    select $1::int, m.message_no, m.enrollment_no, m.version || ':' || m.step, m.channel, m.status, m.skipped_because, m.decided_at, m.sent_at, m.step, m.send_id,
      m.status = 'QUEUED', stamp.rev
    from stamp, unnest($2::int[], $3::int[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[], $10::timestamptz[], $11::text[])
      as m(message_no, enrollment_no, version, step, channel, status, skipped_because, decided_at, sent_at, send_id)
    on conflict do nothing`,
  values: [
    account,
    plainArray(rows.map(({ messageNo }) => messageNo)),
    plainArray(rows.map(({ enrollmentNo }) => enrollmentNo)),
    plainArray(rows.map(({ version }) => version)),
    textArray(rows.map(({ step }) => step)),
    textArray(rows.map(({ channel }) => channel)),
    textArray(rows.map(({ status }) => status)),
    textArray(rows.map(({ skippedBecause }) => skippedBecause)),
    momentTexts(rows.map(({ at }) => at)),
    momentTexts(rows.map(({ sentAt }) => sentAt)),
    textArray(rows.map(({ sendId }) => sendId)),
  ],
});
