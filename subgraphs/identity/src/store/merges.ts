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

export interface ReviewRow {
  readonly reviewNo: number;
  readonly at: Date;
  readonly rule: MergeRule;
  readonly detail: string;
  readonly contactNos: readonly number[];
  readonly [column: string]: unknown;
}

const columns = `m.merge_no as "mergeNo", m.survivor_no as "survivorNo", m.absorbed_nos as "absorbedNos", m.at, m.reason, m.actor,
    m.retracted_at as "retractedAt"`;
const byNo: Statement = {
  name: 'merge_by_no',
  text: `/* merge_by_no */ select ${columns} from merge m where account_id = $1 and merge_no = $2`,
};
const ofContacts: Statement = {
  name: 'merges_of_contacts',
  text: `/* merges_of_contacts */ select a.contact_no as asked, ${columns}
    from contact a join contact c on c.account_id = $1 and c.root_no = a.root_no
    join merge m on m.account_id = $1 and m.survivor_no = c.contact_no and m.retracted_at is null
    where a.account_id = $1 and a.contact_no = any($2::int[]) order by m.at desc, m.merge_no desc`,
};
const reviews: Statement = {
  name: 'merge_reviews',
  text: `/* merge_reviews */ select review_no as "reviewNo", at, rule, detail, contact_nos as "contactNos" from merge_review
    where account_id = $1 and review_no < $2 order by review_no desc limit $3`,
};

export const mergeByNo = async (
  reader: Pick<Transaction, 'query'>,
  account: number,
  mergeNo: number,
): Promise<MergeRow | null> => (await reader.query<MergeRow>(byNo, [account, mergeNo]))[0] ?? null;

/** Merges that hold, newest first, each with the contact it was asked for. */
export const mergesOf = (
  db: Database,
  account: number,
  contactNos: readonly number[],
): Promise<(MergeRow & { readonly asked: number })[]> =>
  db.read<MergeRow & { readonly asked: number }>(ofContacts, [account, contactNos]);

/** Newest first, below a number. */
export const reviewsBelow = (db: Database, account: number, below: number, first: number): Promise<ReviewRow[]> =>
  db.read<ReviewRow>(reviews, [account, below, first]);
