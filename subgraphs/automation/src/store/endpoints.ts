import type { Database, Statement, Transaction } from '@ucp/kit/database';

export interface EndpointRow {
  readonly endpointNo: number;
  readonly name: string;
  readonly url: string;
  readonly createdAt: Date;
  readonly archivedAt: Date | null;
  readonly [column: string]: unknown;
}

export interface SealedEndpoint extends EndpointRow {
  readonly secret: Buffer;
}

const columns = 'endpoint_no as "endpointNo", name, url, created_at as "createdAt", archived_at as "archivedAt"';
const list: Statement = {
  name: 'endpoints',
  text: `/* endpoints */ select ${columns} from webhook_endpoint where account_id = $1 and ($2 or archived_at is null) order by name`,
};
const byNo: Statement = {
  name: 'endpoints_by_no',
  text: `/* endpoints_by_no */ select ${columns}, secret from webhook_endpoint where account_id = $1 and endpoint_no = any($2::int[])`,
};
const lock: Statement = {
  name: 'endpoints_lock',
  text: "/* endpoints_lock */ select pg_advisory_xact_lock(hashtextextended('endpoints', $1))",
};
const insert: Statement = {
  name: 'endpoint_insert',
  text: `/* endpoint_insert */ insert into webhook_endpoint (account_id, endpoint_no, name, url, secret, created_at)
    select $1, coalesce(max(endpoint_no), 0) + 1, $2, $3, $4, $5 from webhook_endpoint where account_id = $1
    having count(*) filter (where archived_at is null) < $6 returning ${columns}`,
};
const archive: Statement = {
  name: 'endpoint_archive',
  text: `/* endpoint_archive */ update webhook_endpoint set archived_at = coalesce(archived_at, $3)
    where account_id = $1 and endpoint_no = $2 returning ${columns}`,
};

/** By name. */
export const endpointsOf = (db: Database, account: number, archived: boolean): Promise<EndpointRow[]> =>
  db.read<EndpointRow>(list, [account, archived]);

/** Archived ones too. No order; absent where there is none. */
export const endpointsByNo = (
  db: Database,
  account: number,
  endpointNos: readonly number[],
): Promise<SealedEndpoint[]> => db.read<SealedEndpoint>(byNo, [account, endpointNos]);

/** Null: as many as `most` are in use already. */
export async function insertEndpoint(
  tx: Transaction,
  account: number,
  { name, url, secret }: { readonly name: string; readonly url: string; readonly secret: Buffer },
  most: number,
): Promise<EndpointRow | null> {
  await tx.query(lock, [account]);
  return (await tx.query<EndpointRow>(insert, [account, name, url, secret, tx.now, most]))[0] ?? null;
}

/** Null: there is none. */
export const archiveEndpoint = async (
  tx: Transaction,
  account: number,
  endpointNo: number,
): Promise<EndpointRow | null> => (await tx.query<EndpointRow>(archive, [account, endpointNo, tx.now]))[0] ?? null;
