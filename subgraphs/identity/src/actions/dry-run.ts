import type { Database, Session } from '@ucp/kit/database';
import { appendToJournal } from '@ucp/kit/journal';
import { claimDryRun, noteDryRun, oldestDryRun, restartDryRun, type WaitingJob } from '../store/dry-runs.ts';
import { nextRows } from '../store/imports.ts';
import { copyConcerned, shadowTables } from '../store/shadow.ts';
import { analyzeGrowing } from '../store/statistics.ts';
import { batchCharacters, batchSize, type IdentifierOfRow, takeIn } from './import-batch.ts';

interface Run {
  readonly session: Session;
  readonly job: WaitingJob;
  processed: number;
  batches: number;
}

export interface DryRuns {
  /** Takes in the next rows of the oldest dry run, in rehearsal. @returns whether there was anything to do */
  readonly batch: () => Promise<boolean>;
  /** Ends the run under way; another process, or the next start, begins it anew. */
  readonly close: () => void;
}

/**
 * Runs files through the very actions of an import on a session whose tables are temporary: a row sees what the rows before it
 * came to, the transactions are read-only for everything real, and the counts are those of an import at that time. What it
 * knows lives with its connection; after a crash or an error it begins at the first row again.
 */
export function createDryRuns(db: Database): DryRuns {
  let run: Run | null = null;

  const close = () => {
    run?.session.close();
    run = null;
  };

  const begin = async (): Promise<Run | null> => {
    const waiting = await oldestDryRun({ query: db.read });
    if (waiting === null) return null;
    const session = await db.session();
    try {
      // Only who holds it knows how it stands: it may have been done between the two.
      const job = (await claimDryRun(session, waiting)) ? await oldestDryRun(session) : null;
      if (job === null || job.accountId !== waiting.accountId || job.jobNo !== waiting.jobNo) {
        session.close();
        return null;
      }
      await db.transaction((tx) => restartDryRun(tx, job));
      await shadowTables(session, job.accountId);
      return { session, job, processed: 0, batches: 0 };
    } catch (error) {
      session.close();
      throw error;
    }
  };

  const takeNext = async (current: Run): Promise<void> => {
    const { session, job } = current;
    const { rows, progress, rejected } = await session.transaction('READ ONLY', async (tx) => {
      const next = await nextRows(tx, job.accountId, job.jobNo, current.processed, batchSize, batchCharacters);
      const copy = (identifiers: readonly IdentifierOfRow[]) => copyConcerned(tx, job.accountId, identifiers);
      const { writes, ...taken } = await takeIn(tx, job.accountId, job, next, copy);
      await appendToJournal(tx, job.accountId, writes);
      return { rows: next, ...taken };
    });
    const done = current.processed + rows.length >= job.rows;
    const noted = await db.transaction((tx) => noteDryRun(tx, job, progress, rejected, done ? tx.now : null));
    if (done || !noted) return close();
    current.processed += rows.length;
    current.batches += 1;
    await analyzeGrowing((statement) => session.query(statement, []), 'pg_temp', current.batches);
  };

  return {
    batch: async () => {
      try {
        run ??= await begin();
        if (run === null) return false;
        await takeNext(run);
        return true;
      } catch (error) {
        close();
        throw error;
      }
    },
    close,
  };
}
