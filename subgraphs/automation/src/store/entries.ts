import { momentTexts, plainArray, textArray } from '@ucp/kit/array-text';
import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';
import { isMergedAway } from './standing-enrollments.ts';

/** Somebody who is to enter a workflow. */
export interface ClaimedEntry {
  readonly entryNo: number;
  readonly workflowNo: number;
  /** Under whom the cause came. */
  readonly contactNo: number;
  /** Whom that is shown as now. */
  readonly shownNo: number;
  readonly cause: string;
  /** Version that is live; null: none is, and nobody enters. */
  readonly version: number | null;
  readonly workflowName: string;
  readonly [column: string]: unknown;
}

const claimed = `e.entry_no as "entryNo", e.workflow_no as "workflowNo", e.contact_no as "contactNo", coalesce(c.root_no, e.contact_no) as "shownNo",
      e.cause, v.version, w.name as "workflowName"
    from e left join workflow w on w.account_id = $1 and w.workflow_no = e.workflow_no
      left join contact c on c.account_id = $1 and c.contact_no = e.contact_no
      left join workflow_version v on v.account_id = $1 and v.workflow_no = e.workflow_no and v.state = 'PUBLISHED'`;
const claim: Statement = {
  name: 'entries_claim',
  text: `/* entries_claim */ with free as (select entry_no from entry where account_id = $1 and claimed_by is null
      order by account_id, entry_no limit $3 for update skip locked),
    e as (update entry e set claimed_by = $2 from free where e.account_id = $1 and e.entry_no = free.entry_no returning e.*)
    select ${claimed}
    order by e.entry_no`,
};
const insertClaimed: Statement = {
  name: 'entry_insert_claimed',
  text: `/* entry_insert_claimed */ with e as (insert into entry (account_id, workflow_no, contact_no, cause, at, claimed_by)
      values ($1, $2, $3, $4, $5, $6) returning *) select ${claimed}`,
};
const take: Statement = {
  name: 'entries_take',
  text: `/* entries_take */ delete from entry where account_id = $1 and entry_no = any($2::bigint[]) and claimed_by = $3 returning entry_no as "entryNo"`,
};
const giveBack: Statement = {
  name: 'entries_give_back',
  text: `/* entries_give_back */ update entry set claimed_by = null where account_id = $1 and entry_no = any($2::bigint[]) and claimed_by = $3`,
};
const withdraw: Statement = {
  name: 'entry_withdraw',
  text: '/* entry_withdraw */ delete from entry where account_id = $1 and entry_no = $2 and claimed_by is null',
};
const behind: Statement = {
  name: 'entries_put_behind',
  text: `/* entries_put_behind */ update entry set entry_no = default, claimed_by = null where account_id = $1 and entry_no = any($2::bigint[]) and claimed_by = $3`,
};
const release: Statement = {
  name: 'entries_release',
  text: `/* entries_release */ update entry set claimed_by = null where account_id = $1 and claimed_by = $2 and entry_no <> all($3::bigint[])`,
};

/** Claims those who are to enter, in the order noted. */
export const claimEntries = (
  tx: Transaction,
  account: number,
  workerId: string,
  most: number,
): Promise<ClaimedEntry[]> => tx.query<ClaimedEntry>(claim, [account, workerId, most]);

/** Notes one that the worker decides itself. */
export async function insertClaimedEntry(
  tx: Transaction,
  account: number,
  workerId: string,
  { workflowNo, contactNo, cause }: Pick<NewEntry, 'workflowNo' | 'contactNo' | 'cause'>,
): Promise<ClaimedEntry> {
  const [row] = await tx.query<ClaimedEntry>(insertClaimed, [account, workflowNo, contactNo, cause, tx.now, workerId]);
  if (row === undefined) throw new Error('the entry was not written');
  return row;
}

/** Removes entries that are decided. @returns those that the worker still had */
export const takeEntries = async (
  tx: Transaction,
  account: number,
  workerId: string,
  entryNos: readonly number[],
): Promise<Set<number>> =>
  new Set(
    (await tx.query<{ entryNo: number }>(take, [account, plainArray(entryNos), workerId])).map(
      ({ entryNo }) => entryNo,
    ),
  );

/** Gives back entries that are to be decided anew. */
export const giveBackEntries = async (
  tx: Transaction,
  account: number,
  workerId: string,
  entryNos: readonly number[],
): Promise<void> => {
  if (entryNos.length > 0) await tx.query(giveBack, [account, plainArray(entryNos), workerId]);
};

/** Takes away one that was given back and that nobody has yet. */
export const withdrawEntry = (db: Database, account: number, entryNo: number): Promise<unknown> =>
  db.write(withdraw, [account, entryNo]);

/** Gives back entries that cannot be decided yet, behind all others, so that they keep nobody out. */
export const putBehind = (
  db: Database,
  account: number,
  workerId: string,
  entryNos: readonly number[],
): Promise<unknown> => db.write(behind, [account, plainArray(entryNos), workerId]);

/** Gives back what a worker has claimed but for what it is at. */
export const releaseEntries = (
  db: Database,
  account: number,
  workerId: string,
  except: readonly number[],
): Promise<unknown> => db.write(release, [account, workerId, except]);

export interface NewEntry {
  readonly workflowNo: number;
  readonly contactNo: number;
  readonly cause: string;
  readonly at: Date;
}

/** Notes who is to enter. Beside a `laneWrite`, so that it is looked at. */
export const entriesWrite = (account: number, entries: readonly NewEntry[]): JournalWrite => ({
  name: 'entries',
  text: `insert into entry (account_id, workflow_no, contact_no, cause, at) select $1::int, n.* from ${asTable}`,
  values: valuesOf(account, entries),
});

/**
 * The same but for those who are inside, under any of the contacts they are made of: what wakes somebody may also have them leave, and
 * must not let them in again, whichever of both is come to first. Looked up one by one, by the indexes.
 */
export const entriesOfOutsideWrite = (account: number, entries: readonly NewEntry[]): JournalWrite => ({
  name: 'entries',
  text: `insert into entry (account_id, workflow_no, contact_no, cause, at) select $1::int, n.* from ${asTable}
    where not coalesce((select true from contact a join contact c on c.account_id = $1::int and c.root_no = a.root_no
        join enrollment e on e.account_id = $1::int and e.contact_no = c.contact_no and e.workflow_no = n.workflow_no
      where a.account_id = $1::int and a.contact_no = n.contact_no and e.state in ('ACTIVE', 'WAITING') and not ${isMergedAway} limit 1), false)`,
  values: valuesOf(account, entries),
});

const asTable = `unnest($2::int[], $3::int[], $4::text[], $5::timestamptz[]) as n(workflow_no, contact_no, cause, at)`;
const valuesOf = (account: number, entries: readonly NewEntry[]): unknown[] => [
  account,
  plainArray(entries.map(({ workflowNo }) => workflowNo)),
  plainArray(entries.map(({ contactNo }) => contactNo)),
  textArray(entries.map(({ cause }) => cause)),
  momentTexts(entries.map(({ at }) => at)),
];
