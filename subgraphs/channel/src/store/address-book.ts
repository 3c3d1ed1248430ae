import { textArray } from '@ucp/kit/array-text';
import type { Statement, Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';
import type { RememberedAddresses } from './remembered-addresses.ts';

export interface NewAddress {
  readonly value: string;
  readonly given: string;
  /** Null where identity told us of the address. */
  readonly acquisition: { readonly kind: string; readonly detail: string } | null;
  readonly introducedAt: Date;
}

const known: Statement = {
  name: 'addresses_by_value',
  // By the key, one by one. The account comes out of a function: as a constant that the statistics have not met yet it seems to
  // have no rows, and an index that goes through all of them looks as good.
  text: `/* addresses_by_value */ select a.address_no as "addressNo", a.value
    from unnest(array[$1::int]) as o(account_id) cross join unnest($2::text[]) as s(value)
      cross join lateral (select address_no, value from address a where a.account_id = o.account_id and a.value = s.value offset 0) a`,
};
const changes: Statement = {
  name: 'address_changes',
  text: '/* address_changes */ select changes from address_counter where account_id = $1',
};
const lockCounter: Statement = {
  name: 'address_counter_lock',
  text: `/* address_counter_lock */ insert into address_counter (account_id, next_no) values ($1, 1)
    on conflict (account_id) do update set next_no = address_counter.next_no returning next_no as next`,
};
const moveCounter: Statement = {
  name: 'address_counter_move',
  text: '/* address_counter_move */ update address_counter set next_no = $2 where account_id = $1',
};
const lockAddresses: Statement = {
  name: 'addresses_lock',
  text: `/* addresses_lock */ select address_no from address where account_id = $1 and address_no = any($2::int[])
    order by address_no for update`,
};

/** Numbers of those addresses that the account knows. */
export async function findAddresses(
  { query }: Pick<Transaction, 'query'>,
  account: number,
  values: readonly string[],
): Promise<Map<string, number>> {
  if (values.length === 0) return new Map();
  const rows = await query<{ addressNo: number; value: string }>(known, [account, textArray(values)]);
  return new Map(rows.map(({ addressNo, value }) => [value, addressNo]));
}

/** The same, of which those that are remembered are not read again. */
export async function recallAddresses(
  { query }: Pick<Transaction, 'query'>,
  account: number,
  remembered: RememberedAddresses,
  values: readonly string[],
): Promise<Map<string, number>> {
  const numbers = new Map<string, number>();
  const missing: string[] = [];
  for (const value of values) {
    const no = remembered.numberOf(account, value);
    if (no === undefined) missing.push(value);
    else numbers.set(value, no);
  }
  const [[counter], read] = await Promise.all([
    query<{ changes: number }>(changes, [account]),
    findAddresses({ query }, account, missing),
  ]);
  const holds = remembered.keepUp(account, counter?.changes ?? 0);
  const found = holds ? read : await findAddresses({ query }, account, values);
  for (const [value, no] of found) remembered.keep(account, value, no);
  if (!holds) return found;
  for (const [value, no] of found) numbers.set(value, no);
  return numbers;
}

/**
 * Numbers of addresses within a transaction; unknown ones get the next numbers and are written by the closing statement.
 * @param found numbers that are known
 * @param introduce what is written of an address that is unknown
 */
export async function numberAddresses<Named extends { readonly value: string }>(
  tx: Transaction,
  account: number,
  found: ReadonlyMap<string, number>,
  addresses: readonly Named[],
  introduce: (address: Named) => NewAddress,
): Promise<{ readonly numbers: ReadonlyMap<string, number>; readonly write: JournalWrite | null }> {
  const unknown = addresses.filter(({ value }) => !found.has(value));
  if (unknown.length === 0) return { numbers: found, write: null };
  // Whoever introduces addresses takes turns; another may have introduced the same ones while we waited.
  const [counter] = await tx.query<{ next: number }>(lockCounter, [account]);
  const sought = [...new Set(unknown.map(({ value }) => value))];
  const numbers = new Map([...found, ...(await findAddresses(tx, account, sought))]);
  const fresh: NewAddress[] = [];
  let next = counter?.next ?? 1;
  for (const address of unknown) {
    if (numbers.has(address.value)) continue;
    numbers.set(address.value, next++);
    fresh.push(introduce(address));
  }
  await tx.query(moveCounter, [account, next]);
  return { numbers, write: fresh.length === 0 ? null : insertion(account, fresh, numbers) };
}

const insertion = (
  account: number,
  fresh: readonly NewAddress[],
  numbers: ReadonlyMap<string, number>,
): JournalWrite => ({
  name: 'addresses',
  text: `insert into address (account_id, address_no, value, given, introduced_at, acquisition, rev)
    select $1::int, a.no, a.value, a.given, a.at, a.acquisition, stamp.rev
    from stamp, unnest($2::int[], $3::text[], $4::text[], $5::timestamptz[], $6::jsonb[]) as a(no, value, given, at, acquisition)`,
  values: [
    account,
    fresh.map(({ value }) => numbers.get(value)),
    fresh.map(({ value }) => value),
    fresh.map(({ given }) => given),
    fresh.map(({ introducedAt }) => introducedAt),
    fresh.map(({ acquisition }) => (acquisition === null ? null : JSON.stringify(acquisition))),
  ],
});

/** Locks addresses that exist, in the order of their numbers, so that their consequences are decided one after another. */
export async function lockInOrder(tx: Transaction, account: number, addressNos: readonly number[]): Promise<void> {
  if (addressNos.length > 0) await tx.query(lockAddresses, [account, addressNos]);
}
