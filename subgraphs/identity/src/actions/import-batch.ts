import type { Database, Transaction } from '@ucp/kit/database';
import { recordId } from '@ucp/kit/ids';
import { appendToJournal, type JournalWrite } from '@ucp/kit/journal';
import { normaliseIdentifier } from '../domain/identifiers.ts';
import type { ContactRecord, RecordOutcome, StatedStatus } from '../domain/record.ts';
import { type RowContext, readRow } from '../ingest/csv-row.ts';
import { lastStatuses } from '../ingest/csv-status.ts';
import {
  claimImport,
  type ImportProgress,
  type ImportRow,
  type NumberedRow,
  nextRows,
  progressWrites,
  type RejectedRow,
} from '../store/imports.ts';
import { readDefinitions, readSettings } from '../store/neighbourhood.ts';
import { analyzeGrowing } from '../store/statistics.ts';
import { statusWrites } from '../store/status-statements.ts';
import { resolveRecords } from './resolve-records.ts';

/**
 * Rows of one transaction where nobody asks otherwise; the result is the same for any. Of 20,000 rows 9.4k a second in batches
 * of 500, 10.6k in 2,000, no more in 5,000; other writers of the account wait for one.
 */
export const batchSize = 2_000;

/** Characters of the rows of one transaction, beside the row that goes beyond: memory does not depend on how large rows are. */
export const batchCharacters = 8 * 1_048_576;

const counted: Readonly<Record<RecordOutcome['outcome'], keyof ImportProgress>> = {
  CREATED: 'created',
  UPDATED: 'updated',
  MERGED: 'merged',
  MERGE_REFUSED: 'refused',
  SKIPPED: 'skipped',
  REJECTED: 'rejected',
};

/**
 * Takes in the next rows of the oldest import that waits, and notes the progress in the same transaction: after a crash it
 * goes on behind the last row that is done, none twice, none lost. The rows have the time of their file, so where batches are
 * cut, by which process and after how many crashes, is not seen in what they give.
 * @returns whether there was anything to do
 */
export async function importBatch(
  db: Database,
  { batchSize: size = batchSize }: { readonly batchSize?: number } = {},
): Promise<boolean> {
  const processed = await db.transaction(async (tx) => {
    const job = await claimImport(tx);
    if (job === null) return null;
    const account = job.accountId;
    const rows = await nextRows(tx, account, job.jobNo, job.processed, size, batchCharacters);
    const { writes, progress, rejected } = await takeIn(tx, account, job, rows);
    const finishedAt = job.processed + rows.length >= job.rows ? tx.now : null;
    await appendToJournal(tx, account, [
      ...writes,
      ...progressWrites(account, job.jobNo, progress, rejected, finishedAt),
    ]);
    return job.processed + rows.length;
  });
  if (processed === null) return false;
  // A file of a few rows is not worth a look at the tables.
  if (processed >= batchSize) {
    await analyzeGrowing((statement) => db.write(statement, []), 'public', Math.floor(processed / batchSize));
  }
  return true;
}

export interface TakenIn {
  /** For the caller's one closing statement. */
  readonly writes: readonly JournalWrite[];
  readonly progress: ImportProgress;
  readonly rejected: readonly RejectedRow[];
}

/**
 * Decides about rows of a file within the caller's transaction.
 * @param before told the identifiers of the rows before anything is read by them
 */
export async function takeIn(
  tx: Transaction,
  account: number,
  job: ImportRow,
  rows: readonly NumberedRow[],
  before?: (identifiers: readonly IdentifierOfRow[]) => Promise<unknown>,
): Promise<TakenIn> {
  const context = await contextOf(tx, account, job);
  const rejected: RejectedRow[] = [];
  const records: ContactRecord[] = [];
  const recorded: NumberedRow[] = [];
  for (const row of rows) {
    const read = row.problem === null ? readRow(row.cells, context) : { refused: row.problem };
    if ('refused' in read) {
      rejected.push({ ...row, reason: read.refused });
    } else {
      records.push({ ...read.record, at: job.createdAt, place: row.rowNo });
      recorded.push(row);
    }
  }
  if (before !== undefined) await before(identifiersOf(records, context));
  const { outcomes, writes } = await resolveRecords(tx, account, records);
  const progress = {
    processed: rows.length,
    created: 0,
    updated: 0,
    merged: 0,
    refused: 0,
    skipped: 0,
    rejected: rejected.length,
  };
  const statuses: StatedStatus[] = [];
  outcomes.forEach((outcome, i) => {
    progress[counted[outcome.outcome]] += 1;
    const row = recorded[i];
    if (outcome.outcome === 'REJECTED' && row !== undefined) rejected.push({ ...row, reason: outcome.message });
    if ('merge' in outcome) statuses.push(...(records[i]?.imported?.statuses ?? []));
  });
  return { writes: [...writes, ...statusWrites(account, lastStatuses(statuses), tx.now)], progress, rejected };
}

export interface IdentifierOfRow {
  readonly kind: string;
  readonly value: string;
}

const identifiersOf = (records: readonly ContactRecord[], { settings }: RowContext): IdentifierOfRow[] =>
  records.flatMap(({ identifiers }) =>
    identifiers.flatMap(({ kind, given }) => {
      const identifier = normaliseIdentifier(kind, given, settings);
      return 'value' in identifier ? [{ kind, value: identifier.value }] : [];
    }),
  );

async function contextOf(tx: Transaction, account: number, job: ImportRow): Promise<RowContext> {
  return {
    columns: job.columns,
    settings: await readSettings(tx, account),
    fields: new Map((await readDefinitions(tx, account)).map((field) => [field.key, field])),
    source: `import:${recordId('imp', account, job.jobNo)}`,
    fileName: job.fileName,
    existing: job.existing,
    now: job.createdAt,
  };
}
