import type { Database, Statement } from '@ucp/kit/database';

/** A contact is archived when all of its originals are. */
const unlessArchived = (root: string, asked: string): string =>
  `(${asked}::boolean or exists (select 1 from contact m where m.account_id = $1 and m.root_no = ${root} and m.archived_at is null))`;

const newest: Statement = {
  name: 'contacts_below',
  text: `/* contacts_below */ select contact_no as "contactNo" from contact c
    where account_id = $1 and contact_no < $2 and root_no = contact_no and ${unlessArchived('c.contact_no', '$4')}
    order by contact_no desc limit $3`,
};
/** Words are looked up first, by their trigrams; a walk over the contacts would read all of a large account. */
const found: Statement = {
  name: 'contacts_found_below',
  text: `/* contacts_found_below */
    with word as (select pattern, place from unnest($4::text[]) with ordinality as w(pattern, place)),
    hit as (
      select w.place, i.contact_no from word w join identifier i on i.value like w.pattern and i.account_id = $1
      union
      select w.place, v.contact_no from word w join field_value v on lower(v.value #>> '{}') like w.pattern and v.account_id = $1
        join field_definition d on d.account_id = $1 and d.field_no = v.field_no and d.key in ('first_name', 'last_name'))
    select c.root_no as "contactNo" from hit h join contact c on c.account_id = $1 and c.contact_no = h.contact_no
    where c.root_no < $2 and ${unlessArchived('c.root_no', '$5')} group by c.root_no having count(distinct h.place) = cardinality($4::text[])
    order by c.root_no desc limit $3`,
};
const byIdentifier: Statement = {
  name: 'contact_by_identifier',
  text: `/* contact_by_identifier */ select contact_no as "contactNo" from identifier where account_id = $1 and kind = $2 and value = $3
    and not exists (select 1 from account where account_id = $1 and blocked_values && $4::text[])`,
};

const patternOf = (word: string): string => `%${word.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

type Numbered = { readonly contactNo: number };

/** Numbers of contacts as they are shown, newest first, below a number; with words only those that each word is part of. */
export async function contactsBelow(
  db: Database,
  account: number,
  below: number,
  first: number,
  words: readonly string[],
  includeArchived: boolean,
): Promise<number[]> {
  const rows =
    words.length === 0
      ? await db.read<Numbered>(newest, [account, below, first, includeArchived])
      : await db.read<Numbered>(found, [account, below, first, words.map(patternOf), includeArchived]);
  return rows.map(({ contactNo }) => contactNo);
}

/**
 * Number of the original contact an identifier belongs to; null when nobody has it, or when the account blocks one of `forms`.
 * @param forms the identifier as lists of blocked values may have it
 */
export const contactByIdentifier = async (
  db: Database,
  account: number,
  kind: string,
  value: string,
  forms: readonly string[],
): Promise<number | null> =>
  (await db.read<Numbered>(byIdentifier, [account, kind, value, forms]))[0]?.contactNo ?? null;
