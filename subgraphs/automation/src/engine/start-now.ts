import type { Database } from '@ucp/kit/database';
import { holdWorker } from '@ucp/kit/jobs/job-workers';
import { LeaseLost, type Leases } from '@ucp/kit/jobs/lease';
import { insertClaimedEntry, withdrawEntry } from '../store/entries.ts';
import { decideEntries, type EnterOptions } from './enter.ts';
import type { Holding } from './holding.ts';

/** What came of letting somebody in. */
export type Started =
  | { readonly is: 'ENTERED'; readonly enrollmentNo: number }
  | { readonly is: 'NOT_LIVE' }
  /** In one sentence. */
  | { readonly is: 'KEPT_OUT'; readonly because: string };

/**
 * Lets a contact into a workflow by the code that decides entries, and has it go on as far as it goes.
 * @throws CodedError SUBGRAPH_UNAVAILABLE, LeaseLost: it is decided later, by whoever looks
 */
export type StartNow = (account: number, workflowNo: number, contactNo: number, cause: string) => Promise<Started>;

export function createStartNow(
  options: EnterOptions & { readonly db: Database; readonly leases: Leases; readonly holding: Holding },
): StartNow {
  const { db, leases, holding } = options;
  return async (account, workflowNo, contactNo, cause) => {
    const lease = await leases.current();
    const started = await holding.during(
      account,
      lease,
      async () => {
        const { now, entry } = await db.transaction(async (tx) => {
          if (!(await holdWorker(tx, lease.workerId))) throw new LeaseLost();
          return {
            now: tx.now,
            entry: await insertClaimedEntry(tx, account, lease.workerId, { workflowNo, contactNo, cause }),
          };
        });
        return {
          held: { entries: [entry.entryNo] },
          claimed: { entry, batch: { account, lease, now } },
        };
      },
      async ({ entry, batch }, holdMore): Promise<Started> => {
        const { entered, keptOut } = await decideEntries(options, batch, [entry], holdMore);
        const [entrant] = entered;
        if (entrant !== undefined) return { is: 'ENTERED', enrollmentNo: entrant.run.enrollmentNo };
        const because = keptOut.get(entry.entryNo);
        if (because !== undefined) return { is: 'KEPT_OUT', because };
        // Changed, or erased, between the question and the decision: nobody else is to let in who was told that they are not.
        await withdrawEntry(db, account, entry.entryNo);
        if (entry.version === null) return { is: 'NOT_LIVE' };
        return { is: 'KEPT_OUT', because: 'The workflow or the contact was changed at this moment: try again.' };
      },
    );
    if (started === null) throw new Error('an entry was written and is not there');
    return started;
  };
}
