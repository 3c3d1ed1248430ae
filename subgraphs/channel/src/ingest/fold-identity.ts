import type { Statement, Transaction } from '@ucp/kit/database';
import type { JournalPage, JournalWrite } from '@ucp/kit/journal';
import { z } from 'zod';
import type { ChannelKind } from '../channel-kind.ts';
import { wholeChannel } from '../domain/consent.ts';
import { uuidOf } from '../domain/event-id.ts';
import { type NewAddress, numberAddresses } from '../store/address-book.ts';
import { consentWrite, type NewConsent } from '../store/ledger.ts';
import { setTopic, topicNumbers } from '../store/topics.ts';

const moment = z.string().transform((text) => new Date(text));
const momentOrNull = moment.nullable();
const text = z.string().nullable();

const contactEntry = z.object({
  kind: z.literal('CONTACT'),
  contactNo: z.number().int(),
  rootNo: z.number().int(),
  restrictedSince: momentOrNull,
  objectionSince: momentOrNull,
  erasedAt: momentOrNull,
  primaries: z.record(z.string(), z.string()),
});
const linkEntry = z.object({
  kind: z.literal('LINK'),
  identifierKind: z.string(),
  value: z.string(),
  given: z.string(),
  contactNo: z.number().int().nullable(),
  firstSeenAt: moment,
});
const consentEntry = z.object({
  kind: z.literal('CONSENT_STATED'),
  identifierKind: z.string(),
  value: z.string(),
  given: z.string(),
  topic: text,
  state: z.enum(['GRANTED', 'WITHDRAWN', 'DENIED', 'PENDING']),
  method: z.enum(['FORM', 'KEYWORD', 'IMPORT', 'API', 'PREFERENCE_CENTER', 'ONE_CLICK', 'AGENT']),
  occurredAt: moment,
  statedText: text,
  statedTextVersion: text,
  ip: text,
  userAgent: text,
  actor: z.string(),
  validUntil: momentOrNull,
  key: z.string(),
});
const entry = z.discriminatedUnion('kind', [contactEntry, linkEntry, consentEntry]);

type Contact = z.output<typeof contactEntry>;
type Link = z.output<typeof linkEntry>;
type StatedConsent = z.output<typeof consentEntry>;

/** Folds links, legal flags and stated consent of identity's journal into the channel's own tables. Repeatable. */
export function foldIdentity(channel: ChannelKind) {
  return async (tx: Transaction, account: number, page: JournalPage): Promise<JournalWrite[]> => {
    const entries = page.entries.flatMap((each) => entry.safeParse(each).data ?? []);
    const contacts = entries.filter((each) => each.kind === 'CONTACT');
    const ours = <Entry extends { readonly identifierKind: string }>(each: Entry) =>
      each.identifierKind === channel.identifierKind;
    const links = entries.filter((each) => each.kind === 'LINK').filter(ours);
    const consents = entries.filter((each) => each.kind === 'CONSENT_STATED').filter(ours);
    const named = [...links, ...consents].map(({ value, given }) => addressOf(value, given, tx.now));
    const primaries = contacts
      .flatMap(({ primaries }) => primaries[channel.identifierKind] ?? [])
      .map((value) => addressOf(value, value, tx.now));
    const { numbers, write } = await numberAddresses(tx, account, [...named, ...primaries]);
    const noOf = (value: string): number => numbers.get(value) ?? 0;
    return [
      ...(write === null ? [] : [write]),
      ...(links.length === 0 ? [] : linkWrites(account, links, noOf)),
      ...(contacts.length === 0
        ? []
        : [
            contactWrite(
              account,
              contacts,
              (contact) => numbers.get(contact.primaries[channel.identifierKind] ?? '') ?? null,
            ),
          ]),
      ...(consents.length === 0 ? [] : [consentWrite(account, tx.now, await newConsents(tx, account, consents, noOf))]),
    ];
  };
}

const addressOf = (value: string, given: string, introducedAt: Date): NewAddress => ({
  value,
  given,
  introducedAt,
  acquisition: null,
});

async function newConsents(
  tx: Transaction,
  account: number,
  consents: readonly StatedConsent[],
  noOf: (value: string) => number,
): Promise<NewConsent[]> {
  const topics = await topicNumbers(tx, account);
  for (const { topic } of consents) {
    if (topic !== null && !topics.has(topic))
      topics.set(topic, (await setTopic(tx, account, { key: topic, name: topic }, false)).topicNo);
  }
  return consents.map(
    ({ value, topic, key, kind: _kind, identifierKind: _identifierKind, given: _given, ...stated }) => ({
      ...stated,
      addressNo: noOf(value),
      topicNo: topic === null ? wholeChannel : (topics.get(topic) ?? wholeChannel),
      entryId: uuidOf(`stated:${key}`),
    }),
  );
}

/** The newest state of each; a page may tell of the same one several times. */
const newest = <Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string | number): Entry[] => [
  ...new Map(entries.map((each) => [keyOf(each), each])).values(),
];

function linkWrites(account: number, links: readonly Link[], noOf: (value: string) => number): JournalWrite[] {
  const states = newest(links, ({ value }) => value);
  const linked = states.filter(({ contactNo }) => contactNo !== null);
  const unlinked = states.filter(({ contactNo }) => contactNo === null);
  return [
    {
      name: 'links',
      text: `insert into link (account_id, address_no, contact_no, first_seen_at)
        select $1::int, l.* from unnest($2::int[], $3::int[], $4::timestamptz[]) as l(address_no, contact_no, first_seen_at)
        on conflict (account_id, address_no) do update set contact_no = excluded.contact_no, first_seen_at = excluded.first_seen_at`,
      values: [
        account,
        linked.map(({ value }) => noOf(value)),
        linked.map(({ contactNo }) => contactNo),
        linked.map(({ firstSeenAt }) => firstSeenAt),
      ],
    },
    {
      name: 'unlinked',
      text: 'delete from link where account_id = $1::int and address_no = any($2::int[])',
      values: [account, unlinked.map(({ value }) => noOf(value))],
    },
  ];
}

function contactWrite(
  account: number,
  contacts: readonly Contact[],
  primaryOf: (contact: Contact) => number | null,
): JournalWrite {
  const states = newest(contacts, ({ contactNo }) => contactNo);
  return {
    name: 'contacts',
    text: `insert into contact (account_id, contact_no, root_no, restricted_since, objection_since, erased_at, primary_address_no)
      select $1::int, c.* from unnest($2::int[], $3::int[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[], $7::int[])
        as c(contact_no, root_no, restricted_since, objection_since, erased_at, primary_address_no)
      on conflict (account_id, contact_no) do update set root_no = excluded.root_no, restricted_since = excluded.restricted_since,
        objection_since = excluded.objection_since, erased_at = excluded.erased_at, primary_address_no = excluded.primary_address_no`,
    values: [
      account,
      states.map(({ contactNo }) => contactNo),
      states.map(({ rootNo }) => rootNo),
      states.map(({ restrictedSince }) => restrictedSince),
      states.map(({ objectionSince }) => objectionSince),
      states.map(({ erasedAt }) => erasedAt),
      states.map(primaryOf),
    ],
  };
}

/** What the channel's own journal tells: addresses that came with activity or consent before identity knew them. */
export const introducedAfter: Statement = {
  name: 'journal_introduced',
  text: `/* journal_introduced */ select coalesce((select rev from journal_head where account_id = $1), 0) as head,
    (select json_agg(json_build_object('rev', a.rev, 'value', a.value, 'given', a.given, 'at', a.introduced_at, 'acquisition', a.acquisition)
        order by a.rev, a.address_no)
      from (select * from address where account_id = $1 and rev > $2 and acquisition is not null order by rev, address_no limit $3) a) as entries`,
};
