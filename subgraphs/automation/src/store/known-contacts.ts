import type { Database, Statement } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';

const shown: Statement = {
  name: 'shown_contacts',
  text: '/* shown_contacts */ select contact_no as "contactNo" from contact where account_id = $1 and contact_no = any($2::int[])',
};

/** Which of these numbers are contacts, as far as identity is folded. */
export const knownContacts = async (
  db: Database,
  account: number,
  contactNos: readonly number[],
): Promise<Set<number>> =>
  new Set((await db.read<{ contactNo: number }>(shown, [account, contactNos])).map(({ contactNo }) => contactNo));

export const contactsWrite = (
  account: number,
  contacts: readonly { readonly contactNo: number; readonly rootNo: number }[],
): JournalWrite => ({
  name: 'contacts',
  text: `insert into contact (account_id, contact_no, root_no) select $1::int, c.* from unnest($2::int[], $3::int[]) as c(contact_no, root_no)
    on conflict (account_id, contact_no) do update set root_no = excluded.root_no`,
  values: [account, contacts.map(({ contactNo }) => contactNo), contacts.map(({ rootNo }) => rootNo)],
});

interface Link {
  readonly identifierKind: string;
  readonly value: string;
  readonly contactNo: number | null;
}

export function linksWrites(account: number, links: readonly Link[]): JournalWrite[] {
  const linked = links.filter(({ contactNo }) => contactNo !== null);
  const unlinked = links.filter(({ contactNo }) => contactNo === null);
  const columns = (list: readonly Link[]): unknown[] => [
    list.map(({ identifierKind }) => identifierKind),
    list.map(({ value }) => value),
  ];
  return [
    {
      name: 'links',
      text: `insert into link (account_id, kind, value, contact_no) select $1::int, l.* from unnest($2::text[], $3::text[], $4::int[]) as l(kind, value, contact_no)
        on conflict (account_id, kind, value) do update set contact_no = excluded.contact_no`,
      values: [account, ...columns(linked), linked.map(({ contactNo }) => contactNo)],
    },
    {
      name: 'unlinked',
      text: `delete from link using unnest($2::text[], $3::text[]) as u(kind, value)
        where link.account_id = $1::int and link.kind = u.kind and link.value = u.value`,
      values: [account, ...columns(unlinked)],
    },
  ];
}
