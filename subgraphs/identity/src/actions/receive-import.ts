import type { Readable } from 'node:stream';
import type { Database, Transaction } from '@ucp/kit/database';
import { badInput, CodedError } from '@ucp/kit/errors';
import { limits } from '../domain/limits.ts';
import { type ColumnMeaning, columnsOf } from '../ingest/csv-columns.ts';
import { type CsvFile, readCsv } from '../ingest/csv-reader.ts';
import type { ImportOptions } from '../ingest/import-options.ts';
import { definitionsOf } from '../store/field-definitions.ts';
import { noteReceived } from '../store/import-control.ts';
import { failImport, insertImport, markReceived, type StagedRow, sizeOf, stageRows } from '../store/imports.ts';

const stageSize = 1_000;
/** Characters of a stage: rows may be large. */
const stageCharacters = 4 * 1_048_576;

export interface ReceivedImport {
  readonly jobNo: number;
  readonly rows: number;
  readonly header: readonly string[];
  readonly columns: readonly ColumnMeaning[];
  readonly dryRun: boolean;
  readonly delimiter: string;
  readonly encoding: string;
}

/**
 * Reads a file as it streams in and keeps its rows; they are taken in once the last one has arrived. Memory holds one stage
 * of rows, whatever the size of the file. A file that breaks off is failed, and none of its rows is taken in.
 * @throws CodedError BAD_USER_INPUT
 */
export async function receiveImport(
  db: Database,
  account: number,
  body: Readable,
  options: ImportOptions,
  actor: string,
): Promise<ReceivedImport> {
  const file = readCsv(body, options.format);
  try {
    return await receive(db, account, file, options, actor);
  } finally {
    // Lets go of the body, so that what is left of it can be passed over.
    await file.rows.return(undefined);
  }
}

async function receive(
  db: Database,
  account: number,
  file: CsvFile,
  options: ImportOptions,
  actor: string,
): Promise<ReceivedImport> {
  const first = await file.rows.next();
  if (first.done === true) throw badInput(null, 'A file begins with a header row, got an empty file');
  if (first.value.problem !== null) throw badInput(null, `The header row cannot be read: ${first.value.problem}`);
  const header = first.value.cells;
  if (header.length > limits.importColumns)
    throw badInput(null, `A file has at most ${limits.importColumns} columns, got ${header.length}`);
  const columns = columnsOf(header, await definitionsOf(db, account), options.columns);
  const { fileName, dryRun, existing } = options;
  const jobNo = await db.transaction((tx) =>
    insertImport(tx, account, { fileName, actor, header, columns, dryRun, existing }),
  );
  try {
    let staged = 0;
    let waiting: StagedRow[] = [];
    let characters = 0;
    const flush = async () => {
      const before = staged;
      const stage = waiting;
      await whileReceiving(db, account, jobNo, before + stage.length, (tx) =>
        stageRows(tx, account, jobNo, before, stage),
      );
      staged += stage.length;
      waiting = [];
      characters = 0;
    };
    for await (const row of file.rows) {
      waiting.push(row);
      characters += sizeOf(row);
      if (staged + waiting.length > limits.importRows)
        throw badInput(null, `A file has at most ${limits.importRows} rows, and this one has more`);
      if (waiting.length === stageSize || characters > stageCharacters) await flush();
    }
    await flush();
    await whileReceiving(db, account, jobNo, staged, (tx) => markReceived(tx, account, jobNo, staged));
    return { jobNo, rows: staged, header, columns, dryRun, ...file.format() };
  } catch (error) {
    const failure = error instanceof CodedError ? error.message : 'The rows could not be kept';
    await db.transaction((tx) => failImport(tx, account, jobNo, failure));
    throw error;
  }
}

/** @throws CodedError BAD_USER_INPUT when the import was canceled, or given up, while its file came in */
const whileReceiving = (
  db: Database,
  account: number,
  jobNo: number,
  rows: number,
  work: (tx: Transaction) => Promise<unknown>,
): Promise<void> =>
  db.transaction(async (tx) => {
    if (!(await noteReceived(tx, account, jobNo, rows)))
      throw badInput(null, 'The import was ended while its file came in; none of its rows was taken in');
    await work(tx);
  });
