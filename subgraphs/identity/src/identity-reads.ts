import type { PlaceOfPart } from '@ucp/kit/activity-place';
import type { Database } from '@ucp/kit/database';
import { badInput } from '@ucp/kit/errors';
import { contactNoOf } from '@ucp/kit/ids';
import type { ContactView } from './domain/contact-view.ts';
import { normaliseIdentifier, strengthOf } from './domain/identifiers.ts';
import { type IdentifierInput, namedIdentifier } from './domain/record-input.ts';
import { createSearch } from './search.ts';
import { readAccount } from './store/accounts.ts';
import { activityOf } from './store/activity.ts';
import { contactByIdentifier, contactsBelow, identifierKinds } from './store/contact-list.ts';
import { definitionsOf } from './store/field-definitions.ts';
import { importByNo, importsBelow, rejectedAfter } from './store/imports.ts';
import { keyByHash, keysOf } from './store/keys.ts';
import { type ReviewDecision, reviewsBelow } from './store/merges.ts';
import { readSettings } from './store/neighbourhood.ts';
import { profilesOf } from './store/profile.ts';

/** Contacts that are read at once. */
const chunk = 1_000;

/** Reads of identity that are not shared by the fields of one request. */
export function createIdentityReads(db: Database) {
  const settingsOf = (account: number) => readSettings({ query: db.read }, account);
  return {
    account: (account: number) => readAccount(db, account),
    definitions: (account: number) => definitionsOf(db, account),
    keys: (account: number) => keysOf(db, account),
    keyByHash: (hash: string) => keyByHash(db, hash),
    /** Number of the contact an identifier names; null when nobody has it. @throws CodedError for what is no identifier */
    contactNoBy: async (account: number, input: IdentifierInput): Promise<number | null> => {
      const named = namedIdentifier(input, ['identifier']);
      if ('id' in named) return contactNoOf(account, named.id);
      const identifier = normaliseIdentifier(named.kind, named.given, await settingsOf(account));
      if ('blocked' in identifier) return null;
      if ('refused' in identifier) throw badInput(['identifier', named.name], identifier.refused);
      return contactByIdentifier(db, account, named.kind, identifier.value);
    },
    /** Numbers of contacts as shown, newest first, below a number. */
    contactsBelow: (account: number, below: number, first: number) => contactsBelow(db, account, below, first),
    search: createSearch(db),
    /** Kinds of identifiers that the account has, strongest first. */
    identifierKinds: async (account: number): Promise<string[]> =>
      (await identifierKinds(db, account)).sort((a, b) => strengthOf(a) - strengthOf(b) || (a < b ? -1 : 1)),
    /** Every contact as it is shown. */
    everyView: async (account: number): Promise<ContactView[]> => {
      const views: ContactView[] = [];
      for (let below = 2_147_483_647; ; ) {
        const contactNos = await contactsBelow(db, account, below, chunk);
        views.push(...(await profilesOf(db, account, contactNos)).views.values());
        below = contactNos.at(-1) ?? 0;
        if (contactNos.length < chunk) return views;
      }
    },
    reviewsBelow: (account: number, below: number, first: number, states: readonly ReviewDecision[]) =>
      reviewsBelow(db, account, below, first, states),
    activity: (account: number, contactNos: readonly number[], first: number, before: PlaceOfPart | null) =>
      activityOf(db, account, contactNos, first, before),
    importByNo: (account: number, jobNo: number) => importByNo(db, account, jobNo),
    importsBelow: (account: number, below: number, first: number) => importsBelow(db, account, below, first),
    rejectedAfter: (account: number, jobNo: number, line: number, first: number) =>
      rejectedAfter(db, account, jobNo, line, first),
  };
}

export type IdentityReads = ReturnType<typeof createIdentityReads>;
