import type { Database, Statement } from '@ucp/kit/database';
import { type ChannelKind, kindName } from '../channel-kind.ts';
import type { MessageHistory } from '../domain/message.ts';
import { isMachine, markJoin } from './machine-marks.ts';

/** A place in a list of messages: when it was first heard of, its id, and the address, as one message may go to several. */
export interface MessagePlace {
  readonly at: Date;
  readonly messageId: string;
  readonly addressNo: number;
}

export interface AskedMessage extends MessageHistory {
  readonly asked: number;
}

/** The page is found by the index of addresses alone; details are read for its messages only. */
const newest: Statement = {
  name: 'messages_newest',
  text: `/* messages_newest */
    with asked as (select contact_no as asked, root_no from contact where account_id = $1 and contact_no = any($2::int[])),
    linked as (select a.asked, l.address_no from asked a
      join contact m on m.account_id = $1 and m.root_no = a.root_no
      join link l on l.account_id = $1 and l.contact_no = m.contact_no),
    happened as materialized (select l.asked, a.address_no, a.message_id, a.at, a.event_id, a.kind, ${isMachine} as machine, a.details
      from linked l join activity a on a.account_id = $1 and a.address_no = l.address_no and a.message_id is not null
      ${markJoin}),
    message as (select asked, address_no, message_id, min(at) as first_at from happened
      where $7::text is null or message_id in (select h.message_id from happened h where h.details ->> 'campaign' = $7::text)
      group by 1, 2, 3),
    page as (select *, row_number() over (partition by asked order by first_at desc, message_id desc, address_no desc) as place
      from message where (first_at, message_id, address_no) < ($4::timestamptz, $5::text, $6::int))
    select p.asked, p.message_id as "messageId", p.address_no as "addressNo", b.given, p.first_at as "firstAt",
      json_agg(json_build_array(h.at, h.kind, h.machine, h.details) order by h.at, h.event_id) as facts
    from page p join happened h using (asked, address_no, message_id)
      join address b on b.account_id = $1 and b.address_no = p.address_no
    where p.place <= $3 group by p.asked, p.place, p.message_id, p.address_no, b.given, p.first_at order by p.asked, p.place`,
};

type Fact = readonly [at: string, kind: number, machine: boolean, details: Readonly<Record<string, unknown>> | null];
type Row = Omit<AskedMessage, 'facts'> & { readonly facts: readonly Fact[] };

/**
 * At most `first` messages of each contact, newest first, behind `before`, each with its facts oldest first; contacts are asked
 * by any of their ids.
 * @param campaign only messages of which an event names this campaign; null: all
 */
export async function messagesOf(
  db: Database,
  channel: ChannelKind,
  account: number,
  contactNos: readonly number[],
  first: number,
  before: MessagePlace | null,
  campaign: string | null,
): Promise<AskedMessage[]> {
  const rows = await db.read<Row>(newest, [
    account,
    contactNos,
    first,
    before?.at ?? 'infinity',
    before?.messageId ?? '',
    before?.addressNo ?? 0,
    campaign,
  ]);
  return rows.map((row) => historyOf(channel, row));
}

const historyOf = <Message extends Omit<MessageHistory, 'facts'> & { readonly facts: readonly Fact[] }>(
  channel: ChannelKind,
  { facts, ...message }: Message,
) => ({
  ...message,
  facts: facts.map(([at, kind, machine, details]) => ({
    at: new Date(at),
    kind: kindName(channel, kind),
    machine,
    details: details ?? {},
  })),
});

const byIds: Statement = {
  name: 'messages_by_id',
  text: `/* messages_by_id */ with happened as (select w.address_no, w.message_id, a.at, a.event_id, a.kind, ${isMachine} as machine, a.details
      from unnest($2::int[], $3::text[]) as w(address_no, message_id)
      join activity a on a.account_id = $1 and a.address_no = w.address_no and a.message_id = w.message_id
      ${markJoin})
    select h.message_id as "messageId", h.address_no as "addressNo", b.given, min(h.at) as "firstAt",
      json_agg(json_build_array(h.at, h.kind, h.machine, h.details) order by h.at, h.event_id) as facts
    from happened h join address b on b.account_id = $1 and b.address_no = h.address_no
    group by h.message_id, h.address_no, b.given`,
};

/** Messages by their ids and addresses, each with its facts oldest first. No order; what never happened is absent. */
export async function messagesById(
  db: Database,
  channel: ChannelKind,
  account: number,
  wanted: readonly { readonly addressNo: number; readonly messageId: string }[],
): Promise<MessageHistory[]> {
  const rows = await db.read<Row>(byIds, [
    account,
    wanted.map(({ addressNo }) => addressNo),
    wanted.map(({ messageId }) => messageId),
  ]);
  return rows.map((row) => historyOf(channel, row));
}
