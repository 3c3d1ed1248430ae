import { Readable } from 'node:stream';
import type { Database } from '@ucp/kit/database';
import { type Door, type DoorResponse, jsonResponse } from '@ucp/kit/door';
import { CodedError, errorCodes } from '@ucp/kit/errors';
import { recordId, recordNoOf } from '@ucp/kit/ids';
import { cellText } from '@ucp/kit/spreadsheet';
import { stringify } from 'csv-stringify';
import { receiveImport } from '../actions/receive-import.ts';
import { type ImportRow, importByNo, rejectedAfter } from '../store/imports.ts';
import { understoodColumns } from './csv-columns.ts';
import { parseImportOptions } from './import-options.ts';

const pageSize = 1_000;

/** `POST /imports` takes a CSV file in, `GET /imports/:id/rejected.csv` gives back the rows that were not. */
export const importDoors = (db: Database, wake: () => void): Door[] => [
  {
    method: 'POST',
    path: '/imports',
    scopes: ['imports:write'],
    streams: true,
    handle: async ({ body, path, headers, caller }) => {
      if (caller === null) return refusalOf(new CodedError('UNAUTHENTICATED', 'An import needs a key'));
      const stream = body instanceof Readable ? body : Readable.from([body]);
      try {
        const received = await receiveImport(
          db,
          caller.account,
          stream,
          parseImportOptions(path, headers),
          caller.actor,
        );
        wake();
        const { jobNo, rows, header, columns, dryRun, delimiter, encoding } = received;
        return jsonResponse(202, {
          id: recordId('imp', caller.account, jobNo),
          rows,
          delimiter,
          encoding,
          dryRun,
          columns: understoodColumns(header, columns),
        });
      } catch (error) {
        // What is still on its way is passed over: a sender that is cut off in the middle would not hear why.
        stream.resume();
        if (error instanceof CodedError) return refusalOf(error);
        throw error;
      }
    },
  },
  {
    method: 'GET',
    path: '/imports/:id/rejected.csv',
    scopes: ['imports:write', 'pii:read'],
    streams: false,
    handle: async ({ caller }, { id = '' }) => {
      const jobNo = caller === null ? null : recordNoOf('imp', caller.account, id);
      const job = caller === null || jobNo === null ? null : await importByNo(db, caller.account, jobNo);
      if (caller === null || job === null)
        return refusalOf(new CodedError('NOT_FOUND', 'The account has no import of this id'));
      const rows = rejectedRows(db, caller.account, job);
      const csv = Readable.from(rows).pipe(stringify());
      return {
        status: 200,
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="rejected-${id}.csv"`,
        },
        body: csv,
      };
    },
  },
];

/** Header first. Line and reason stand in their columns also where a row has fewer cells than the header; more come behind them. */
async function* rejectedRows(db: Database, account: number, { jobNo, header }: ImportRow): AsyncGenerator<string[]> {
  yield [...header, 'Line', 'Reason'].map(cellText);
  for (let line = 0; ; ) {
    const page = await rejectedAfter(db, account, jobNo, line, pageSize);
    for (const { cells, ...row } of page) {
      const own = header.map((_, i) => cells[i] ?? '');
      yield [...own, String(row.line), row.reason, ...cells.slice(header.length)].map(cellText);
    }
    const last = page.at(-1);
    if (last === undefined) return;
    line = last.line;
  }
}

const refusalOf = ({ code, message }: CodedError): DoorResponse =>
  jsonResponse(errorCodes[code].status, { error: { code, message } });
