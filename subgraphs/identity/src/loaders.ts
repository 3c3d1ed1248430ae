import { alignMany } from '@ucp/kit/align';
import type { Database } from '@ucp/kit/database';
import { type Asking, createKeptReads } from '@ucp/kit/kept-reads';
import { type AskList, createSharedReads } from '@ucp/kit/shared-reads';
import type { BaseContext } from '@ucp/kit/subgraph';
import DataLoader from 'dataloader';
import type { Origins } from './domain/contact-happenings.ts';
import type { ContactView } from './domain/contact-view.ts';
import { type AuditRow, auditOf } from './store/audit-log.ts';
import { fieldHistoryOf, type HistoryPlace, type PastValueRow } from './store/field-history.ts';
import { type Profiles, profilesOf } from './store/profile.ts';

/** Reads of what profiles of contacts are made of. */
export type ReadProfiles = (asking: Asking) => AskList<'profile', Profiles>;

export const createReadProfiles = (db: Database): ReadProfiles =>
  createKeptReads(
    'identity',
    createSharedReads<'profile', Profiles>((account, wanted) =>
      profilesOf(db, account, [...(wanted.get('profile') ?? [])]),
    ),
    // Who was found by the number of a contact that was merged is asked about by the one it is shown under, and is who was found.
    ({ views }, contactNo) => [views.get(contactNo)?.rootNo ?? contactNo],
  );

/** Reads of one request. What profiles are made of is read with what others ask at the same time, and once for a client's query. */
export interface IdentityLoaders {
  /** The contact of a number, merged ones resolved to the survivor; null when the account has none. */
  readonly contact: (contactNo: number) => Promise<ContactView | null>;
  /** What it came out of; null when the account has none of this number. */
  readonly origins: (contactNo: number) => Promise<Origins | null>;
  /** Moment of the answer about a contact, which need not be there. */
  readonly now: (contactNo: number) => Promise<Date>;
  /** Those of contacts by number, with no more than messages need that merge these names; null: any. Numbers nobody has are absent. */
  readonly merging: (
    contactNos: readonly number[],
    names: readonly string[] | null,
  ) => Promise<ReadonlyMap<number, ContactView>>;
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

/** @param readOf reads of contacts, shared by who asks at the same time */
export function createIdentityLoaders(db: Database, readOf: ReadProfiles, asking: BaseContext): IdentityLoaders {
  const { caller, revs, asOf } = asking;
  const { account } = caller;
  // Whoever answers next for these contacts must know of the merges this answer knows of.
  const seen = (profiles: Profiles): Profiles => {
    revs.set('identity', Math.max(revs.get('identity') ?? 0, profiles.rev));
    asOf.note(profiles.moved);
    return profiles;
  };
  const read = readOf(asking);
  const profileOf = async (contactNo: number): Promise<Profiles> => seen(await read('profile', contactNo));
  return {
    contact: async (contactNo) => (await profileOf(contactNo)).views.get(contactNo) ?? null,
    origins: async (contactNo) => (await profileOf(contactNo)).origins.get(contactNo) ?? null,
    now: async (contactNo) => (await profileOf(contactNo)).now,
    merging: async (contactNos, names) => seen(await profilesOf(db, account, contactNos, names)).views,
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
