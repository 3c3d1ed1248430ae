import type { Database } from '@ucp/kit/database';
import { notFound } from '@ucp/kit/errors';
import { endImport } from '../store/import-control.ts';
import { type ImportRow, importByNo } from '../store/imports.ts';

/**
 * Ends an import: what is done stays, nothing more is taken in. One that is over stays as it is. Waits for the batch that is
 * under way. Repeatable.
 * @throws CodedError NOT_FOUND
 */
export async function cancelImport(db: Database, account: number, jobNo: number | null): Promise<ImportRow> {
  if (jobNo !== null) await db.transaction((tx) => endImport(tx, account, jobNo));
  const job = jobNo === null ? null : await importByNo(db, account, jobNo);
  if (job === null) throw notFound(['id'], 'The account has no import of this id');
  return job;
}
