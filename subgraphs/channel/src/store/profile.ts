import { groupBy } from '@ucp/kit/align';
import type { Database, Statement } from '@ucp/kit/database';
import { earliest } from '@ucp/kit/moments';
import { type ChannelKind, kindNo } from '../channel-kind.ts';
import type { ConsentEntry } from '../domain/consent.ts';
import type { DeliveryOutcome } from '../domain/deliverability.ts';
import type { AddressFacts, ContactFacts, TopicFact } from '../domain/facts.ts';
import type { SuppressionEntry } from '../domain/suppression.ts';

interface TaggedRow {
  readonly tag: number;
  readonly asked: number;
  readonly row: readonly unknown[];
  readonly [column: string]: unknown;
}

export interface ProfileStore {
  /** What the channel knows of each contact asked, merged ones included. Contacts without an address are absent. */
  readonly factsOf: (account: number, contactNos: readonly number[]) => Promise<Map<number, ContactFacts>>;
}

const tags = { member: 0, address: 1, consent: 2, suppression: 3, outcome: 4, topic: 5 } as const;

export function createProfileStore(db: Database, channel: ChannelKind): ProfileStore {
  const statement = factsStatement(channel);
  return {
    factsOf: async (account, contactNos) => {
      const rows = await db.read<TaggedRow>(statement, [account, contactNos, db.clockOffset()]);
      const topics = rows.filter(({ tag }) => tag === tags.topic).map(({ row }) => topicOf(row));
      const asked = groupBy(
        rows.filter(({ tag }) => tag !== tags.topic),
        (row) => row.asked,
      );
      const facts = new Map<number, ContactFacts>();
      for (const [contactNo, own] of asked) {
        const known = contactFacts(own, topics);
        if (known !== null) facts.set(contactNo, known);
      }
      return facts;
    },
  };
}

/**
 * One statement for everything, the same for one contact and for fifty: a statement per kind of row would cost a round trip
 * each, and joins would multiply rows. Planned once, as it is named.
 */
function factsStatement(channel: ChannelKind): Statement {
  const outcomes =
    channel.heldAfter === null
      ? ''
      : `union all
    select ${tags.outcome}, l.asked, json_build_array(l.address_no, o.at, o.kind = ${kindNo(channel, 'HARD_BOUNCE')}, coalesce(o.message_id, o.event_id::text))
    from linked l
    cross join lateral (select min(b.at) as first from activity b where b.account_id = $1 and b.address_no = l.address_no
      and b.kind = ${kindNo(channel, 'HARD_BOUNCE')}) b
    join activity o on b.first is not null and o.account_id = $1 and o.address_no = l.address_no and o.at >= b.first
      and o.kind in (${kindNo(channel, 'HARD_BOUNCE')}, ${kindNo(channel, 'DELIVERED')})`;
  return {
    name: 'facts_of_contacts',
    text: `/* facts_of_contacts */
    with asked as (select contact_no as asked, root_no from contact where account_id = $1 and contact_no = any($2::int[])),
    member as (select a.asked, m.* from asked a join contact m on m.account_id = $1 and m.root_no = a.root_no),
    linked as (select m.asked, m.contact_no, m.root_no, l.address_no, l.first_seen_at, l.place
      from member m join link l on l.account_id = $1 and l.contact_no = m.contact_no)
    select ${tags.member} as tag, m.asked, json_build_array(m.contact_no, m.root_no, m.restricted_since, m.objection_since, m.erased_at,
      m.primary_address_no, now() + $3::interval) as row from member m
    union all
    select ${tags.address}, l.asked, json_build_array(l.address_no, l.contact_no, a.value, a.given, l.first_seen_at, l.place)
    from linked l join address a on a.account_id = $1 and a.address_no = l.address_no
    union all
    select ${tags.consent}, l.asked, json_build_array(l.address_no, c.entry_id, c.topic_no, c.state, c.method, c.occurred_at, c.recorded_at,
      c.actor, c.stated_text, c.stated_text_version, c.ip, c.user_agent, c.valid_until)
    from linked l join consent_entry c on c.account_id = $1 and c.address_no = l.address_no
    union all
    select ${tags.suppression}, l.asked, json_build_array(l.address_no, s.reason, s.occurred_at, s.detail)
    from linked l join suppression_entry s on s.account_id = $1 and s.address_no = l.address_no
    ${outcomes}
    union all
    select ${tags.topic}, 0, json_build_array(t.topic_no, t.key, t.name) from topic t where t.account_id = $1`,
  };
}

interface Member {
  readonly contactNo: number;
  readonly rootNo: number;
  readonly restrictedSince: Date | null;
  readonly objectionSince: Date | null;
  readonly erasedAt: Date | null;
  readonly primaryAddressNo: number | null;
  readonly now: Date;
}

function contactFacts(rows: readonly TaggedRow[], topics: readonly TopicFact[]): ContactFacts | null {
  const of = (tag: number) => rows.filter((row) => row.tag === tag).map(({ row }) => row);
  const members = of(tags.member).map(memberOf);
  const root = members.find((member) => member.contactNo === member.rootNo);
  const addresses = of(tags.address).map((row) => ({
    addressNo: Number(row[0]),
    own: row[1] === root?.rootNo,
    value: String(row[2]),
    given: String(row[3]),
    firstSeenAt: dateOf(row[4]),
    place: Number(row[5]),
  }));
  if (root === undefined || addresses.length === 0) return null;
  const consents = groupBy(of(tags.consent), (row) => Number(row[0]));
  const suppressions = groupBy(of(tags.suppression), (row) => Number(row[0]));
  const outcomes = groupBy(of(tags.outcome), (row) => Number(row[0]));
  // Set by hand, else the survivor's first known, else the first known at all.
  const isPrimary = ({ addressNo }: { addressNo: number }) => addressNo === root.primaryAddressNo;
  addresses.sort(
    (a, b) =>
      Number(isPrimary(b)) - Number(isPrimary(a)) ||
      Number(b.own) - Number(a.own) ||
      a.firstSeenAt.getTime() - b.firstSeenAt.getTime() ||
      a.place - b.place ||
      // As identity orders them: two addresses of one record are in the order of their text.
      (a.value < b.value ? -1 : 1),
  );
  const [first, ...others] = addresses.map(
    ({ addressNo, value, given }): AddressFacts => ({
      addressNo,
      value,
      given,
      consents: (consents.get(addressNo) ?? []).map(consentOf),
      suppressions: (suppressions.get(addressNo) ?? []).map(suppressionOf),
      outcomes: (outcomes.get(addressNo) ?? []).map(outcomeOf),
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
    topics: [...topics].sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

const dateOf = (value: unknown): Date => new Date(String(value));
const dateOrNull = (value: unknown): Date | null => (value === null ? null : dateOf(value));
const textOrNull = (value: unknown): string | null => (value === null ? null : String(value));

const memberOf = (row: readonly unknown[]): Member => ({
  contactNo: Number(row[0]),
  rootNo: Number(row[1]),
  restrictedSince: dateOrNull(row[2]),
  objectionSince: dateOrNull(row[3]),
  erasedAt: dateOrNull(row[4]),
  primaryAddressNo: row[5] === null ? null : Number(row[5]),
  now: dateOf(row[6]),
});

const topicOf = (row: readonly unknown[]): TopicFact => ({
  topicNo: Number(row[0]),
  key: String(row[1]),
  name: String(row[2]),
});

const consentOf = (row: readonly unknown[]): ConsentEntry => ({
  entryId: String(row[1]),
  topicNo: Number(row[2]),
  state: row[3] as ConsentEntry['state'],
  method: row[4] as ConsentEntry['method'],
  occurredAt: dateOf(row[5]),
  recordedAt: dateOf(row[6]),
  actor: String(row[7]),
  statedText: textOrNull(row[8]),
  statedTextVersion: textOrNull(row[9]),
  ip: textOrNull(row[10]),
  userAgent: textOrNull(row[11]),
  validUntil: dateOrNull(row[12]),
});

const suppressionOf = (row: readonly unknown[]): SuppressionEntry => ({
  reason: row[1] as SuppressionEntry['reason'],
  occurredAt: dateOf(row[2]),
  detail: textOrNull(row[3]),
});

const outcomeOf = (row: readonly unknown[]): DeliveryOutcome => ({
  at: dateOf(row[1]),
  bounced: row[2] === true,
  message: String(row[3]),
});
