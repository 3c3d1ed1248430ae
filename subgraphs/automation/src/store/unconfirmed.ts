import { momentTexts, plainArray, textArray } from '@ucp/kit/array-text';
import type { Database, Statement } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';

/** A message that was asked for a while ago, and of which the channel has told nothing since. */
export interface UnconfirmedMessage {
  readonly account: number;
  readonly messageNo: number;
  readonly enrollmentNo: number;
  readonly workflowNo: number;
  readonly version: number;
  readonly contactNo: number;
  readonly step: string;
  readonly channel: string;
  readonly [column: string]: unknown;
}

const list: Statement = {
  name: 'messages_unconfirmed',
  text: `/* messages_unconfirmed */ select m.account_id as account, m.message_no as "messageNo", m.enrollment_no as "enrollmentNo", e.workflow_no as "workflowNo",
      split_part(m.key, ':', 1)::int as version, e.contact_no as "contactNo", m.step, m.channel
    from triggered_message m join enrollment e on e.account_id = m.account_id and e.enrollment_no = m.enrollment_no
    where m.unconfirmed and m.decided_at < now() + $1::interval - $2::float8 * interval '1 ms' and m.account_id >= $4 and m.channel <> all($5::text[])
    order by m.account_id, m.decided_at, m.message_no limit $3`,
};

/** Over all accounts from one on, the oldest of each account first. `without`: channels that are passed over. */
export const unconfirmedMessages = (
  db: Database,
  olderThanMs: number,
  {
    account,
    most,
    without,
  }: { readonly account: number; readonly most: number; readonly without: ReadonlySet<string> },
): Promise<UnconfirmedMessage[]> =>
  db.readAside<UnconfirmedMessage>(list, [db.clockOffset(), olderThanMs, most, account, [...without]]);

export interface Confirmation {
  readonly messageNo: number;
  readonly status: 'QUEUED' | 'SKIPPED' | 'SENT' | 'FAILED';
  readonly skippedBecause: string | null;
  readonly sentAt: Date | null;
}

/** What channels say of messages by now. A state never goes backwards; who waited for one that is decided is looked at. */
export const confirmWrites = (account: number, now: Date, confirmations: readonly Confirmation[]): JournalWrite[] => [
  {
    name: 'confirmed',
    text: `update triggered_message m set unconfirmed = false, status = case when m.status = 'QUEUED' then c.status else m.status end,
        skipped_because = case when m.status = 'QUEUED' then c.skipped_because else m.skipped_because end, sent_at = coalesce(m.sent_at, c.sent_at)
      from unnest($2::int[], $3::text[], $4::text[], $5::timestamptz[]) as c(message_no, status, skipped_because, sent_at)
      where m.account_id = $1::int and m.message_no = c.message_no returning m.enrollment_no, m.step, m.status`,
    values: [
      account,
      plainArray(confirmations.map(({ messageNo }) => messageNo)),
      plainArray(confirmations.map(({ status }) => status)),
      textArray(confirmations.map(({ skippedBecause }) => skippedBecause)),
      momentTexts(confirmations.map(({ sentAt }) => sentAt)),
    ],
    first: true,
  },
  {
    name: 'awaited',
    text: `update enrollment e set due_at = $2::timestamptz, woken_by = c.status from confirmed c
      where e.account_id = $1::int and e.enrollment_no = c.enrollment_no and e.waits_for = 'SEND' and c.status <> 'QUEUED'
        and c.step = e.current_step and e.parked is null returning e.enrollment_no`,
    values: [account, now],
    first: true,
  },
];
