import type { Database, Statement } from '@ucp/kit/database';
import { type JournalEntry, type JournalPage, pageLimit, pageOf } from '@ucp/kit/journal';
import { messageId } from '../actions/message-ids.ts';
import { type ChannelKind, kindName, kindNo } from '../channel-kind.ts';
import { isMachine, isMarked, markJoin } from './machine-marks.ts';

/** Addresses that came with activity or consent before identity knew them: told to everybody. */
const introduced = 'ADDRESS_INTRODUCED';
/** What happened to addresses, and to messages of ours that came to none: told only to who asks for it. */
const activity = 'ACTIVITY';

/** Clocks of providers are this near to ours: what is further ahead is taken in as of its receipt. An address may have much of a day. */
const clocksDiffer = "interval '15 minutes'";
/** Newest events of an address that are told again: it takes moments to write that its message left. */
const toldAgain = 100;
/**
 * Of each kind the first entries behind a rev. Whose message an activity is about is told by the activity itself where we wrote it,
 * by the provider's id of the message where the provider told it, and for answers by what was sent to the address last before, whoever
 * of both told of that.
 * Addresses and messages are looked up one by one: joined, all of them were read for each page.
 * What came before the outcome of its message was written is told once more behind that: only then is it known whose it is. Most
 * messages have nothing of the kind: where there are more of them than are looked at, the page ends with those that were.
 */
const after: Statement = {
  name: 'journal_after',
  text: `/* journal_after */
    with sent as materialized (select message_no, address_no, claimed_at, ended_at, provider_message_id, rev from message
        where account_id = $1 and rev > $2 and campaign_no = 0 and state = 'SENT' and $5 order by rev fetch first $3 rows with ties),
      told as (
      select * from (select a.rev, 1 as place, a.introduced_at as at, null::uuid as id,
          json_build_array('A', a.value, a.given, a.introduced_at, a.acquisition) as entry
        from address a where a.account_id = $1 and a.rev > $2 and a.acquisition is not null and $4
        order by a.rev fetch first $3 rows with ties) address_introduced
      union all
      select a.rev, 2, a.at, a.event_id, json_build_array('B', a.kind, (select d.value from address d where d.account_id = $1 and d.address_no = a.address_no), a.at, ${isMachine}, a.details ->> 'campaign', a.details ->> 'url',
          coalesce(a.details ->> 'sendId', s.send_id),
          case when a.details ->> 'sendId' is null then (select m.message_no from message m where m.account_id = $1 and m.provider_message_id = coalesce(a.message_id, s.message_id) limit 1) end,
          a.message_id, a.details ->> 'rule', false)
      from (select * from activity where account_id = $1 and rev > $2 and $5 order by rev fetch first $3 rows with ties) a
        ${markJoin}
        left join lateral (select s.details ->> 'sendId' as send_id, case when s.details ->> 'sendId' is null then s.message_id end as message_id from activity s
          where a.kind = any($6::smallint[]) and s.account_id = $1 and s.address_no = a.address_no and s.kind = $7 and s.at <= a.at
          order by s.at desc, s.event_id desc limit 1) s on true
      union all
      select * from (select m.rev, 3, m.ended_at, null::uuid, json_build_array('C', m.state, m.ended_at, m.message_no, m.skipped_because)
        from message m where m.account_id = $1 and m.rev > $2 and m.campaign_no = 0 and (m.state = 'CANCELED' or m.state = 'SKIPPED' and m.address_no is null) and $5
        order by m.rev fetch first $3 rows with ties) message_ended
      union all
      select m.rev, 4, a.at, a.event_id, json_build_array('B', a.kind, (select d.value from address d where d.account_id = $1 and d.address_no = a.address_no), a.at, ${isMarked}, a.details ->> 'campaign', a.details ->> 'url',
          null, m.message_no, a.message_id, a.details ->> 'rule', true)
      from sent m
        cross join lateral (select * from activity a where a.account_id = $1 and a.address_no = m.address_no
          and a.at between m.claimed_at - ${clocksDiffer} and m.ended_at + ${clocksDiffer} and a.rev < m.rev and a.details ->> 'sendId' is null
          and (a.message_id = m.provider_message_id or a.kind = any($6::smallint[]) and a.at >= date_trunc('second', m.claimed_at))
          order by a.at desc, a.event_id desc limit ${toldAgain}) a)
    select coalesce((select rev from journal_head where account_id = $1), 0) as head,
      (select max(rev) from sent having count(*) >= $3) as "sentTo",
      (select json_agg(json_build_array(page.rev, page.entry) order by page.rev, page.place, page.at, page.id)
        from (select * from told order by rev fetch first $3 rows with ties) page) as entries`,
};

type Told =
  | readonly ['A', string, string, string, unknown]
  | readonly [
      'B',
      number,
      string,
      string,
      boolean,
      string | null,
      string | null,
      string | null,
      number | null,
      string | null,
      string | null,
      boolean,
    ]
  | readonly ['C', string, string, number, string | null];

interface Row {
  readonly head: number;
  /** Up to which rev it was looked up what came before messages were known to have left; null: all of them were. */
  readonly sentTo: number | null;
  readonly entries: readonly (readonly [number, Told])[] | null;
  readonly [column: string]: unknown;
}

/** What a channel tells the other parts. @param kinds null: those that everybody is told */
export async function channelJournal(
  db: Database,
  channel: ChannelKind,
  account: number,
  rev: number,
  kinds: readonly string[] | null,
): Promise<JournalPage> {
  const [row] = await db.read<Row>(after, [
    account,
    rev,
    pageLimit,
    kinds === null || kinds.includes(introduced),
    kinds?.includes(activity) ?? false,
    (channel.answers ?? []).map((kind) => kindNo(channel, kind)),
    channel.kinds.includes('SEND') ? kindNo(channel, 'SEND') : 0,
  ]);
  const [head, end] = [row?.head ?? 0, row?.sentTo ?? row?.head ?? 0];
  const entries = (row?.entries ?? []).flatMap(([at, told]) =>
    at > end ? [] : [{ rev: at, entry: entryOf(channel, account, told) }],
  );
  const page = pageOf(entries, end);
  return { ...page, more: page.rev < head };
}

function entryOf(channel: ChannelKind, account: number, told: Told): JournalEntry {
  const { name, identifierKind } = channel;
  if (told[0] === 'A') {
    const [, value, given, at, acquisition] = told;
    return { kind: introduced, identifierKind, value, given, at, acquisition };
  }
  const idOf = (messageNo: number): string => messageId(channel, account, messageNo);
  if (told[0] === 'C') {
    const [, state, at, messageNo, rule] = told;
    const nothing = { value: null, machine: false, campaign: null, link: null, providerMessageId: null, again: false };
    return {
      kind: activity,
      channel: name,
      activity: state,
      identifierKind,
      at,
      sendId: idOf(messageNo),
      rule,
      ...nothing,
    };
  }
  const [, kind, value, at, machine, campaign, link, sendId, messageNo, providerMessageId, rule, again] = told;
  return {
    kind: activity,
    channel: name,
    activity: kindName(channel, kind),
    identifierKind,
    value,
    at,
    machine,
    campaign,
    link,
    sendId: sendId ?? (messageNo === null ? null : idOf(messageNo)),
    providerMessageId,
    rule,
    again,
  };
}
