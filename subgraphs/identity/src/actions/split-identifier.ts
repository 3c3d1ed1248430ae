import type { Database } from '@ucp/kit/database';
import { badInput, notFound } from '@ucp/kit/errors';
import { appendToJournal } from '@ucp/kit/journal';
import { normaliseIdentifier } from '../domain/identifiers.ts';
import { contactOf, identifierKey, identifiersOf } from '../domain/neighbourhood.ts';
import { settlePrimaries } from '../domain/primaries.ts';
import { splitOff } from '../domain/splitting.ts';
import { writesOf } from '../store/changes.ts';
import { loadNeighbourhood } from '../store/neighbourhood.ts';

export interface IdentifierToSplit {
  readonly contactNo: number | null;
  readonly kind: string;
  readonly given: string;
  readonly reason: string | null;
  readonly actor: string;
}

/**
 * Takes one identifier off a contact and gives it a contact of its own.
 * @returns numbers of the contact as shown, and of the one the identifier belongs to now
 * @throws CodedError NOT_FOUND, BAD_USER_INPUT when it is the only one, of the contact or of an original of it: taken apart
 * later that one would be a contact nobody can find
 */
export const splitIdentifier = (
  db: Database,
  account: number,
  { contactNo, kind, given, reason, actor }: IdentifierToSplit,
): Promise<readonly [number, number]> =>
  db.transaction(async (tx) => {
    const place = await loadNeighbourhood(tx, account, () => ({
      identifiers: [],
      contactNos: contactNo === null ? [] : [contactNo],
    }));
    if (contactNo === null || !place.contacts.has(contactNo))
      throw notFound(['input', 'contactId'], 'The account has no contact of this id');
    const { rootNo } = contactOf(place, contactNo);
    const own = identifiersOf(place, [rootNo]);
    const wanted = normaliseIdentifier(kind, given, place.settings);
    const key = 'value' in wanted ? identifierKey(kind, wanted.value) : '';
    const identifier = own.find((each) => identifierKey(each.kind, each.value) === key);
    if (identifier === undefined) throw notFound(['input', 'identifier'], 'The contact has no such identifier');
    if (own.length === 1)
      throw badInput(
        ['input', 'identifier'],
        'It is the only identifier of the contact: there is nothing to take it from',
      );
    if ((place.identifiersOf.get(identifier.contactNo) ?? []).length === 1)
      throw badInput(
        ['input', 'identifier'],
        'It is all that identifies one of the contacts that were merged: take their merge back instead',
      );
    const made = splitOff(place, identifier, { actor, reason: reason ?? 'split by hand' });
    settlePrimaries(place, rootNo);
    contactOf(place, rootNo).updatedAt = tx.now;
    place.changes.contacts.add(rootNo);
    for (const each of [rootNo, made])
      place.changes.audit.push({ actor, action: 'SPLIT', contactNo: each, details: { kind, into: made, reason } });
    await appendToJournal(tx, account, writesOf(account, place));
    return [rootNo, made] as const;
  });
