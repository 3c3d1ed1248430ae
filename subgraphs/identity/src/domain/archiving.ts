import { contactOf, membersOf, type Neighbourhood } from './neighbourhood.ts';

/**
 * Archives a contact, or takes it back out: every original that is shown as one, so that they stay so when they are taken apart.
 * One that joins later by a merge and is not archived brings the whole contact back into lists.
 * @returns whether anything changed
 */
export function setArchived(place: Neighbourhood, rootNo: number, archived: boolean, actor: string): boolean {
  const changed = membersOf(place, rootNo).filter(({ archivedAt }) => (archivedAt !== null) !== archived);
  for (const member of changed) {
    member.archivedAt = archived ? place.now : null;
    member.updatedAt = place.now;
    place.changes.contacts.add(member.contactNo);
    const action = archived ? 'ARCHIVED' : 'UNARCHIVED';
    place.changes.audit.push({ actor, action, contactNo: member.contactNo, details: {} });
  }
  if (changed.length > 0) contactOf(place, rootNo).updatedAt = place.now;
  return changed.length > 0;
}
