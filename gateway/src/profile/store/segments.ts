import type { Filter } from '@ucp/audience/filter';
import type { Database, Statement, Transaction } from '@ucp/kit/database';

export interface SegmentRow {
  readonly segmentNo: number;
  readonly name: string;
  readonly filter: Filter;
  /** Whether it is noted who comes and who goes. */
  readonly tracked: boolean;
  /** Null: it is in use. */
  readonly archivedAt: Date | null;
}

type Written = SegmentRow & Record<string, unknown>;

/** When a segment is looked at after it was made or changed, unless somebody listens: then at once. */
const firstLook = "interval '1 minute'";
const columns = 'segment_no as "segmentNo", name, filter, tracked, archived_at as "archivedAt"';
const insert: Statement = {
  name: 'segment_insert',
  text: `/* segment_insert */ with made as (
      insert into segment (account_id, segment_no, name, filter, tracked)
      select $1, coalesce(max(segment_no), 0) + 1, $2, $3, $4 from segment where account_id = $1 returning *),
    watched as (
      insert into segment_watch (account_id, segment_no, due_at)
      select account_id, segment_no, $5::timestamptz + case when tracked then interval '0' else ${firstLook} end from made)
    select ${columns} from made`,
};
const update: Statement = {
  name: 'segment_update',
  text: `/* segment_update */ with changed as (
      update segment set name = $3, filter = $4, tracked = $5
      where account_id = $1 and segment_no = $2 and archived_at is null returning *),
    watched as (
      update segment_watch w set due_at = $6::timestamptz + case when c.tracked then interval '0' else ${firstLook} end,
        claimed_until = null, put_off = false, claim_no = w.claim_no + 1, members = case when c.tracked then w.members end
      from changed c where w.account_id = c.account_id and w.segment_no = c.segment_no)
    select ${columns} from changed`,
};
const archive: Statement = {
  name: 'segment_archive',
  text: `/* segment_archive */ with unwatched as (delete from segment_watch where account_id = $1 and segment_no = $2)
    update segment set archived_at = coalesce(archived_at, $3), tracked = false
    where account_id = $1 and segment_no = $2 returning ${columns}`,
};
const byNo: Statement = {
  name: 'segment_by_no',
  text: `/* segment_by_no */ select ${columns} from segment where account_id = $1 and segment_no = $2`,
};
const all: Statement = {
  name: 'segments_all',
  text: `/* segments_all */ select ${columns} from segment where account_id = $1 order by name, segment_no`,
};
const page: Statement = {
  name: 'segments_page',
  text: `/* segments_page */ select ${columns} from segment
    where account_id = $1 and ($2 or archived_at is null) and (name, segment_no) > ($3, $4) and position(lower($5) in lower(name)) > 0
    order by name, segment_no limit $6`,
};

export async function addSegment(
  tx: Transaction,
  account: number,
  { name, filter, tracked }: Omit<SegmentRow, 'segmentNo' | 'archivedAt'>,
): Promise<SegmentRow> {
  const [row] = await tx.query<Written>(insert, [account, name, JSON.stringify(filter), tracked, tx.now]);
  if (row === undefined) throw new Error('the segment was not written');
  return row;
}

/** Null when the account has none of this number that is not archived. */
export const changeSegment = async (
  tx: Transaction,
  account: number,
  { segmentNo, name, filter, tracked }: Omit<SegmentRow, 'archivedAt'>,
): Promise<SegmentRow | null> =>
  (await tx.query<Written>(update, [account, segmentNo, name, JSON.stringify(filter), tracked, tx.now]))[0] ?? null;

/** Null when the account has none of this number. One that is archived stays as it is. */
export const archiveSegment = async (tx: Transaction, account: number, segmentNo: number): Promise<SegmentRow | null> =>
  (await tx.query<Written>(archive, [account, segmentNo, tx.now]))[0] ?? null;

/** Archived or not. Null when the account has none of this number. */
export const segmentByNo = async (
  reader: Pick<Transaction, 'query'>,
  account: number,
  segmentNo: number,
): Promise<SegmentRow | null> => (await reader.query<Written>(byNo, [account, segmentNo]))[0] ?? null;

/** Those in use and those that are archived, by name. */
export const everySegment = (db: Database, account: number): Promise<SegmentRow[]> => db.read<Written>(all, [account]);

/** By name, from behind a place on. */
export const segmentsBehind = (
  db: Database,
  account: number,
  asked: {
    readonly behind: { readonly name: string; readonly segmentNo: number };
    readonly search: string;
    readonly archived: boolean;
    readonly first: number;
  },
): Promise<SegmentRow[]> =>
  db.read<Written>(page, [
    account,
    asked.archived,
    asked.behind.name,
    asked.behind.segmentNo,
    asked.search,
    asked.first,
  ]);
