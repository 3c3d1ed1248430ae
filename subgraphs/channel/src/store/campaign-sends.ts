import { type ContactBits, decodeBits } from '@ucp/kit/contact-bits';
import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { SendRule } from '../domain/send-decision.ts';
import type { SendState } from '../domain/send-state.ts';

export type CampaignState = 'RUNNING' | 'PAUSED' | 'CANCELED' | 'DONE';

/** A message to an audience, without the audience. */
export interface CampaignSend {
  readonly campaignNo: number;
  readonly key: string;
  readonly name: string;
  readonly senderNo: number;
  readonly contentNo: number;
  readonly topicNo: number;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly digest: Buffer;
  readonly perMinute: number | null;
  readonly state: CampaignState;
  readonly size: number;
  readonly queuedTo: number;
  readonly createdBy: string;
  readonly [column: string]: unknown;
}

/** A campaign whose rate and state are ours to move until the end of the transaction. */
export interface LockedCampaign extends CampaignSend {
  readonly usedUntil: number;
}

export interface NewCampaign
  extends Pick<
    CampaignSend,
    'key' | 'name' | 'senderNo' | 'contentNo' | 'topicNo' | 'variables' | 'digest' | 'perMinute' | 'size' | 'createdBy'
  > {
  readonly contacts: Buffer;
}

const columns = `campaign_no as "campaignNo", key, name, sender_no as "senderNo", content_no as "contentNo", topic_no as "topicNo", variables, digest,
    per_minute as "perMinute", state, size, queued_to as "queuedTo", created_by as "createdBy"`;
const byKeys: Statement = {
  name: 'campaign_sends_by_key',
  text: `/* campaign_sends_by_key */ select ${columns} from campaign_send where account_id = $1 and key = any($2::text[])`,
};
const lock: Statement = {
  name: 'campaign_send_lock',
  text: `/* campaign_send_lock */ select ${columns}, extract(epoch from greatest(used_until, 'epoch'))::float8 * 1000 as "usedUntil"
    from campaign_send where account_id = $1 and campaign_no = $2 for update`,
};
const contacts: Statement = {
  name: 'campaign_send_contacts',
  text: `/* campaign_send_contacts */ select encode(contacts, 'base64') as contacts from campaign_send where account_id = $1 and campaign_no = $2`,
};
const stateOf: Statement = {
  name: 'campaign_send_state_of',
  text: '/* campaign_send_state_of */ select state from campaign_send where account_id = $1 and campaign_no = $2',
};
const lockAll: Statement = {
  name: 'campaign_sends_lock',
  text: "/* campaign_sends_lock */ select pg_advisory_xact_lock(hashtextextended('campaign sends', $1))",
};
const insert: Statement = {
  name: 'campaign_send_insert',
  text: `/* campaign_send_insert */ insert into campaign_send (account_id, campaign_no, key, name, sender_no, content_no, topic_no, variables, digest,
      per_minute, state, contacts, size, created_at, created_by)
    select $1::int, coalesce(max(campaign_no), 0) + 1, $2::text, $3::text, $4::int, $5::int, $6::int, $7::jsonb, $8::bytea, $9::int, 'RUNNING', $10::bytea, $11::int,
      $12::timestamptz, $13::text
    from campaign_send where account_id = $1::int returning ${columns}`,
};
const setState: Statement = {
  name: 'campaign_send_state',
  text: '/* campaign_send_state */ update campaign_send set state = $3 where account_id = $1 and campaign_no = $2',
};
const move: Statement = {
  name: 'campaign_send_queued_to',
  text: '/* campaign_send_queued_to */ update campaign_send set queued_to = $3 where account_id = $1 and campaign_no = $2',
};
const waiting: Statement = {
  name: 'campaign_send_waiting',
  text: `/* campaign_send_waiting */ select message_no as "messageNo", version, attempts from message
    where account_id = $1 and campaign_no = $2 and state = 'QUEUED' order by message_no limit $3 for update`,
};
const open: Statement = {
  name: 'campaign_send_open',
  text: `/* campaign_send_open */ select exists (select 1 from message where account_id = $1 and campaign_no = $2
    and state in ('QUEUED', 'CLAIMED', 'UNKNOWN')) as open`,
};
const counts: Statement = {
  name: 'campaign_send_counts',
  text: `/* campaign_send_counts */ select campaign_no as "campaignNo", state, skipped_because as rule, count(*) as count from message
    where account_id = $1 and campaign_no = any($2::int[]) and campaign_no > 0 group by 1, 2, 3`,
};

/** No order; keys nobody began are absent. */
export const campaignSendsByKey = (
  reader: Pick<Transaction, 'query'>,
  account: number,
  keys: readonly string[],
): Promise<CampaignSend[]> => reader.query<CampaignSend>(byKeys, [account, keys]);

export const lockCampaign = async (
  tx: Transaction,
  account: number,
  campaignNo: number,
): Promise<LockedCampaign | null> => (await tx.query<LockedCampaign>(lock, [account, campaignNo]))[0] ?? null;

/** Whom it is for. */
export async function contactsOfCampaign(db: Database, account: number, campaignNo: number): Promise<ContactBits> {
  const [row] = await db.readAside<{ contacts: string }>(contacts, [account, campaignNo]);
  return decodeBits(row?.contacts ?? '');
}

export const campaignState = async (db: Database, account: number, campaignNo: number): Promise<CampaignState | null> =>
  (await db.readAside<{ state: CampaignState }>(stateOf, [account, campaignNo]))[0]?.state ?? null;

/** Who begins campaigns takes turns in an account. */
export const lockCampaigns = (tx: Transaction, account: number): Promise<unknown> => tx.query(lockAll, [account]);

/** Under `lockCampaigns`. */
export async function insertCampaign(tx: Transaction, account: number, campaign: NewCampaign): Promise<CampaignSend> {
  const {
    key,
    name,
    senderNo,
    contentNo,
    topicNo,
    variables,
    digest,
    perMinute,
    size,
    createdBy,
    contacts: bits,
  } = campaign;
  const [row] = await tx.query<CampaignSend>(insert, [
    account,
    key,
    name,
    senderNo,
    contentNo,
    topicNo,
    JSON.stringify(variables),
    digest,
    perMinute,
    bits,
    size,
    tx.now,
    createdBy,
  ]);
  if (row === undefined) throw new Error('the campaign was not written');
  return row;
}

export const setCampaignState = (tx: Transaction, account: number, campaignNo: number, state: CampaignState) =>
  tx.query(setState, [account, campaignNo, state]);

/** Contacts up to this number have their message. */
export const setQueuedTo = (tx: Transaction, account: number, campaignNo: number, contactNo: number) =>
  tx.query(move, [account, campaignNo, contactNo]);

/** Messages of it that wait, ours until the end of the transaction, oldest first. */
export const lockWaiting = (
  tx: Transaction,
  account: number,
  campaignNo: number,
  limit: number,
): Promise<{ messageNo: number; version: number; attempts: number }[]> =>
  tx.query(waiting, [account, campaignNo, limit]);

/** Whether a message of it waits, is under way, or is looked up. */
export const hasOpenMessages = async (tx: Transaction, account: number, campaignNo: number): Promise<boolean> =>
  (await tx.query<{ open: boolean }>(open, [account, campaignNo]))[0]?.open === true;

/** How many messages are in each state, and of the skipped ones by which rule. No order. */
export const campaignCounts = (
  db: Database,
  account: number,
  campaignNos: readonly number[],
): Promise<{ campaignNo: number; state: SendState; rule: SendRule | null; count: number }[]> =>
  db.readAside(counts, [account, campaignNos]);
