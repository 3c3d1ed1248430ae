import { jsonArray, momentArray } from '@ucp/kit/array-binary';
import { plainArray, textArray } from '@ucp/kit/array-text';
import type { Statement, Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';
import { type ChannelKind, kindNo } from '../channel-kind.ts';
import type { SendDecision } from '../domain/send-decision.ts';
import type { ActivityInsert } from './activity-log.ts';
import { keptDecision } from './kept-decision.ts';

/** A message to queue, or one that is skipped at once. */
export interface NewMessage {
  readonly messageNo: number;
  readonly contactNo: number;
  readonly addressNo: number | null;
  readonly senderNo: number;
  readonly campaignNo: number;
  readonly contentNo: number;
  readonly topicNo: number;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly idempotencyKey: string | null;
  readonly digest: Buffer | null;
  readonly skipped: boolean;
  readonly dueAt: Date;
  readonly queuedAt: Date;
  readonly queuedBy: string;
  /** Null: the contact is not known well enough to decide. */
  readonly decision: SendDecision | null;
}

const numbers: Statement = {
  name: 'message_numbers',
  text: `/* message_numbers */ select coalesce(json_agg(n.no), '[]') as nos from (
      select nextval(pg_get_serial_sequence('message', 'message_no')) as no from generate_series(1, $1::int)) n`,
};

/** Numbers for new messages, ascending. */
export const newMessageNos = async (tx: Transaction, count: number): Promise<number[]> =>
  (await tx.query<{ nos: number[] }>(numbers, [count]))[0]?.nos ?? [];

/** Queues messages; one whose key is taken is passed over. Gives back the numbers of the new ones. */
export const queueWrite = (account: number, messages: readonly NewMessage[]): JournalWrite => ({
  name: 'queued',
  text: `insert into message (account_id, message_no, contact_no, address_no, sender_no, campaign_no, content_no, topic_no, variables,
      idempotency_key, digest, state, due_at, queued_at, queued_by, early_decision, skipped_because, ended_at, rev)
    select $1::int, m.no, m.contact_no, m.address_no, m.sender_no, m.campaign_no, m.content_no, m.topic_no, m.variables, m.key, m.digest,
      case when m.skipped then 'SKIPPED' else 'QUEUED' end, m.due_at, m.queued_at, m.queued_by, nullif(m.decision, 'null'::jsonb),
      case when m.skipped then m.decision ->> 'decidedBy' end, case when m.skipped then m.queued_at end, stamp.rev
    from stamp, unnest($2::bigint[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[], $9::jsonb[], $10::text[],
      $11::bytea[], $12::boolean[], $13::timestamptz[], $14::timestamptz[], $15::text[], $16::jsonb[])
      as m(no, contact_no, address_no, sender_no, campaign_no, content_no, topic_no, variables, key, digest, skipped, due_at, queued_at,
        queued_by, decision)
    on conflict (account_id, idempotency_key) where idempotency_key is not null do nothing returning message_no`,
  values: [
    account,
    plainArray(messages.map(({ messageNo }) => messageNo)),
    plainArray(messages.map(({ contactNo }) => contactNo)),
    plainArray(messages.map(({ addressNo }) => addressNo)),
    plainArray(messages.map(({ senderNo }) => senderNo)),
    plainArray(messages.map(({ campaignNo }) => campaignNo)),
    plainArray(messages.map(({ contentNo }) => contentNo)),
    plainArray(messages.map(({ topicNo }) => topicNo)),
    jsonArray(messages.map(({ variables }) => JSON.stringify(variables))),
    textArray(messages.map(({ idempotencyKey }) => idempotencyKey)),
    messages.map(({ digest }) => digest),
    plainArray(messages.map(({ skipped }) => skipped)),
    momentArray(messages.map(({ dueAt }) => dueAt)),
    momentArray(messages.map(({ queuedAt }) => queuedAt)),
    textArray(messages.map(({ queuedBy }) => queuedBy)),
    jsonArray(messages.map(({ decision }) => keptDecision(decision))),
  ],
});

/** Activity of messages that `queueWrite` queues in the same statement: of those it passes over there is none. */
export const queuedActivityWrite = (
  channel: ChannelKind,
  account: number,
  rows: readonly (ActivityInsert & { readonly messageNo: number })[],
): JournalWrite => ({
  name: 'queued_activity',
  text: `insert into activity (account_id, at, event_id, address_no, kind, machine, message_id, details, rev)
    select $1::int, a.at, a.event_id, a.address_no, a.kind, false, null, a.details, stamp.rev
    from stamp, queued q join unnest($2::bigint[], $3::timestamptz[], $4::uuid[], $5::int[], $6::smallint[], $7::jsonb[])
      as a(no, at, event_id, address_no, kind, details) on a.no = q.message_no
    on conflict do nothing`,
  values: [
    account,
    plainArray(rows.map(({ messageNo }) => messageNo)),
    momentArray(rows.map(({ at }) => at)),
    plainArray(rows.map(({ eventId }) => eventId)),
    plainArray(rows.map(({ addressNo }) => addressNo)),
    plainArray(rows.map(({ kind }) => kindNo(channel, kind))),
    jsonArray(rows.map(({ json }) => json)),
  ],
});
