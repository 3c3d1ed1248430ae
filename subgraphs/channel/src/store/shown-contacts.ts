import { type AsOf, foldedSql } from '@ucp/kit/as-of';
import type { Database, Statement, Transaction } from '@ucp/kit/database';

const shown: Statement = {
  name: 'shown_contacts',
  text: `/* shown_contacts */ select shown, no from (
      select true as shown, contact_no as no from contact where account_id = $1 and root_no = contact_no
      union all select false, ${foldedSql}) c
    order by no`,
};

/**
 * Numbers of all contacts as they are shown, in ascending order.
 * @param note told which merges were known
 */
export async function shownContacts(
  reader: Pick<Transaction, 'query'>,
  account: number,
  note: AsOf['note'],
): Promise<number[]> {
  const rows = await reader.query<{ shown: boolean; no: number }>(shown, [account]);
  for (const row of rows) if (!row.shown) note(row.no);
  return rows.flatMap((row) => (row.shown ? row.no : []));
}

const known: Statement = {
  name: 'contacts_known',
  text: '/* contacts_known */ select contact_no as "contactNo" from contact where account_id = $1 and contact_no = any($2::int[])',
};

/** Which of these numbers are contacts. */
export const contactsKnown = async (
  db: Database,
  account: number,
  contactNos: readonly number[],
): Promise<Set<number>> =>
  new Set((await db.read<{ contactNo: number }>(known, [account, contactNos])).map(({ contactNo }) => contactNo));
