import type { Database } from '@ucp/kit/database';
import { badInput } from '@ucp/kit/errors';
import { contactNoOf } from '@ucp/kit/ids';
import { anyAccount, normaliseIdentifier, plainOf, strengthOf } from './domain/identifiers.ts';
import { type IdentifierInput, namedIdentifier } from './domain/record-input.ts';
import { createFieldTypes } from './field-types.ts';
import { createSearch } from './search.ts';
import { readAccount } from './store/accounts.ts';
import { contactByIdentifier, contactsBelow, identifierKinds } from './store/contact-list.ts';
import { definitionsOf } from './store/field-definitions.ts';
import { importByNo, importsBelow, rejectedAfter } from './store/imports.ts';
import { keyByHash, keysOf } from './store/keys.ts';
import { type ReviewDecision, reviewsBelow } from './store/merges.ts';
import { readSettings } from './store/neighbourhood.ts';

/** Reads of identity that are not shared by the fields of one request. */
export function createIdentityReads(db: Database) {
  const settingsOf = (account: number) => readSettings({ query: db.read }, account);
  return {
    account: (account: number) => readAccount(db, account),
    definitions: (account: number) => definitionsOf(db, account),
    fieldTypes: createFieldTypes(db),
    keys: (account: number) => keysOf(db, account),
    keyByHash: (hash: string) => keyByHash(db, hash),
    /** Number of the contact an identifier names; null when nobody has it. @throws CodedError for what is no identifier */
    contactNoBy: async (account: number, input: IdentifierInput): Promise<number | null> => {
      const named = namedIdentifier(input, ['identifier']);
      if ('id' in named) return contactNoOf(account, named.id);
      const { kind, given } = named;
      // One statement, unless it takes the account's region to read a number.
      const plainly = normaliseIdentifier(kind, given, anyAccount);
      const identifier = 'refused' in plainly ? normaliseIdentifier(kind, given, await settingsOf(account)) : plainly;
      if ('blocked' in identifier) return null;
      if ('refused' in identifier) throw badInput(['identifier', named.name], identifier.refused);
      return contactByIdentifier(db, account, kind, identifier.value, [plainOf(given), identifier.value]);
    },
    /** Numbers of contacts as shown, newest first, below a number. */
    contactsBelow: (account: number, below: number, first: number, includeArchived: boolean) =>
      contactsBelow(db, account, below, first, includeArchived),
    search: createSearch(db),
    /** Kinds of identifiers that the account has, strongest first. */
    identifierKinds: async (account: number): Promise<string[]> => {
      const { priority } = await settingsOf(account);
      const kinds = await identifierKinds(db, account);
      return kinds.sort((a, b) => strengthOf(a, priority) - strengthOf(b, priority) || (a < b ? -1 : 1));
    },
    reviewsBelow: (account: number, below: number, first: number, states: readonly ReviewDecision[]) =>
      reviewsBelow(db, account, below, first, states),
    importByNo: (account: number, jobNo: number) => importByNo(db, account, jobNo),
    importsBelow: (account: number, below: number, first: number) => importsBelow(db, account, below, first),
    rejectedAfter: (account: number, jobNo: number, line: number, first: number) =>
      rejectedAfter(db, account, jobNo, line, first),
  };
}

export type IdentityReads = ReturnType<typeof createIdentityReads>;
