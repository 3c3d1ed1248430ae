import type { Filter } from '@ucp/audience/filter';
import type { Database, Statement, Transaction } from '@ucp/kit/database';

export type CampaignSendState = 'SCHEDULED' | 'HELD' | 'BEGUN' | 'CANCELED' | 'FAILED';

/** What the channel is told of a campaign when it begins, beside whom it is for. */
export interface CampaignMessage {
  readonly template: string;
  readonly topic: string | null;
  readonly sender: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly perMinute: number | null;
}

export interface CampaignRow {
  readonly accountId: number;
  readonly campaignNo: number;
  readonly digest: Buffer;
  readonly name: string;
  /** The part that sends it. */
  readonly part: string;
  readonly message: CampaignMessage;
  /** One of the two is null. */
  readonly filter: Filter | null;
  readonly segmentNo: number | null;
  readonly startAt: Date;
  readonly state: CampaignSendState;
  /** Until when somebody is at beginning it. Where it is HELD or CANCELED: whoever was may have begun it. Null: nobody was. */
  readonly claimedUntil: Date | null;
  readonly failure: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly [column: string]: unknown;
}

export type NewCampaign = Pick<
  CampaignRow,
  'digest' | 'name' | 'part' | 'message' | 'filter' | 'segmentNo' | 'createdBy'
> & { readonly idempotencyKey: string; readonly startAt: Date };

const columns = `account_id as "accountId", campaign_no as "campaignNo", digest, name, part, message, filter, segment_no as "segmentNo",
    start_at as "startAt", state, claimed_until as "claimedUntil", failure, created_at as "createdAt", created_by as "createdBy"`;
const lock: Statement = {
  name: 'campaigns_lock',
  text: "/* campaigns_lock */ select pg_advisory_xact_lock(hashtextextended('campaigns', $1))",
};
const byKey: Statement = {
  name: 'campaign_by_key',
  text: `/* campaign_by_key */ select ${columns} from campaign_send where account_id = $1 and idempotency_key = $2`,
};
const byNo: Statement = {
  name: 'campaign_by_no',
  text: `/* campaign_by_no */ select ${columns} from campaign_send where account_id = $1 and campaign_no = $2`,
};
const below: Statement = {
  name: 'campaigns_below',
  text: `/* campaigns_below */ select ${columns} from campaign_send where account_id = $1 and campaign_no < $2 order by campaign_no desc limit $3`,
};
const insert: Statement = {
  name: 'campaign_insert',
  text: `/* campaign_insert */ insert into campaign_send (account_id, campaign_no, idempotency_key, digest, name, part, message, filter,
      segment_no, start_at, state, created_at, created_by, claimed_until)
    select $1, coalesce(max(campaign_no), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9::timestamptz, 'SCHEDULED', $10::timestamptz, $11,
      case when $9::timestamptz <= $10::timestamptz then $10::timestamptz + interval '60 seconds' end
    from campaign_send where account_id = $1 returning ${columns}`,
};
const move: Statement = {
  name: 'campaign_move',
  text: `/* campaign_move */ update campaign_send set state = $3::text, failure = $4,
      claimed_until = case when $3::text in ('HELD', 'CANCELED') then claimed_until end
    where account_id = $1 and campaign_no = $2 and state = any($5::text[]) returning ${columns}`,
};
const claim: Statement = {
  name: 'campaigns_claim',
  text: `/* campaigns_claim */ update campaign_send set claimed_until = now() + $1::interval + interval '60 seconds'
    where (account_id, campaign_no) in (select account_id, campaign_no from campaign_send
      where state = 'SCHEDULED' and start_at <= now() + $1::interval
        and (claimed_until is null or claimed_until < now() + $1::interval)
      order by start_at limit 10 for update skip locked)
    returning ${columns}`,
};
const claimUnsure: Statement = {
  name: 'campaigns_claim_unsure',
  text: `/* campaigns_claim_unsure */ update campaign_send set claimed_until = now() + $1::interval + interval '60 seconds'
    where (account_id, campaign_no) in (select account_id, campaign_no from campaign_send
      where state in ('HELD', 'CANCELED') and claimed_until < now() + $1::interval
      order by claimed_until limit 10 for update skip locked)
    returning ${columns}`,
};
const settle: Statement = {
  name: 'campaign_settle',
  text: `/* campaign_settle */ update campaign_send set claimed_until = null
    where account_id = $1 and campaign_no = $2 and state in ('HELD', 'CANCELED')`,
};
const forget: Statement = {
  name: 'campaign_forget',
  text: "/* campaign_forget */ delete from campaign_send where account_id = $1 and campaign_no = $2 and state = 'SCHEDULED'",
};

const waiting: Statement = {
  name: 'campaigns_waiting',
  text: `/* campaigns_waiting */ select ${columns} from campaign_send where account_id = $1 and state in ('SCHEDULED', 'HELD') order by campaign_no`,
};

/** Campaigns that have not begun. Until the transaction ends the account is given no other. */
export async function waitingCampaigns(tx: Transaction, account: number): Promise<CampaignRow[]> {
  await tx.query(lock, [account]);
  return tx.query<CampaignRow>(waiting, [account]);
}

export interface KeptCampaign {
  readonly campaign: CampaignRow;
  /** False: it was asked for before under the same key. */
  readonly made: boolean;
  /** Whether its time has come: it is then the caller's to begin, and nobody else is given it for a minute. */
  readonly isDue: boolean;
}

/** Keeps a campaign that is asked for; or finds the one that was asked for under the same key. */
export async function keepCampaign(tx: Transaction, account: number, campaign: NewCampaign): Promise<KeptCampaign> {
  await tx.query(lock, [account]);
  const [known] = await tx.query<CampaignRow>(byKey, [account, campaign.idempotencyKey]);
  if (known !== undefined) return { campaign: known, made: false, isDue: false };
  const { idempotencyKey, digest, name, part, message, filter, segmentNo, startAt, createdBy } = campaign;
  const [made] = await tx.query<CampaignRow>(insert, [
    account,
    idempotencyKey,
    digest,
    name,
    part,
    JSON.stringify(message),
    filter === null ? null : JSON.stringify(filter),
    segmentNo,
    startAt,
    tx.now,
    createdBy,
  ]);
  if (made === undefined) throw new Error('the campaign was not written');
  return { campaign: made, made: true, isDue: made.claimedUntil !== null };
}

/** Null when the account has none of this number. */
export const campaignByNo = async (db: Database, account: number, campaignNo: number): Promise<CampaignRow | null> =>
  (await db.read<CampaignRow>(byNo, [account, campaignNo]))[0] ?? null;

/** Newest first, below a number. */
export const campaignsBelow = (
  db: Database,
  account: number,
  campaignNo: number,
  first: number,
): Promise<CampaignRow[]> => db.read<CampaignRow>(below, [account, campaignNo, first]);

/** Moves a campaign on from one of some states. Null when it is in none of them. */
export const moveCampaign = async (
  db: Database,
  { accountId, campaignNo }: Pick<CampaignRow, 'accountId' | 'campaignNo'>,
  from: readonly CampaignSendState[],
  to: CampaignSendState,
  failure: string | null = null,
): Promise<CampaignRow | null> =>
  (await db.write<CampaignRow>(move, [accountId, campaignNo, to, failure, from]))[0] ?? null;

/** Campaigns of any account whose time has come, the earliest first: nobody else is given them for a minute. */
export const claimDueCampaigns = (db: Database): Promise<CampaignRow[]> =>
  db.write<CampaignRow>(claim, [db.clockOffset()]);

/** Campaigns that were held or canceled while somebody was at beginning them, who is no more: given to nobody else for a minute. */
export const claimUnsureCampaigns = (db: Database): Promise<CampaignRow[]> =>
  db.write<CampaignRow>(claimUnsure, [db.clockOffset()]);

/** Notes that a campaign that is held or canceled was never begun. */
export const settleCampaign = (
  db: Database,
  { accountId, campaignNo }: Pick<CampaignRow, 'accountId' | 'campaignNo'>,
): Promise<unknown> => db.write(settle, [accountId, campaignNo]);

/** Takes back the keeping of a campaign that could not begin, so that its key is free for what was meant. */
export const forgetCampaign = (
  db: Database,
  { accountId, campaignNo }: Pick<CampaignRow, 'accountId' | 'campaignNo'>,
): Promise<unknown> => db.write(forget, [accountId, campaignNo]);
