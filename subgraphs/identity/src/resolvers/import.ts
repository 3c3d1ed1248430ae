import { payloadOf } from '@ucp/kit/errors';
import { recordId, recordNoOf } from '@ucp/kit/ids';
import { connectionOf, decodeCursor, encodeCursor, pageSize } from '@ucp/kit/page';
import type { Resolvers } from '@ucp/schema/generated/identity.ts';
import { rateOf, remainingSeconds } from '../domain/import-rate.ts';
import { understoodColumns } from '../ingest/csv-columns.ts';
import { beyond } from './lists.ts';

/** Files that are or were taken in. */
export const importResolvers: Resolvers = {
  ImportJob: {
    id: ({ jobNo }, _args, { caller }) => recordId('imp', caller.account, jobNo),
    columns: ({ header, columns }) => understoodColumns(header, columns),
    rowsPerSecond: ({ processed, workedMs }) => rateOf(processed, workedMs),
    remainingSeconds: (job) => remainingSeconds(job),
    rejectedRows: async ({ jobNo }, page, { caller, identity }) => {
      const size = pageSize(page.first);
      const [line = 0] = decodeCursor('rejectedRows', ['number'], page.after) ?? [];
      const rows = await identity.reads.rejectedAfter(caller.account, jobNo, Number(line), size);
      const last = rows.at(-1)?.line;
      // Large rows make a shorter page: whether there is more is asked behind its last one.
      const next = last === undefined ? [] : await identity.reads.rejectedAfter(caller.account, jobNo, last, 1);
      return connectionOf(
        [...rows, ...next],
        rows.length,
        page.after,
        (row) => encodeCursor('rejectedRows', [row.line]),
        (row) => row,
      );
    },
  },
  Mutation: {
    importCancel: (_root, { id }, { caller, identity }) =>
      payloadOf(async () => ({
        importJob: await identity.actions.cancelImport(caller.account, recordNoOf('imp', caller.account, id)),
      })),
  },
  Query: {
    importJob: async (_root, { id }, { caller, identity }) => {
      const jobNo = recordNoOf('imp', caller.account, id);
      return jobNo === null ? null : identity.reads.importByNo(caller.account, jobNo);
    },
    importJobs: async (_root, page, { caller, identity }) => {
      const size = pageSize(page.first);
      const [below = beyond] = decodeCursor('importJobs', ['number'], page.after) ?? [];
      const jobs = await identity.reads.importsBelow(caller.account, Number(below), size + 1);
      return connectionOf(
        jobs,
        size,
        page.after,
        ({ jobNo }) => encodeCursor('importJobs', [jobNo]),
        (job) => job,
      );
    },
  },
};
