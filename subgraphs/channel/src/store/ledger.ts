import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';
import type { ConsentEntry } from '../domain/consent.ts';
import type { SuppressionEntry } from '../domain/suppression.ts';

export interface NewConsent extends Omit<ConsentEntry, 'recordedAt'> {
  readonly addressNo: number;
}

export interface NewSuppression extends SuppressionEntry {
  readonly addressNo: number;
  readonly entryId: string;
}

const consents: Statement = {
  name: 'consents_of_addresses',
  text: `/* consents_of_addresses */ select address_no as "addressNo", entry_id as "entryId", topic_no as "topicNo", state, method,
    occurred_at as "occurredAt", recorded_at as "recordedAt", actor, stated_text as "statedText",
    stated_text_version as "statedTextVersion", ip, user_agent as "userAgent", valid_until as "validUntil"
    from consent_entry where account_id = $1 and address_no = any($2::int[])`,
};
const suppressions: Statement = {
  name: 'suppressions_of_addresses',
  text: `/* suppressions_of_addresses */ select address_no as "addressNo", reason, occurred_at as "occurredAt", detail
    from suppression_entry where account_id = $1 and address_no = any($2::int[])`,
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

/** Appends to the consent ledger; an entry of a known id is passed over. */
export const consentWrite = (account: number, recordedAt: Date, entries: readonly NewConsent[]): JournalWrite => ({
  name: 'consents',
  text: `insert into consent_entry (account_id, address_no, entry_id, topic_no, state, method, occurred_at, recorded_at, actor,
      stated_text, stated_text_version, ip, user_agent, valid_until, rev)
    select $1::int, c.address_no, c.entry_id, c.topic_no, c.state, c.method, c.occurred_at, $2::timestamptz, c.actor,
      c.stated_text, c.stated_text_version, c.ip, c.user_agent, c.valid_until, stamp.rev
    from stamp, unnest($3::int[], $4::uuid[], $5::int[], $6::text[], $7::text[], $8::timestamptz[], $9::text[], $10::text[],
      $11::text[], $12::text[], $13::text[], $14::timestamptz[])
      as c(address_no, entry_id, topic_no, state, method, occurred_at, actor, stated_text, stated_text_version, ip, user_agent, valid_until)
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
    ]),
  ],
});

/** Appends to the suppression ledger; an entry of a known id is passed over. */
export const suppressionWrite = (
  account: number,
  recordedAt: Date,
  entries: readonly NewSuppression[],
): JournalWrite => ({
  name: 'suppressions',
  text: `insert into suppression_entry (account_id, address_no, entry_id, reason, occurred_at, recorded_at, detail, rev)
    select $1::int, s.address_no, s.entry_id, s.reason, s.occurred_at, $2::timestamptz, s.detail, stamp.rev
    from stamp, unnest($3::int[], $4::uuid[], $5::text[], $6::timestamptz[], $7::text[]) as s(address_no, entry_id, reason, occurred_at, detail)
    on conflict do nothing`,
  values: [account, recordedAt, ...columns(entries, ['addressNo', 'entryId', 'reason', 'occurredAt', 'detail'])],
});

const columns = <Entry, Key extends keyof Entry>(entries: readonly Entry[], keys: readonly Key[]): Entry[Key][][] =>
  keys.map((key) => entries.map((entry) => entry[key]));
