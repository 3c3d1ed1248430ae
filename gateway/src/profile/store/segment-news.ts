import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { JournalHead } from '@ucp/kit/journal';

/**
 * Has segments looked at now, by the clock's offset `$1`: one that somebody is at once more, as what happened may be newer than what
 * they saw. Locked in the order of their numbers, as everybody does who locks several.
 * @param which of those that are tracked, by `w`
 */
const bringForward = (which: string): string => `listened as (
      select w.account_id, w.segment_no from segment_watch w join segment s using (account_id, segment_no)
      where s.tracked and ${which} and (w.due_at > now() + $1::interval or (w.claimed_until is not null and not w.news))
      order by w.account_id, w.segment_no for no key update of w),
    brought as (
      update segment_watch w set due_at = least(w.due_at, now() + $1::interval), news = w.claimed_until is not null, put_off = false
      from listened l where w.account_id = l.account_id and w.segment_no = l.segment_no returning 1)
    select count(*)::int as count from brought`;

const byNews: Statement = {
  name: 'segments_by_news',
  // A rev that went back is news too: the part was given an older state of its database.
  text: `/* segments_by_news */ with told as (
      select t.account_id, t.rev from unnest($3::int[], $4::bigint[]) as t(account_id, rev)
      where exists (select 1 from segment s where s.account_id = t.account_id and s.tracked)),
    moved as (
      insert into journal_fold as known (part, account_id, rev) select $2::text, account_id, rev from told order by account_id
      on conflict (part, account_id) do update set rev = excluded.rev where known.rev <> excluded.rev
      returning account_id),
    ${bringForward('not w.put_off and w.account_id in (select account_id from moved)')}`,
};
const byRules: Statement = {
  name: 'segments_by_rules',
  text: `/* segments_by_rules */ with ${bringForward('w.account_id = $2')}`,
};

/**
 * Accounts of which a part's journal tells something new have their tracked segments looked at. Of several gateways that hear of it
 * one does it: how far the part was followed is noted along.
 * @returns how many segments
 */
export async function noteNews(db: Database, part: string, heads: readonly JournalHead[]): Promise<number> {
  const accounts = heads.map(({ account }) => account);
  const revs = heads.map(({ rev }) => rev);
  const [row] = await db.write<{ count: number }>(byNews, [db.clockOffset(), part, accounts, revs]);
  return row?.count ?? 0;
}

/** The account's own rules change with the transaction: what may ask for them is looked at, also what could not be asked. */
export const noteRules = (tx: Transaction, offset: string, account: number): Promise<unknown> =>
  tx.query(byRules, [offset, account]);
