import { alignMany, alignOne } from '@ucp/kit/align';
import type { Database } from '@ucp/kit/database';
import type { BaseContext } from '@ucp/kit/subgraph';
import DataLoader from 'dataloader';
import type { ContactView } from './domain/contact-view.ts';
import { type AuditRow, auditOf } from './store/audit-log.ts';
import { fieldHistoryOf, type HistoryPlace, type PastValueRow } from './store/field-history.ts';
import { type MergeRow, mergesOf } from './store/merges.ts';
import { profilesOf } from './store/profile.ts';

/** Reads of one request: all contacts asked share one statement. */
export interface IdentityLoaders {
  /** The contact of a number, merged ones resolved to the survivor; null when the account has none. */
  readonly contact: DataLoader<number, ContactView | null>;
  /** Those of contacts by number, with no more than messages need that merge these names; null: any. Numbers nobody has are absent. */
  readonly merging: (
    contactNos: readonly number[],
    names: readonly string[] | null,
  ) => Promise<ReadonlyMap<number, ContactView>>;
  readonly merges: DataLoader<number, MergeRow[]>;
  readonly fieldHistory: (
    contactNo: number,
    first: number,
    key: string,
    before: HistoryPlace | null,
  ) => Promise<PastValueRow[]>;
  readonly audit: (
    contactNo: number,
    first: number,
    before: Pick<AuditRow, 'rev' | 'place'> | null,
  ) => Promise<AuditRow[]>;
}

export function createIdentityLoaders(db: Database, { caller, revs }: BaseContext): IdentityLoaders {
  const { account } = caller;
  const viewsOf = async (contactNos: readonly number[], names: readonly string[] | null) => {
    const { views, rev } = await profilesOf(db, account, contactNos, names);
    // Whoever answers next for these contacts must know of the merges this answer knows of.
    revs.set('identity', Math.max(revs.get('identity') ?? 0, rev));
    return views;
  };
  return {
    contact: new DataLoader(async (contactNos) => {
      const views = await viewsOf(contactNos, null);
      return alignOne(contactNos, [...views], ([asked]) => asked).map((found) => found?.[1] ?? null);
    }),
    merging: viewsOf,
    merges: new DataLoader(async (contactNos) =>
      alignMany(contactNos, await mergesOf(db, account, contactNos), ({ asked }) => asked),
    ),
    fieldHistory: paged((contactNos, first, key: string, before: HistoryPlace | null) =>
      fieldHistoryOf(db, account, contactNos, first, key, before),
    ),
    audit: paged((contactNos, first, before: Pick<AuditRow, 'rev' | 'place'> | null) =>
      auditOf(db, account, contactNos, first, before),
    ),
  };
}

/** One loader for each page that is asked for. */
function paged<Row extends { readonly asked: number }, Rest extends readonly unknown[]>(
  read: (contactNos: readonly number[], first: number, ...rest: Rest) => Promise<Row[]>,
): (contactNo: number, first: number, ...rest: Rest) => Promise<Row[]> {
  const pages = new Map<string, DataLoader<number, Row[]>>();
  return (contactNo, first, ...rest) => {
    const key = JSON.stringify([first, ...rest]);
    const page =
      pages.get(key) ??
      new DataLoader<number, Row[]>(async (contactNos) =>
        alignMany(contactNos, await read(contactNos, first, ...rest), ({ asked }) => asked),
      );
    pages.set(key, page);
    return page.load(contactNo);
  };
}
