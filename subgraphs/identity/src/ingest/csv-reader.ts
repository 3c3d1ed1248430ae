import type { Readable } from 'node:stream';
import { badInput } from '@ucp/kit/errors';
import { CsvError, parse } from 'csv-parse';
import { limits } from '../domain/limits.ts';
import type { StagedRow } from '../store/imports.ts';

/**
 * The rows of a CSV file (RFC 4180, UTF-8, comma, a byte order mark is passed over), header first, empty lines left out. A
 * row that cannot be read comes with its problem and what could be read of it; the rest goes on.
 * @throws CodedError BAD_USER_INPUT when the stream breaks off
 */
export async function* readCsv(body: Readable): AsyncGenerator<StagedRow> {
  const broken: StagedRow[] = [];
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: limits.importRow,
    on_skip: (error) => {
      if (error === undefined) return;
      const [line, cells] = [Number(Object(error).lines), Object(error).record];
      broken.push({ line, cells: Array.isArray(cells) ? cells.map(String) : [], problem: problemOf(error) });
    },
  });
  body.on('error', (error) => parser.destroy(error));
  body.pipe(parser);
  // The parser counts a CRLF within quotes as two lines.
  let overcounted = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const text = record.join('');
      const breaks = text.match(/\r\n|\r|\n/g)?.length ?? 0;
      overcounted += text.match(/\r\n/g)?.length ?? 0;
      // `lines` counts to the end of the row; the row begins where its first line does.
      yield { line: info.lines - overcounted - breaks, cells: record, problem: null };
      yield* broken.splice(0);
    }
    yield* broken.splice(0);
  } catch (error) {
    throw badInput(
      null,
      error instanceof CsvError
        ? `The file cannot be read to its end: ${problemOf(error)}`
        : 'The file broke off before its end',
    );
  }
}

/** The problem in our words; the parser's own name the library's options. */
function problemOf(error: CsvError): string {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quote is opened and never closed';
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'a closing quote is followed by something other than a comma';
    case 'INVALID_OPENING_QUOTE':
      return 'a quote stands in the middle of a cell that does not begin with one';
    case 'CSV_MAX_RECORD_SIZE':
      return `a row has at most ${limits.importRow} bytes`;
    default:
      return 'the row is not CSV';
  }
}
