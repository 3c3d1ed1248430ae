import type { Database } from '@ucp/kit/database';
import { appendToJournal } from '@ucp/kit/journal';
import { auditWrite } from '../store/audit.ts';

/** What was handed out to whoever asked for it. */
export interface ExportMade {
  readonly contacts: number;
  readonly format: string;
  readonly columns: readonly string[];
  readonly segment: string | null;
  readonly filter: unknown;
}

/** Notes an export in the audit log. @returns true */
export const recordExport = (db: Database, account: number, made: ExportMade, actor: string): Promise<boolean> =>
  db.transaction(async (tx) => {
    const entry = { actor, action: 'EXPORTED', details: { ...made } };
    await appendToJournal(tx, account, [auditWrite(account, tx.now, entry)]);
    return true;
  });
