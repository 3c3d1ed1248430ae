import type { Database, Statement } from '@ucp/kit/database';
import { type JournalPage, pageLimit, pageOf } from '@ucp/kit/journal';

/** What the channel's own journal tells: addresses that came with activity or consent before identity knew them. */
const introduced: Statement = {
  name: 'journal_introduced',
  text: `/* journal_introduced */ select coalesce((select rev from journal_head where account_id = $1), 0) as head,
    (select json_agg(json_build_object('rev', a.rev, 'value', a.value, 'given', a.given, 'at', a.introduced_at, 'acquisition', a.acquisition)
        order by a.rev, a.address_no)
      from (select * from address where account_id = $1 and rev > $2 and acquisition is not null
        order by rev fetch first $3 rows with ties) a) as entries`,
};

interface IntroducedRow {
  readonly head: number;
  readonly entries:
    | readonly {
        readonly rev: number;
        readonly value: string;
        readonly given: string;
        readonly at: string;
        readonly acquisition: unknown;
      }[]
    | null;
  readonly [column: string]: unknown;
}

export async function introducedAfter(
  db: Database,
  identifierKind: string,
  account: number,
  after: number,
): Promise<JournalPage> {
  const [row] = await db.read<IntroducedRow>(introduced, [account, after, pageLimit]);
  const entries = (row?.entries ?? []).map(({ rev, ...address }) => ({
    rev,
    entry: { kind: 'ADDRESS_INTRODUCED', identifierKind, ...address },
  }));
  return pageOf(entries, row?.head ?? 0);
}
