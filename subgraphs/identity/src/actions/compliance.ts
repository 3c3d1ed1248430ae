import type { Database } from '@ucp/kit/database';
import { badInput, notFound } from '@ucp/kit/errors';
import { appendToJournal } from '@ucp/kit/journal';
import { isKeepable, notKeepable } from '../domain/keepable.ts';
import { limits } from '../domain/limits.ts';
import { contactOf, membersOf } from '../domain/neighbourhood.ts';
import { writesOf } from '../store/changes.ts';
import { loadNeighbourhood } from '../store/neighbourhood.ts';

/** A flag that is undefined stays as it is. */
export interface ComplianceFlags {
  readonly lawfulBasis: string | null | undefined;
  readonly processingRestricted: boolean | undefined;
  readonly marketingObjection: boolean | undefined;
}

/**
 * Sets legal flags on every contact that is shown as one with this one: a restriction set while merged stays on all of them
 * (domain, section 2). Setting what is so already changes nothing.
 * @returns number of the contact as shown
 * @throws CodedError NOT_FOUND, BAD_USER_INPUT
 */
export async function setCompliance(
  db: Database,
  account: number,
  contactNo: number | null,
  flags: ComplianceFlags,
  actor: string,
): Promise<number> {
  const { lawfulBasis } = flags;
  if (typeof lawfulBasis === 'string' && (lawfulBasis.trim() === '' || lawfulBasis.length > limits.name)) {
    throw badInput(
      ['input', 'lawfulBasis'],
      `A lawful basis has 1 to ${limits.name} characters, got ${lawfulBasis.length}`,
    );
  }
  if (typeof lawfulBasis === 'string' && !isKeepable(lawfulBasis))
    throw badInput(['input', 'lawfulBasis'], `A lawful basis ${notKeepable}`);
  return db.transaction(async (tx) => {
    const place = await loadNeighbourhood(tx, account, () => ({
      identifiers: [],
      contactNos: contactNo === null ? [] : [contactNo],
    }));
    if (contactNo === null || !place.contacts.has(contactNo))
      throw notFound(['input', 'contactId'], 'The account has no contact of this id');
    const { rootNo } = contactOf(place, contactNo);
    for (const member of membersOf(place, rootNo)) {
      const before = JSON.stringify([member.lawfulBasis, member.restrictedSince, member.objectionSince]);
      if (lawfulBasis !== undefined) member.lawfulBasis = lawfulBasis;
      if (flags.processingRestricted !== undefined)
        member.restrictedSince = flags.processingRestricted ? (member.restrictedSince ?? tx.now) : null;
      if (flags.marketingObjection !== undefined)
        member.objectionSince = flags.marketingObjection ? (member.objectionSince ?? tx.now) : null;
      if (before === JSON.stringify([member.lawfulBasis, member.restrictedSince, member.objectionSince])) continue;
      member.updatedAt = tx.now;
      place.changes.contacts.add(member.contactNo);
      place.changes.audit.push({
        actor,
        action: 'COMPLIANCE_SET',
        contactNo: member.contactNo,
        details: { ...flags },
      });
    }
    if (place.changes.contacts.size === 0) return rootNo;
    await appendToJournal(tx, account, writesOf(account, place));
    return rootNo;
  });
}
