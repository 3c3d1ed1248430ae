import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '@ucp/kit/database';
import { badInput, notFound } from '@ucp/kit/errors';
import { limits } from '../domain/limits.ts';
import type { Role } from '../domain/roles.ts';
import { insertKey, type KeyRow, revokeKey } from '../store/keys.ts';

/** A key and what is kept of it: 32 random bytes need no slow hash. */
export function newSecret(): { readonly secret: string; readonly hash: string } {
  const secret = `ucp_${randomBytes(32).toString('base64url')}`;
  return { secret, hash: createHash('sha256').update(secret).digest('base64url') };
}

/** @throws CodedError BAD_USER_INPUT */
export async function createKey(
  db: Database,
  account: number,
  { name, role }: { readonly name: string; readonly role: Role },
): Promise<{ readonly apiKey: KeyRow; readonly secret: string }> {
  if (name.trim() === '' || name.length > limits.name) {
    throw badInput(['input', 'name'], `A name has 1 to ${limits.name} characters, got ${name.length}`);
  }
  const { secret, hash } = newSecret();
  const apiKey = await db.transaction((tx) => insertKey(tx, account, { name: name.trim(), role, hash }));
  return { apiKey, secret };
}

/** @throws CodedError NOT_FOUND */
export async function endKey(db: Database, account: number, keyNo: number | null): Promise<KeyRow> {
  const key = keyNo === null ? null : await db.transaction((tx) => revokeKey(tx, account, keyNo));
  if (key === null) throw notFound(['id'], 'The account has no key of this id');
  return key;
}
