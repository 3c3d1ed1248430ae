import { groupBy } from '@ucp/kit/align';
import type { Database } from '@ucp/kit/database';
import { createBuryDead } from '@ucp/kit/jobs/dead-workers';
import type { RecordOutcomes } from '../actions/record-outcomes.ts';
import { addLaneJob, addLookupJob, lanesDue, lanesWithoutJob } from '../store/lanes.ts';
import { accountsWithUnknown, orphanedMessages } from '../store/message-outcomes.ts';
import { outcomeOf } from './hand-over.ts';

/** Messages of dead workers that are taken over in one transaction. */
const batch = 1_000;

/** Finds what nobody looks after: workers whose beat stands still, what they had claimed, and lanes that wait for a job. */
export interface Sweep {
  readonly once: () => Promise<void>;
}

export function createSweep(options: {
  readonly db: Database;
  readonly record: RecordOutcomes;
  readonly monotonic: () => number;
}): Sweep {
  const { db, record, monotonic } = options;
  const buryDead = createBuryDead(db, monotonic);

  const takeOver = async (): Promise<void> => {
    for (;;) {
      const orphans = await orphanedMessages(db, batch);
      const detail = 'The process that sent it is gone.';
      for (const [account, own] of groupBy(orphans, (message) => message.account)) {
        await record(
          account,
          own.map((message) => outcomeOf(message, { is: 'UNKNOWN', detail })),
        );
      }
      if (orphans.length < batch) return;
    }
  };

  return {
    once: async () => {
      await buryDead();
      await takeOver();
      for (const account of await accountsWithUnknown(db)) await addLookupJob({ query: db.write }, account, 0);
      for (const lane of await lanesWithoutJob(db, await lanesDue(db))) {
        await addLaneJob({ query: db.write }, lane, 0, 'replace');
      }
    },
  };
}
