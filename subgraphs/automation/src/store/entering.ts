import { plainArray } from '@ucp/kit/array-text';
import type { Database, Statement, Transaction } from '@ucp/kit/database';
import { isArchived, isMergedAway } from './standing-enrollments.ts';

const lock: Statement = {
  name: 'entering_contacts',
  text: `/* entering_contacts */ select 1 from contact where account_id = $1 and contact_no = any($2::int[]) order by contact_no for no key update`,
};
/** By itself: what locks sees others as they were before it waited. */
const shown: Statement = {
  name: 'entering_shown',
  text: `/* entering_shown */ select c.contact_no as "contactNo", c.root_no as "shownNo", ${isArchived} as "isArchived" from contact c
    where c.account_id = $1 and c.contact_no = any($2::int[])`,
};
const live: Statement = {
  name: 'entering_versions',
  text: `/* entering_versions */ select workflow_no as "workflowNo", version from workflow_version
    where account_id = $1 and workflow_no = any($2::int[]) and state = 'PUBLISHED' for share`,
};
/**
 * Person by person, each by the indexes: joined as a whole it was planned by how many were inside when nobody was yet, and took two
 * seconds for a thousand.
 */
const history: Statement = {
  name: 'entering_history',
  text: `/* entering_history */ select a.workflow_no as "workflowNo", a.shown_no as "shownNo", h."lastEnteredAt", h."isInside"
    from (select distinct * from unnest($2::int[], $3::int[]) as a(workflow_no, shown_no)) a
      cross join lateral (select max(e.entered_at) as "lastEnteredAt", bool_or(e.state in ('ACTIVE', 'WAITING') and not ${isMergedAway}) as "isInside"
        from contact c join enrollment e on e.account_id = $1 and e.contact_no = c.contact_no and e.workflow_no = a.workflow_no
        where c.account_id = $1 and c.root_no = a.shown_no) h
    where h."lastEnteredAt" is not null`,
};

const inside: Statement = {
  name: 'entering_inside',
  text: `/* entering_inside */ select e.enrollment_no as "enrollmentNo" from contact a join contact c on c.account_id = $1 and c.root_no = a.root_no
      join enrollment e on e.account_id = $1 and e.contact_no = c.contact_no and e.workflow_no = $2
    where a.account_id = $1 and a.contact_no = $3 and e.state in ('ACTIVE', 'WAITING') and not ${isMergedAway} order by e.entered_at, e.enrollment_no limit 1`,
};

/**
 * The enrollment by which somebody is in a workflow, under any of the contacts they are made of; one that stands still for a merge
 * is nobody's until it is taken back. Null: they are not in it.
 */
export async function insideOf(
  db: Database,
  account: number,
  workflowNo: number,
  contactNo: number,
): Promise<number | null> {
  const [row] = await db.readAside<{ enrollmentNo: number }>(inside, [account, workflowNo, contactNo]);
  return row?.enrollmentNo ?? null;
}

/** Whom a contact is shown as now, and whether that one is archived or erased. */
interface LockedContact {
  readonly contactNo: number;
  readonly shownNo: number;
  readonly isArchived: boolean;
  readonly [column: string]: unknown;
}

/** Has people enter one after another, in whatever worker. By number; one that identity has not told of is absent. */
export async function lockContacts(
  tx: Transaction,
  account: number,
  contactNos: readonly number[],
): Promise<Map<number, LockedContact>> {
  const values = [account, plainArray(contactNos)];
  const [, contacts] = await Promise.all([tx.query(lock, values), tx.query<LockedContact>(shown, values)]);
  return new Map(contacts.map((contact) => [contact.contactNo, contact]));
}

/** Live versions by workflow; they stay so until the end of the transaction. */
export const liveVersions = async (
  tx: Transaction,
  account: number,
  workflowNos: readonly number[],
): Promise<Map<number, number>> =>
  new Map(
    (await tx.query<{ workflowNo: number; version: number }>(live, [account, plainArray(workflowNos)])).map(
      ({ workflowNo, version }) => [workflowNo, version],
    ),
  );

export interface HistoryRow {
  readonly workflowNo: number;
  readonly shownNo: number;
  readonly lastEnteredAt: Date;
  readonly isInside: boolean;
  readonly [column: string]: unknown;
}

/**
 * How people were in workflows, under any of the contacts they are made of. Who only stands still for a merge is not inside: they
 * were, and the rule for coming again holds. Absent: never.
 */
export const historiesOf = (
  tx: Transaction,
  account: number,
  asked: readonly { readonly workflowNo: number; readonly shownNo: number }[],
): Promise<HistoryRow[]> =>
  tx.query<HistoryRow>(history, [
    account,
    plainArray(asked.map(({ workflowNo }) => workflowNo)),
    plainArray(asked.map(({ shownNo }) => shownNo)),
  ]);
