import { type Session, type Statement, statementOf, type Transaction } from '@ucp/kit/database';
import { type ImportProgress, type ImportRow, importColumns, progressWrites, type RejectedRow } from './imports.ts';

export type WaitingJob = ImportRow & { readonly accountId: number };

const oldest: Statement = {
  name: 'dry_run_oldest',
  text: `/* dry_run_oldest */ select account_id as "accountId", ${importColumns} from import_job
    where state = 'RUNNING' and received and dry_run order by created_at limit 1`,
};
const claim: Statement = {
  name: 'dry_run_claim',
  text: '/* dry_run_claim */ select pg_try_advisory_lock($1::int, $2::int) as "claimed"',
};
const lock: Statement = {
  name: 'dry_run_lock',
  text: `/* dry_run_lock */ select job_no from import_job where account_id = $1 and job_no = $2 and state = 'RUNNING' for update`,
};
const restart: Statement = {
  name: 'dry_run_restart',
  text: `/* dry_run_restart */ with forgotten as (delete from import_rejected_row where account_id = $1 and job_no = $2)
    update import_job set done = 0, created = 0, updated = 0, merged = 0, refused = 0, skipped = 0, rejected = 0, worked_ms = 0
    where account_id = $1 and job_no = $2`,
};

/** The oldest dry run that is not done; null when there is none. */
export const oldestDryRun = async (reader: Pick<Transaction, 'query'>): Promise<WaitingJob | null> =>
  (await reader.query<WaitingJob>(oldest, []))[0] ?? null;

/** Keeps a dry run from other processes for as long as the session lasts. @returns false when one of them has it */
export const claimDryRun = async (session: Session, { accountId, jobNo }: WaitingJob): Promise<boolean> =>
  (await session.query<{ claimed: boolean }>(claim, [accountId, jobNo]))[0]?.claimed === true;

/** Forgets what a run before noted: the state it was in went with its session. */
export const restartDryRun = (tx: Transaction, { accountId, jobNo }: WaitingJob): Promise<unknown> =>
  tx.query(restart, [accountId, jobNo]);

/** Notes what a batch came to. @returns false when the dry run was ended meanwhile */
export async function noteDryRun(
  tx: Transaction,
  { accountId, jobNo }: WaitingJob,
  progress: ImportProgress,
  rejected: readonly RejectedRow[],
  finishedAt: Date | null,
): Promise<boolean> {
  if ((await tx.query(lock, [accountId, jobNo])).length === 0) return false;
  for (const { name, text, values } of progressWrites(accountId, jobNo, progress, rejected, finishedAt))
    await tx.query(statementOf(`/* dry_run: ${name} */ ${text}`), values);
  return true;
}
