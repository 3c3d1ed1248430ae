import type { Database, Transaction } from '@ucp/kit/database';
import { badInput, CodedError, notFound } from '@ucp/kit/errors';
import { appendToJournal } from '@ucp/kit/journal';
import { limits } from '../domain/limits.ts';
import type { MergeState } from '../domain/merge-state.ts';
import { components, mergeOriginals, retractMerge, reunite } from '../domain/merging.ts';
import { type AuditEntry, contactOf, type Neighbourhood } from '../domain/neighbourhood.ts';
import { type MergePreview, previewOf } from '../domain/preview.ts';
import { refusalsOf } from '../domain/refusals.ts';
import { writesOf } from '../store/changes.ts';
import { endsOf, type MergeRow, mergeByNo, survivorsOf } from '../store/merges.ts';
import { loadNeighbourhood } from '../store/neighbourhood.ts';

export interface Merged {
  readonly merge: MergeState;
  readonly rev: number | null;
}

/** What merging contacts would meet. Changes nothing. @throws CodedError NOT_FOUND, BAD_USER_INPUT */
export const previewMerge = (
  db: Database,
  account: number,
  contactNos: readonly (number | null)[],
): Promise<MergePreview> =>
  db.transaction(async (tx) => {
    const { place, rootNos } = await gather(tx, account, contactNos);
    return previewOf(place, rootNos, rootNos.length > 1 ? refusalsOf(place, rootNos, []) : []);
  });

/** Makes contacts one; those that are one already give the merge that made them so. @throws CodedError MERGE_CONFLICT */
export const mergeContacts = (
  db: Database,
  account: number,
  contactNos: readonly (number | null)[],
  by: { readonly reason: string | null; readonly actor: string },
): Promise<Merged> => db.transaction((tx) => mergeWithin(tx, account, contactNos, by));

/** The same within the caller's transaction. @param audit entries to keep with it, also where nothing is to be merged */
export async function mergeWithin(
  tx: Transaction,
  account: number,
  contactNos: readonly (number | null)[],
  by: { readonly reason: string | null; readonly actor: string },
  audit: readonly AuditEntry[] = [],
): Promise<Merged> {
  const { place, rootNos, known } = await gather(tx, account, contactNos);
  place.changes.audit.push(...audit);
  if (rootNos.length === 1) {
    const merge = await standing(tx, account, place, known);
    if (audit.length === 0) return { merge, rev: null };
    return { merge, rev: (await appendToJournal(tx, account, writesOf(account, place))).rev };
  }
  const [refusal] = refusalsOf(place, rootNos, []);
  if (refusal !== undefined)
    throw new CodedError('MERGE_CONFLICT', `${refusal.detail} (${refusal.rule})`, ['input', 'contactIds']);
  reunite(place, rootNos);
  const merge = mergeOriginals(place, known, { ...by, at: tx.now });
  const { rev } = await appendToJournal(tx, account, writesOf(account, place));
  return { merge, rev };
}

/** Takes a merge back. Taken back before, it changes nothing. @returns the pieces' numbers, oldest first */
export const unmergeContacts = (
  db: Database,
  account: number,
  mergeNo: number | null,
  actor: string,
): Promise<{ readonly contactNos: readonly number[]; readonly rev: number | null }> =>
  db.transaction(async (tx) => {
    const merge = mergeNo === null ? null : await mergeByNo(tx, account, mergeNo);
    if (merge === null) throw notFound(['mergeId'], 'The account has no merge of this id');
    const ends = await endsOf(tx, account, merge.mergeNo);
    const place = await loadNeighbourhood(tx, account, () => ({
      identifiers: [],
      contactNos: [...ends, merge.survivorNo, ...merge.absorbedNos],
    }));
    // Read again under the lock: another may have taken it back meanwhile.
    const standingMerge = await mergeByNo(tx, account, merge.mergeNo);
    if (standingMerge?.retractedAt !== null)
      return { contactNos: rootsOf(place, [merge.survivorNo, ...merge.absorbedNos]), rev: null };
    const mergeNos = place.edges.map((edge) => edge.mergeNo);
    const survivors = await survivorsOf(tx, account, mergeNos);
    const end = place.edges.find((edge) => edge.mergeNo === merge.mergeNo)?.oneNo ?? merge.survivorNo;
    const contactNos = retractMerge(place, merge.mergeNo, contactOf(place, end).rootNo, actor, survivors);
    const { rev } = await appendToJournal(tx, account, writesOf(account, place));
    return { contactNos, rev };
  });

async function gather(tx: Transaction, account: number, contactNos: readonly (number | null)[]) {
  const known = contactNos.filter((contactNo) => contactNo !== null);
  if (new Set(known).size < 2 && known.length === contactNos.length) {
    throw badInput(['input', 'contactIds'], `A merge takes two or more different contacts, got ${new Set(known).size}`);
  }
  if (known.length > limits.mergedAtOnce) {
    throw badInput(
      ['input', 'contactIds'],
      `A merge takes at most ${limits.mergedAtOnce} contacts, got ${known.length}`,
    );
  }
  const place = await loadNeighbourhood(tx, account, () => ({ identifiers: [], contactNos: known }));
  const missing = contactNos.findIndex((contactNo) => contactNo === null || !place.contacts.has(contactNo));
  if (missing >= 0) throw notFound(['input', 'contactIds', String(missing)], 'The account has no contact of this id');
  return { place, rootNos: rootsOf(place, known), known };
}

const rootsOf = (place: Neighbourhood, contactNos: readonly number[]): number[] => [
  ...new Set(contactNos.map((contactNo) => contactOf(place, contactNo).rootNo)),
];

/** The merge that made these contacts one: with it and those before it they hang together, without it they do not. */
async function standing(
  tx: Transaction,
  account: number,
  place: Neighbourhood,
  contactNos: readonly number[],
): Promise<MergeRow> {
  const all = [...place.contacts.keys()];
  const isOne = (mergeNo: number): boolean => {
    const edges = place.edges.filter((edge) => edge.mergeNo <= mergeNo);
    return components(all, edges).some((piece) => contactNos.every((contactNo) => piece.includes(contactNo)));
  };
  const inOrder = [...new Set(place.edges.map(({ mergeNo }) => mergeNo))].sort((a, b) => a - b);
  const mergeNo = inOrder.find(isOne);
  const merge = mergeNo === undefined ? null : await mergeByNo(tx, account, mergeNo);
  if (merge === null) throw badInput(['input', 'contactIds'], 'These ids name one and the same contact');
  return merge;
}
