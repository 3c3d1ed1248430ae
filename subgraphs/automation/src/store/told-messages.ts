import { momentTexts, textArray } from '@ucp/kit/array-text';
import type { JournalWrite } from '@ucp/kit/journal';
import type { ToldMessage } from '../domain/told-status.ts';

/** What channels told of messages of workflows; who waited for one that is decided is looked at. */
export const toldWrites = (account: number, messages: readonly ToldMessage[], now: Date): JournalWrite[] => [
  {
    name: 'told',
    text: `update triggered_message m set unconfirmed = false, status = case when m.status = any(string_to_array(t.from, ',')) then t.status else m.status end,
        skipped_because = case when m.status = any(string_to_array(t.from, ',')) then t.skipped_because else m.skipped_because end,
        sent_at = case when m.status = 'SKIPPED' then m.sent_at else coalesce(m.sent_at, t.sent_at) end
      from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
        as t(channel, send_id, status, "from", skipped_because, sent_at)
      where m.account_id = $1::int and m.channel = t.channel and m.send_id = t.send_id returning m.enrollment_no, m.step, m.status`,
    values: [
      account,
      textArray(messages.map(({ channel }) => channel)),
      textArray(messages.map(({ sendId }) => sendId)),
      textArray(messages.map(({ status }) => status)),
      textArray(messages.map(({ from }) => from.join(','))),
      textArray(messages.map(({ skippedBecause }) => skippedBecause)),
      momentTexts(messages.map(({ sentAt }) => sentAt)),
    ],
    first: true,
  },
  {
    name: 'told_awaited',
    text: `update enrollment e set woken_by = t.status, due_at = case when e.parked is null then $2::timestamptz end,
        parked_due = case when e.parked is not null then $2::timestamptz end
      from (select e.enrollment_no, t.status from told t join enrollment e on e.account_id = $1::int and e.enrollment_no = t.enrollment_no
          and e.waits_for = 'SEND' and t.status <> 'QUEUED' and t.step = e.current_step
        order by e.enrollment_no for no key update of e) t
      where e.account_id = $1::int and e.enrollment_no = t.enrollment_no returning e.enrollment_no`,
    values: [account, now],
    first: true,
  },
];
