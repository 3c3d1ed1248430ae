import type { Database, Statement } from '@ucp/kit/database';
import { type JournalEntry, type JournalPage, pageLimit, pageOf } from '@ucp/kit/journal';

export interface ChangeRow {
  readonly rev: number;
  readonly contactNo: number;
  readonly entered: boolean;
  readonly at: Date;
  readonly [column: string]: unknown;
}

export interface SizeRow {
  readonly day: Date;
  readonly size: number | null;
  readonly [column: string]: unknown;
}

const newest: Statement = {
  name: 'segment_changes',
  text: `/* segment_changes */ select rev, contact_no as "contactNo", entered, at from segment_change
    where account_id = $1 and segment_no = $2 and rev <= $3 and (rev < $3 or contact_no > $4)
    order by rev desc, contact_no limit $5`,
};
const sizes: Statement = {
  name: 'segment_sizes',
  // No more days are made than are told, however far apart the ends are.
  text: `/* segment_sizes */ with last as (select date_trunc('day', coalesce($4::timestamptz, now() + $5::interval)) as day),
    span as (select date_trunc('day', coalesce($3::timestamptz, day - interval '29 days')) as first, day as last from last)
    select d.day, s.size
    from span, generate_series(span.first, least(span.last, span.first + $6::int * interval '1 day'), interval '1 day') d(day)
      left join segment_size s on s.account_id = $1 and s.segment_no = $2 and s.day = d.day::date
    order by d.day limit $6`,
};
const after: Statement = {
  name: 'segment_journal',
  text: `/* segment_journal */ select coalesce((select rev from journal_head where account_id = $1), 0) as head,
    (select json_agg(json_build_object('rev', page.rev, 'entry', json_build_object(
        'kind', case when page.entered then 'SEGMENT_ENTERED' else 'SEGMENT_LEFT' end, 'segmentNo', page.segment_no,
        'contactNo', page.contact_no, 'at', page.at)) order by page.rev, page.segment_no, page.contact_no)
      from (select * from segment_change where account_id = $1 and rev > $2
        and ($4::text[] is null or case when entered then 'SEGMENT_ENTERED' else 'SEGMENT_LEFT' end = any($4::text[])) order by rev fetch first $3 rows with ties) page) as entries`,
};

/** `$2` days ago, by the clock's offset `$1`. */
const keptFrom = "now() + $1::interval - $2 * interval '1 day'";
const outdated: Statement = {
  name: 'segment_changes_outdated',
  // Of each account its oldest is looked at, by the primary key.
  text: `/* segment_changes_outdated */ select h.account_id as account from journal_head h
    where (select c.at from segment_change c where c.account_id = h.account_id order by c.rev limit 1) < ${keptFrom}`,
};
const forget: Statement = {
  name: 'segment_changes_forget',
  text: `/* segment_changes_forget */ with oldest as (select rev, at from segment_change where account_id = $3 order by rev limit $4),
    gone as (delete from segment_change where account_id = $3 and rev in (select rev from oldest where at < ${keptFrom}) returning 1)
    select count(*)::int as count from gone`,
};

/** Newest first, behind a place: those of one rev by the number of the contact. */
export const changesBehind = (
  db: Database,
  account: number,
  segmentNo: number,
  behind: { readonly rev: number; readonly contactNo: number },
  first: number,
): Promise<ChangeRow[]> => db.read<ChangeRow>(newest, [account, segmentNo, behind.rev, behind.contactNo, first]);

/** Every day from one to another, oldest first, at most `first`; a null moment stands for what is preset. */
export const sizesByDay = (
  db: Database,
  account: number,
  segmentNo: number,
  { from, until, first }: { readonly from: Date | null; readonly until: Date | null; readonly first: number },
): Promise<SizeRow[]> => db.read<SizeRow>(sizes, [account, segmentNo, from, until, db.clockOffset(), first]);

/** What profile tells other parts: who came into segments and who left them, by numbers. */
export async function segmentJournal(
  db: Database,
  account: number,
  rev: number,
  kinds: readonly string[] | null,
): Promise<JournalPage> {
  const [row] = await db.read<{
    readonly head: number;
    readonly entries: readonly { readonly rev: number; readonly entry: JournalEntry }[] | null;
  }>(after, [account, rev, pageLimit, kinds]);
  return pageOf(row?.entries ?? [], row?.head ?? 0);
}

/** Accounts with changes that are older than so many days. */
export const accountsWithOutdated = async (db: Database, days: number): Promise<readonly number[]> =>
  (await db.readAside<{ account: number }>(outdated, [db.clockOffset(), days])).map(({ account }) => account);

/** Forgets whole revs, the oldest first, about `most` changes of them. @returns how many changes; fewer than `most`: that was all */
export async function forgetChanges(db: Database, account: number, days: number, most: number): Promise<number> {
  const [row] = await db.write<{ count: number }>(forget, [db.clockOffset(), days, account, most]);
  return row?.count ?? 0;
}
