import type { Database, Statement } from '@ucp/kit/database';

const bind: Statement = {
  name: 'source_token_bind',
  text: `/* source_token_bind */ with old as (
      delete from source_token where account_id = $1 and source_no = $2 and token in (
        select token from source_token where account_id = $1 and source_no = $2 and signed_at < now() + $6::interval - $7::interval
        order by signed_at limit 10)),
    fresh as (insert into source_token (account_id, source_no, token, digest, signed_at)
      select $1, $2, $3, $4, $5 where $5 >= now() + $6::interval - $7::interval
      on conflict (account_id, source_no, token) do update set token = excluded.token returning digest)
    select digest from fresh`,
};

/**
 * Binds a signature's token to the digest of what it came with; the first one holds. Tokens older than `kept` (an interval) are
 * refused and forgotten, ten at a time.
 * @returns whether this digest is the one it is bound to
 */
export async function bindToken(
  db: Database,
  account: number,
  sourceNo: number,
  use: { readonly token: string; readonly digest: Buffer; readonly signedAt: Date },
  kept: string,
): Promise<boolean> {
  const values = [account, sourceNo, use.token, use.digest, use.signedAt, db.clockOffset(), kept];
  const [row] = await db.write<{ digest: Buffer }>(bind, values);
  return row?.digest.equals(use.digest) === true;
}
