import type { PlaceOfPart } from '@ucp/kit/activity-place';
import { type AsOf, foldedSql } from '@ucp/kit/as-of';
import type { Database, Statement } from '@ucp/kit/database';
import type { Happening } from '../domain/happenings.ts';
import type { NumberedPlace } from '../domain/numbered-place.ts';
import type { WorkflowRow } from './workflows.ts';

export type EnrollmentState = 'ACTIVE' | 'WAITING' | 'PAUSED' | 'COMPLETED' | 'EXITED' | 'FAILED';
export type MessageStatus = 'QUEUED' | 'SKIPPED' | 'SENT' | 'DELIVERED' | 'FAILED';

export interface EnrollmentRow {
  /** Number under which its contact is shown. */
  readonly asked: number;
  readonly enrollmentNo: number;
  readonly state: EnrollmentState;
  readonly enteredAt: Date;
  readonly exitedAt: Date | null;
  readonly exitReason: string | null;
  readonly currentStep: string | null;
  /** Null while it stands still. */
  readonly dueAt: Date | null;
  readonly cause: string | null;
  readonly workflow: WorkflowRow;
  readonly [column: string]: unknown;
}

export interface MessageRow {
  readonly asked: number;
  readonly messageNo: number;
  readonly channel: string;
  readonly status: MessageStatus;
  readonly skippedBecause: string | null;
  readonly decidedAt: Date;
  readonly sentAt: Date | null;
  readonly step: string;
  readonly workflow: WorkflowRow;
  readonly [column: string]: unknown;
}

export interface LogRow {
  readonly enrollmentNo: number;
  readonly at: Date;
  readonly step: string;
  readonly decision: string;
  readonly detail: string | null;
  readonly messageNo: number | null;
  readonly [column: string]: unknown;
}

/**
 * The state as shown. Of contacts that are one, one goes on in a workflow: the survivor when it is or was in it, else whoever
 * entered first. What the others were in the middle of is paused, and goes on once they are apart: nothing is rewritten.
 */
const shownState = `case when e.state in ('ACTIVE', 'WAITING') and exists (
        select 1 from contact o join enrollment d on d.account_id = $1 and d.contact_no = o.contact_no and d.workflow_no = e.workflow_no
        where o.account_id = $1 and o.root_no = c.root_no and o.contact_no <> c.contact_no and (o.contact_no = o.root_no
          or (c.contact_no <> c.root_no and (d.entered_at, d.enrollment_no) < (e.entered_at, e.enrollment_no))))
      then 'PAUSED' else e.state end`;
const workflow = `json_build_object('workflowNo', w.workflow_no, 'name', w.name, 'version', e.version, 'state', v.state) as workflow`;
const withWorkflow = `join workflow w on w.account_id = $1 and w.workflow_no = e.workflow_no
      join workflow_version v on v.account_id = $1 and v.workflow_no = e.workflow_no and v.version = e.version`;
const enrollment = `e.enrollment_no as "enrollmentNo", ${shownState} as state, e.entered_at as "enteredAt", e.exited_at as "exitedAt",
      e.exit_reason as "exitReason", e.current_step as "currentStep", e.due_at as "dueAt", e.cause, ${workflow}`;
const message = `m.message_no as "messageNo", m.channel, m.status, m.skipped_because as "skippedBecause", m.decided_at as "decidedAt",
      m.sent_at as "sentAt", m.step, ${workflow}`;
const ofContacts = `contact c join enrollment e on e.account_id = $1 and e.contact_no = c.contact_no`;

/** Each with its place among those of its contact, newest first, before a condition on contacts `c`. */
export const recordsSql = {
  enrollments: `select c.root_no as asked, ${enrollment},
        row_number() over (partition by c.root_no order by e.entered_at desc, e.enrollment_no desc) as place
      from ${ofContacts} ${withWorkflow}`,
  messages: `select c.root_no as asked, ${message},
        row_number() over (partition by c.root_no order by m.decided_at desc, m.message_no desc) as place
      from ${ofContacts} join triggered_message m on m.account_id = $1 and m.enrollment_no = e.enrollment_no ${withWorkflow}`,
};

/** Further pages of both lists in one statement. */
const pages: Statement = {
  name: 'records_of_contacts',
  text: `/* records_of_contacts */
    select 'enrollments' as list, asked, place, to_json(r) as row from (
      ${recordsSql.enrollments}
      where c.account_id = $1 and c.root_no = any($2::int[]) and (e.entered_at, e.enrollment_no) < ($4::timestamptz, $5::int)) r
    where place <= $3
    union all
    select 'messages', asked, place, to_json(r) from (
      ${recordsSql.messages}
      where c.account_id = $1 and c.root_no = any($6::int[]) and (m.decided_at, m.message_no) < ($8::timestamptz, $9::int)) r
    where place <= $7
    order by list, asked, place`,
};
const byNo: Statement = {
  name: 'enrollments_by_no',
  text: `/* enrollments_by_no */ select c.root_no as asked, ${enrollment} from ${ofContacts} ${withWorkflow}
    where c.account_id = $1 and e.enrollment_no = any($2::int[]) order by e.enrollment_no`,
};
const messageByNo: Statement = {
  name: 'messages_by_no',
  text: `/* messages_by_no */ select c.root_no as asked, ${message}
    from ${ofContacts} join triggered_message m on m.account_id = $1 and m.enrollment_no = e.enrollment_no ${withWorkflow}
    where c.account_id = $1 and m.message_no = any($2::int[])`,
};
const log: Statement = {
  name: 'enrollment_log',
  text: `/* enrollment_log */ select enrollment_no as "enrollmentNo", at, step, decision, detail, message_no as "messageNo" from enrollment_log
    where account_id = $1 and enrollment_no = any($2::int[]) order by enrollment_no, place`,
};
const inWorkflow: Statement = {
  name: 'contacts_in_workflow',
  text: `/* contacts_in_workflow */ select distinct q.no::int as no, c.root_no as contact
    from unnest($2::int[], $3::text[]) with ordinality as q(workflow_no, states, no)
    join enrollment e on e.account_id = $1 and e.workflow_no = q.workflow_no
    join contact c on c.account_id = $1 and c.contact_no = e.contact_no
      and (q.states is null or ${shownState} = any(string_to_array(q.states, ',')))
    where $4::int[] is null or c.root_no = any($4::int[])
    union all select 0, ${foldedSql}`,
};

/** A page of one of the lists, of several contacts. */
export interface RecordPage {
  readonly contactNos: readonly number[];
  readonly first: number;
  readonly before: NumberedPlace | null;
}

const valuesOf = (page: RecordPage | null): unknown[] => [
  page?.contactNos ?? [],
  page?.first ?? 0,
  page?.before?.at ?? 'infinity',
  page?.before?.no ?? 2_147_483_647,
];

interface TaggedRow {
  readonly list: 'enrollments' | 'messages';
  readonly row: Readonly<Record<string, unknown>>;
  readonly [column: string]: unknown;
}

/** A page of each list, newest first, at most `first` of each contact; null where a list is not asked. */
export async function recordsOf(
  db: Database,
  account: number,
  enrollments: RecordPage | null,
  messages: RecordPage | null,
): Promise<{ readonly enrollments: EnrollmentRow[]; readonly messages: MessageRow[] }> {
  const rows = await db.read<TaggedRow>(pages, [account, ...valuesOf(enrollments), ...valuesOf(messages)]);
  const of = (list: TaggedRow['list']): Readonly<Record<string, unknown>>[] =>
    rows.filter((each) => each.list === list).map(({ row }) => row);
  return {
    enrollments: of('enrollments').map(enrollmentOf),
    messages: of('messages').map(messageOf),
  };
}

/** An enrollment out of its JSON. */
export const enrollmentOf = (row: Readonly<Record<string, unknown>>): EnrollmentRow =>
  Object({
    ...row,
    enteredAt: dateOf(row.enteredAt),
    exitedAt: dateOf(row.exitedAt),
    dueAt: dateOf(row.dueAt),
  });

/** A message out of its JSON. */
export const messageOf = (row: Readonly<Record<string, unknown>>): MessageRow =>
  Object({ ...row, decidedAt: dateOf(row.decidedAt), sentAt: dateOf(row.sentAt) });

const dateOf = (value: unknown): Date | null => (typeof value === 'string' ? new Date(value) : null);

export const enrollmentsByNo = (db: Database, account: number, numbers: readonly number[]): Promise<EnrollmentRow[]> =>
  db.read<EnrollmentRow>(byNo, [account, numbers]);

export const messagesByNo = (db: Database, account: number, numbers: readonly number[]): Promise<MessageRow[]> =>
  db.read<MessageRow>(messageByNo, [account, numbers]);

/** Oldest first. */
export const logsOf = (db: Database, account: number, numbers: readonly number[]): Promise<LogRow[]> =>
  db.read<LogRow>(log, [account, numbers]);

/**
 * For each condition the contacts, as shown, that are or were in the workflow.
 * @param note told which merges were known
 */
export async function whoIsIn(
  db: Database,
  account: number,
  conditions: readonly { readonly workflowNo: number | null; readonly states: readonly string[] | null }[],
  contactNos: readonly number[] | null,
  note: AsOf['note'],
): Promise<Set<number>[]> {
  const sets = conditions.map(() => new Set<number>());
  const rows = await db.read<{ no: number; contact: number }>(inWorkflow, [
    account,
    conditions.map(({ workflowNo }) => workflowNo ?? 0),
    conditions.map(({ states }) => states?.join(',') ?? null),
    contactNos,
  ]);
  for (const { no, contact } of rows)
    if (no === 0) note(contact);
    else sets[no - 1]?.add(contact);
  return sets;
}

export interface HappeningRow extends Happening {
  readonly asked: number;
  readonly [column: string]: unknown;
}

const happened: Statement = {
  name: 'automation_activity',
  text: `/* automation_activity */
    with shown as (
      select c.root_no, l.kind, l.value from contact c join link l on l.account_id = $1 and l.contact_no = c.contact_no
        where c.account_id = $1 and c.root_no = any($2::int[])
      union all
      select c.root_no, 'CONTACT', c.contact_no::text from contact c where c.account_id = $1 and c.root_no = any($2::int[])),
    entry as (
      select s.root_no as asked, 'b' || b.event_id::text as id, b.at, upper(b.name) as kind, b.name, b.properties as details
      from shown s join behavior b on b.account_id = $1 and b.identifier_kind = s.kind and b.identifier_value = s.value
      union all
      select c.root_no, 'e' || lpad(e.enrollment_no::text, 10, '0'), e.entered_at, 'ENROLLED', w.name, json_build_object('version', e.version)::jsonb
      from ${ofContacts} join workflow w on w.account_id = $1 and w.workflow_no = e.workflow_no where c.account_id = $1 and c.root_no = any($2::int[])
      union all
      select c.root_no, 'x' || lpad(e.enrollment_no::text, 10, '0'), e.exited_at, e.state, w.name, json_build_object('reason', e.exit_reason)::jsonb
      from ${ofContacts} join workflow w on w.account_id = $1 and w.workflow_no = e.workflow_no
      where c.account_id = $1 and c.root_no = any($2::int[]) and e.exited_at is not null)
    select asked, id, at, kind, name, details from (
      select entry.*, row_number() over (partition by asked order by at desc, id collate "C" desc) as place from entry
      where (at, id collate "C") < ($4::timestamptz, $5::text collate "C")) ranked
    where place <= $3 order by asked, place`,
};

/** Behaviour and ways through workflows, newest first, at most `first` of each contact, behind `before`. */
export const happeningsOf = (
  db: Database,
  account: number,
  contactNos: readonly number[],
  first: number,
  before: PlaceOfPart | null,
): Promise<HappeningRow[]> =>
  db.read<HappeningRow>(happened, [account, contactNos, first, before?.at ?? 'infinity', before?.id ?? '~']);
