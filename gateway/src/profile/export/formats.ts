import { pipeline, Readable, Transform } from 'node:stream';
import { cellSeparator, cellText } from '@ucp/kit/spreadsheet';
import { stringify } from 'csv-stringify';

export type ExportFormat = 'csv' | 'ndjson';

export const contentTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
};

/** A value as the text of a cell; several are joined by semicolons. What a spreadsheet would run is text behind an apostrophe. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return cellText(Array.isArray(value) ? value.map(textOf).join(cellSeparator) : textOf(value));
}

/** Whoever took the bytes went away: no failure of ours. */
const leaving: ReadonlySet<string | undefined> = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR']);

const textOf = (value: unknown): string => {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/**
 * Rows as the bytes of a file, written as they are taken. Whoever stops taking them ends the rows too; rows that fail cut the
 * file, which is then not ended as if it were whole.
 * @param failed told of rows that failed
 */
export function fileOf(options: {
  readonly format: ExportFormat;
  readonly names: readonly string[];
  readonly rows: AsyncIterable<readonly unknown[]>;
  /** A mark at the beginning of CSV by which spreadsheets know that it is UTF-8. */
  readonly bom: boolean;
  readonly failed: (error: Error) => void;
}): Readable {
  const { format, names, rows, bom, failed } = options;
  const ended = (error: NodeJS.ErrnoException | null | undefined) => {
    if (error && !leaving.has(error.code)) failed(error);
  };
  const source = Readable.from(rows, { objectMode: true, highWaterMark: 1 });
  if (format === 'csv') {
    const cells = new Transform({
      objectMode: true,
      transform: (row: readonly unknown[], _encoding, done) => done(null, row.map(cellOf)),
    });
    return pipeline(
      source,
      cells,
      stringify({ header: true, columns: [...names], bom, record_delimiter: '\r\n' }),
      ended,
    );
  }
  const lines = new Transform({
    writableObjectMode: true,
    transform: (row: readonly unknown[], _encoding, done) =>
      done(null, `${JSON.stringify(Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])))}\n`),
  });
  return pipeline(source, lines, ended);
}
