import { foldedSql } from '@ucp/kit/as-of';
import type { Database, Statement } from '@ucp/kit/database';
import { eventSql, type Packed, secondSql, unpack } from './packed.ts';

/** What is new in an account since a rev, in one snapshot: whole revs only. */
export interface News {
  /** Newest rev there is, and the one up to which this is whole. */
  readonly head: number;
  readonly rev: number;
  /** The database's time with the clock's offset, in milliseconds since 1970. */
  readonly now: number;
  /** Rev of identity's journal whose merges are known where this is whole up to the newest rev. */
  readonly asOf: number;
  /** The one setting that verdicts follow from, as the account has set it; null: it follows the channel's preset. */
  readonly heldAfter: number | null;
  /** Second, address and key of the column in turns. */
  readonly events: Int32Array;
  /** The same of events of earlier revs that turned out to be a machine's: the key they had. */
  readonly marked: Int32Array;
  /** Address and its original contact in turns; 0: none any more. */
  readonly links: Int32Array;
  /** Original contact and the one it is shown as in turns. */
  readonly contacts: Int32Array;
  /** Addresses with new entries in a ledger. */
  readonly stated: Int32Array;
}

/** Revs of a first page: one has at most 5,000 events, and mostly a few hundred. */
export const firstRevs = 64;
/** Events of a page that later ones are meant to have, whatever revs that takes, and the most revs. */
const pageEvents = 50_000;
const mostRevs = 16_384;

/** How many revs to read next, when some had so many events. */
export const revsBehind = (revs: number, events: number): number =>
  Math.max(1, Math.min(mostRevs, revs * 4, Math.floor((revs * pageEvents) / Math.max(1, events))));

const ledgers = ['consent_entry', 'suppression_entry', 'address_status_entry', 'retraction'];
const isNew = (table: string) => `${table}.rev > $2 and ${table}.rev <= page.rev`;

const nowSql = "floor(date_part('epoch', now() + $3::interval) * 1000) as now";
const heldAfterSql = `(select settings -> 'heldAfter' from channel_settings where account_id = $1) as "heldAfter"`;

const asOfSql = `${foldedSql} as "asOf"`;

const still: Statement = {
  name: 'audience_still',
  text: `/* audience_still */ select ${nowSql}, ${asOfSql}, ${heldAfterSql}
    where (select coalesce(max(rev), 0) from journal_head where account_id = $1) = $2::bigint`,
};

const news: Statement = {
  name: 'audience_news',
  text: `/* audience_news */
    with page as (select coalesce(max(rev), 0) as head, least(coalesce(max(rev), 0), $2::bigint + $4::bigint) as rev
      from journal_head where account_id = $1)
    select page.head, page.rev, ${nowSql}, ${asOfSql}, ${heldAfterSql},
      case when page.rev > $2 then (select string_agg(${eventSql(secondSql('a.at'), 'a.address_no', 'a.kind * 2 + (a.machine or exists (select 1 from machine_mark k where k.account_id = $1 and k.address_no = a.address_no and k.event_id = a.event_id and k.rev <= page.rev))::int')}, '')
        from activity a where a.account_id = $1 and ${isNew('a')}) end as events,
      case when page.rev > $2 then (select string_agg(${eventSql(secondSql('a.at'), 'a.address_no', 'a.kind * 2')}, '')
        from machine_mark k join activity a on a.account_id = $1 and a.address_no = k.address_no and a.event_id = k.event_id
        where k.account_id = $1 and ${isNew('k')} and a.rev <= $2 and not a.machine) end as marked,
      case when page.rev > $2 then (select string_agg(int4send(n) || int4send(coalesce(l.contact_no, 0)), '')
        from identity_change i cross join unnest(i.address_nos) as n left join link l on l.account_id = $1 and l.address_no = n
        where i.account_id = $1 and ${isNew('i')}) end as links,
      case when page.rev > $2 then (select string_agg(int4send(n) || int4send(c.root_no), '')
        from identity_change i cross join unnest(i.contact_nos) as n join contact c on c.account_id = $1 and c.contact_no = n
        where i.account_id = $1 and ${isNew('i')}) end as contacts,
      case when page.rev > $2 then (select string_agg(int4send(address_no), '') from (${ledgers
        .map((table) => `select address_no from ${table} where account_id = $1 and ${isNew(table)}`)
        .join(' union all ')}) s) end as stated
    from page`,
};

interface NewsRow {
  readonly head: number;
  readonly rev: number;
  readonly now: number;
  readonly asOf: number;
  readonly heldAfter: number | null;
  readonly events: Packed;
  readonly marked: Packed;
  readonly links: Packed;
  readonly contacts: Packed;
  readonly stated: Packed;
}

/**
 * Nothing but the moment, when there is nothing behind a rev; else null. The statement that reads what is new takes three times as
 * long to find that there is nothing.
 */
export async function nothingAfter(db: Database, account: number, rev: number): Promise<News | null> {
  type Row = Pick<NewsRow, 'now' | 'asOf' | 'heldAfter'> & { readonly [column: string]: unknown };
  const [row] = await db.read<Row>(still, [account, rev, db.clockOffset()]);
  if (row === undefined) return null;
  const none = new Int32Array();
  const { now, asOf, heldAfter } = row;
  const nothing = { events: none, marked: none, links: none, contacts: none, stated: none };
  return { head: rev, rev, now, asOf, heldAfter, ...nothing };
}

/** The next page behind a rev. */
export async function newsAfter(
  db: Database,
  account: number,
  rev: number,
  revs: number,
  read: Database['read'],
): Promise<News> {
  const [row] = await read<NewsRow & { readonly [column: string]: unknown }>(news, [
    account,
    rev,
    db.clockOffset(),
    revs,
  ]);
  if (row === undefined) throw new Error('the database told no time');
  return {
    head: row.head,
    rev: row.rev,
    now: row.now,
    asOf: row.asOf,
    heldAfter: row.heldAfter,
    events: unpack(row.events),
    marked: unpack(row.marked),
    links: unpack(row.links),
    contacts: unpack(row.contacts),
    stated: unpack(row.stated),
  };
}
