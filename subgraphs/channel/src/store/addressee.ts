import type { Statement, Transaction } from '@ucp/kit/database';

/** An address and whose it is at the moment. */
export interface Addressee {
  readonly addressNo: number;
  readonly value: string;
  /** The contact it is shown with; null: nobody's. */
  readonly rootNo: number | null;
  readonly erased: boolean;
  readonly now: Date;
  readonly [column: string]: unknown;
}

const byNumber: Statement = {
  name: 'addressee',
  text: `/* addressee */ select a.address_no as "addressNo", a.value, m.root_no as "rootNo", now() + $3::interval as now,
      exists (select 1 from contact o where o.account_id = $1 and o.root_no = m.root_no and o.erased_at is not null) as erased
    from address a left join link l on l.account_id = $1 and l.address_no = a.address_no
      left join contact m on m.account_id = $1 and m.contact_no = l.contact_no
    where a.account_id = $1 and a.address_no = $2`,
};

/** Null for a number the account does not have. @param clockOffset as `Database.clockOffset` gives it */
export const addresseeOf = async (
  reader: Pick<Transaction, 'query'>,
  account: number,
  addressNo: number,
  clockOffset: string,
): Promise<Addressee | null> => (await reader.query<Addressee>(byNumber, [account, addressNo, clockOffset]))[0] ?? null;
