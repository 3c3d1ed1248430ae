import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { SendDecision, SendRule } from '../domain/send-decision.ts';
import type { SendState } from '../domain/send-state.ts';
import { decisionOf } from './kept-decision.ts';

/** A message that was asked for. */
export interface MessageRow {
  readonly messageNo: number;
  readonly contactNo: number;
  readonly addressNo: number | null;
  /** The address as given; null before it is known. */
  readonly given: string | null;
  readonly senderNo: number;
  readonly campaignNo: number;
  readonly campaignName: string | null;
  readonly contentNo: number;
  readonly templateKey: string | null;
  readonly templateVersion: number;
  readonly topicNo: number;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly digest: Buffer | null;
  readonly state: SendState;
  readonly version: number;
  readonly dueAt: Date;
  readonly queuedAt: Date;
  readonly queuedBy: string;
  readonly earlyDecision: SendDecision | null;
  readonly decision: SendDecision | null;
  readonly skippedBecause: SendRule | null;
  readonly attempts: number;
  readonly claimedAt: Date | null;
  readonly endedAt: Date | null;
  readonly providerMessageId: string | null;
  readonly errorCode: string | null;
  readonly errorDetail: string | null;
}

const columns = `m.message_no as "messageNo", m.contact_no as "contactNo", m.address_no as "addressNo", a.given, m.sender_no as "senderNo",
    m.campaign_no as "campaignNo", g.name as "campaignName", m.content_no as "contentNo", c.template_key as "templateKey", c.version as "templateVersion",
    m.topic_no as "topicNo", m.variables, m.digest, m.state, m.version, m.due_at as "dueAt", m.queued_at as "queuedAt", m.queued_by as "queuedBy",
    m.early_decision as "earlyDecision", m.decision, m.skipped_because as "skippedBecause", m.attempts, m.claimed_at as "claimedAt",
    m.ended_at as "endedAt", m.provider_message_id as "providerMessageId", m.error_code as "errorCode", m.error_detail as "errorDetail"`;
const joined = `join message_content c on c.account_id = m.account_id and c.content_no = m.content_no
    left join campaign_send g on g.account_id = m.account_id and g.campaign_no = m.campaign_no
    left join address a on a.account_id = m.account_id and a.address_no = m.address_no`;
const byNos: Statement = {
  name: 'messages_by_no',
  text: `/* messages_by_no */ select ${columns} from message m ${joined} where m.account_id = $1 and m.message_no = any($2::bigint[])`,
};
const byKeys: Statement = {
  name: 'messages_by_key',
  text: `/* messages_by_key */ select m.idempotency_key as key, ${columns} from message m ${joined}
    where m.account_id = $1 and m.idempotency_key = any($2::text[])`,
};
const lockOne: Statement = {
  name: 'message_lock',
  text: '/* message_lock */ select message_no from message where account_id = $1 and message_no = $2 for update',
};
const below: Statement = {
  name: 'messages_below',
  text: `/* messages_below */ select ${columns} from message m ${joined}
    where m.account_id = $1 and m.message_no < $2 and ($3::text[] is null or m.state = any($3::text[])) order by m.message_no desc limit $4`,
};
/** Those on review are few among all: they have an index of their own. */
const onReview: Statement = {
  name: 'messages_on_review',
  text: `/* messages_on_review */ select ${columns} from message m ${joined}
    where m.account_id = $1 and m.message_no < $2 and m.state = 'REVIEW' order by m.message_no desc limit $3`,
};
const ofCampaign: Statement = {
  name: 'messages_of_campaign',
  text: `/* messages_of_campaign */ select ${columns} from message m ${joined}
    where m.account_id = $1 and m.message_no < $2 and ($3::text[] is null or m.state = any($3::text[]))
      and m.campaign_no > 0 and m.campaign_no = (select campaign_no from campaign_send where account_id = $1 and key = $5)
    order by m.message_no desc limit $4`,
};
const ofContacts: Statement = {
  name: 'messages_of_contacts',
  text: `/* messages_of_contacts */ with asked as (select contact_no as asked, root_no from contact where account_id = $1 and contact_no = any($2::int[])),
    member as (select a.asked, c.contact_no from asked a join contact c on c.account_id = $1 and c.root_no = a.root_no),
    page as (select p.asked, n.message_no, row_number() over (partition by p.asked order by n.message_no desc) as place from member p
      cross join lateral (select message_no from message n where n.account_id = $1 and n.contact_no = p.contact_no and n.message_no < $4
        order by message_no desc limit $3) n)
    select p.asked, ${columns} from page p join message m on m.account_id = $1 and m.message_no = p.message_no ${joined}
    where p.place <= $3 order by p.asked, p.place`,
};

/** Above every number of a message. */
export const aboveAll = Number.MAX_SAFE_INTEGER;

/** No order; numbers nobody has are absent. */
export const messagesByNo = async (
  reader: Pick<Transaction, 'query'>,
  account: number,
  messageNos: readonly number[],
): Promise<MessageRow[]> => (await reader.query<Raw>(byNos, [account, messageNos])).map(messageOf);

/** By the keys under which they were asked for; keys that are not taken are absent. */
export const messagesByKey = async (
  reader: Pick<Transaction, 'query'>,
  account: number,
  keys: readonly string[],
): Promise<Map<string, MessageRow>> =>
  new Map(
    keys.length === 0
      ? []
      : (await reader.query<Raw & { key: string }>(byKeys, [account, keys])).map(({ key, ...row }) => [
          key,
          messageOf(row),
        ]),
  );

/** A message that nobody else changes until the end of the transaction. */
export async function lockMessage(tx: Transaction, account: number, messageNo: number): Promise<MessageRow | null> {
  const [locked] = await tx.query(lockOne, [account, messageNo]);
  return locked === undefined ? null : ((await messagesByNo(tx, account, [messageNo]))[0] ?? null);
}

/** Newest first, below a number. @param campaign key of a campaign; null: of all, and of none */
export async function messagesBelow(
  db: Database,
  account: number,
  before: number,
  first: number,
  { states, campaign }: { readonly states: readonly SendState[] | null; readonly campaign: string | null },
): Promise<MessageRow[]> {
  const values = [account, before, states, first];
  const read = (): Promise<Raw[]> => {
    if (campaign !== null) return db.readAside<Raw>(ofCampaign, [...values, campaign]);
    if (states?.length === 1 && states[0] === 'REVIEW') return db.readAside<Raw>(onReview, [account, before, first]);
    return db.readAside<Raw>(below, values);
  };
  return (await read()).map(messageOf);
}

/** At most `first` of each contact, newest first, below a number; contacts are asked by any of their ids. */
export async function messagesOfContacts(
  db: Database,
  account: number,
  contactNos: readonly number[],
  first: number,
  before: number,
): Promise<(MessageRow & { readonly asked: number })[]> {
  const rows = await db.read<Raw & { asked: number }>(ofContacts, [account, contactNos, first, before]);
  return rows.map((row) => ({ ...messageOf(row), asked: row.asked }));
}

type Raw = Omit<MessageRow, 'earlyDecision' | 'decision'> & {
  readonly earlyDecision: unknown;
  readonly decision: unknown;
};

const messageOf = (row: Raw): MessageRow => ({
  ...row,
  earlyDecision: decisionOf(row.earlyDecision),
  decision: decisionOf(row.decision),
});
