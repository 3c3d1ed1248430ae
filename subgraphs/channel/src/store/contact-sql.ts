import { foldedSql } from '@ucp/kit/as-of';
import type { Statement } from '@ucp/kit/database';
import { type ChannelKind, kindNo } from '../channel-kind.ts';
import { isMarked } from './machine-marks.ts';

/** What the rows of the statements below are of. */
export const tags = {
  member: 0,
  address: 1,
  consent: 2,
  suppression: 3,
  outcome: 4,
  topic: 5,
  status: 6,
  send: 7,
  account: 8,
  newest: 9,
  history: 10,
} as const;

/** Activities of a first page of the timeline, and one more that tells whether there are others. */
export const newestRead = 51;

/**
 * One statement for everything, the same for one contact and for a thousand: a statement per kind of row would cost a round trip
 * each, and joins would multiply rows. Planned once, as it is named. Its rows come as one list of JSON: before a message leaves, the
 * facts of its contact are read twice, and the driver took longer over five rows of each than all else that is done with them.
 */
export const factsStatement = (channel: ChannelKind): Statement => {
  const { ctes, rows } = factsParts(channel);
  return {
    name: 'facts_of_contacts',
    text: `/* facts_of_contacts */ with ${ctes} select json_agg(json_build_array(tag, asked, row)) as facts from (${rows}) f`,
  };
};

/** The same with what happened: of some contacts the newest, of some the kind and the moment of everything. */
export const profileStatement = (channel: ChannelKind): Statement => {
  const { ctes, rows } = factsParts(channel);
  return {
    name: 'profiles_of_contacts',
    text: `/* profiles_of_contacts */ with ${ctes},
    latest as (select c.contact_no as asked, l.address_no from contact c
      join contact m on m.account_id = $1 and m.root_no = c.root_no
      join link l on l.account_id = $1 and l.contact_no = m.contact_no
      where c.account_id = $1 and c.contact_no = any($5::int[])),
    past as (select contact_no as asked, root_no from contact where account_id = $1 and contact_no = any($6::int[]))
    ${rows}
    union all
    select ${tags.newest}, asked, json_build_array(place, event_id, at, kind, machine, message_id, details) from (
      select l.asked, a.event_id, a.at, a.kind, ${isMarked} as machine, a.message_id, a.details,
        row_number() over (partition by l.asked order by a.at desc, a.event_id desc) as place
      from latest l cross join lateral (
        select * from activity a where a.account_id = $1 and a.address_no = l.address_no
        order by a.at desc, a.event_id desc limit ${newestRead}) a) ranked
    where place <= ${newestRead}
    union all
    select ${tags.history}, p.asked, json_build_array(p.root_no, now() + $3::interval, happened.ms, happened.keys)
    from past p cross join lateral (
      select json_agg(floor(extract(epoch from a.at) * 1000)::bigint) as ms, json_agg(a.kind * 2 + (${isMarked})::int) as keys
      from contact m join link l on l.account_id = $1 and l.contact_no = m.contact_no
        join activity a on a.account_id = $1 and a.address_no = l.address_no
      where m.account_id = $1 and m.root_no = p.root_no) happened`,
  };
};

function factsParts(channel: ChannelKind): { readonly ctes: string; readonly rows: string } {
  const { bounces, outcomes } = outcomeParts(channel);
  return {
    ctes: `asked as (select contact_no as asked, root_no from contact where account_id = $1 and contact_no = any($2::int[])),
    member as (select a.asked, m.* from asked a join contact m on m.account_id = $1 and m.root_no = a.root_no),
    linked as (select m.asked, m.contact_no, m.root_no, l.address_no, l.first_seen_at, l.place
      from member m join link l on l.account_id = $1 and l.contact_no = m.contact_no)${bounces}`,
    rows: `select ${tags.member} as tag, m.asked, json_build_array(m.contact_no, m.root_no, m.restricted_since, m.objection_since, m.erased_at,
      m.primary_address_no, now() + $3::interval) as row from member m
    union all
    select ${tags.address}, l.asked, json_build_array(l.address_no, l.contact_no, a.value, a.given, l.first_seen_at, a.time_zone,
      l.place)
    from linked l join address a on a.account_id = $1 and a.address_no = l.address_no
    union all
    select ${tags.consent}, l.asked, json_build_array(l.address_no, c.entry_id, c.topic_no, c.state, c.method, c.occurred_at, c.recorded_at,
      c.actor, c.stated_text, c.stated_text_version, c.ip, c.user_agent, c.valid_until, c.grant_until,
      r.retracted_at)
    from linked l join consent_entry c on c.account_id = $1 and c.address_no = l.address_no
      left join retraction r on r.account_id = $1 and r.address_no = c.address_no and r.entry_id = c.entry_id
    union all
    select ${tags.suppression}, l.asked, json_build_array(l.address_no, s.entry_id, s.reason, s.occurred_at, s.detail, r.retracted_at)
    from linked l join suppression_entry s on s.account_id = $1 and s.address_no = l.address_no
      left join retraction r on r.account_id = $1 and r.address_no = s.address_no and r.entry_id = s.entry_id
    union all
    select ${tags.status}, l.asked, json_build_array(l.address_no, s.status, s.occurred_at, s.reason, s.actor, s.bulk)
    from linked l join address_status_entry s on s.account_id = $1 and s.address_no = l.address_no
    union all
    select ${tags.send}, l.asked, json_build_array(l.address_no, o.at)
    from linked l
    join activity o on o.account_id = $1 and o.address_no = l.address_no and o.kind = ${kindNo(channel, 'SEND')}
      and o.at > coalesce($4::timestamptz, now() + $3::interval) - (select cap_window from channel_settings where account_id = $1)
      and o.at <= coalesce($4::timestamptz, now() + $3::interval)
    where (select cap_window from channel_settings where account_id = $1) is not null
    ${outcomes}
    union all
    select ${tags.topic}, 0, json_build_array(t.topic_no, t.key, t.name) from topic t where t.account_id = $1
    union all
    select ${tags.account}, 0, json_build_array(c.settings, a.default_region, a.time_zone, ${foldedSql})
    from (values ($1::int)) as own(account_id) left join account a using (account_id) left join channel_settings c using (account_id)`,
  };
}

/**
 * Bounces of an address, and of the deliveries between two of them the first, as the others take back nothing more: somebody who
 * bounced once may have been sent to every day since. Few addresses ever bounced, and those have an index of their own: those of
 * all contacts asked are looked for at once in each partition, as one by one took half of the statement.
 */
function outcomeParts(channel: ChannelKind): { readonly bounces: string; readonly outcomes: string } {
  if (channel.presets.heldAfter === null) return { bounces: '', outcomes: '' };
  const bounced = kindNo(channel, 'HARD_BOUNCE');
  const bounces = `,
    bounce as materialized (select b.address_no, min(b.at) as first from activity b
      where b.account_id = $1 and b.kind = ${bounced} and b.address_no = any(array(select address_no from linked)) group by 1)`;
  const outcomes = `union all
    select ${tags.outcome}, l.asked, json_build_array(l.address_no, o.at, o.kind = ${bounced}, coalesce(o.message_id, o.event_id::text))
    from bounce b join linked l using (address_no) cross join lateral (
      select o.*, lag(o.kind) over (order by o.at, o.kind = ${bounced}) as before from activity o where o.account_id = $1
        and o.address_no = b.address_no and o.at >= b.first and o.kind in (${bounced}, ${kindNo(channel, 'DELIVERED')}) offset 0) o
    where ${bounced} in (o.kind, o.before)`;
  return { bounces, outcomes };
}
