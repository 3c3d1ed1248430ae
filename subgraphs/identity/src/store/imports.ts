import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';
import { limits } from '../domain/limits.ts';
import type { ExistingRule } from '../domain/record.ts';
import type { ColumnMeaning } from '../ingest/csv-columns.ts';

/** Kept as RUNNING with `received` false while the file comes in. */
export type ImportState = 'RECEIVING' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELED';

export interface ImportRow {
  readonly jobNo: number;
  readonly fileName: string | null;
  readonly state: ImportState;
  readonly header: readonly string[];
  readonly columns: readonly ColumnMeaning[];
  readonly actor: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly rows: number;
  readonly processed: number;
  readonly created: number;
  readonly updated: number;
  readonly merged: number;
  readonly refused: number;
  readonly skipped: number;
  readonly rejected: number;
  readonly failure: string | null;
  readonly dryRun: boolean;
  readonly existing: ExistingRule;
  /** Milliseconds spent on batches so far. */
  readonly workedMs: number;
  readonly [column: string]: unknown;
}

/** One row of a file: `problem` where it could not be read. */
export interface StagedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly problem: string | null;
}

export interface RejectedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly reason: string;
}

export const importColumns = `job_no as "jobNo", file_name as "fileName",
    case when state = 'RUNNING' and not received then 'RECEIVING' else state end as state, header, columns, actor, created_at as "createdAt", finished_at as "finishedAt",
    row_count as rows, done as processed, created, updated, merged, refused, skipped, rejected, failure,
    dry_run as "dryRun", existing, worked_ms as "workedMs"`;
const lock: Statement = {
  name: 'imports_lock',
  text: "/* imports_lock */ select pg_advisory_xact_lock(hashtextextended('imports', $1))",
};
const insert: Statement = {
  name: 'import_insert',
  text: `/* import_insert */ insert into import_job (account_id, job_no, file_name, state, received, header, columns, actor, created_at,
      row_count, done, created, updated, merged, refused, rejected, dry_run, existing)
    select $1, coalesce(max(job_no), 0) + 1, $2, 'RUNNING', false, $3, $4, $5, $6, 0, 0, 0, 0, 0, 0, 0, $7, $8 from import_job where account_id = $1
    returning job_no as "jobNo"`,
};
const stage: Statement = {
  name: 'import_stage',
  text: `/* import_stage */ insert into import_row (account_id, job_no, row_no, line, cells, problem, size)
    select $1, $2, r.row_no, r.line, array(select jsonb_array_elements_text(r.cells)), r.problem, r.size
    from unnest($3::int[], $4::int[], $5::jsonb[], $6::text[], $7::int[]) as r(row_no, line, cells, problem, size)`,
};
const received: Statement = {
  name: 'import_received',
  text: '/* import_received */ update import_job set received = true, row_count = $3, created_at = $4 where account_id = $1 and job_no = $2',
};
const fail: Statement = {
  name: 'import_fail',
  text: `/* import_fail */ with dropped as (delete from import_row where account_id = $1 and job_no = $2)
    update import_job set state = 'FAILED', failure = $3, finished_at = $4 where account_id = $1 and job_no = $2 and state = 'RUNNING'`,
};
const claim: Statement = {
  name: 'import_claim',
  text: `/* import_claim */ select account_id as "accountId", ${importColumns} from import_job job
    where state = 'RUNNING' and received and not dry_run and not exists (select 1 from import_job earlier where earlier.account_id = job.account_id
      and earlier.state = 'RUNNING' and earlier.received and not earlier.dry_run
      and (earlier.created_at, earlier.job_no) < (job.created_at, job.job_no))
    order by created_at limit 1 for update skip locked`,
};
const next: Statement = {
  name: 'import_next',
  text: `/* import_next */ select row_no as "rowNo", line, cells, problem from (
      select r.*, sum(size) over (order by row_no) - size as before from import_row r
      where account_id = $1 and job_no = $2 and row_no > $3 order by row_no limit $4) page
    where before < $5 order by row_no`,
};
const byNo: Statement = {
  name: 'import_by_no',
  text: `/* import_by_no */ select ${importColumns} from import_job where account_id = $1 and job_no = $2`,
};
const list: Statement = {
  name: 'imports_below',
  text: `/* imports_below */ select ${importColumns} from import_job where account_id = $1 and job_no < $2 order by job_no desc limit $3`,
};
const rejectedRows: Statement = {
  name: 'import_rejected',
  text: `/* import_rejected */ select line, cells, reason from (
      select r.*, sum(size) over (order by line) - size as before from import_rejected_row r
      where account_id = $1 and job_no = $2 and line > $3 order by line limit $4) page
    where before < $5 order by line`,
};

/** @returns number of the job, whose rows are to be staged */
export async function insertImport(
  tx: Transaction,
  account: number,
  job: Pick<ImportRow, 'fileName' | 'header' | 'columns' | 'actor' | 'dryRun' | 'existing'>,
): Promise<number> {
  await tx.query(lock, [account]);
  const { fileName, header, columns, actor, dryRun, existing } = job;
  const values = [account, fileName, header, JSON.stringify(columns), actor, tx.now, dryRun, existing];
  const [row] = await tx.query<{ jobNo: number }>(insert, values);
  if (row === undefined) throw new Error('the import was not written');
  return row.jobNo;
}

/** Characters of a row. */
export const sizeOf = ({ cells }: { readonly cells: readonly string[] }): number =>
  cells.reduce((sum, { length }) => sum + length, 0);

/** @param before rows of the job staged so far */
export const stageRows = (
  tx: Transaction,
  account: number,
  jobNo: number,
  before: number,
  rows: readonly StagedRow[],
): Promise<unknown> =>
  tx.query(stage, [
    account,
    jobNo,
    rows.map((_, i) => before + i + 1),
    rows.map(({ line }) => line),
    rows.map(({ cells }) => JSON.stringify(cells)),
    rows.map(({ problem }) => problem),
    rows.map(sizeOf),
  ]);

/** From here on the import has its time, in whose order the imports of an account are taken in. */
export const markReceived = (tx: Transaction, account: number, jobNo: number, rows: number): Promise<unknown> =>
  tx.query(received, [account, jobNo, rows, tx.now]);

export const failImport = (tx: Transaction, account: number, jobNo: number, failure: string): Promise<unknown> =>
  tx.query(fail, [account, jobNo, failure, tx.now]);

/**
 * The oldest import with rows to do, locked against other processes; null when there is none. Of an account only one is worked
 * on at a time, the first that came in.
 */
export const claimImport = async (tx: Transaction): Promise<(ImportRow & { readonly accountId: number }) | null> =>
  (await tx.query<ImportRow & { readonly accountId: number }>(claim, []))[0] ?? null;

export interface NumberedRow extends StagedRow {
  /** Place of the row among those of the file, from 1. */
  readonly rowNo: number;
}

/** At most `first` rows behind those that are done, in the order of the file; none behind one that brings them to `characters`. */
export const nextRows = (
  tx: Transaction,
  account: number,
  jobNo: number,
  done: number,
  first: number,
  characters: number,
): Promise<NumberedRow[]> =>
  tx.query<NumberedRow & Record<string, unknown>>(next, [account, jobNo, done, first, characters]);

export const importByNo = async (db: Database, account: number, jobNo: number): Promise<ImportRow | null> =>
  (await db.read<ImportRow>(byNo, [account, jobNo]))[0] ?? null;

/** Newest first, below a number. */
export const importsBelow = (db: Database, account: number, below: number, first: number): Promise<ImportRow[]> =>
  db.read<ImportRow>(list, [account, below, first]);

/** In the order of the file, behind a line: at most `first`, and none behind the one that brings them to `limits.rejectedPage`. */
export const rejectedAfter = (
  db: Database,
  account: number,
  jobNo: number,
  line: number,
  first: number,
): Promise<RejectedRow[]> =>
  db.read<RejectedRow & Record<string, unknown>>(rejectedRows, [account, jobNo, line, first, limits.rejectedPage]);

export type ImportProgress = Record<
  'processed' | 'created' | 'updated' | 'merged' | 'refused' | 'skipped' | 'rejected',
  number
>;

/** After a longer pause it was not this batch that took the time. */
const worked = `touched_at = clock_timestamp(), worked_ms = worked_ms + 1000 * extract(epoch from clock_timestamp() -
        case when done > 0 and touched_at > now() - interval '30 seconds' then touched_at else now() end)`;

/** What a batch did to the job: counts added, rejected rows kept, and at the end of the file the rows dropped. */
export function progressWrites(
  account: number,
  jobNo: number,
  progress: ImportProgress,
  rejected: readonly RejectedRow[],
  finishedAt: Date | null,
): JournalWrite[] {
  const { processed, created, updated, merged, refused } = progress;
  const progressed: JournalWrite = {
    name: 'import_progress',
    text: `update import_job set done = done + $3, created = created + $4, updated = updated + $5, merged = merged + $6,
      refused = refused + $7, rejected = rejected + $8, finished_at = $9::timestamptz, skipped = skipped + $10,
      ${worked},
      state = case when $9::timestamptz is null then state else 'COMPLETED' end
      where account_id = $1 and job_no = $2`,
    values: [
      account,
      jobNo,
      processed,
      created,
      updated,
      merged,
      refused,
      progress.rejected,
      finishedAt,
      progress.skipped,
    ],
  };
  const kept: JournalWrite = {
    name: 'import_rejected',
    text: `insert into import_rejected_row (account_id, job_no, line, cells, reason, size)
      select $1::int, $2::int, r.line, array(select jsonb_array_elements_text(r.cells)), r.reason, r.size
      from unnest($3::int[], $4::jsonb[], $5::text[], $6::int[]) as r(line, cells, reason, size) on conflict do nothing`,
    values: [
      account,
      jobNo,
      rejected.map(({ line }) => line),
      rejected.map(({ cells }) => JSON.stringify(cells)),
      rejected.map(({ reason }) => reason),
      rejected.map(sizeOf),
    ],
  };
  const dropped: JournalWrite = {
    name: 'import_dropped',
    text: 'delete from import_row where account_id = $1 and job_no = $2',
    values: [account, jobNo],
  };
  return [progressed, ...(rejected.length === 0 ? [] : [kept]), ...(finishedAt === null ? [] : [dropped])];
}
