import { plainArray, textArray } from '@ucp/kit/array-text';
import type { JournalWrite } from '@ucp/kit/journal';

/** Who leaves a workflow: a person, under whatever contact they entered. */
export interface Leaver {
  readonly workflowNo: number;
  readonly shownNo: number;
  /** For the log: what took them out, in one sentence. */
  readonly detail: string;
}

const leave = (
  who: string,
  reason: string,
  now: string,
): string => `update enrollment e set state = 'EXITED', exited_at = ${now}::timestamptz,
      exit_reason = ${reason}, current_step = null, due_at = null, waits_for = null, woken_by = null, parked = null, parked_due = null, fence = e.fence + 1,
      log_count = e.log_count + 1
    from ${who} where e.account_id = $1::int and e.run and e.state in ('ACTIVE', 'WAITING')`;

/** The log of those who left, of what `leave` returned. */
const leftLog = (
  name: string,
): string => `insert into enrollment_log (account_id, enrollment_no, place, at, step, decision, detail)
    select $1::int, l.no, l.place, $2::timestamptz, coalesce(l.step, 'end'), 'stopped', l.detail from ${name} l`;

/**
 * Takes people out of workflows. Whoever is at one of their enrollments finds its fence raised, and writes no more than what it did.
 * @param except enrollments that are written by the same statement
 */
export const stopWorkflowsWrites = (
  account: number,
  now: Date,
  leavers: readonly Leaver[],
  except: readonly number[],
): JournalWrite[] => [
  {
    name: 'leavers',
    text: `${leave(
      `(select o.enrollment_no, o.current_step as was, w.detail from unnest($3::int[], $4::int[], $5::text[]) as w(workflow_no, shown_no, detail)
        join contact c on c.account_id = $1::int and c.root_no = w.shown_no
        join enrollment o on o.account_id = $1::int and o.workflow_no = w.workflow_no and o.contact_no = c.contact_no
          and o.run and o.state in ('ACTIVE', 'WAITING')) u`,
      "'stopped'",
      '$2',
    )} and e.enrollment_no = u.enrollment_no and e.enrollment_no <> all($6::int[])
    returning e.enrollment_no as no, e.log_count as place, u.was as step, u.detail`,
    values: [
      account,
      now,
      plainArray(leavers.map(({ workflowNo }) => workflowNo)),
      plainArray(leavers.map(({ shownNo }) => shownNo)),
      textArray(leavers.map(({ detail }) => detail)),
      plainArray(except),
    ],
    first: true,
  },
  { name: 'leavers_log', text: leftLog('leavers'), values: [account, now] },
];

/** Takes one enrollment out. Nothing happens where it has left, or where another system runs it. */
export const takeOneOutWrites = (account: number, now: Date, enrollmentNo: number, reason: string): JournalWrite[] => [
  {
    name: 'leavers',
    text: `${leave(
      '(select current_step as was from enrollment where account_id = $1::int and enrollment_no = $3::int) u',
      '$4',
      '$2',
    )} and e.enrollment_no = $3::int returning e.enrollment_no as no, e.log_count as place, u.was as step, null::text as detail`,
    values: [account, now, enrollmentNo, reason],
    first: true,
  },
  { name: 'leavers_log', text: leftLog('leavers'), values: [account, now] },
];
