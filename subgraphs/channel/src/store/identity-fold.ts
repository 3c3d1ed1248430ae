import type { JournalWrite } from '@ucp/kit/journal';
import { wholeChannel } from '../domain/consent.ts';
import { uuidOf } from '../domain/event-id.ts';
import type {
  AccountEntry,
  ConsentEntryStated,
  ContactEntry,
  LinkEntry,
  StatusEntryStated,
} from '../ingest/identity-entries.ts';
import { topicLimit } from './topics.ts';

/** An address that identity names. */
export interface NamedAddress {
  readonly value: string;
  readonly given: string;
  readonly at: Date;
}

/** Gives `numbered`: the number of every address named, unknown ones numbered on behind those that are known. */
export const numberingWrites = (account: number, named: readonly NamedAddress[]): JournalWrite[] => [
  {
    name: 'known',
    text: `select a.address_no, a.value from unnest(array[$1::int]) as o(account_id) cross join unnest($2::text[]) as s(value)
      cross join lateral (select address_no, value from address a where a.account_id = o.account_id and a.value = s.value offset 0) a`,
    values: [account, named.map(({ value }) => value)],
    first: true,
  },
  {
    name: 'fresh',
    text: `select n.value, n.given, n.at, row_number() over ()::int as place
      from unnest($1::text[], $2::text[], $3::timestamptz[]) as n(value, given, at)
      where not exists (select 1 from known k where k.value = n.value)`,
    values: [named.map(({ value }) => value), named.map(({ given }) => given), named.map(({ at }) => at)],
    first: true,
  },
  {
    name: 'counter',
    text: `insert into address_counter as c (account_id, next_no) select $1::int, 1 + count(*)::int from fresh having count(*) > 0
      on conflict (account_id) do update set next_no = c.next_no + excluded.next_no - 1 returning next_no`,
    values: [account],
    // Ingest locks it before it takes its rev.
    first: true,
  },
  {
    name: 'introduced',
    text: `insert into address (account_id, address_no, value, given, introduced_at, acquisition, rev)
      select $1::int, counter.next_no - 1 - (select count(*)::int from fresh) + fresh.place, fresh.value, fresh.given, fresh.at, null, stamp.rev
      from stamp, counter, fresh returning address_no, value`,
    values: [account],
  },
  { name: 'numbered', text: 'select * from known union all select * from introduced', values: [] },
];

export const linkWrites = (account: number, links: readonly LinkEntry[]): JournalWrite[] => {
  const linked = links.filter(({ contactNo }) => contactNo !== null);
  const unlinked = links.filter(({ contactNo }) => contactNo === null);
  return [
    {
      name: 'links',
      text: `insert into link (account_id, address_no, contact_no, first_seen_at, place)
        select $1::int, numbered.address_no, l.contact_no, l.first_seen_at, l.place
        from unnest($2::text[], $3::int[], $4::timestamptz[], $5::int[]) as l(value, contact_no, first_seen_at, place) join numbered using (value)
        on conflict (account_id, address_no) do update set contact_no = excluded.contact_no, first_seen_at = excluded.first_seen_at,
          place = excluded.place`,
      values: [
        account,
        linked.map(({ value }) => value),
        linked.map(({ contactNo }) => contactNo),
        linked.map(({ firstSeenAt }) => firstSeenAt),
        linked.map(({ place }) => place),
      ],
    },
    {
      name: 'unlinked',
      text: `delete from link using known where link.account_id = $1::int and link.address_no = known.address_no
        and known.value = any($2::text[])`,
      values: [account, unlinked.map(({ value }) => value)],
    },
  ];
};

export const contactWrite = (
  account: number,
  contacts: readonly ContactEntry[],
  primaryOf: (contact: ContactEntry) => string | null,
): JournalWrite => ({
  name: 'contacts',
  text: `insert into contact (account_id, contact_no, root_no, restricted_since, objection_since, erased_at, primary_address_no)
    select $1::int, c.contact_no, c.root_no, c.restricted_since, c.objection_since, c.erased_at, numbered.address_no
    from unnest($2::int[], $3::int[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[], $7::text[])
      as c(contact_no, root_no, restricted_since, objection_since, erased_at, value) left join numbered using (value)
    on conflict (account_id, contact_no) do update set root_no = excluded.root_no, restricted_since = excluded.restricted_since,
      objection_since = excluded.objection_since, erased_at = excluded.erased_at, primary_address_no = excluded.primary_address_no`,
  values: [
    account,
    contacts.map(({ contactNo }) => contactNo),
    contacts.map(({ rootNo }) => rootNo),
    contacts.map(({ restrictedSince }) => restrictedSince),
    contacts.map(({ objectionSince }) => objectionSince),
    contacts.map(({ erasedAt }) => erasedAt),
    contacts.map(primaryOf),
  ],
});

/** Notes whose links and state the page changed, for whoever keeps what follows from them. */
export const changeWrite = (
  account: number,
  values: readonly string[],
  contactNos: readonly number[],
): JournalWrite => ({
  name: 'changes',
  text: `insert into identity_change (account_id, rev, address_nos, contact_nos)
    select $1::int, stamp.rev, coalesce((select array_agg(address_no) from numbered where value = any($2::text[])), '{}'), $3::int[] from stamp`,
  values: [account, values, contactNos],
});

/**
 * Appends stated consent to the ledger; topics met for the first time are named by their key, as far as there is room for them.
 * Of a topic beyond the last one a refusal is one of the whole channel, which narrows, and a grant is passed over.
 */
export const statedConsentWrites = (account: number, consents: readonly ConsentEntryStated[]): JournalWrite[] => {
  const topics = [...new Set(consents.flatMap(({ topic }) => topic ?? []))];
  return [
    {
      name: 'topics_known',
      text: 'select topic_no, key from topic where account_id = $1::int and key = any($2::text[])',
      values: [account, topics],
    },
    {
      name: 'topics_new',
      text: `insert into topic (account_id, topic_no, key, name)
        select $1::int, (select coalesce(max(topic_no), 0) from topic where account_id = $1::int) + row_number() over (), t.key, t.key
        from unnest($2::text[]) with ordinality as t(key, place)
        where not exists (select 1 from topics_known k where k.key = t.key)
        order by t.place limit (select greatest(0, $3::int - count(*)) from topic where account_id = $1::int)
        returning topic_no, key`,
      values: [account, topics, topicLimit],
    },
    {
      name: 'consents',
      text: `insert into consent_entry (account_id, address_no, entry_id, topic_no, state, method, occurred_at, recorded_at, actor,
          stated_text, stated_text_version, ip, user_agent, valid_until, rev)
        select $1::int, numbered.address_no, c.entry_id, coalesce(t.topic_no, ${wholeChannel}), c.state, c.method, c.occurred_at, c.recorded_at,
          c.actor, c.stated_text, c.stated_text_version, c.ip, c.user_agent, c.valid_until, stamp.rev
        from stamp, unnest($2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[], $9::text[],
            $10::text[], $11::text[], $12::text[], $13::text[], $14::timestamptz[])
            as c(value, entry_id, topic, state, method, occurred_at, recorded_at, actor, stated_text, stated_text_version, ip, user_agent, valid_until)
          join numbered using (value)
          left join (select * from topics_known union all select * from topics_new) t on t.key = c.topic
        where c.topic is null or t.topic_no is not null or c.state in ('WITHDRAWN', 'DENIED')
        on conflict do nothing`,
      values: [
        account,
        consents.map(({ value }) => value),
        consents.map(({ key }) => uuidOf(`stated:${key}`)),
        consents.map(({ topic }) => topic),
        consents.map(({ state }) => state),
        consents.map(({ method }) => method),
        consents.map(({ occurredAt }) => occurredAt),
        consents.map(({ recordedAt }) => recordedAt),
        consents.map(({ actor }) => actor),
        consents.map(({ statedText }) => statedText),
        consents.map(({ statedTextVersion }) => statedTextVersion),
        consents.map(({ ip }) => ip),
        consents.map(({ userAgent }) => userAgent),
        consents.map(({ validUntil }) => validUntil),
      ],
    },
  ];
};

/**
 * Appends what a file stated, whatever the address is at the moment: whether an entry counts is decided when it is read, as what
 * was before it may become known later. A bulk change can only park, hold, and end a parking: NORMAL is no entry that ends a
 * hold or a refusal, so nothing comes back by a file that is held or unsubscribed.
 */
export const statedStatusWrite = (account: number, statuses: readonly StatusEntryStated[]): JournalWrite => ({
  name: 'statuses',
  text: `insert into address_status_entry (account_id, address_no, entry_id, status, occurred_at, recorded_at, reason, actor, bulk, rev)
    select $1::int, numbered.address_no, s.entry_id, s.status, s.occurred_at, s.recorded_at, s.reason, s.actor, true, stamp.rev
    from stamp, unnest($2::text[], $3::uuid[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::text[], $8::text[])
      as s(value, entry_id, status, occurred_at, recorded_at, reason, actor) join numbered using (value)
    on conflict do nothing`,
  values: [
    account,
    statuses.map(({ value }) => value),
    statuses.map(({ key }) => uuidOf(`stated status:${key}`)),
    statuses.map(({ status }) => status),
    statuses.map(({ occurredAt }) => occurredAt),
    statuses.map(({ recordedAt }) => recordedAt),
    statuses.map(({ reason }) => reason),
    statuses.map(({ actor }) => actor),
  ],
});

/** Settings of the account as they are now. */
export const accountWrite = (account: number, { defaultRegion, timeZone }: AccountEntry): JournalWrite => ({
  name: 'account_settings',
  text: `insert into account (account_id, default_region, time_zone) values ($1::int, $2::text, $3::text)
    on conflict (account_id) do update set default_region = excluded.default_region, time_zone = excluded.time_zone`,
  values: [account, defaultRegion, timeZone],
});
