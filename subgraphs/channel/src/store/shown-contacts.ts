import type { Database, Statement } from '@ucp/kit/database';

const shown: Statement = {
  name: 'shown_contacts',
  text: '/* shown_contacts */ select contact_no as "contactNo" from contact where account_id = $1 and root_no = contact_no order by contact_no',
};

/** Numbers of all contacts as they are shown, in ascending order. */
export const shownContacts = async (db: Database, account: number): Promise<number[]> =>
  (await db.readAside<{ contactNo: number }>(shown, [account])).map(({ contactNo }) => contactNo);

const known: Statement = {
  name: 'contact_known',
  text: '/* contact_known */ select 1 as known from contact where account_id = $1 and contact_no = $2',
};

export const contactIsKnown = async (db: Database, account: number, contactNo: number): Promise<boolean> =>
  (await db.read(known, [account, contactNo])).length > 0;
