import type { ScoreModel } from '@ucp/audience/score';
import type { Statement, Transaction } from '@ucp/kit/database';

/** A model in its newest version. */
export interface NamedModel extends ScoreModel {
  readonly name: string;
  readonly version: number;
  /** Whether it is the one of scores of which no model is named. */
  readonly isDefault: boolean;
}

type Row = NamedModel & Record<string, unknown>;

const all: Statement = {
  name: 'score_models',
  text: `/* score_models */ select distinct on (m.name) m.name, m.version, m.rules, m.ranges, m.name = b.default_model as "isDefault"
    from score_model m join account_begun b on b.account_id = m.account_id
    where m.account_id = $1 and ($2::text is null or m.name = $2) order by m.name, m.version desc`,
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

/** By name. */
export const modelsOf = (reader: Pick<Transaction, 'query'>, account: number): Promise<NamedModel[]> =>
  reader.query<Row>(all, [account, null]);

/** Null when the account has none of this name. */
export const modelByName = async (
  reader: Pick<Transaction, 'query'>,
  account: number,
  name: string,
): Promise<NamedModel | null> => (await reader.query<Row>(all, [account, name]))[0] ?? null;

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
