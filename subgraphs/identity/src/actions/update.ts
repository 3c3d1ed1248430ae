import type { Database } from '@ucp/kit/database';
import { badInput, CodedError, notFound } from '@ucp/kit/errors';
import { appendToJournal } from '@ucp/kit/journal';
import { latest } from '@ucp/kit/moments';
import { setArchived } from '../domain/archiving.ts';
import { applyEdit, parseEdit } from '../domain/edit.ts';
import { normaliseIdentifier } from '../domain/identifiers.ts';
import { contactOf, identifiersOf, membersOf } from '../domain/neighbourhood.ts';
import { choosePrimaries } from '../domain/primaries.ts';
import type { ToldContact } from '../domain/record.ts';
import { writesOf } from '../store/changes.ts';
import { loadNeighbourhood } from '../store/neighbourhood.ts';

export interface ContactUpdate {
  readonly contactNo: number | null;
  /** Fields and tags; its identifiers are not looked at. */
  readonly edit: ToldContact;
  readonly primary: readonly { readonly kind: string; readonly given: string; readonly path: readonly string[] }[];
  /** Null: as it is. */
  readonly archived: boolean | null;
  readonly ifUnchangedSince: Date | null;
}

/**
 * Changes one contact as an editor does. While merged the edit goes to the survivor. What is so already changes nothing.
 * @returns number of the contact as shown
 * @throws CodedError NOT_FOUND, BAD_USER_INPUT, MERGE_CONFLICT when it was changed since the caller saw it
 */
export const update = (
  db: Database,
  account: number,
  { contactNo, edit, primary, archived, ifUnchangedSince }: ContactUpdate,
): Promise<number> =>
  db.transaction(async (tx) => {
    const place = await loadNeighbourhood(tx, account, () => ({
      identifiers: [],
      contactNos: contactNo === null ? [] : [contactNo],
    }));
    if (contactNo === null || !place.contacts.has(contactNo))
      throw notFound(['input', 'id'], 'The account has no contact of this id');
    const { rootNo } = contactOf(place, contactNo);
    const root = contactOf(place, rootNo);
    const changedAt = latest(membersOf(place, rootNo).map(({ updatedAt }) => updatedAt));
    if (ifUnchangedSince !== null && changedAt !== null && changedAt > ifUnchangedSince) {
      throw new CodedError(
        'MERGE_CONFLICT',
        `The contact was changed at ${changedAt.toISOString()}, after ${ifUnchangedSince.toISOString()}`,
        ['input', 'ifUnchangedSince'],
      );
    }
    const parsed = parseEdit(place, edit);
    if ('message' in parsed) throw new CodedError(parsed.code, parsed.message, parsed.field);
    const own = identifiersOf(place, [rootNo]);
    const first = primary.map(({ kind, given, path }) => {
      const identifier = normaliseIdentifier(kind, given, place.settings);
      const known = 'value' in identifier && own.find((each) => each.kind === kind && each.value === identifier.value);
      if (!known) throw badInput(path, 'The contact has no such identifier');
      return known;
    });
    const twice = first.findIndex(({ kind }, i) => first.findIndex((each) => each.kind === kind) < i);
    if (twice >= 0)
      throw badInput(
        primary[twice]?.path ?? null,
        `One identifier of a kind comes first, got two of ${first[twice]?.kind}`,
      );
    const chosen = first.flatMap(({ kind, value }) => (root.primaries[kind] === value ? [] : [[kind, value] as const]));
    const reordered = chosen.length > 0;
    const moved = archived !== null && setArchived(place, rootNo, archived, edit.source);
    const edited = applyEdit(place, rootNo, parsed, { source: edit.source, at: tx.now, place: 0 });
    if (!edited && !reordered && !moved) {
      // Nothing that is shown: a value that was told again, a tag taken off that was not there.
      const writes = writesOf(account, place);
      if (writes.length > 0) await appendToJournal(tx, account, writes);
      return rootNo;
    }
    if (reordered) choosePrimaries(place, rootNo, chosen, tx.now);
    root.updatedAt = tx.now;
    place.changes.contacts.add(rootNo);
    if (edited || reordered) {
      const fields = parsed.fields.map(({ definition }) => definition.key);
      const { addTags, removeTags } = parsed;
      place.changes.audit.push({
        actor: edit.source,
        action: 'EDITED',
        contactNo: rootNo,
        details: { fields, addTags, removeTags, primary: first.map(({ kind }) => kind) },
      });
    }
    await appendToJournal(tx, account, writesOf(account, place));
    return rootNo;
  });
