import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { FieldDefinition } from '../domain/fields.ts';
import { readDefinitions } from './neighbourhood.ts';

const lock: Statement = {
  name: 'fields_lock',
  text: "/* fields_lock */ select pg_advisory_xact_lock(hashtextextended('fields', $1))",
};
const upsert: Statement = {
  name: 'field_define',
  text: `/* field_define */ insert into field_definition (account_id, field_no, key, label, type, options, merge_strategy)
    select $1, coalesce(max(field_no), 0) + 1, $2, $3, $4, $5, $6 from field_definition where account_id = $1
    on conflict (account_id, key) do update set label = excluded.label, options = excluded.options, merge_strategy = excluded.merge_strategy
    returning field_no as "fieldNo", key, label, type, options, merge_strategy as "mergeStrategy"`,
};

/** Fields the account defined, by key. */
export const definitionsOf = (db: Database, account: number): Promise<FieldDefinition[]> =>
  readDefinitions({ query: db.read }, account);

/** The account's fields, locked against others who define some until the transaction ends. */
export async function lockDefinitions(tx: Transaction, account: number): Promise<FieldDefinition[]> {
  await tx.query(lock, [account]);
  return readDefinitions(tx, account);
}

/** Makes a field, or changes its label, options and strategy; its type stays. */
export async function upsertDefinition(
  tx: Transaction,
  account: number,
  field: Omit<FieldDefinition, 'fieldNo'>,
): Promise<FieldDefinition> {
  const [row] = await tx.query<FieldDefinition & Record<string, unknown>>(upsert, [
    account,
    field.key,
    field.label,
    field.type,
    field.options,
    field.mergeStrategy,
  ]);
  if (row === undefined) throw new Error('the field was not written');
  return row;
}
