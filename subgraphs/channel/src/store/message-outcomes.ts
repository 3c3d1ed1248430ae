import { momentTexts, plainArray, textArray } from '@ucp/kit/array-text';
import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';
import type { SendChange } from '../domain/send-state.ts';

/** A message at the version somebody acted upon. */
export interface AtVersion {
  readonly messageNo: number;
  readonly version: number;
}

/** A message that was claimed: whom it is for and what it says. */
export interface Outbound extends AtVersion {
  readonly contactNo: number;
  readonly addressNo: number;
  /** The address as matched, and as given. */
  readonly to: string;
  readonly given: string;
  readonly contentNo: number;
  readonly topicNo: number;
  readonly campaignNo: number;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly attempts: number;
  readonly claimedAt: Date;
}

const outboundColumns = `m.message_no as "messageNo", m.version, m.contact_no as "contactNo", m.address_no as "addressNo", a.value as to, a.given,
      m.content_no as "contentNo", m.topic_no as "topicNo", m.campaign_no as "campaignNo", m.variables, m.attempts, m.claimed_at as "claimedAt"`;

/** What a change of a message needs to know of it. */
export interface ChangingMessage extends AtVersion {
  readonly addressNo: number | null;
  readonly claimedAt: Date | null;
  readonly senderNo: number;
  readonly campaignNo: number;
  readonly campaignName: string | null;
  readonly templateKey: string | null;
  /** Whether activity of its send is there already: a provider may tell of it before we have written it. */
  readonly sendKnown: boolean;
  readonly [column: string]: unknown;
}

const lock: Statement = {
  name: 'messages_lock',
  // A provider's clock may be a little behind ours. The moment is one for all, so that older partitions are not looked at.
  text: `/* messages_lock */ with mine as materialized (
      select m.account_id, m.message_no, m.version, m.address_no, m.claimed_at, m.sender_no, m.campaign_no, m.content_no, v.provider_id
      from message m join unnest($2::bigint[], $3::int[], $4::text[]) as v(no, version, provider_id) on m.message_no = v.no and m.version = v.version
      where m.account_id = $1 order by m.message_no for update of m)
    select m.message_no as "messageNo", m.version, m.address_no as "addressNo", m.claimed_at as "claimedAt", m.sender_no as "senderNo",
      m.campaign_no as "campaignNo", g.name as "campaignName", c.template_key as "templateKey",
      m.provider_id is not null and exists (select 1 from activity a where a.account_id = $1 and a.address_no = m.address_no and a.kind = $5
        and a.message_id = m.provider_id and a.at >= (select min(claimed_at) - interval '1 day' from mine)) as "sendKnown"
    from mine m join message_content c on c.account_id = m.account_id and c.content_no = m.content_no
      left join campaign_send g on g.account_id = m.account_id and g.campaign_no = m.campaign_no`,
};
const ours: Statement = {
  name: 'messages_ours',
  text: `/* messages_ours */ select provider_message_id as id from message where account_id = $1 and provider_message_id = any($2::text[])`,
};
const orphans: Statement = {
  name: 'messages_orphaned',
  text: `/* messages_orphaned */ select account_id as account, message_no as "messageNo", version, attempts from message
    where state = 'CLAIMED' and not exists (select 1 from job_worker w where w.worker_id = claimed_by)
    order by account_id, message_no limit $1`,
};
const unknown: Statement = {
  name: 'messages_unknown',
  text: `/* messages_unknown */ select ${outboundColumns}, m.sender_no as "senderNo", m.due_at <= now() + $2::interval as due,
      extract(epoch from m.due_at - (now() + $2::interval))::float8 * 1000 as wait
    from message m join address a on a.account_id = m.account_id and a.address_no = m.address_no
    where m.state = 'UNKNOWN' and m.account_id = $1 order by m.due_at, m.message_no limit $3`,
};
const unknownAccounts: Statement = {
  name: 'accounts_with_unknown',
  text: `/* accounts_with_unknown */ select distinct account_id as account from message where state = 'UNKNOWN' and due_at <= now() + $1::interval`,
};

/**
 * Those that are still at their version, until the end of the transaction; the others were overtaken.
 * @param kind that of the activity of a send
 * @param providerIds ids of those that were sent; null for others
 */
export const lockAtVersions = (
  tx: Transaction,
  account: number,
  kind: number,
  messages: readonly AtVersion[],
  providerIds: readonly (string | null)[],
): Promise<ChangingMessage[]> =>
  tx.query<ChangingMessage>(lock, [
    account,
    plainArray(messages.map(({ messageNo }) => messageNo)),
    plainArray(messages.map(({ version }) => version)),
    textArray(providerIds),
    kind,
  ]);

/** Which of these ids providers gave to messages of ours. */
export async function oursAmong(
  tx: Pick<Transaction, 'query'>,
  account: number,
  messageIds: readonly string[],
): Promise<Set<string>> {
  if (messageIds.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(ours, [account, textArray(messageIds)]);
  return new Set(rows.map(({ id }) => id));
}

/** What workers have claimed that are no more. */
export const orphanedMessages = (
  db: Database,
  limit: number,
): Promise<(AtVersion & { account: number; attempts: number })[]> => db.readAside(orphans, [limit]);

export interface UnknownMessage extends Outbound {
  readonly senderNo: number;
  readonly due: boolean;
  /** Until it is due, in milliseconds. */
  readonly wait: number;
  readonly [column: string]: unknown;
}

/** Messages of an account whose fate is not known, the longest due first. */
export const unknownMessages = (db: Database, account: number, limit: number): Promise<UnknownMessage[]> =>
  db.readAside<UnknownMessage>(unknown, [account, db.clockOffset(), limit]);

/** Accounts with messages that are to be looked up now. */
export const accountsWithUnknown = async (db: Database): Promise<number[]> =>
  (await db.readAside<{ account: number }>(unknownAccounts, [db.clockOffset()])).map(({ account }) => account);

/** Every row goes on by one version. A state that waits for nothing keeps its time of the last wait. */
export const changeWrite = (
  account: number,
  now: Date,
  rows: readonly {
    readonly messageNo: number;
    readonly change: Omit<SendChange, 'state'> & { readonly state: string };
  }[],
): JournalWrite => ({
  name: 'changes',
  text: `update message m set state = c.state, version = m.version + 1, due_at = coalesce(c.due_at, m.due_at), attempts = c.attempts,
      provider_message_id = coalesce(c.provider_id, m.provider_message_id), error_code = c.code, error_detail = c.detail,
      claimed_by = case when c.state = 'CLAIMED' then m.claimed_by end,
      ended_at = case when c.state in ('SENT', 'FAILED', 'CANCELED') then $2::timestamptz end, rev = stamp.rev
    from stamp, unnest($3::bigint[], $4::text[], $5::timestamptz[], $6::smallint[], $7::text[], $8::text[], $9::text[])
      as c(no, state, due_at, attempts, provider_id, code, detail)
    where m.account_id = $1::int and m.message_no = c.no`,
  values: [
    account,
    now,
    plainArray(rows.map(({ messageNo }) => messageNo)),
    textArray(rows.map(({ change }) => change.state)),
    momentTexts(rows.map(({ change: { dueAt } }) => dueAt)),
    plainArray(rows.map(({ change }) => change.attempts)),
    textArray(rows.map(({ change }) => change.providerMessageId)),
    textArray(rows.map(({ change }) => change.errorCode)),
    textArray(rows.map(({ change }) => change.errorDetail)),
  ],
});
