import type { Database, Statement } from '@ucp/kit/database';
import { type JournalEntry, type JournalPage, pageLimit, pageOf } from '@ucp/kit/journal';

/** What automation tells itself: behaviour. Nobody else reacts to it yet. */
const after: Statement = {
  name: 'journal_after',
  text: `/* journal_after */ select coalesce((select rev from journal_head where account_id = $1), 0) as head,
    (select json_agg(json_build_object('rev', b.rev, 'entry', json_build_object('kind', 'BEHAVIOR', 'identifierKind', b.identifier_kind,
        'value', b.identifier_value, 'name', b.name, 'at', b.at, 'properties', b.properties)) order by b.rev, b.at, b.event_id)
      from (select * from behavior where account_id = $1 and rev > $2 and $4 order by rev fetch first $3 rows with ties) b) as entries`,
};

/** How far automation is, and behaviour for who asks for it. */
export async function journalAfter(
  db: Database,
  account: number,
  rev: number,
  kinds: readonly string[] | null,
): Promise<JournalPage> {
  const [row] = await db.read<{
    readonly head: number;
    readonly entries: readonly { readonly rev: number; readonly entry: JournalEntry }[] | null;
  }>(after, [account, rev, pageLimit, kinds?.includes('BEHAVIOR') ?? false]);
  return pageOf(row?.entries ?? [], row?.head ?? 0);
}
