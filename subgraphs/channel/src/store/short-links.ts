import { plainArray, textArray } from '@ucp/kit/array-text';
import type { Database, Statement } from '@ucp/kit/database';

/** A link of a message, under the code it was sent as. */
export interface ShortLinkRow {
  readonly code: string;
  readonly url: string;
  readonly messageNo: number;
  readonly addressNo: number;
}

/** A link that is followed, and of which message. */
export interface FollowedLink {
  readonly account: number;
  /** The address the message went to, as it is matched. */
  readonly address: string;
  /** The provider's id of the message; null until it is known here. */
  readonly messageId: string | null;
  readonly url: string;
  readonly [column: string]: unknown;
}

const keep: Statement = {
  name: 'short_links_keep',
  text: `/* short_links_keep */ insert into short_link (code, account_id, message_no, address_no, url)
    select l.code, $1, l.message_no, l.address_no, l.url from unnest($2::text[], $3::bigint[], $4::int[], $5::text[]) as l(code, message_no, address_no, url)
    on conflict (code) do update set url = excluded.url, address_no = excluded.address_no`,
};
const followed: Statement = {
  name: 'short_link',
  text: `/* short_link */ select l.account_id as account, a.value as address, m.provider_message_id as "messageId", l.url
    from short_link l join address a on a.account_id = l.account_id and a.address_no = l.address_no
      left join message m on m.account_id = l.account_id and m.message_no = l.message_no
    where l.code = $1`,
};
const addressOf: Statement = {
  name: 'address_by_no',
  text: '/* address_by_no */ select value from address where account_id = $1 and address_no = $2',
};

/** Keeps links before their messages leave. A message that is written again, with the same codes, leads where it now says. */
export async function keepLinks(db: Database, account: number, rows: readonly ShortLinkRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db.write(keep, [
    account,
    textArray(rows.map(({ code }) => code)),
    plainArray(rows.map(({ messageNo }) => messageNo)),
    plainArray(rows.map(({ addressNo }) => addressNo)),
    textArray(rows.map(({ url }) => url)),
  ]);
}

/** Null for a code that was never sent. Repeatable, but for the message's id, which comes with the outcome. */
export const linkByCode = async (db: Database, code: string): Promise<FollowedLink | null> =>
  (await db.read<FollowedLink>(followed, [code]))[0] ?? null;

/** The address as it is matched; null for a number the account does not have. */
export const addressByNo = async (db: Database, account: number, addressNo: number): Promise<string | null> =>
  (await db.read<{ value: string }>(addressOf, [account, addressNo]))[0]?.value ?? null;
