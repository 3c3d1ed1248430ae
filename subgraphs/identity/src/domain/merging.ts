import type { MergeState } from './merge-state.ts';
import { type ContactState, contactOf, membersOf, type Neighbourhood } from './neighbourhood.ts';

/** The oldest known contact; of several as old the one with the smaller number. */
export const oldest = (contacts: readonly ContactState[]): ContactState =>
  contacts.reduce((a, b) =>
    a.createdAt < b.createdAt || (a.createdAt.getTime() === b.createdAt.getTime() && a.contactNo < b.contactNo) ? a : b,
  );

/** Makes components one: an edge from the survivor to each other root, and a record that can be retracted. */
export function mergeRoots(
  place: Neighbourhood,
  rootNos: readonly number[],
  by: { readonly reason: string | null; readonly actor: string },
): MergeState {
  const survivor = oldest(rootNos.map((rootNo) => contactOf(place, rootNo)));
  const absorbedNos = rootNos.filter((rootNo) => rootNo !== survivor.contactNo);
  const merge = { mergeNo: place.next.mergeNo++, survivorNo: survivor.contactNo, absorbedNos, at: place.now, ...by };
  place.changes.merges.push(merge);
  for (const absorbedNo of absorbedNos) {
    const edge = { mergeNo: merge.mergeNo, oneNo: survivor.contactNo, otherNo: absorbedNo };
    place.edges.push(edge);
    place.changes.edges.push(edge);
  }
  const all = rootNos.flatMap((rootNo) => membersOf(place, rootNo).map(({ contactNo }) => contactNo));
  showAs(place, all, survivor.contactNo);
  place.changes.audit.push({
    actor: by.actor,
    action: 'MERGED',
    contactNo: survivor.contactNo,
    details: { merge: merge.mergeNo, absorbed: absorbedNos, reason: by.reason },
  });
  return merge;
}

/**
 * Retracts one merge: its edges fall, and every piece of the component is shown as its own oldest contact again. The pieces
 * are separated, so that the next record carrying identifiers of two of them goes to review.
 * @returns the numbers the pieces are shown as, oldest first
 */
export function retractMerge(place: Neighbourhood, mergeNo: number, rootNo: number, actor: string): number[] {
  const members = membersOf(place, rootNo).map(({ contactNo }) => contactNo);
  const fallen = place.edges.filter((edge) => edge.mergeNo === mergeNo);
  const left = place.edges.filter((edge) => edge.mergeNo !== mergeNo);
  place.edges.splice(0, place.edges.length, ...left);
  place.changes.retracted.push({ mergeNo, by: actor });
  place.members.delete(rootNo);
  const roots = components(members, left).map((piece) => {
    const root = oldest(piece.map((contactNo) => contactOf(place, contactNo)));
    showAs(place, piece, root.contactNo);
    return root;
  });
  for (const { oneNo, otherNo } of fallen) separate(place, oneNo, otherNo);
  place.changes.audit.push({ actor, action: 'UNMERGED', contactNo: rootNo, details: { merge: mergeNo } });
  return roots
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.contactNo - b.contactNo)
    .map(({ contactNo }) => contactNo);
}

/** Pieces that hang together by edges. */
export function components(
  contactNos: readonly number[],
  edges: readonly { readonly oneNo: number; readonly otherNo: number }[],
): number[][] {
  const parent = new Map(contactNos.map((no) => [no, no]));
  const find = (no: number): number => {
    let at = no;
    while (parent.get(at) !== at) at = parent.get(at) ?? at;
    return at;
  };
  for (const { oneNo, otherNo } of edges)
    if (parent.has(oneNo) && parent.has(otherNo)) parent.set(find(otherNo), find(oneNo));
  const pieces = new Map<number, number[]>();
  for (const no of contactNos) pieces.set(find(no), [...(pieces.get(find(no)) ?? []), no]);
  return [...pieces.values()];
}

function showAs(place: Neighbourhood, contactNos: readonly number[], rootNo: number): void {
  for (const contactNo of contactNos) {
    const contact = contactOf(place, contactNo);
    if (contact.rootNo !== rootNo) {
      if (contact.rootNo !== contactNo || !contactNos.includes(contact.rootNo)) place.members.delete(contact.rootNo);
      contact.rootNo = rootNo;
      place.changes.contacts.add(contactNo);
    }
    if (contactNo !== rootNo) place.members.delete(contactNo);
  }
  place.members.set(
    rootNo,
    [...contactNos].sort((a, b) => a - b),
  );
}

/** Notes that two originals were taken apart: the next record with identifiers of both goes to review. */
export function separate(place: Neighbourhood, oneNo: number, otherNo: number): void {
  const pair: [number, number] = oneNo < otherNo ? [oneNo, otherNo] : [otherNo, oneNo];
  place.separations.push(pair);
  place.changes.separations.push(pair);
}

/** A merge by hand ends the separations between the pieces it joins. */
export function reunite(place: Neighbourhood, rootNos: readonly number[]): void {
  const sides = new Map(
    rootNos.flatMap((rootNo) => membersOf(place, rootNo).map(({ contactNo }) => [contactNo, rootNo] as const)),
  );
  const ended = place.separations.filter(
    ([one, other]) => sides.has(one) && sides.has(other) && sides.get(one) !== sides.get(other),
  );
  for (const pair of ended) {
    place.separations.splice(place.separations.indexOf(pair), 1);
    place.changes.reunited.push(pair);
  }
}
