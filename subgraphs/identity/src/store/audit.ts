import type { JournalWrite } from '@ucp/kit/journal';

/** Something somebody did that changed no contact, for the audit log. */
export interface AuditEntry {
  readonly actor: string;
  /** In capitals, for example `EXPORTED`. */
  readonly action: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export const auditWrite = (account: number, at: Date, { actor, action, details }: AuditEntry): JournalWrite => ({
  name: 'audit',
  text: `insert into audit_entry (account_id, rev, place, at, actor, action, contact_no, details)
    select $1::int, stamp.rev, 1, $2::timestamptz, $3::text, $4::text, null, $5::jsonb from stamp`,
  values: [account, at, actor, action, JSON.stringify(details)],
});
