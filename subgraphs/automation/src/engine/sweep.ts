import type { Database } from '@ucp/kit/database';
import type { BuryDead } from '@ucp/kit/jobs/dead-workers';
import { addAccountJob, addLaneJobs, deliveryTask, watchTask } from '../store/lanes.ts';
import { accountsUnattended, accountsUntold, freeClaimsOfGone } from '../store/unattended.ts';
import { claimWatched } from '../store/watched.ts';

/**
 * Finds what nobody looks after: workers whose beat stands still, what they had claimed, and what is due and waits for no job.
 * @param giveBack of this process, what it has claimed and is not at
 */
export const createSweep =
  (db: Database, buryDead: BuryDead, giveBack: () => Promise<void>): (() => Promise<void>) =>
  async () => {
    await buryDead();
    await giveBack();
    await freeClaimsOfGone(db);
    const tx = { query: db.write };
    for (const account of await accountsUnattended(db)) await addLaneJobs(tx, account, 1);
    for (const account of await accountsUntold(db)) await addAccountJob(tx, deliveryTask, account, 0);
    for (const account of await claimWatched(db)) await addAccountJob(tx, watchTask, account, 0);
  };
