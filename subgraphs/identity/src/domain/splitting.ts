import { separate } from './merging.ts';
import { contactOf, type IdentifierState, identifierKey, type Neighbourhood } from './neighbourhood.ts';

/**
 * Takes an identifier off the contact it is on and makes it a contact of its own: as old as the identifier is known, without
 * fields or tags, which stay where they are. The two are separated.
 * @returns number of the new contact
 */
export function splitOff(
  place: Neighbourhood,
  identifier: IdentifierState,
  by: { readonly actor: string; readonly reason: string },
): number {
  const key = identifierKey(identifier.kind, identifier.value);
  const from = identifier.contactNo;
  const contactNo = place.next.contactNo++;
  place.contacts.set(contactNo, {
    contactNo,
    rootNo: contactNo,
    createdAt: identifier.firstSeenAt,
    updatedAt: place.now,
    acquisition: null,
    lawfulBasis: null,
    // A restriction holds for the person, and nobody knows yet which of the two asked for it.
    restrictedSince: contactOf(place, from).restrictedSince,
    objectionSince: contactOf(place, from).objectionSince,
    archivedAt: contactOf(place, from).archivedAt,
    primaries: {},
    primaryChoices: {},
    primariesAt: {},
    fields: new Map(),
    tags: new Map(),
  });
  place.members.set(contactNo, [contactNo]);
  place.identifiersOf.set(
    from,
    (place.identifiersOf.get(from) ?? []).filter((each) => each !== key),
  );
  place.identifiersOf.set(contactNo, [key]);
  identifier.contactNo = contactNo;
  place.changes.unlinked.push({ key, from, by: by.actor, reason: by.reason });
  place.changes.identifiers.add(key);
  place.changes.linked.add(key);
  place.changes.contacts.add(contactNo);
  separate(place, from, contactNo);
  return contactNo;
}
