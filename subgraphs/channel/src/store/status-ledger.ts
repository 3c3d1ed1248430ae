import { groupBy } from '@ucp/kit/align';
import type { Statement, Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';
import { type ChannelKind, kindNo } from '../channel-kind.ts';
import type { StatusEntry } from '../domain/address-status.ts';
import type { DeliveryOutcome } from '../domain/deliverability.ts';
import type { AddressHistory } from '../domain/facts.ts';
import { ledgersOf } from './ledger.ts';

export interface NewStatus extends StatusEntry {
  readonly addressNo: number;
  readonly entryId: string;
}

export interface KnownAddress {
  readonly addressNo: number;
  readonly value: string;
  readonly given: string;
  readonly [column: string]: unknown;
}

type OfAddress<Row> = Row & { readonly addressNo: number };

const lock: Statement = {
  name: 'addresses_lock_by_value',
  text: `/* addresses_lock_by_value */ select address_no as "addressNo", value, given from address
    where account_id = $1 and value = any($2::text[]) order by address_no for update`,
};
const statuses: Statement = {
  name: 'statuses_of_addresses',
  text: `/* statuses_of_addresses */ select address_no as "addressNo", status, occurred_at as "occurredAt", reason, actor, bulk
    from address_status_entry where account_id = $1 and address_no = any($2::int[])`,
};
const outcomes: Statement = {
  name: 'outcomes_of_addresses',
  text: `/* outcomes_of_addresses */ select address_no as "addressNo", at, kind = $3 as bounced, coalesce(message_id, event_id::text) as message
    from activity where account_id = $1 and address_no = any($2::int[]) and kind in ($3, $4)`,
};
const setZone: Statement = {
  name: 'address_time_zone',
  text: '/* address_time_zone */ update address set time_zone = $3 where account_id = $1 and value = $2 returning address_no',
};

/** Addresses that are known, locked in the order of their numbers; others are absent. */
export const lockByValue = (tx: Transaction, account: number, values: readonly string[]): Promise<KnownAddress[]> =>
  tx.query<KnownAddress>(lock, [account, values]);

/** What decides the status of each address, by its number. */
export async function historiesOf(
  tx: Transaction,
  channel: ChannelKind,
  account: number,
  addressNos: readonly number[],
): Promise<(addressNo: number) => AddressHistory> {
  const ledgers = await ledgersOf(tx, account, addressNos);
  const stated = await tx.query<OfAddress<StatusEntry>>(statuses, [account, addressNos]);
  const happened =
    channel.presets.heldAfter === null
      ? []
      : await tx.query<OfAddress<DeliveryOutcome>>(outcomes, [
          account,
          addressNos,
          kindNo(channel, 'HARD_BOUNCE'),
          kindNo(channel, 'DELIVERED'),
        ]);
  const of = <Row extends { readonly addressNo: number }>(rows: readonly Row[]) => {
    const groups = groupBy(rows, (row) => row.addressNo);
    return (addressNo: number): readonly Row[] => groups.get(addressNo) ?? [];
  };
  const [consents, suppressions] = [of(ledgers.consents), of(ledgers.suppressions)];
  const [own, outcomesOf] = [of(stated), of(happened)];
  return (addressNo) => ({
    consents: consents(addressNo),
    suppressions: suppressions(addressNo),
    outcomes: outcomesOf(addressNo),
    statuses: own(addressNo),
  });
}

/** Appends to the ledger of what staff stated; an entry of a known id is passed over. */
export const statusWrite = (account: number, recordedAt: Date, entries: readonly NewStatus[]): JournalWrite => ({
  name: 'statuses',
  text: `insert into address_status_entry (account_id, address_no, entry_id, status, occurred_at, recorded_at, reason, actor, bulk, rev)
    select $1::int, s.address_no, s.entry_id, s.status, s.occurred_at, $2::timestamptz, s.reason, s.actor, s.bulk, stamp.rev
    from stamp, unnest($3::int[], $4::uuid[], $5::text[], $6::timestamptz[], $7::text[], $8::text[], $9::boolean[])
      as s(address_no, entry_id, status, occurred_at, reason, actor, bulk)
    on conflict do nothing`,
  values: [
    account,
    recordedAt,
    entries.map(({ addressNo }) => addressNo),
    entries.map(({ entryId }) => entryId),
    entries.map(({ status }) => status),
    entries.map(({ occurredAt }) => occurredAt),
    entries.map(({ reason }) => reason),
    entries.map(({ actor }) => actor),
    entries.map(({ bulk }) => bulk),
  ],
});

/** @returns whether the address is known */
export const setTimeZone = async (
  tx: Transaction,
  account: number,
  value: string,
  timeZone: string | null,
): Promise<boolean> => (await tx.query(setZone, [account, value, timeZone])).length > 0;
