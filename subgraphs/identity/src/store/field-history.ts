import type { Database, Statement } from '@ucp/kit/database';
import type { FieldValue } from '../domain/fields.ts';

/** A value that a field had or has on one of the original contacts. */
export interface PastValueRow {
  /** Number of the contact it was asked for. */
  readonly asked: number;
  readonly contactNo: number;
  readonly value: FieldValue;
  readonly source: string;
  readonly at: Date;
  readonly place: number;
  readonly rev: number;
  readonly entry: number;
  /** Whether it is the original contact's value now. */
  readonly current: boolean;
  readonly [column: string]: unknown;
}

/** Where a page goes on: behind this value. */
export type HistoryPlace = Pick<PastValueRow, 'at' | 'place' | 'contactNo' | 'rev' | 'entry'>;

/** Above every rev: a value that is not history yet. */
const present = 9_007_199_254_740_991;

const newest: Statement = {
  name: 'field_history_of_contacts',
  text: `/* field_history_of_contacts */
    with member as (select a.contact_no as asked, m.contact_no from contact a join contact m on m.account_id = $1 and m.root_no = a.root_no
      where a.account_id = $1 and a.contact_no = any($2::int[])),
    field as (select field_no from field_definition where account_id = $1 and key = $3),
    told as (
      select m.asked, m.contact_no, v.value, v.source, v.updated_at as at, v.place, ${present}::bigint as rev, 0 as entry, true as current
      from member m join field f on true join field_value v on v.account_id = $1 and v.contact_no = m.contact_no and v.field_no = f.field_no
      union all
      select m.asked, m.contact_no, h.value, h.source, h.at, h.place, h.rev, h.entry, false
      from member m join field f on true join field_history h on h.account_id = $1 and h.contact_no = m.contact_no and h.field_no = f.field_no)
    select asked, contact_no as "contactNo", value, source, at, place, rev, entry, current from (
      select told.*, row_number() over (partition by asked order by at desc, place desc, contact_no desc, rev desc, entry desc) as rank
      from told where (at, place, contact_no, rev, entry) < ($5::timestamptz, $6::int, $7::int, $8::bigint, $9::int)) ranked
    where rank <= $4 order by asked, rank`,
};

/** Values of a field over all originals of each contact, newest first, at most `first` of each, behind `before`. */
export const fieldHistoryOf = (
  db: Database,
  account: number,
  contactNos: readonly number[],
  first: number,
  key: string,
  before: HistoryPlace | null,
): Promise<PastValueRow[]> =>
  db.read<PastValueRow>(newest, [
    account,
    contactNos,
    key,
    first,
    before?.at ?? 'infinity',
    before?.place ?? 0,
    before?.contactNo ?? 0,
    before?.rev ?? 0,
    before?.entry ?? 0,
  ]);
