import type { Database, Statement } from '@ucp/kit/database';

const shown: Statement = {
  name: 'shown_contacts',
  text: '/* shown_contacts */ select contact_no as "contactNo" from contact where account_id = $1 and root_no = contact_no order by contact_no',
};

/** Numbers of all contacts as they are shown, in ascending order. */
export const shownContacts = async (db: Database, account: number): Promise<number[]> =>
  (await db.readAside<{ contactNo: number }>(shown, [account])).map(({ contactNo }) => contactNo);

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
