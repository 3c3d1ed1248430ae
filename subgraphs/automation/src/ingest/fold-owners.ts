import type { Transaction } from '@ucp/kit/database';
import type { JournalPage, JournalWrite } from '@ucp/kit/journal';
import { takeEventsAlone } from '../store/awaited-events.ts';
import { laneWrite } from '../store/lanes.ts';
import { lookAtErased, unparkMerged } from '../store/merged-away.ts';
import { takeIdentified } from '../store/unidentified-events.ts';
import { contactEntries } from './fold-identity.ts';
import { heardWrites } from './take-events.ts';

/**
 * What follows for workflows once contacts and links are folded: what happened at identifiers that became somebody's triggers and wakes,
 * who stood still for a merge that was taken back goes on, and who was erased is looked at.
 */
export async function foldOwners(
  tx: Transaction,
  account: number,
  page: JournalPage,
): Promise<readonly JournalWrite[]> {
  const { contacts, links } = contactEntries(page);
  if (contacts.length + links.length === 0) return [];
  await takeEventsAlone(tx, account);
  const writes: JournalWrite[] = [];
  if (contacts.length > 0) {
    const erased = contacts.filter(({ erasedAt }) => erasedAt !== null).map(({ contactNo }) => contactNo);
    const [unparked, looked] = await Promise.all([
      unparkMerged(tx, account),
      erased.length === 0 ? 0 : lookAtErased(tx, account, erased),
    ]);
    if (unparked + looked > 0) writes.push(laneWrite(account, unparked + looked));
  }
  const owned = links.flatMap(({ identifierKind: kind, value, contactNo }) =>
    contactNo === null ? [] : [{ kind, value, contactNo }],
  );
  if (owned.length > 0) {
    const heard = heardWrites(account, await takeIdentified(tx, account, owned), tx.now);
    return writes.length > 0 ? [...writes, ...heard.filter(({ name }) => name !== 'lanes')] : heard;
  }
  return writes;
}
