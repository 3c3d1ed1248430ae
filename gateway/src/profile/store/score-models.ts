import type { ScoreModel } from '@ucp/audience/score';
import type { Statement, Transaction } from '@ucp/kit/database';

/** A model in its newest version. */
export interface NamedModel extends ScoreModel {
  readonly name: string;
  readonly version: number;
  /** Whether it is the one of scores of which no model is named. */
  readonly isDefault: boolean;
  /** Null: it is in use. */
  readonly archivedAt: Date | null;
}

type Row = NamedModel & Record<string, unknown>;

const all: Statement = {
  name: 'score_models',
  text: `/* score_models */ select * from (
      select distinct on (m.name) m.name, m.version, m.rules, m.ranges, m.name = b.default_model as "isDefault", m.archived_at as "archivedAt"
      from score_model m join account_begun b on b.account_id = m.account_id
      where m.account_id = $1 and ($2::text is null or m.name = $2) order by m.name, m.version desc) newest
    where $3 or "archivedAt" is null order by name`,
};
const archive: Statement = {
  name: 'score_model_archive',
  text: `/* score_model_archive */ update score_model set archived_at = $3
    where account_id = $1 and name = $2 and archived_at is null`,
};
const insert: Statement = {
  name: 'score_model_insert',
  text: `/* score_model_insert */ insert into score_model (account_id, name, version, rules, ranges, made_at)
    select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5 from score_model where account_id = $1 and name = $2 returning version`,
};
const choose: Statement = {
  name: 'score_model_default',
  text: '/* score_model_default */ update account_begun set default_model = $2 where account_id = $1',
};

/** Those in use, by name. */
export const modelsOf = (reader: Pick<Transaction, 'query'>, account: number): Promise<NamedModel[]> =>
  reader.query<Row>(all, [account, null, false]);

/** One in use; null when the account has none of this name. */
export const modelByName = async (
  reader: Pick<Transaction, 'query'>,
  account: number,
  name: string,
): Promise<NamedModel | null> => (await reader.query<Row>(all, [account, name, false]))[0] ?? null;

/** The newest of a name, archived or not; null when the account never had one. */
export const modelEverOf = async (tx: Transaction, account: number, name: string): Promise<NamedModel | null> =>
  (await tx.query<Row>(all, [account, name, true]))[0] ?? null;

/** Repeatable: what is archived stays archived when it was. */
export const archiveModel = (tx: Transaction, account: number, name: string): Promise<unknown> =>
  tx.query(archive, [account, name, tx.now]);

/** @returns the version of the model */
export async function addModel(
  tx: Transaction,
  account: number,
  name: string,
  { rules, ranges }: ScoreModel,
): Promise<number> {
  const values = [account, name, JSON.stringify(rules), JSON.stringify(ranges), tx.now];
  const [row] = await tx.query<{ version: number }>(insert, values);
  if (row === undefined) throw new Error('the model was not written');
  return row.version;
}

/** Scores of which no model is named are by this one from then on. */
export const chooseModel = (tx: Transaction, account: number, name: string): Promise<unknown> =>
  tx.query(choose, [account, name]);
