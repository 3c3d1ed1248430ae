import type { Database, Statement } from '@ucp/kit/database';
import { codeOf } from '@ucp/kit/database-errors';
import { badInput } from '@ucp/kit/errors';

export interface SourceRow {
  readonly sourceNo: number;
  readonly name: string;
  readonly provider: string;
  readonly archivedAt: Date | null;
  /** Whether a second secret is valid beside the first. */
  readonly rotating: boolean;
  readonly lastEventAt: Date | null;
  readonly received: number;
  readonly fresh: number;
  readonly duplicates: number;
  readonly skipped: number;
  readonly refused: number;
}

export interface SealedSource extends SourceRow {
  readonly secret: Buffer;
  readonly nextSecret: Buffer | null;
}

const columns = `s.source_no as "sourceNo", s.name, s.provider, s.archived_at as "archivedAt", s.next_secret is not null as rotating,
    c.last_event_at as "lastEventAt", coalesce(c.received, 0) as received, coalesce(c.fresh, 0) as fresh,
    coalesce(c.duplicates, 0) as duplicates, coalesce(c.skipped, 0) as skipped, coalesce(c.refused, 0) as refused`;
const counted = 'left join source_count c on c.account_id = s.account_id and c.source_no = s.source_no';
const list: Statement = {
  name: 'sources',
  text: `/* sources */ select ${columns} from source s ${counted} where s.account_id = $1 and (s.archived_at is null or $2) order by s.name, s.source_no`,
};
const byNo: Statement = {
  name: 'source_by_no',
  text: `/* source_by_no */ select ${columns}, s.secret, s.next_secret as "nextSecret" from source s ${counted}
    where s.account_id = $1 and s.source_no = $2`,
};
const insert: Statement = {
  name: 'source_insert',
  text: `/* source_insert */ insert into source (account_id, source_no, name, provider, secret)
    select $1, coalesce(max(source_no), 0) + 1, $2, $3, $4 from source where account_id = $1 returning source_no as "sourceNo"`,
};
const lockSources: Statement = {
  name: 'sources_lock',
  text: "/* sources_lock */ select pg_advisory_xact_lock(hashtextextended('sources', $1))",
};
const addSecret: Statement = {
  name: 'source_add_secret',
  text: `/* source_add_secret */ update source set next_secret = $3
    where account_id = $1 and source_no = $2 and next_secret is null and archived_at is null`,
};
const retireSecret: Statement = {
  name: 'source_retire_secret',
  text: `/* source_retire_secret */ update source set secret = next_secret, next_secret = null
    where account_id = $1 and source_no = $2 and next_secret is not null and archived_at is null`,
};
const archive: Statement = {
  name: 'source_archive',
  text: `/* source_archive */ update source set archived_at = now() + $3::interval
    where account_id = $1 and source_no = $2 and archived_at is null`,
};

/** By name; archived ones only when asked for. */
export const sourcesOf = (db: Database, account: number, archived: boolean): Promise<SourceRow[]> =>
  db.read<SourceRow>(list, [account, archived]);

/** Archived ones too. */
export const sourceByNo = async (db: Database, account: number, sourceNo: number): Promise<SealedSource | null> =>
  (await db.read<SealedSource>(byNo, [account, sourceNo]))[0] ?? null;

/** @returns its number. @throws CodedError BAD_USER_INPUT when the name is taken */
export async function insertSource(
  db: Database,
  account: number,
  source: { readonly name: string; readonly provider: string; readonly secret: Buffer },
): Promise<number> {
  try {
    return await db.transaction(async (tx) => {
      await tx.query(lockSources, [account]);
      const values = [account, source.name, source.provider, source.secret];
      const [row] = await tx.query<{ sourceNo: number }>(insert, values);
      if (row === undefined) throw new Error('the source was not written');
      return row.sourceNo;
    });
  } catch (error) {
    if (codeOf(error) !== '23505') throw error;
    throw badInput(
      ['input', 'name'],
      `A source of the name "${source.name}" is there already; names are unique on a channel`,
    );
  }
}

/** Makes a second secret valid beside the first. Changes nothing where there are two already. */
export const addSourceSecret = (db: Database, account: number, sourceNo: number, secret: Buffer): Promise<unknown> =>
  db.write(addSecret, [account, sourceNo, secret]);

/** Ends the older of two secrets. Changes nothing where there is one. */
export const retireSourceSecret = (db: Database, account: number, sourceNo: number): Promise<unknown> =>
  db.write(retireSecret, [account, sourceNo]);

export const archiveSource = (db: Database, account: number, sourceNo: number): Promise<unknown> =>
  db.write(archive, [account, sourceNo, db.clockOffset()]);
