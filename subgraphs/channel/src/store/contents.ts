import type { Database, Statement, Transaction } from '@ucp/kit/database';

export type WhenMissing = 'EMPTY' | 'FAIL';

/** What messages say. A row never changes. */
export interface ContentRow {
  readonly contentNo: number;
  /** Null: given with one message. */
  readonly key: string | null;
  readonly version: number;
  readonly name: string;
  readonly parts: Readonly<Record<string, unknown>>;
  readonly whenMissing: WhenMissing;
  readonly digest: Buffer;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly [column: string]: unknown;
}

export type NewContent = Pick<ContentRow, 'key' | 'name' | 'parts' | 'whenMissing' | 'digest' | 'createdBy'>;

const columns = `content_no as "contentNo", template_key as key, version, name, parts, when_missing as "whenMissing", digest,
    created_at as "createdAt", created_by as "createdBy"`;
const byNos: Statement = {
  name: 'contents',
  text: `/* contents */ select ${columns} from message_content where account_id = $1 and content_no = any($2::int[])`,
};
const templates: Statement = {
  name: 'templates',
  text: `/* templates */ select distinct on (template_key) ${columns} from message_content
    where account_id = $1 and template_key is not null order by template_key, version desc`,
};
const byKey: Statement = {
  name: 'template_by_key',
  text: `/* template_by_key */ select ${columns} from message_content
    where account_id = $1 and template_key = $2 and version = coalesce($3::int, version) order by version desc limit 1`,
};
const byDigest: Statement = {
  name: 'content_by_digest',
  text: `/* content_by_digest */ select ${columns} from message_content where account_id = $1 and digest = $2 and template_key is null`,
};
const lock: Statement = {
  name: 'contents_lock',
  text: "/* contents_lock */ select pg_advisory_xact_lock(hashtextextended('contents', $1))",
};
const insert: Statement = {
  name: 'content_insert',
  text: `/* content_insert */ insert into message_content (account_id, content_no, template_key, version, name, parts, when_missing, digest, created_at, created_by)
    values ($1::int, coalesce((select max(content_no) from message_content where account_id = $1::int), 0) + 1, $2::text,
      coalesce((select max(version) from message_content where account_id = $1::int and template_key = $2::text), 0) + 1,
      $3::text, $4::jsonb, $5::text, $6::bytea, $7::timestamptz, $8::text) returning ${columns}`,
};

/** No order; numbers nobody has are absent. */
export const contentsOf = (db: Database, account: number, contentNos: readonly number[]): Promise<ContentRow[]> =>
  db.read<ContentRow>(byNos, [account, contentNos]);

/** The newest version of each template, by key. */
export const templatesOf = (db: Database, account: number): Promise<ContentRow[]> =>
  db.read<ContentRow>(templates, [account]);

/** @param version null: the newest */
export const templateByKey = async (
  reader: Pick<Transaction, 'query'>,
  account: number,
  key: string,
  version: number | null = null,
): Promise<ContentRow | null> => (await reader.query<ContentRow>(byKey, [account, key, version]))[0] ?? null;

/** Text that was given with a message before, by what it says. */
export const contentByDigest = async (
  reader: Pick<Transaction, 'query'>,
  account: number,
  digest: Buffer,
): Promise<ContentRow | null> => (await reader.query<ContentRow>(byDigest, [account, digest]))[0] ?? null;

/** Who adds content takes turns in an account: numbers and versions follow each other. */
export const lockContents = (tx: Transaction, account: number): Promise<unknown> => tx.query(lock, [account]);

/** Under `lockContents`. */
export async function insertContent(tx: Transaction, account: number, content: NewContent): Promise<ContentRow> {
  const { key, name, parts, whenMissing, digest, createdBy } = content;
  const values = [account, key, name, JSON.stringify(parts), whenMissing, digest, tx.now, createdBy];
  const [row] = await tx.query<ContentRow>(insert, values);
  if (row === undefined) throw new Error('the content was not written');
  return row;
}
