import type { Readable } from 'node:stream';
import { badInput, CodedError } from '@ucp/kit/errors';
import { limits } from '../domain/limits.ts';
import type { StagedRow } from '../store/imports.ts';
import { delimiterOf, isSample, separatorLine } from './csv-delimiter.ts';
import { createLineSplitter } from './csv-lines.ts';
import { createRecordReader } from './csv-records.ts';
import { fileBytes } from './file-bytes.ts';
import { createTextReader } from './file-text.ts';

/** What the sender says of the file. Null: it is found out from its beginning. */
export interface StatedFormat {
  readonly delimiter: string | null;
  readonly encoding: string | null;
  /** Encoding by the content type; a byte order mark is stronger. */
  readonly charset: string | null;
  readonly gzip: boolean;
}

export interface CsvFile {
  /** Header first. A row that cannot be read comes with its problem and what could be read of it; the rest goes on. */
  readonly rows: AsyncGenerator<StagedRow>;
  /** How the file is read; certain once its last row was. */
  readonly format: () => { readonly delimiter: string; readonly encoding: string };
}

/**
 * Reads a CSV file as it streams in, whatever its encoding, delimiter and line breaks; memory holds one row and what came with it.
 * Reading throws CodedError BAD_USER_INPUT when the stream breaks off or is no CSV file.
 */
export function readCsv(body: Readable, stated: StatedFormat): CsvFile {
  const text = createTextReader(stated.encoding, stated.charset);
  let delimiter = stated.delimiter ?? ',';

  async function* rows(): AsyncGenerator<StagedRow> {
    const lines = createLineSplitter(limits.importRow);
    let head = '';
    let records: ReturnType<typeof createRecordReader> | null = null;
    const begin = () => {
      const told = separatorLine.exec(head)?.[0] ?? '';
      delimiter = stated.delimiter ?? delimiterOf(head);
      const reader = createRecordReader(delimiter, told === '' ? 1 : 2);
      return { reader, rows: reader.write(lines.write(head.slice(told.length))) };
    };
    for await (const bytes of bytesOf(body, stated.gzip)) {
      const piece = text.write(bytes);
      if (records !== null) {
        yield* records.write(lines.write(piece));
        continue;
      }
      head += piece;
      if (!isSample(head)) continue;
      const begun = begin();
      records = begun.reader;
      yield* begun.rows;
    }
    const tail = text.end();
    if (records === null) {
      head += tail;
      const begun = begin();
      records = begun.reader;
      yield* begun.rows;
    } else yield* records.write(lines.write(tail));
    yield* records.write(lines.end());
    yield* records.end();
  }

  return { rows: rows(), format: () => ({ delimiter, encoding: text.encoding() }) };
}

async function* bytesOf(body: Readable, gzip: boolean): AsyncGenerator<Buffer> {
  try {
    yield* fileBytes(body, gzip);
  } catch (error) {
    throw error instanceof CodedError ? error : badInput(null, 'The file broke off before its end');
  }
}
