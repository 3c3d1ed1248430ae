import type { Database } from '@ucp/kit/database';
import type { FieldType } from './domain/fields.ts';
import { definitionsOf } from './store/field-definitions.ts';

/** Accounts whose fields are kept; more are forgotten at once and read again. */
const keptAccounts = 10_000;

/**
 * Types of the fields of some keys, for conditions about single contacts. A field never goes and its type never changes: what is
 * known of it once is not read again.
 */
export function createFieldTypes(db: Database) {
  const known = new Map<number, ReadonlyMap<string, FieldType>>();
  /** Keys the account does not have may be absent. */
  return async (account: number, keys: readonly string[]): Promise<ReadonlyMap<string, FieldType>> => {
    const before = known.get(account);
    if (before !== undefined && keys.every((key) => before.has(key))) return before;
    if (keys.length === 0) return new Map();
    const types = new Map((await definitionsOf(db, account)).map(({ key, type }) => [key, type]));
    if (known.size >= keptAccounts) known.clear();
    known.set(account, types);
    return types;
  };
}
