import type { Database } from '@ucp/kit/database';
import { open, type SettingsInput, updateSettings } from './actions/account.ts';
import { cancelImport } from './actions/cancel-import.ts';
import { type ComplianceFlags, setCompliance } from './actions/compliance.ts';
import { defineField, type FieldInput } from './actions/define-field.ts';
import { type ContactEdit, editEach } from './actions/edit-each.ts';
import { createKey, endKey } from './actions/keys.ts';
import { mergeContacts, previewMerge, unmergeContacts } from './actions/merge.ts';
import { type ExportMade, recordExport } from './actions/record-export.ts';
import { decide } from './actions/review.ts';
import { type IdentifierToSplit, splitIdentifier } from './actions/split-identifier.ts';
import { type ContactUpdate, update } from './actions/update.ts';
import { upsert } from './actions/upsert.ts';
import type { ToldContact } from './domain/record.ts';
import type { Role } from './domain/roles.ts';

/** Every change of identity, on its database; `announce` is told after each commit that others react to. */
export function createIdentityActions(db: Database, announce: () => void) {
  const announced = async <Result>(work: Promise<Result>): Promise<Result> => {
    const result = await work;
    announce();
    return result;
  };
  return {
    upsert: (account: number, record: ToldContact) => announced(upsert(db, account, record)),
    previewMerge: (account: number, contactNos: readonly (number | null)[]) => previewMerge(db, account, contactNos),
    merge: (
      account: number,
      contactNos: readonly (number | null)[],
      by: { readonly reason: string | null; readonly actor: string },
    ) => announced(mergeContacts(db, account, contactNos, by)),
    decideReview: (account: number, reviewNo: number | null, state: 'APPROVED' | 'REJECTED', actor: string) =>
      announced(decide(db, account, reviewNo, state, actor)),
    update: (account: number, change: ContactUpdate) => announced(update(db, account, change)),
    editEach: (account: number, edits: readonly ContactEdit[], source: string) =>
      announced(editEach(db, account, edits, source)),
    splitIdentifier: (account: number, split: IdentifierToSplit) => announced(splitIdentifier(db, account, split)),
    unmerge: (account: number, mergeNo: number | null, actor: string) =>
      announced(unmergeContacts(db, account, mergeNo, actor)),
    setCompliance: (account: number, contactNo: number | null, flags: ComplianceFlags, actor: string) =>
      announced(setCompliance(db, account, contactNo, flags, actor)),
    recordExport: (account: number, made: ExportMade, actor: string) => recordExport(db, account, made, actor),
    cancelImport: (account: number, jobNo: number | null) => cancelImport(db, account, jobNo),
    defineField: (account: number, field: FieldInput) => defineField(db, account, field),
    updateSettings: (account: number, input: SettingsInput) => announced(updateSettings(db, account, input)),
    openAccount: (name: string, settings: SettingsInput, roles: readonly Role[]) =>
      announced(open(db, name, settings, roles)),
    createKey: (account: number, key: { readonly name: string; readonly role: Role }) => createKey(db, account, key),
    endKey: (account: number, keyNo: number | null) => endKey(db, account, keyNo),
  };
}

export type IdentityActions = ReturnType<typeof createIdentityActions>;
