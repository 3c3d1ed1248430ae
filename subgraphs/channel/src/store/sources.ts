import { codeOf, type Database, type Statement } from '@ucp/kit/database';
import { badInput } from '@ucp/kit/errors';

export interface SourceRow {
  readonly sourceNo: number;
  readonly name: string;
  readonly provider: string;
  readonly lastEventAt: Date | null;
}

export interface SealedSource extends SourceRow {
  readonly secret: Buffer;
}

const columns = 'source_no as "sourceNo", name, provider, last_event_at as "lastEventAt"';
const list: Statement = {
  name: 'sources',
  text: `/* sources */ select ${columns} from source where account_id = $1 order by name`,
};
const byNo: Statement = {
  name: 'source_by_no',
  text: `/* source_by_no */ select ${columns}, secret from source where account_id = $1 and source_no = $2`,
};
const insert: Statement = {
  name: 'source_insert',
  text: `/* source_insert */ insert into source (account_id, source_no, name, provider, secret)
    select $1, coalesce(max(source_no), 0) + 1, $2, $3, $4 from source where account_id = $1 returning ${columns}`,
};
const touch: Statement = {
  name: 'source_touch',
  text: `/* source_touch */ update source set last_event_at = now() + $3::interval
    where account_id = $1 and source_no = $2 and (last_event_at is null or last_event_at < now() + $3::interval - interval '1 second')`,
};

export const sourcesOf = (db: Database, account: number): Promise<SourceRow[]> => db.read<SourceRow>(list, [account]);

export const sourceByNo = async (db: Database, account: number, sourceNo: number): Promise<SealedSource | null> =>
  (await db.read<SealedSource>(byNo, [account, sourceNo]))[0] ?? null;

/** @throws CodedError BAD_USER_INPUT when the name is taken */
export async function insertSource(
  db: Database,
  account: number,
  source: { readonly name: string; readonly provider: string; readonly secret: Buffer },
): Promise<SourceRow> {
  try {
    return await db.transaction(async (tx) => {
      const [row] = await tx.query<SourceRow>(insert, [account, source.name, source.provider, source.secret]);
      if (row === undefined) throw new Error('the source was not written');
      return row;
    });
  } catch (error) {
    if (codeOf(error) !== '23505') throw error;
    throw badInput(
      ['input', 'name'],
      `A source of the name "${source.name}" is there already; names are unique on a channel`,
    );
  }
}

/** Notes that a genuine event came in, at most once a second: a busy source must not serialise on its own row. */
export const touchSource = (db: Database, account: number, sourceNo: number): Promise<void> =>
  db.pool.query({ ...touch, values: [account, sourceNo, db.clockOffset()] }).then(() => undefined);
