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
  nextRows,
  progressWrites,
  type RejectedRow,
  type StagedRow,
} from '../store/imports.ts';
import { readDefinitions, readSettings } from '../store/neighbourhood.ts';
import { statusWrites } from '../store/status-statements.ts';
import { resolveRecords } from './resolve-records.ts';

/** Rows of one transaction. Of 20,000 rows 9.4k a second in batches of 500, 10.6k in 2,000, no more in 5,000; others wait for one. */
export const batchSize = 2_000;

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
 * goes on behind the last row that is done, none twice, none lost.
 * @returns whether there was anything to do
 */
export const importBatch = (db: Database): Promise<boolean> =>
  db.transaction(async (tx) => {
    const job = await claimImport(tx);
    if (job === null) return false;
    const account = job.accountId;
    const rows = await nextRows(tx, account, job.jobNo, job.processed, batchSize);
    const { writes, progress, rejected } = await takeIn(tx, account, job, rows);
    const finishedAt = job.processed + rows.length >= job.rows ? tx.now : null;
    await appendToJournal(tx, account, [
      ...writes,
      ...progressWrites(account, job.jobNo, progress, rejected, finishedAt),
    ]);
    return true;
  });

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
  rows: readonly StagedRow[],
  before?: (identifiers: readonly IdentifierOfRow[]) => Promise<unknown>,
): Promise<TakenIn> {
  const context = await contextOf(tx, account, job);
  const rejected: RejectedRow[] = [];
  const records: ContactRecord[] = [];
  const recorded: StagedRow[] = [];
  for (const row of rows) {
    const read = row.problem === null ? readRow(row.cells, context) : { refused: row.problem };
    if ('refused' in read) {
      rejected.push({ ...row, reason: read.refused });
    } else {
      records.push(read.record);
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
    now: tx.now,
  };
}
