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
/** Steps from one kind to the next by the key: reading them all would read every identifier. */
const kinds: Statement = {
  name: 'identifier_kinds',
  text: `/* identifier_kinds */ with recursive step as (
      (select kind from identifier where account_id = $1 order by kind limit 1)
      union all
      select (select i.kind from identifier i where i.account_id = $1 and i.kind > step.kind order by i.kind limit 1) from step
        where step.kind is not null)
    select kind from step where kind is not null`,
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

/** Kinds of identifiers that the account has, in no order. */
export const identifierKinds = async (db: Database, account: number): Promise<string[]> =>
  (await db.read<{ readonly kind: string }>(kinds, [account])).map(({ kind }) => kind);
