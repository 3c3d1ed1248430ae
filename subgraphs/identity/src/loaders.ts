import { alignMany, alignOne } from '@ucp/kit/align';
import type { Database } from '@ucp/kit/database';
import type { BaseContext } from '@ucp/kit/subgraph';
import DataLoader from 'dataloader';
import type { ContactView } from './domain/contact-view.ts';
import { type MergeRow, mergesOf } from './store/merges.ts';
import { profilesOf } from './store/profile.ts';

/** Reads of one request: all contacts asked share one statement. */
export interface IdentityLoaders {
  /** The contact of a number, merged ones resolved to the survivor; null when the account has none. */
  readonly contact: DataLoader<number, ContactView | null>;
  readonly merges: DataLoader<number, MergeRow[]>;
}

export function createIdentityLoaders(db: Database, { caller, revs }: BaseContext): IdentityLoaders {
  const { account } = caller;
  return {
    contact: new DataLoader(async (contactNos) => {
      const { views, rev } = await profilesOf(db, account, contactNos);
      // Whoever answers next for these contacts must know of the merges this answer knows of.
      revs.set('identity', Math.max(revs.get('identity') ?? 0, rev));
      return alignOne(contactNos, [...views], ([asked]) => asked).map((found) => found?.[1] ?? null);
    }),
    merges: new DataLoader(async (contactNos) =>
      alignMany(contactNos, await mergesOf(db, account, contactNos), ({ asked }) => asked),
    ),
  };
}
