import { plainArray } from '@ucp/kit/array-text';
import type { Statement, Transaction } from '@ucp/kit/database';
import { holdEvents } from './awaited-events.ts';
import { isArchived, isMergedAway } from './standing-enrollments.ts';

const unpark: Statement = {
  name: 'enrollments_unpark_merged',
  text: `/* enrollments_unpark_merged */ update enrollment e set parked = null, due_at = coalesce(e.parked_due, $2), parked_due = null
    from (select e.enrollment_no from enrollment e join contact c on c.account_id = $1 and c.contact_no = e.contact_no
      where e.account_id = $1 and e.parked = 'MERGED' and not ${isMergedAway} order by e.enrollment_no for no key update of e) p
    where e.account_id = $1 and e.enrollment_no = p.enrollment_no returning e.enrollment_no`,
};
const ofErased: Statement = {
  name: 'enrollments_of_erased',
  text: `/* enrollments_of_erased */ select enrollment_no as no from enrollment
    where account_id = $1 and contact_no = any($2::int[]) and run and state in ('ACTIVE', 'WAITING') order by enrollment_no for no key update`,
};
const ofArchived: Statement = {
  name: 'enrollments_of_archived',
  text: `/* enrollments_of_archived */ select e.enrollment_no as no from contact a join contact c on c.account_id = $1 and c.root_no = a.root_no
      join enrollment e on e.account_id = $1 and e.contact_no = c.contact_no
    where a.account_id = $1 and a.contact_no = any($2::int[]) and ${isArchived} and e.run and e.state in ('ACTIVE', 'WAITING')
    order by e.enrollment_no for no key update of e`,
};

const stillStand: Statement = {
  name: 'enrollments_still_stand',
  text: `/* enrollments_still_stand */ with p as materialized (select workflow_no from workflow_version where account_id = $1 and state = 'PAUSED'
      and workflow_no in (select workflow_no from enrollment where account_id = $1 and enrollment_no = any($2::int[])) for share)
    select e.enrollment_no as "enrollmentNo", case when e.workflow_no in (select workflow_no from p) then 'PAUSED' else 'MERGED' end as because
    from enrollment e left join contact c on c.account_id = $1 and c.contact_no = e.contact_no
    where e.account_id = $1 and e.enrollment_no = any($2::int[]) and (e.workflow_no in (select workflow_no from p) or ${isMergedAway})`,
};

/**
 * Which of these stand still with their workflow or for a merge, and why. It stays so until the end of the transaction: whoever has
 * them go on comes after it, and finds them. Before rows of enrollments are locked.
 */
export async function standStill(
  tx: Transaction,
  account: number,
  enrollmentNos: readonly number[],
): Promise<Map<number, 'PAUSED' | 'MERGED'>> {
  await holdEvents(tx, account);
  const rows = await tx.query<{ enrollmentNo: number; because: 'PAUSED' | 'MERGED' }>(stillStand, [
    account,
    plainArray(enrollmentNos),
  ]);
  return new Map(rows.map(({ enrollmentNo, because }) => [enrollmentNo, because]));
}

/** Has those go on who stood still for a merge and are shown as themselves again. Those who stand still are few. @returns how many */
export const unparkMerged = async (tx: Transaction, account: number): Promise<number> =>
  (await tx.query(unpark, [account, tx.now])).length;

/** Locks those by which people are inside of whom one of these contacts is, and who are archived as a whole. */
export const lockOfArchived = async (
  tx: Transaction,
  account: number,
  contactNos: readonly number[],
): Promise<number[]> => [
  ...new Set((await tx.query<{ no: number }>(ofArchived, [account, plainArray(contactNos)])).map(({ no }) => no)),
];

/** Locks those by which contacts that were erased are inside, in the order of their numbers. */
export const lockOfErased = async (
  tx: Transaction,
  account: number,
  contactNos: readonly number[],
): Promise<number[]> =>
  (await tx.query<{ no: number }>(ofErased, [account, plainArray(contactNos)])).map(({ no }) => no);
