import type { ScoreModel } from '@ucp/audience/score';
import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { SegmentRow } from './segments.ts';

/** Everything an account defined to look at its contacts, at one moment. */
export interface AccountRules {
  readonly now: Date;
  /** False: the account has not been given what everybody begins with. */
  readonly begun: boolean;
  readonly version: number;
  readonly model: ScoreModel;
  /** Those that are not archived, by name. */
  readonly segments: readonly SegmentRow[];
}

interface Row {
  readonly now: Date;
  readonly begun: boolean;
  readonly model: {
    readonly version: number;
    readonly rules: ScoreModel['rules'];
    readonly ranges: ScoreModel['ranges'];
  } | null;
  readonly segments: readonly SegmentRow[] | null;
  readonly [column: string]: unknown;
}

const read: Statement = {
  name: 'account_rules',
  text: `/* account_rules */ select date_trunc('milliseconds', now() + $2::interval) as now,
    exists (select 1 from account_begun where account_id = $1) as begun,
    (select json_build_object('version', version, 'rules', rules, 'ranges', ranges) from score_model
      where account_id = $1 order by version desc limit 1) as model,
    (select json_agg(json_build_object('segmentNo', segment_no, 'name', name, 'filter', filter, 'tracked', tracked, 'archivedAt', null)
        order by name) from segment where account_id = $1 and archived_at is null) as segments`,
};
const begin: Statement = {
  name: 'account_begin',
  text: '/* account_begin */ insert into account_begun (account_id) values ($1) on conflict do nothing returning account_id',
};
const lock: Statement = {
  name: 'rules_lock',
  text: "/* rules_lock */ select pg_advisory_xact_lock(hashtextextended('rules', $1))",
};
const insertModel: Statement = {
  name: 'score_model_insert',
  text: `/* score_model_insert */ insert into score_model (account_id, version, rules, ranges, made_at)
    select $1, coalesce(max(version), 0) + 1, $2, $3, $4 from score_model where account_id = $1 returning version`,
};

export async function readRules(
  reader: Pick<Transaction, 'query'>,
  account: number,
  offset: string,
): Promise<AccountRules> {
  const [row] = await reader.query<Row>(read, [account, offset]);
  if (row === undefined) throw new Error('an account has no rules');
  const { now, begun, model, segments } = row;
  return {
    now,
    begun,
    version: model?.version ?? 0,
    model: { rules: model?.rules ?? [], ranges: model?.ranges ?? [] },
    segments: segments ?? [],
  };
}

/** Changes of an account's rules take turns. */
export const lockRules = (tx: Transaction, account: number): Promise<unknown> => tx.query(lock, [account]);

/** Whether the account was begun just now. */
export const beginAccount = async (tx: Transaction, account: number): Promise<boolean> =>
  (await tx.query(begin, [account])).length > 0;

/** @returns the version of the model */
export async function addModel(tx: Transaction, account: number, { rules, ranges }: ScoreModel): Promise<number> {
  const [row] = await tx.query<{ version: number }>(insertModel, [
    account,
    JSON.stringify(rules),
    JSON.stringify(ranges),
    tx.now,
  ]);
  if (row === undefined) throw new Error('the model was not written');
  return row.version;
}

/** The rules of an account, outside of a transaction. */
export const rulesOf = (db: Database, account: number): Promise<AccountRules> =>
  readRules({ query: db.read }, account, db.clockOffset());
