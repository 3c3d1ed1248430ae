import type { Database, Statement } from '@ucp/kit/database';

const shown: Statement = {
  name: 'shown_contacts',
  text: '/* shown_contacts */ select contact_no as "contactNo" from contact where account_id = $1 and root_no = contact_no order by contact_no',
};

/** Numbers of all contacts as they are shown, in ascending order. */
export const shownContacts = async (db: Database, account: number): Promise<number[]> =>
  (await db.read<{ contactNo: number }>(shown, [account])).map(({ contactNo }) => contactNo);
