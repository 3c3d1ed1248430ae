import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { Role } from '../domain/roles.ts';

export interface KeyRow {
  readonly accountId: number;
  readonly keyNo: number;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
  readonly [column: string]: unknown;
}

const columns = `account_id as "accountId", key_no as "keyNo", name, role, created_at as "createdAt", revoked_at as "revokedAt"`;
const list: Statement = {
  name: 'keys',
  text: `/* keys */ select ${columns} from api_key where account_id = $1 order by key_no desc`,
};
const byHash: Statement = {
  name: 'key_by_hash',
  text: `/* key_by_hash */ select ${columns} from api_key where hash = $1 and revoked_at is null`,
};
const lock: Statement = {
  name: 'keys_lock',
  text: "/* keys_lock */ select pg_advisory_xact_lock(hashtextextended('keys', $1))",
};
const insert: Statement = {
  name: 'key_insert',
  text: `/* key_insert */ insert into api_key (account_id, key_no, name, role, hash, created_at)
    select $1, coalesce(max(key_no), 0) + 1, $2, $3, $4, $5 from api_key where account_id = $1 returning ${columns}`,
};
const revoke: Statement = {
  name: 'key_revoke',
  text: `/* key_revoke */ update api_key set revoked_at = coalesce(revoked_at, $3) where account_id = $1 and key_no = $2 returning ${columns}`,
};

/** Keys of an account, newest first, revoked ones included. */
export const keysOf = (db: Database, account: number): Promise<KeyRow[]> => db.read<KeyRow>(list, [account]);

/** The key of a hash, of whatever account; null when there is none that works. */
export const keyByHash = async (db: Database, hash: string): Promise<KeyRow | null> =>
  (await db.read<KeyRow>(byHash, [hash]))[0] ?? null;

export async function insertKey(
  tx: Transaction,
  account: number,
  key: { readonly name: string; readonly role: Role; readonly hash: string },
): Promise<KeyRow> {
  await tx.query(lock, [account]);
  const [row] = await tx.query<KeyRow>(insert, [account, key.name, key.role, key.hash, tx.now]);
  if (row === undefined) throw new Error('the key was not written');
  return row;
}

/** Null when the account has none of this number. */
export const revokeKey = async (tx: Transaction, account: number, keyNo: number): Promise<KeyRow | null> =>
  (await tx.query<KeyRow>(revoke, [account, keyNo, tx.now]))[0] ?? null;
