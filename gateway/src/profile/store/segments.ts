import type { Filter } from '@ucp/audience/filter';
import type { Database, Statement, Transaction } from '@ucp/kit/database';

export interface SegmentRow {
  readonly segmentNo: number;
  readonly name: string;
  readonly filter: Filter;
  /** Null: it is in use. */
  readonly archivedAt: Date | null;
}

type Written = SegmentRow & Record<string, unknown>;

const columns = 'segment_no as "segmentNo", name, filter, archived_at as "archivedAt"';
const insert: Statement = {
  name: 'segment_insert',
  text: `/* segment_insert */ insert into segment (account_id, segment_no, name, filter)
    select $1, coalesce(max(segment_no), 0) + 1, $2, $3 from segment where account_id = $1 returning ${columns}`,
};
const update: Statement = {
  name: 'segment_update',
  text: `/* segment_update */ update segment set name = $3, filter = $4
    where account_id = $1 and segment_no = $2 and archived_at is null returning ${columns}`,
};
const archive: Statement = {
  name: 'segment_archive',
  text: `/* segment_archive */ update segment set archived_at = coalesce(archived_at, $3)
    where account_id = $1 and segment_no = $2 returning ${columns}`,
};
const byNo: Statement = {
  name: 'segment_by_no',
  text: `/* segment_by_no */ select ${columns} from segment where account_id = $1 and segment_no = $2`,
};
const page: Statement = {
  name: 'segments_page',
  text: `/* segments_page */ select ${columns} from segment
    where account_id = $1 and ($2 or archived_at is null) and (name, segment_no) > ($3, $4) and position(lower($5) in lower(name)) > 0
    order by name, segment_no limit $6`,
};

export async function addSegment(tx: Transaction, account: number, name: string, filter: Filter): Promise<SegmentRow> {
  const [row] = await tx.query<Written>(insert, [account, name, JSON.stringify(filter)]);
  if (row === undefined) throw new Error('the segment was not written');
  return row;
}

/** Null when the account has none of this number that is not archived. */
export const changeSegment = async (
  tx: Transaction,
  account: number,
  { segmentNo, name, filter }: Omit<SegmentRow, 'archivedAt'>,
): Promise<SegmentRow | null> =>
  (await tx.query<Written>(update, [account, segmentNo, name, JSON.stringify(filter)]))[0] ?? null;

/** Null when the account has none of this number. One that is archived stays as it is. */
export const archiveSegment = async (tx: Transaction, account: number, segmentNo: number): Promise<SegmentRow | null> =>
  (await tx.query<Written>(archive, [account, segmentNo, tx.now]))[0] ?? null;

/** Archived or not. Null when the account has none of this number. */
export const segmentByNo = async (
  reader: Pick<Transaction, 'query'>,
  account: number,
  segmentNo: number,
): Promise<SegmentRow | null> => (await reader.query<Written>(byNo, [account, segmentNo]))[0] ?? null;

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
