import { groupBy } from '@ucp/kit/align';
import { plainArray } from '@ucp/kit/array-text';
import type { Database, Statement, Transaction } from '@ucp/kit/database';
import { earliest } from '@ucp/kit/moments';
import { type ChannelKind, kindNo, nowhere } from '../channel-kind.ts';
import type { AddressFacts, ContactFacts, TopicFact } from '../domain/facts.ts';
import type { AccountFacts, ChannelSettings } from '../domain/settings.ts';
import {
  consentOf,
  dateOf,
  memberOf,
  outcomeOf,
  statusOf,
  suppressionOf,
  textOrNull,
  topicOf,
} from './profile-rows.ts';
import { accountFrom, settingsFrom } from './settings.ts';

interface TaggedRow {
  readonly tag: number;
  readonly asked: number;
  readonly row: readonly unknown[];
  readonly [column: string]: unknown;
}

export interface ProfileStore {
  /**
   * What the channel knows of each contact asked, merged ones included. Contacts without an address are absent.
   * @param at moment before which sends are counted; null: now. The ledgers come whole either way
   * @param aside true where so many are asked that hot reads must not wait for them. Default: false
   */
  readonly factsOf: (
    account: number,
    contactNos: readonly number[],
    at?: Date | null,
    aside?: boolean,
  ) => Promise<Map<number, ContactFacts>>;
  /** The same within a transaction, with what was committed before it was asked. */
  readonly factsWithin: (
    tx: Pick<Transaction, 'query'>,
    account: number,
    contactNos: readonly number[],
  ) => Promise<Map<number, ContactFacts>>;
}

const tags = {
  member: 0,
  address: 1,
  consent: 2,
  suppression: 3,
  outcome: 4,
  topic: 5,
  status: 6,
  send: 7,
  account: 8,
} as const;

export function createProfileStore(db: Database, channel: ChannelKind): ProfileStore {
  const statement = factsStatement(channel);
  const read = async (
    reader: Pick<Transaction, 'query'>,
    account: number,
    contactNos: readonly number[],
    at: Date | null,
  ): Promise<Map<number, ContactFacts>> => {
    const rows = await reader.query<TaggedRow>(statement, [account, plainArray(contactNos), db.clockOffset(), at]);
    const topics = rows.filter(({ tag }) => tag === tags.topic).map(({ row }) => topicOf(row));
    const [set] = rows.filter(({ tag }) => tag === tags.account).map(({ row }) => row);
    const shared: Shared = {
      channel,
      topics: topics.sort((a, b) => (a.key < b.key ? -1 : 1)),
      settings: settingsFrom(channel.presets, set?.[0]),
      account: accountFrom(set?.[1], set?.[2]),
    };
    const asked = groupBy(
      rows.filter(({ tag }) => tag !== tags.topic && tag !== tags.account),
      (row) => row.asked,
    );
    const facts = new Map<number, ContactFacts>();
    for (const [contactNo, own] of asked) {
      const known = contactFacts(own, shared);
      if (known !== null) facts.set(contactNo, known);
    }
    return facts;
  };
  return {
    factsOf: (account, contactNos, at = null, aside = false) =>
      read({ query: aside ? db.readAside : db.read }, account, contactNos, at),
    factsWithin: (tx, account, contactNos) => read(tx, account, contactNos, null),
  };
}

/**
 * One statement for everything, the same for one contact and for fifty: a statement per kind of row would cost a round trip
 * each, and joins would multiply rows. Planned once, as it is named.
 */
function factsStatement(channel: ChannelKind): Statement {
  const { bounces, outcomes } = outcomeParts(channel);
  return {
    name: 'facts_of_contacts',
    text: `/* facts_of_contacts */
    with asked as (select contact_no as asked, root_no from contact where account_id = $1 and contact_no = any($2::int[])),
    member as (select a.asked, m.* from asked a join contact m on m.account_id = $1 and m.root_no = a.root_no),
    linked as (select m.asked, m.contact_no, m.root_no, l.address_no, l.first_seen_at, l.place
      from member m join link l on l.account_id = $1 and l.contact_no = m.contact_no)${bounces}
    select ${tags.member} as tag, m.asked, json_build_array(m.contact_no, m.root_no, m.restricted_since, m.objection_since, m.erased_at,
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
    select ${tags.account}, 0, json_build_array(c.settings, a.default_region, a.time_zone)
    from (values ($1::int)) as own(account_id) left join account a using (account_id) left join channel_settings c using (account_id)`,
  };
}

/**
 * Outcomes since the first bounce of an address. Few addresses ever bounced, and those have an index of their own: those of all
 * contacts asked are looked for at once in each partition, as one by one took half of the statement.
 */
function outcomeParts(channel: ChannelKind): { readonly bounces: string; readonly outcomes: string } {
  if (channel.presets.heldAfter === null) return { bounces: '', outcomes: '' };
  const bounced = kindNo(channel, 'HARD_BOUNCE');
  const bounces = `,
    bounce as materialized (select b.address_no, min(b.at) as first from activity b
      where b.account_id = $1 and b.kind = ${bounced} and b.address_no = any(array(select address_no from linked)) group by 1)`;
  const outcomes = `union all
    select ${tags.outcome}, l.asked, json_build_array(l.address_no, o.at, o.kind = ${bounced}, coalesce(o.message_id, o.event_id::text))
    from bounce b join linked l using (address_no) cross join lateral (select * from activity o where o.account_id = $1
      and o.address_no = b.address_no and o.at >= b.first and o.kind in (${bounced}, ${kindNo(channel, 'DELIVERED')}) offset 0) o`;
  return { bounces, outcomes };
}

/** What all contacts of the answer have in common. */
interface Shared {
  readonly channel: ChannelKind;
  readonly topics: readonly TopicFact[];
  readonly settings: ChannelSettings;
  readonly account: AccountFacts;
}

function contactFacts(rows: readonly TaggedRow[], shared: Shared): ContactFacts | null {
  const of = (tag: number) => rows.filter((row) => row.tag === tag).map(({ row }) => row);
  const members = of(tags.member).map(memberOf);
  const root = members.find((member) => member.contactNo === member.rootNo);
  const addresses = of(tags.address).map((row) => ({
    addressNo: Number(row[0]),
    own: row[1] === root?.rootNo,
    value: String(row[2]),
    given: String(row[3]),
    firstSeenAt: dateOf(row[4]),
    timeZone: textOrNull(row[5]),
    place: Number(row[6]),
  }));
  if (root === undefined || addresses.length === 0) return null;
  const consents = groupBy(of(tags.consent), (row) => Number(row[0]));
  const suppressions = groupBy(of(tags.suppression), (row) => Number(row[0]));
  const outcomes = groupBy(of(tags.outcome), (row) => Number(row[0]));
  const statuses = groupBy(of(tags.status), (row) => Number(row[0]));
  // Set by hand, else the survivor's first known, else set by hand for another of those that are one, else the first known.
  const isPrimary = ({ addressNo }: { addressNo: number }) => addressNo === root.primaryAddressNo;
  const isOfAnother = ({ addressNo }: { addressNo: number }) =>
    members.some(({ primaryAddressNo }) => addressNo === primaryAddressNo);
  addresses.sort(
    (a, b) =>
      Number(isPrimary(b)) - Number(isPrimary(a)) ||
      Number(b.own) - Number(a.own) ||
      Number(isOfAnother(b)) - Number(isOfAnother(a)) ||
      a.firstSeenAt.getTime() - b.firstSeenAt.getTime() ||
      a.place - b.place ||
      // As identity orders them: two addresses of one record are in the order of their text.
      (a.value < b.value ? -1 : 1),
  );
  const [first, ...others] = addresses.map(
    ({ addressNo, value, given, timeZone }): AddressFacts => ({
      addressNo,
      value,
      given,
      consents: (consents.get(addressNo) ?? []).map(consentOf),
      suppressions: (suppressions.get(addressNo) ?? []).map(suppressionOf),
      outcomes: (outcomes.get(addressNo) ?? []).map(outcomeOf),
      statuses: (statuses.get(addressNo) ?? []).map(statusOf),
      ...placed(value, timeZone, shared),
    }),
  );
  if (first === undefined) return null;
  return {
    rootNo: root.rootNo,
    now: root.now,
    addresses: [first, ...others],
    // What was set on any of the contacts that are one person holds for the person.
    restrictedSince: earliest(members.map((member) => member.restrictedSince)),
    objectionSince: earliest(members.map((member) => member.objectionSince)),
    erasedAt: earliest(members.map((member) => member.erasedAt)),
    topics: shared.topics,
    settings: shared.settings,
    sends: of(tags.send).map((row) => dateOf(row[1])),
  };
}

/** Time zone: set by hand, else all that the address allows, else the account's. Where no hours are set nobody asks the address. */
function placed(
  value: string,
  timeZone: string | null,
  { channel, account, settings }: Shared,
): Pick<AddressFacts, 'timeZones' | 'regions'> {
  const hasHours = settings.sendingHours !== null || settings.regionHours.length > 0;
  const { timeZones, regions } = hasHours ? channel.placeOf(value) : nowhere;
  if (timeZone !== null) return { timeZones: [timeZone], regions };
  return { timeZones: timeZones.length > 0 ? timeZones : [account.timeZone], regions };
}
