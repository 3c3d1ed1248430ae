import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { NamedModel } from './score-models.ts';
import type { SegmentRow } from './segments.ts';

/** Everything an account defined to look at its contacts, at one moment. */
export interface AccountRules {
  readonly now: Date;
  /** False: the account has not been given what everybody begins with. */
  readonly begun: boolean;
  /** The default one. */
  readonly model: NamedModel;
  /** Those that are not archived, by name. */
  readonly segments: readonly SegmentRow[];
}

interface Row {
  readonly now: Date;
  readonly begun: boolean;
  readonly model: NamedModel | null;
  readonly segments: readonly SegmentRow[] | null;
  readonly [column: string]: unknown;
}

const read: Statement = {
  name: 'account_rules',
  text: `/* account_rules */ select date_trunc('milliseconds', now() + $2::interval) as now,
    exists (select 1 from account_begun where account_id = $1) as begun,
    (select json_build_object('name', m.name, 'version', m.version, 'rules', m.rules, 'ranges', m.ranges, 'isDefault', true, 'archivedAt', null)
      from account_begun b join score_model m on m.account_id = b.account_id and m.name = b.default_model
      where b.account_id = $1 order by m.version desc limit 1) as model,
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

/** Name of the model that everybody begins with. */
export const firstName = 'Default';

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
    // Until the account is given its first.
    model: model ?? { name: firstName, version: 0, rules: [], ranges: [], isDefault: true, archivedAt: null },
    segments: segments ?? [],
  };
}

/** Changes of an account's rules take turns. */
export const lockRules = (tx: Transaction, account: number): Promise<unknown> => tx.query(lock, [account]);

/** Waits until changes of the rules that are under way are there, or are not. */
export const rulesSettled = (db: Pick<Database, 'transaction'>, account: number): Promise<void> =>
  db.transaction(async (tx) => {
    await lockRules(tx, account);
  });

/** Whether the account was begun just now. */
export const beginAccount = async (tx: Transaction, account: number): Promise<boolean> =>
  (await tx.query(begin, [account])).length > 0;

/** The rules of an account, outside of a transaction. */
export const rulesOf = (db: Database, account: number): Promise<AccountRules> =>
  readRules({ query: db.read }, account, db.clockOffset());
