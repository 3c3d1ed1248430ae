import type { Database } from '@ucp/kit/database';
import { batchLimit } from '@ucp/kit/journal';
import { limits } from '../../limits.ts';
import { accountsWithOutdated, forgetChanges } from '../store/segment-history.ts';

/**
 * Forgets who came into segments and who left them long ago. Our journal tells from then on what is left: whoever follows it acts upon
 * what is a day old at most, and whoever needs to know who is in a segment asks for its members.
 * @param batch changes of one transaction. Default: as many as any batch
 */
export const createForget =
  (db: Database, batch = batchLimit) =>
  async (goesOn: () => boolean): Promise<null> => {
    for (const account of await accountsWithOutdated(db, limits.changesKept)) {
      for (let count = batch; count >= batch && goesOn(); )
        count = await forgetChanges(db, account, limits.changesKept, batch);
    }
    return null;
  };
