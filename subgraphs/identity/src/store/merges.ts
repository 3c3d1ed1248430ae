import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { MergeRule } from '../domain/neighbourhood.ts';

export interface MergeRow {
  readonly mergeNo: number;
  readonly survivorNo: number;
  readonly absorbedNos: readonly number[];
  readonly at: Date;
  readonly reason: string | null;
  readonly actor: string;
  readonly retractedAt: Date | null;
  readonly [column: string]: unknown;
}

export type ReviewDecision = 'OPEN' | 'APPROVED' | 'REJECTED';

export interface ReviewRow {
  readonly reviewNo: number;
  readonly at: Date;
  readonly rule: MergeRule;
  readonly detail: string;
  readonly contactNos: readonly number[];
  readonly state: ReviewDecision;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly [column: string]: unknown;
}

const columns = `m.merge_no as "mergeNo", m.survivor_no as "survivorNo", m.absorbed_nos as "absorbedNos", m.at, m.reason, m.actor,
    m.retracted_at as "retractedAt"`;
const byNo: Statement = {
  name: 'merge_by_no',
  text: `/* merge_by_no */ select ${columns} from merge m where account_id = $1 and merge_no = $2`,
};
const ends: Statement = {
  name: 'merge_ends',
  text: `/* merge_ends */ select distinct n.contact_no as "contactNo" from merge_edge e cross join lateral (values (e.one_no), (e.other_no)) as n(contact_no)
    where e.account_id = $1 and e.merge_no = $2`,
};
const survivors: Statement = {
  name: 'merge_survivors',
  text: `/* merge_survivors */ select merge_no as "mergeNo", survivor_no as "survivorNo" from merge where account_id = $1 and merge_no = any($2::int[])`,
};
const reviewColumns = `review_no as "reviewNo", at, rule, detail, contact_nos as "contactNos", state, decided_at as "decidedAt",
    decided_by as "decidedBy"`;
const reviews: Statement = {
  name: 'merge_reviews',
  text: `/* merge_reviews */ select ${reviewColumns} from merge_review
    where account_id = $1 and review_no < $2 and state = any($4::text[]) order by review_no desc limit $3`,
};
const reviewByNumber: Statement = {
  name: 'merge_review_by_no',
  text: `/* merge_review_by_no */ select ${reviewColumns} from merge_review where account_id = $1 and review_no = $2 for update`,
};
const decide: Statement = {
  name: 'merge_review_decide',
  text: `/* merge_review_decide */ update merge_review set state = $3, decided_at = $4, decided_by = $5 where account_id = $1 and review_no = $2
    returning ${reviewColumns}`,
};

export const mergeByNo = async (
  reader: Pick<Transaction, 'query'>,
  account: number,
  mergeNo: number,
): Promise<MergeRow | null> => (await reader.query<MergeRow>(byNo, [account, mergeNo]))[0] ?? null;

/** The original contacts that a merge joined. They need not be those that it was shown between, which may be elsewhere by now. */
export const endsOf = async (tx: Transaction, account: number, mergeNo: number): Promise<number[]> =>
  (await tx.query<{ contactNo: number }>(ends, [account, mergeNo])).map(({ contactNo }) => contactNo);

/** Survivors of merges, by the number of the merge. */
export const survivorsOf = async (
  tx: Transaction,
  account: number,
  mergeNos: readonly number[],
): Promise<ReadonlyMap<number, number>> => {
  const rows = await tx.query<{ mergeNo: number; survivorNo: number }>(survivors, [account, mergeNos]);
  return new Map(rows.map(({ mergeNo, survivorNo }) => [mergeNo, survivorNo]));
};

/** Newest first, below a number. */
export const reviewsBelow = (
  db: Database,
  account: number,
  below: number,
  first: number,
  states: readonly ReviewDecision[],
): Promise<ReviewRow[]> => db.read<ReviewRow>(reviews, [account, below, first, states]);

/** The review of a number, locked until the transaction ends. */
export const lockReview = async (tx: Transaction, account: number, reviewNo: number): Promise<ReviewRow | null> =>
  (await tx.query<ReviewRow>(reviewByNumber, [account, reviewNo]))[0] ?? null;

export async function decideReview(
  tx: Transaction,
  account: number,
  reviewNo: number,
  state: ReviewDecision,
  by: string,
): Promise<ReviewRow> {
  const [row] = await tx.query<ReviewRow>(decide, [account, reviewNo, state, tx.now, by]);
  if (row === undefined) throw new Error('the review is gone');
  return row;
}
