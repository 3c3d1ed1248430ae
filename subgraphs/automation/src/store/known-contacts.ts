import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';
import { limits } from '../domain/limits.ts';

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

const byMerge: Statement = {
  name: 'moved_by_merge',
  text: `/* moved_by_merge */ select m.no::int - 1 as place from unnest($2::int[], $3::timestamptz[]) with ordinality as m(contact_no, at, no)
    where exists (select 1 from contact c where c.account_id = $1 and c.contact_no = m.contact_no and ${isRecent()})
      or exists (select 1 from contact c where c.account_id = $1 and c.root_no = m.contact_no and ${isRecent()})
      or exists (select 1 from contact c where c.account_id = $1 and c.former_root_no = m.contact_no and ${isRecent()})`,
};

function isRecent(): string {
  return `c.root_since between m.at - $4::float8 * interval '1 ms' and m.at + interval '1 minute'`;
}

/** Places in the list of those whose contact, or one it was shown with, was merged or parted shortly before. */
export const movedByMerge = async (
  tx: Pick<Transaction, 'query'>,
  account: number,
  moves: readonly { readonly contactNo: number; readonly at: Date }[],
): Promise<Set<number>> =>
  new Set(
    (
      await tx.query<{ place: number }>(byMerge, [
        account,
        moves.map(({ contactNo }) => contactNo),
        moves.map(({ at }) => at),
        limits.mergedWithin,
      ])
    ).map(({ place }) => place),
  );

interface KnownContact {
  readonly contactNo: number;
  readonly rootNo: number;
  readonly archivedAt: string | null;
  readonly erasedAt: string | null;
}

/**
 * Who is erased counts as archived: nobody leads them through anything. Rows of contacts are locked before the rev is taken, in the order
 * of their numbers, as by whoever lets people in.
 */
export const contactsWrite = (
  account: number,
  contacts: readonly KnownContact[],
  clockOffset: string,
): JournalWrite => ({
  name: 'contacts',
  text: `insert into contact (account_id, contact_no, root_no, archived) select $1::int, c.* from unnest($2::int[], $3::int[], $5::boolean[]) as c(contact_no, root_no, archived)
      order by contact_no
    on conflict (account_id, contact_no) do update set root_no = excluded.root_no, archived = excluded.archived,
        former_root_no = case when contact.root_no = excluded.root_no then contact.former_root_no else contact.root_no end,
        root_since = case when contact.root_no = excluded.root_no then contact.root_since else now() + $4::interval end
      where contact.root_no <> excluded.root_no or contact.archived <> excluded.archived
    returning contact_no`,
  values: [
    account,
    contacts.map(({ contactNo }) => contactNo),
    contacts.map(({ rootNo }) => rootNo),
    clockOffset,
    contacts.map(({ archivedAt, erasedAt }) => archivedAt !== null || erasedAt !== null),
  ],
  first: true,
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
