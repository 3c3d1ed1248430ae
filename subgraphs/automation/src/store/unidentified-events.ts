import { jsonArray } from '@ucp/kit/array-binary';
import { plainArray, textArray } from '@ucp/kit/array-text';
import type { Statement, Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';
import { contactKind } from '../domain/behavior.ts';
import type { HeardEvent } from '../domain/heard.ts';

/** An identifier, as events and links name it. */
export interface IdentifierKey {
  readonly kind: string;
  readonly value: string;
}

const columns = (identifiers: readonly IdentifierKey[]): unknown[] => [
  textArray(identifiers.map(({ kind }) => kind)),
  textArray(identifiers.map(({ value }) => value)),
];
const owners: Statement = {
  name: 'identifier_owners',
  text: `/* identifier_owners */ select u.no::int as no, coalesce(l.contact_no, c.contact_no) as "contactNo"
    from unnest($2::text[], $3::text[]) with ordinality as u(kind, value, no)
      left join link l on l.account_id = $1 and l.kind = u.kind and l.value = u.value
      left join contact c on u.kind = '${contactKind}' and c.account_id = $1 and c.contact_no::text = u.value
        and c.contact_no = case when u.kind = '${contactKind}' then u.value::int end
    order by u.no`,
};
const identified: Statement = {
  name: 'unidentified_events_take',
  text: `/* unidentified_events_take */ delete from unidentified_event e using unnest($2::text[], $3::text[], $4::int[]) as u(kind, value, contact_no)
    where e.account_id = $1 and e.identifier_kind = u.kind and e.identifier_value = u.value
    returning e.event_no as no, u.contact_no as "contactNo", e.event, e.until >= $5 as "isInTime"`,
};

/** Original contact each belongs to, in the order asked; null: nobody's, as far as identity is folded. */
export async function ownersOf(
  tx: Transaction,
  account: number,
  identifiers: readonly IdentifierKey[],
): Promise<(number | null)[]> {
  const rows = await tx.query<{ contactNo: number | null }>(owners, [account, ...columns(identifiers)]);
  return rows.map(({ contactNo }) => contactNo);
}

export const unidentifiedWrite = (
  account: number,
  events: readonly { readonly identifier: IdentifierKey; readonly heard: HeardEvent }[],
  until: Date,
): JournalWrite => ({
  name: 'unidentified_events',
  text: `insert into unidentified_event (account_id, identifier_kind, identifier_value, event, until)
    select $1::int, u.*, $5::timestamptz from unnest($2::text[], $3::text[], $4::jsonb[]) as u(kind, value, event)`,
  values: [
    account,
    ...columns(events.map(({ identifier }) => identifier)),
    jsonArray(events.map(({ heard }) => JSON.stringify(heard))),
    until,
  ],
});

/** Takes out what happened at identifiers that are somebody's by now, in the order told; what came too late is gone. */
export async function takeIdentified(
  tx: Transaction,
  account: number,
  links: readonly (IdentifierKey & { readonly contactNo: number })[],
): Promise<{ readonly contactNo: number; readonly heard: HeardEvent }[]> {
  const rows = await tx.query<{ no: number; contactNo: number; event: HeardEvent; isInTime: boolean }>(identified, [
    account,
    ...columns(links),
    plainArray(links.map(({ contactNo }) => contactNo)),
    tx.now,
  ]);
  return rows
    .filter(({ isInTime }) => isInTime)
    .sort((a, b) => a.no - b.no)
    .map(({ contactNo, event }) => ({ contactNo, heard: event }));
}
