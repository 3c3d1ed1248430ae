import type { Transaction } from '@ucp/kit/database';
import type { JournalPage, JournalWrite } from '@ucp/kit/journal';
import { gone } from '../domain/run-step.ts';
import { takeEventsAlone } from '../store/awaited-events.ts';
import { untoldWrite } from '../store/deliveries.ts';
import { takeOutWrites } from '../store/inside.ts';
import { laneWrite } from '../store/lanes.ts';
import { lockOfArchived, lockOfErased, unparkMerged } from '../store/merged-away.ts';
import { takeIdentified } from '../store/unidentified-events.ts';
import { contactEntries } from './fold-identity.ts';
import { heardWrites } from './take-events.ts';

/**
 * What follows for workflows once contacts and links are folded: what happened at identifiers that became somebody's triggers and wakes,
 * who stood still for a merge that was taken back goes on, and who was erased or archived leaves, wherever they
 * are.
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
    const archived = contacts.flatMap((each) =>
      each.archivedAt === null || each.erasedAt !== null ? [] : [each.contactNo],
    );
    const [ofErased, ofArchived] = [
      erased.length === 0 ? [] : await lockOfErased(tx, account, erased),
      archived.length === 0 ? [] : await lockOfArchived(tx, account, archived),
    ];
    const out = (nos: readonly number[], detail: string, name: string) =>
      nos.length === 0 ? [] : takeOutWrites(account, nos, { at: tx.now, reason: gone.reason, detail }, name);
    if (erased.length > 0) writes.push(untoldWrite(account, erased));
    writes.push(
      ...out(ofErased, gone.erased, 'erased_out'),
      ...out(
        ofArchived.filter((no) => !ofErased.includes(no)),
        gone.archived,
        'archived_out',
      ),
    );
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
