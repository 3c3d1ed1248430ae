import { jsonArray, momentArray } from '@ucp/kit/array-binary';
import { plainArray, textArray } from '@ucp/kit/array-text';
import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';
import type { SendDecision } from '../domain/send-decision.ts';
import { keptDecision } from './kept-decision.ts';
import type { Lane } from './lanes.ts';

/** A message whose turn may have come. */
export interface Candidate {
  readonly messageNo: number;
  readonly contactNo: number;
  readonly contentNo: number;
  readonly dueAt: Date;
  readonly [column: string]: unknown;
}

/** A message that is ours until the end of the transaction. */
export interface LockedMessage {
  readonly messageNo: number;
  readonly contactNo: number;
  readonly contentNo: number;
  readonly topicNo: number;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly version: number;
  readonly attempts: number;
  readonly [column: string]: unknown;
}

const candidates: Statement = {
  name: 'message_candidates',
  text: `/* message_candidates */ select message_no as "messageNo", contact_no as "contactNo", content_no as "contentNo", due_at as "dueAt" from message
    where account_id = $1 and sender_no = $2 and campaign_no = $3 and state = 'QUEUED' and due_at <= now() + $4::interval
      and due_at >= coalesce($6::timestamptz, '-infinity')
    order by due_at, message_no limit $5`,
};
const lock: Statement = {
  name: 'messages_claim_lock',
  text: `/* messages_claim_lock */ select message_no as "messageNo", contact_no as "contactNo", content_no as "contentNo", topic_no as "topicNo", variables,
      version, attempts
    from message where account_id = $1 and message_no = any($2::bigint[]) and state = 'QUEUED' and due_at <= $3
    order by message_no for update skip locked`,
};
const lockAddresses: Statement = {
  name: 'addresses_lock_of_contacts',
  text: `/* addresses_lock_of_contacts */ select address_no from address where account_id = $1 and address_no = any(array(
      select l.address_no from contact c join contact m on m.account_id = $1 and m.root_no = c.root_no
        join link l on l.account_id = $1 and l.contact_no = m.contact_no
      where c.account_id = $1 and c.contact_no = any($2::int[])))
    order by address_no for update`,
};
const inFlight: Statement = {
  name: 'messages_in_flight',
  text: `/* messages_in_flight */ select a.contact_no as "contactNo", m.claimed_at as "claimedAt"
    from contact a join contact c on c.account_id = $1 and c.root_no = a.root_no
      join message m on m.account_id = $1 and m.contact_no = c.contact_no and m.state in ('CLAIMED', 'UNKNOWN', 'REVIEW')
    where a.account_id = $1 and a.contact_no = any($2::int[])`,
};
const reached: Statement = {
  name: 'contacts_reached',
  text: `/* contacts_reached */ select distinct a.contact_no as "contactNo"
    from contact a join contact c on c.account_id = $1 and c.root_no = a.root_no
      join message m on m.account_id = $1 and m.contact_no = c.contact_no and m.campaign_no = $3
        and m.state in ('CLAIMED', 'SENT', 'UNKNOWN', 'REVIEW')
    where a.account_id = $1 and a.contact_no = any($2::int[])`,
};
const nextDue: Statement = {
  name: 'message_next_due',
  text: `/* message_next_due */ select extract(epoch from min(due_at) - (now() + $4::interval))::float8 * 1000 as wait from message
    where account_id = $1 and sender_no = $2 and campaign_no = $3 and state = 'QUEUED'`,
};
const dueCount: Statement = {
  name: 'message_due_count',
  text: `/* message_due_count */ select count(*) as count from (select 1 from message where account_id = $1 and sender_no = $2 and campaign_no = $3
    and state = 'QUEUED' and due_at <= now() + $4::interval limit $5) m`,
};
const leftovers: Statement = {
  name: 'messages_left_over',
  text: `/* messages_left_over */ select message_no as "messageNo", version, attempts, claimed_at as "claimedAt" from message
    where state = 'CLAIMED' and claimed_by = $4 and account_id = $1 and sender_no = $2 and campaign_no = $3`,
};

/**
 * Due messages of a lane, the longest due first, without a lock.
 * @param since those that were due before are passed over; null: none are
 */
export const candidatesOf = (
  db: Database,
  { account, senderNo, campaignNo }: Lane,
  limit: number,
  since: Date | null,
): Promise<Candidate[]> =>
  db.readAside<Candidate>(candidates, [account, senderNo, campaignNo, db.clockOffset(), limit, since]);

/** Those that still wait and that nobody else has, until the end of the transaction. */
export const lockCandidates = (
  tx: Transaction,
  account: number,
  messageNos: readonly number[],
): Promise<LockedMessage[]> => tx.query<LockedMessage>(lock, [account, plainArray(messageNos), tx.now]);

/** Locks every address of contacts in the order of their numbers, as ingest does: a STOP comes before or after, never beside. */
export const lockAddressesOf = (tx: Transaction, account: number, contactNos: readonly number[]): Promise<unknown> =>
  tx.query(lockAddresses, [account, plainArray(contactNos)]);

/** When messages of each contact were claimed that may have gone out and do not count as sent yet. */
export const claimsInFlight = (
  tx: Transaction,
  account: number,
  contactNos: readonly number[],
): Promise<{ readonly contactNo: number; readonly claimedAt: Date }[]> =>
  tx.query(inFlight, [account, plainArray(contactNos)]);

/** Those contacts whose person has, or may have, the message of a campaign: by themselves, or by a contact merged with them. */
export const contactsReached = async (
  tx: Transaction,
  account: number,
  contactNos: readonly number[],
  campaignNo: number,
): Promise<Set<number>> => {
  const rows = await tx.query<{ contactNo: number }>(reached, [account, plainArray(contactNos), campaignNo]);
  return new Set(rows.map(({ contactNo }) => contactNo));
};

/** Until the next message of a lane is due, in milliseconds, below zero when it is; null: none waits. */
export async function untilNextDue(db: Database, { account, senderNo, campaignNo }: Lane): Promise<number | null> {
  const values = [account, senderNo, campaignNo, db.clockOffset()];
  return (await db.readAside<{ wait: number | null }>(nextDue, values))[0]?.wait ?? null;
}

/** How many messages of a lane are due, counted up to `most`. */
export async function countDue(db: Database, { account, senderNo, campaignNo }: Lane, most: number): Promise<number> {
  const values = [account, senderNo, campaignNo, db.clockOffset(), most];
  return (await db.readAside<{ count: number }>(dueCount, values))[0]?.count ?? 0;
}

/** Messages of a lane that a worker has claimed. */
export const claimedBy = (
  db: Database,
  { account, senderNo, campaignNo }: Lane,
  workerId: string,
): Promise<{ messageNo: number; version: number; attempts: number; claimedAt: Date }[]> =>
  db.readAside(leftovers, [account, senderNo, campaignNo, workerId]);

/** What the claim makes of a message. */
export interface ClaimRow {
  readonly messageNo: number;
  readonly is: 'CLAIMED' | 'SKIPPED' | 'QUEUED' | 'FAILED';
  readonly addressNo: number | null;
  /** Null where the message only waits on. */
  readonly decision: SendDecision | null;
  readonly dueAt: Date;
  /** Why it failed. Null unless it did. */
  readonly error: ClaimError | null;
}

export interface ClaimError {
  readonly code: string;
  readonly detail: string;
}

/** Every row goes on by one version. */
export const claimWrite = (account: number, workerId: string, now: Date, rows: readonly ClaimRow[]): JournalWrite => ({
  name: 'claims',
  text: `update message m set state = c.state, version = m.version + 1, address_no = coalesce(c.address_no, m.address_no), due_at = c.due_at,
      decision = coalesce(nullif(c.decision, 'null'::jsonb), m.decision),
      skipped_because = case when c.state = 'SKIPPED' then c.decision ->> 'decidedBy' end,
      claimed_at = case when c.state = 'CLAIMED' then $3::timestamptz else m.claimed_at end,
      claimed_by = case when c.state = 'CLAIMED' then $2::uuid end,
      ended_at = case when c.state in ('SKIPPED', 'FAILED') then $3::timestamptz end,
      error_code = coalesce(c.code, m.error_code), error_detail = coalesce(c.detail, m.error_detail), rev = stamp.rev
    from stamp, unnest($4::bigint[], $5::text[], $6::int[], $7::jsonb[], $8::timestamptz[], $9::text[], $10::text[])
      as c(no, state, address_no, decision, due_at, code, detail)
    where m.account_id = $1::int and m.message_no = c.no`,
  values: [
    account,
    workerId,
    now,
    plainArray(rows.map(({ messageNo }) => messageNo)),
    textArray(rows.map(({ is }) => is)),
    plainArray(rows.map(({ addressNo }) => addressNo)),
    jsonArray(rows.map(({ decision }) => keptDecision(decision))),
    momentArray(rows.map(({ dueAt }) => dueAt)),
    textArray(rows.map(({ error }) => error?.code ?? null)),
    textArray(rows.map(({ error }) => error?.detail ?? null)),
  ],
});

/** How far the rates are used up after a claim. */
export const rateWrite = (
  table: 'sender' | 'campaign_send',
  account: number,
  no: number,
  usedUntil: number,
): JournalWrite => ({
  name: `${table}_rate`,
  text: `update ${table} set used_until = to_timestamp($3::float8 / 1000)
    where account_id = $1::int and ${table === 'sender' ? 'sender_no' : 'campaign_no'} = $2::int`,
  values: [account, no, usedUntil],
});
