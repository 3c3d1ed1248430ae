import { groupBy } from '@ucp/kit/align';
import { plainArray } from '@ucp/kit/array-text';
import { foldedSql } from '@ucp/kit/as-of';
import type { Database, Statement } from '@ucp/kit/database';
import type { Wanted } from '@ucp/kit/shared-reads';
import { contactKind } from '../domain/behavior.ts';
import type { BehaviorRow } from './behaviors.ts';
import { type EnrollmentRow, enrollmentOf, type MessageRow, messageOf, recordsSql } from './enrollments.ts';

/** What is read of contacts for their profiles. */
export type RecordList = 'enrollments' | 'messages' | 'behaviors';

/** By number of the contact shown; newest first, at most `recordsRead` of each. */
export interface ContactRecords {
  readonly enrollments: ReadonlyMap<number, readonly EnrollmentRow[]>;
  readonly messages: ReadonlyMap<number, readonly MessageRow[]>;
  readonly behaviors: ReadonlyMap<number, readonly BehaviorRow[]>;
  /** Moment of the answer. */
  readonly now: Date;
  /** Rev of identity's journal whose merges are known. */
  readonly asOf: number;
}

/** Records of a first page, and one more that tells whether there are others. */
export const recordsRead = 51;

const lists: Statement = {
  name: 'profiles_of_contacts',
  text: `/* profiles_of_contacts */
    with shown as (
      select c.root_no, l.kind, l.value from contact c join link l on l.account_id = $1 and l.contact_no = c.contact_no
        where c.account_id = $1 and c.root_no = any($4::int[])
      union all
      select c.root_no, '${contactKind}', c.contact_no::text from contact c where c.account_id = $1 and c.root_no = any($4::int[]))
    select 'now' as list, 0 as asked, json_build_array(now() + $5::interval, ${foldedSql}) as row, 0::bigint as place
    union all
    select 'enrollments', asked, to_json(r), place from (
      ${recordsSql.enrollments} where c.account_id = $1 and c.root_no = any($2::int[])) r
    where place <= ${recordsRead}
    union all
    select 'messages', asked, to_json(r), place from (
      ${recordsSql.messages} where c.account_id = $1 and c.root_no = any($3::int[])) r
    where place <= ${recordsRead}
    union all
    select 'behaviors', asked, to_json(r), place from (
      select s.root_no as asked, b.event_id as "eventId", b.name, b.at, b.properties,
        row_number() over (partition by s.root_no order by b.at desc, b.event_id desc) as place
      from shown s cross join lateral (select * from behavior b
        where b.account_id = $1 and b.identifier_kind = s.kind and b.identifier_value = s.value
        order by b.at desc, b.event_id desc limit ${recordsRead}) b) r
    where place <= ${recordsRead}`,
};

interface TaggedRow {
  readonly list: RecordList | 'now';
  readonly asked: number;
  readonly row: unknown;
  readonly place: number;
  readonly [column: string]: unknown;
}

/** Lists of contacts by the numbers they are shown under, all in one statement. */
export async function contactRecords(
  db: Database,
  account: number,
  wanted: Wanted<RecordList>,
): Promise<ContactRecords> {
  const numbers = (list: RecordList): string => plainArray([...(wanted.get(list) ?? [])]);
  const rows = await db.read<TaggedRow>(lists, [
    account,
    numbers('enrollments'),
    numbers('messages'),
    numbers('behaviors'),
    db.clockOffset(),
  ]);
  const of = <Row extends { readonly asked: number }>(list: RecordList, read: (row: Columns) => Row) =>
    groupBy(
      rows
        .filter((each) => each.list === list)
        .sort((a, b) => a.place - b.place)
        .map(({ row }) => read(Object(row))),
      ({ asked }) => asked,
    );
  const [now, asOf] = Object(rows.find(({ list }) => list === 'now')?.row);
  return {
    enrollments: of('enrollments', enrollmentOf),
    messages: of('messages', messageOf),
    behaviors: of('behaviors', (row): BehaviorRow => Object({ ...row, at: new Date(String(row.at)) })),
    now: new Date(String(now)),
    asOf: Number(asOf),
  };
}

type Columns = Readonly<Record<string, unknown>>;
