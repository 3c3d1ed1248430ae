import type { Database } from '@ucp/kit/database';
import { badInput } from '@ucp/kit/errors';
import { appendToJournal } from '@ucp/kit/journal';
import { applyEdit, parseEdit } from '../domain/edit.ts';
import { limits } from '../domain/limits.ts';
import { contactOf } from '../domain/neighbourhood.ts';
import type { ToldContact } from '../domain/record.ts';
import { writesOf } from '../store/changes.ts';
import { loadNeighbourhood } from '../store/neighbourhood.ts';

export interface ContactEdit extends Pick<ToldContact, 'fields' | 'addTags' | 'removeTags'> {
  /** Null: the id was none of the account's. */
  readonly contactNo: number | null;
}

/**
 * Edits contacts in the name of a part of the system, in one transaction and as many statements for one as for a thousand. While
 * merged an edit goes to the survivor; what is so already changes nothing, so that it may be asked again.
 * @returns in the order asked what kept each from being done, in one sentence; null: it is so now
 * @throws CodedError BAD_USER_INPUT when there are too many
 */
export async function editEach(
  db: Database,
  account: number,
  edits: readonly ContactEdit[],
  source: string,
): Promise<(string | null)[]> {
  if (edits.length > limits.editsAtOnce)
    throw badInput(['edits'], `"edits" takes at most ${limits.editsAtOnce}, got ${edits.length}`);
  return db.transaction(async (tx) => {
    const contactNos = edits.flatMap(({ contactNo }) => contactNo ?? []);
    const place = await loadNeighbourhood(tx, account, () => ({ identifiers: [], contactNos }));
    const problems = edits.map(({ contactNo, ...edit }, i): string | null => {
      if (contactNo === null || !place.contacts.has(contactNo)) return 'The account has no contact of this id';
      const parsed = parseEdit(place, { ...edit, identifiers: [], acquisition: null, consents: [], source });
      if ('message' in parsed) return parsed.message;
      const { rootNo } = contactOf(place, contactNo);
      if (!applyEdit(place, rootNo, parsed, { source, at: tx.now, place: i })) return null;
      contactOf(place, rootNo).updatedAt = tx.now;
      place.changes.contacts.add(rootNo);
      const fields = parsed.fields.map(({ definition }) => definition.key);
      const { addTags, removeTags } = parsed;
      const details = { fields, addTags, removeTags, primary: [] };
      place.changes.audit.push({ actor: source, action: 'EDITED', contactNo: rootNo, details });
      return null;
    });
    const writes = writesOf(account, place);
    if (writes.length > 0) await appendToJournal(tx, account, writes);
    return problems;
  });
}
