import { textArray } from '@ucp/kit/array-text';
import type { Statement, Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';

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

/** Numbers of addresses within a transaction; unknown ones get the next numbers and are written by the closing statement. */
export async function numberAddresses(
  tx: Transaction,
  account: number,
  addresses: readonly NewAddress[],
): Promise<{ readonly numbers: ReadonlyMap<string, number>; readonly write: JournalWrite | null }> {
  const numbers = new Map<string, number>();
  const values = [...new Set(addresses.map(({ value }) => value))];
  const find = async (sought: readonly string[]) => {
    for (const row of await tx.query<{ addressNo: number; value: string }>(known, [account, textArray(sought)]))
      numbers.set(row.value, row.addressNo);
  };
  await find(values);
  const unknown = values.filter((value) => !numbers.has(value));
  if (unknown.length === 0) return { numbers, write: null };
  // Whoever introduces addresses takes turns; another may have introduced the same ones while we waited.
  const [counter] = await tx.query<{ next: number }>(lockCounter, [account]);
  await find(unknown);
  const fresh: NewAddress[] = [];
  let next = counter?.next ?? 1;
  for (const address of addresses) {
    if (numbers.has(address.value)) continue;
    numbers.set(address.value, next++);
    fresh.push(address);
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
