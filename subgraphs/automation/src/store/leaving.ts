import { plainArray, textArray } from '@ucp/kit/array-text';
import type { JournalWrite } from '@ucp/kit/journal';

/** Who leaves a workflow: a person, under whatever contact they entered. */
export interface Leaver {
  readonly workflowNo: number;
  readonly shownNo: number;
  /** For the log: what took them out, in one sentence. */
  readonly detail: string;
}

/** Locked before the rev is taken, as by whoever works on them. */
const leaving = (who: string, values: readonly unknown[]): JournalWrite => ({
  name: 'leaving',
  text: `select e.enrollment_no, e.current_step as step, w.detail from ${who} and e.run and e.state in ('ACTIVE', 'WAITING')
    order by e.enrollment_no for no key update of e`,
  values,
  first: true,
});
/** Those that are locked leave, with a word to their log. */
const leave = (account: number, now: Date, reason: string): JournalWrite[] => [
  {
    name: 'leavers',
    text: `update enrollment e set state = 'EXITED', exited_at = $2::timestamptz, exit_reason = $3::text, current_step = null, due_at = null,
        waits_for = null, woken_by = null, parked = null, parked_due = null, fence = e.fence + 1, log_count = e.log_count + 1, rev = stamp.rev
      from stamp, leaving l where e.account_id = $1::int and e.enrollment_no = l.enrollment_no
      returning e.enrollment_no as no, e.log_count as place, l.step, l.detail`,
    values: [account, now, reason],
  },
  {
    name: 'leavers_log',
    text: `insert into enrollment_log (account_id, enrollment_no, place, at, step, decision, detail)
      select $1::int, l.no, l.place, $2::timestamptz, coalesce(l.step, 'end'), 'stopped', l.detail from leavers l`,
    values: [account, now],
  },
];

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
  leaving(
    `unnest($2::int[], $3::int[], $4::text[]) as w(workflow_no, shown_no, detail)
      join contact c on c.account_id = $1::int and c.root_no = w.shown_no
      join enrollment e on e.account_id = $1::int and e.workflow_no = w.workflow_no and e.contact_no = c.contact_no
    where e.enrollment_no <> all($5::int[])`,
    [
      account,
      plainArray(leavers.map(({ workflowNo }) => workflowNo)),
      plainArray(leavers.map(({ shownNo }) => shownNo)),
      textArray(leavers.map(({ detail }) => detail)),
      plainArray(except),
    ],
  ),
  ...leave(account, now, 'stopped'),
];

/** Takes one enrollment out. Nothing happens where it has left, or where another system runs it. */
export const takeOneOutWrites = (account: number, now: Date, enrollmentNo: number, reason: string): JournalWrite[] => [
  leaving(`enrollment e, (select null::text as detail) w where e.account_id = $1::int and e.enrollment_no = $2::int`, [
    account,
    enrollmentNo,
  ]),
  ...leave(account, now, reason),
];
