import type { Transaction } from '@ucp/kit/database';
import type { JournalPage, JournalWrite } from '@ucp/kit/journal';
import { takeEventsAlone } from '../store/awaited-events.ts';
import { takeOutWrites } from '../store/inside.ts';
import { laneWrite } from '../store/lanes.ts';
import { lockOfErased, unparkMerged } from '../store/merged-away.ts';
import { takeIdentified } from '../store/unidentified-events.ts';
import { contactEntries } from './fold-identity.ts';
import { heardWrites } from './take-events.ts';

const ended = { reason: 'contact is gone', detail: 'The contact was erased.' } as const;

/**
 * What follows for workflows once contacts and links are folded: what happened at identifiers that became somebody's triggers and wakes,
 * who stood still for a merge that was taken back goes on, and who was erased leaves, wherever they are.
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
    const gone = erased.length === 0 ? [] : await lockOfErased(tx, account, erased);
    if (gone.length > 0) writes.push(...takeOutWrites(account, gone, { at: tx.now, ...ended }));
    const unparked = await unparkMerged(tx, account);
    if (unparked > 0) writes.push(laneWrite(account, unparked));
  }
  const owned = links.flatMap(({ identifierKind: kind, value, contactNo }) =>
    contactNo === null ? [] : [{ kind, value, contactNo }],
  );
  if (owned.length > 0) {
    const heard = heardWrites(account, await takeIdentified(tx, account, owned), tx.now);
    return writes.some(({ name }) => name === 'lanes')
      ? [...writes, ...heard.filter(({ name }) => name !== 'lanes')]
      : [...writes, ...heard];
  }
  return writes;
}
