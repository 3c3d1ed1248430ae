import type { Database, Statement } from '@ucp/kit/database';

/** One change of a contact, as the log has it. */
export interface AuditRow {
  /** Number of the contact it was asked for. */
  readonly asked: number;
  readonly rev: number;
  readonly place: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly contactNo: number;
  readonly details: Readonly<Record<string, unknown>>;
  readonly [column: string]: unknown;
}

const newest: Statement = {
  name: 'audit_of_contacts',
  text: `/* audit_of_contacts */
    with member as (select a.contact_no as asked, m.contact_no from contact a join contact m on m.account_id = $1 and m.root_no = a.root_no
      where a.account_id = $1 and a.contact_no = any($2::int[]))
    select asked, rev, place, at, actor, action, contact_no as "contactNo", details from (
      select m.asked, e.*, row_number() over (partition by m.asked order by e.rev desc, e.place desc) as rank
      from member m join audit_entry e on e.account_id = $1 and e.contact_no = m.contact_no
      where (e.rev, e.place) < ($4::bigint, $5::int)) ranked
    where rank <= $3 order by asked, rank`,
};

/** Changes of each contact and of those that are shown as one with it, newest first, at most `first` of each, behind `before`. */
export const auditOf = (
  db: Database,
  account: number,
  contactNos: readonly number[],
  first: number,
  before: Pick<AuditRow, 'rev' | 'place'> | null,
): Promise<AuditRow[]> =>
  db.read<AuditRow>(newest, [account, contactNos, first, before?.rev ?? Number.MAX_SAFE_INTEGER, before?.place ?? 0]);
