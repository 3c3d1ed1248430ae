import type { JournalWrite } from '@ucp/kit/journal';
import type { EnrollmentRecord } from '../domain/enrollment-record.ts';

interface Numbers {
  readonly enrollments: ReadonlyMap<string, number>;
  readonly messages: ReadonlyMap<string, number>;
}

/** The writes of recorded enrollments with their messages and logs. What is there already is brought up to date. */
export function recordWrites(
  account: number,
  records: readonly EnrollmentRecord[],
  { enrollments, messages }: Numbers,
  versions: ReadonlyMap<number, number>,
): JournalWrite[] {
  const no = ({ key }: EnrollmentRecord): number => enrollments.get(key) ?? 0;
  const entries = records.flatMap((record) =>
    record.log.map((entry, i) => ({
      record,
      entry,
      place: i + 1,
      messageNo: messages.get(`${record.key} ${entry.message?.key}`) ?? null,
    })),
  );
  const sent = entries.flatMap(({ record, entry, messageNo }) =>
    entry.message === null || entry.message === undefined ? [] : [{ record, entry, message: entry.message, messageNo }],
  );
  return [
    {
      name: 'enrollments',
      text: `insert into enrollment (account_id, enrollment_no, key, contact_no, workflow_no, version, state, entered_at, exited_at, exit_reason, current_step, rev)
        select $1::int, e.*, stamp.rev from stamp, unnest($2::int[], $3::text[], $4::int[], $5::int[], $6::int[], $7::text[], $8::timestamptz[], $9::timestamptz[], $10::text[], $11::text[])
          as e(enrollment_no, key, contact_no, workflow_no, version, state, entered_at, exited_at, exit_reason, current_step)
        on conflict (account_id, enrollment_no) do update set state = excluded.state, exited_at = excluded.exited_at,
          exit_reason = excluded.exit_reason, current_step = excluded.current_step, rev = excluded.rev`,
      values: [
        account,
        records.map(no),
        records.map(({ key }) => key),
        records.map(({ contactNo }) => contactNo),
        records.map(({ workflowNo }) => workflowNo),
        records.map(({ workflowNo }) => versions.get(workflowNo) ?? 1),
        records.map(({ state }) => state),
        records.map(({ enteredAt }) => enteredAt),
        records.map(({ exitedAt }) => exitedAt ?? null),
        records.map(({ exitReason }) => exitReason ?? null),
        records.map(({ currentStep }) => currentStep ?? null),
      ],
    },
    {
      name: 'messages',
      text: `insert into triggered_message (account_id, message_no, enrollment_no, key, channel, status, skipped_because, decided_at, sent_at, step, rev)
        select $1::int, m.*, stamp.rev from stamp, unnest($2::int[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[], $9::timestamptz[], $10::text[])
          as m(message_no, enrollment_no, key, channel, status, skipped_because, decided_at, sent_at, step)
        on conflict (account_id, message_no) do update set status = excluded.status, skipped_because = excluded.skipped_because,
          sent_at = excluded.sent_at, rev = excluded.rev`,
      values: [
        account,
        sent.map(({ messageNo }) => messageNo),
        sent.map(({ record }) => no(record)),
        sent.map(({ message }) => message.key),
        sent.map(({ message }) => message.channel),
        sent.map(({ message }) => message.status),
        sent.map(({ message }) => message.skippedBecause ?? null),
        sent.map(({ entry }) => entry.at),
        sent.map(({ message }) => message.sentAt ?? null),
        sent.map(({ entry }) => entry.step),
      ],
    },
    {
      name: 'log',
      text: `insert into enrollment_log (account_id, enrollment_no, place, at, step, decision, detail, message_no)
        select $1::int, l.* from unnest($2::int[], $3::int[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::int[])
          as l(enrollment_no, place, at, step, decision, detail, message_no)
        on conflict do nothing`,
      values: [
        account,
        entries.map(({ record }) => no(record)),
        entries.map(({ place }) => place),
        entries.map(({ entry }) => entry.at),
        entries.map(({ entry }) => entry.step),
        entries.map(({ entry }) => entry.decision),
        entries.map(({ entry }) => entry.detail ?? null),
        entries.map(({ messageNo }) => messageNo),
      ],
    },
  ];
}
