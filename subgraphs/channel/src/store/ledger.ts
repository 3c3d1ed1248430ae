import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';
import type { ConsentEntry } from '../domain/consent.ts';
import type { SuppressionEntry } from '../domain/suppression.ts';

export interface NewConsent extends Omit<ConsentEntry, 'recordedAt' | 'retractedAt'> {
  readonly addressNo: number;
}

export interface NewSuppression extends Omit<SuppressionEntry, 'retractedAt'> {
  readonly addressNo: number;
}

/** An entry of either ledger that counts for nothing from a moment on. */
export interface NewRetraction {
  readonly addressNo: number;
  readonly entryId: string;
  readonly retractedAt: Date;
  readonly reason: string;
  readonly actor: string;
}

const consents: Statement = {
  name: 'consents_of_addresses',
  text: `/* consents_of_addresses */ select c.address_no as "addressNo", c.entry_id as "entryId", c.topic_no as "topicNo", c.state, c.method,
    c.occurred_at as "occurredAt", c.recorded_at as "recordedAt", c.actor, c.stated_text as "statedText",
    c.stated_text_version as "statedTextVersion", c.ip, c.user_agent as "userAgent", c.valid_until as "validUntil", c.grant_until as "grantUntil",
    r.retracted_at as "retractedAt"
    from consent_entry c left join retraction r using (account_id, address_no, entry_id)
    where account_id = $1 and address_no = any($2::int[])`,
};
const suppressions: Statement = {
  name: 'suppressions_of_addresses',
  text: `/* suppressions_of_addresses */ select s.address_no as "addressNo", s.entry_id as "entryId", s.reason, s.occurred_at as "occurredAt", s.detail,
    r.retracted_at as "retractedAt"
    from suppression_entry s left join retraction r using (account_id, address_no, entry_id)
    where account_id = $1 and address_no = any($2::int[])`,
};

type OfAddress<Entry> = Entry & { readonly addressNo: number };

/** All entries of addresses, of both ledgers. No order. */
export async function ledgersOf(
  reader: Pick<Transaction, 'query'>,
  account: number,
  addressNos: readonly number[],
): Promise<{ readonly consents: OfAddress<ConsentEntry>[]; readonly suppressions: OfAddress<SuppressionEntry>[] }> {
  return {
    consents: await reader.query<OfAddress<ConsentEntry>>(consents, [account, addressNos]),
    suppressions: await reader.query<OfAddress<SuppressionEntry>>(suppressions, [account, addressNos]),
  };
}

/** The consent ledger of one address, outside of a transaction. */
export const consentsOfAddress = (
  db: Database,
  account: number,
  addressNo: number,
): Promise<OfAddress<ConsentEntry>[]> => db.read<OfAddress<ConsentEntry>>(consents, [account, [addressNo]]);

/**
 * Appends to the consent ledger; an entry of a known id is passed over. What is said by the clock of somebody else to be in the
 * future was said by now: a refusal never waits for that moment.
 */
export const consentWrite = (account: number, recordedAt: Date, entries: readonly NewConsent[]): JournalWrite => ({
  name: 'consents',
  text: `insert into consent_entry (account_id, address_no, entry_id, topic_no, state, method, occurred_at, recorded_at, actor,
      stated_text, stated_text_version, ip, user_agent, valid_until, grant_until, rev)
    select $1::int, c.address_no, c.entry_id, c.topic_no, c.state, c.method, least(c.occurred_at, $2::timestamptz), $2::timestamptz,
      c.actor, c.stated_text, c.stated_text_version, c.ip, c.user_agent, c.valid_until, c.grant_until, stamp.rev
    from stamp, unnest($3::int[], $4::uuid[], $5::int[], $6::text[], $7::text[], $8::timestamptz[], $9::text[], $10::text[],
      $11::text[], $12::text[], $13::text[], $14::timestamptz[], $15::timestamptz[])
      as c(address_no, entry_id, topic_no, state, method, occurred_at, actor, stated_text, stated_text_version, ip, user_agent, valid_until,
        grant_until)
    on conflict do nothing`,
  values: [
    account,
    recordedAt,
    ...columns(entries, [
      'addressNo',
      'entryId',
      'topicNo',
      'state',
      'method',
      'occurredAt',
      'actor',
      'statedText',
      'statedTextVersion',
      'ip',
      'userAgent',
      'validUntil',
      'grantUntil',
    ]),
  ],
});

/** Appends to the suppression ledger, as `consentWrite` does to that of consent. */
export const suppressionWrite = (
  account: number,
  recordedAt: Date,
  entries: readonly NewSuppression[],
): JournalWrite => ({
  name: 'suppressions',
  text: `insert into suppression_entry (account_id, address_no, entry_id, reason, occurred_at, recorded_at, detail, rev)
    select $1::int, s.address_no, s.entry_id, s.reason, least(s.occurred_at, $2::timestamptz), $2::timestamptz, s.detail, stamp.rev
    from stamp, unnest($3::int[], $4::uuid[], $5::text[], $6::timestamptz[], $7::text[]) as s(address_no, entry_id, reason, occurred_at, detail)
    on conflict do nothing`,
  values: [account, recordedAt, ...columns(entries, ['addressNo', 'entryId', 'reason', 'occurredAt', 'detail'])],
});

/** Ends entries of either ledger; what is retracted already stays so. */
export const retractionWrite = (account: number, entries: readonly NewRetraction[]): JournalWrite => ({
  name: 'retractions',
  text: `insert into retraction (account_id, address_no, entry_id, retracted_at, reason, actor, rev)
    select $1::int, r.address_no, r.entry_id, r.retracted_at, r.reason, r.actor, stamp.rev
    from stamp, unnest($2::int[], $3::uuid[], $4::timestamptz[], $5::text[], $6::text[]) as r(address_no, entry_id, retracted_at, reason, actor)
    on conflict do nothing`,
  values: [account, ...columns(entries, ['addressNo', 'entryId', 'retractedAt', 'reason', 'actor'])],
});

const columns = <Entry, Key extends keyof Entry>(entries: readonly Entry[], keys: readonly Key[]): Entry[Key][][] =>
  keys.map((key) => entries.map((entry) => entry[key]));
