import type { Database, Statement } from '@ucp/kit/database';

const newest: Statement = {
  name: 'contacts_below',
  text: `/* contacts_below */ select contact_no as "contactNo" from contact
    where account_id = $1 and contact_no < $2 and root_no = contact_no order by contact_no desc limit $3`,
};
const byIdentifier: Statement = {
  name: 'contact_by_identifier',
  text: `/* contact_by_identifier */ select contact_no as "contactNo" from identifier where account_id = $1 and kind = $2 and value = $3`,
};

type Numbered = { readonly contactNo: number };

/** Numbers of contacts as they are shown, newest first, below a number. */
export const contactsBelow = async (db: Database, account: number, below: number, first: number): Promise<number[]> =>
  (await db.read<Numbered>(newest, [account, below, first])).map(({ contactNo }) => contactNo);

/** Number of the original contact an identifier belongs to; null when nobody has it. */
export const contactByIdentifier = async (
  db: Database,
  account: number,
  kind: string,
  value: string,
): Promise<number | null> => (await db.read<Numbered>(byIdentifier, [account, kind, value]))[0]?.contactNo ?? null;
