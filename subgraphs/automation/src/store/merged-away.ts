import type { Statement, Transaction } from '@ucp/kit/database';
import { isMergedAway } from './standing-enrollments.ts';

const unpark: Statement = {
  name: 'enrollments_unpark_merged',
  text: `/* enrollments_unpark_merged */ update enrollment e set parked = null, due_at = coalesce(e.parked_due, $2), parked_due = null
    from (select e.enrollment_no from enrollment e join contact c on c.account_id = $1 and c.contact_no = e.contact_no
      where e.account_id = $1 and e.parked = 'MERGED' and not ${isMergedAway} order by e.enrollment_no for no key update of e) p
    where e.account_id = $1 and e.enrollment_no = p.enrollment_no returning e.enrollment_no`,
};
const look: Statement = {
  name: 'enrollments_of_erased',
  text: `/* enrollments_of_erased */ update enrollment e set parked = null, due_at = $3, parked_due = null
    from (select enrollment_no from enrollment where account_id = $1 and contact_no = any($2::int[]) and run and state in ('ACTIVE', 'WAITING')
      order by enrollment_no for no key update) p
    where e.account_id = $1 and e.enrollment_no = p.enrollment_no returning e.enrollment_no`,
};

/** Has those go on who stood still for a merge and are shown as themselves again. Those who stand still are few. @returns how many */
export const unparkMerged = async (tx: Transaction, account: number): Promise<number> =>
  (await tx.query(unpark, [account, tx.now])).length;

/** Has enrollments of contacts that were erased looked at: they leave. @returns how many */
export const lookAtErased = async (tx: Transaction, account: number, contactNos: readonly number[]): Promise<number> =>
  (await tx.query(look, [account, contactNos, tx.now])).length;
