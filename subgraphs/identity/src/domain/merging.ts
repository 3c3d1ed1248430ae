import type { MergeState } from './merge-state.ts';
import { type ContactState, contactOf, type Edge, isKnown, membersOf, type Neighbourhood } from './neighbourhood.ts';

const compareAge = (a: ContactState, b: ContactState): number =>
  a.createdAt.getTime() - b.createdAt.getTime() || a.contactNo - b.contactNo;

/** The oldest known contact, of several as old the one with the smaller number; an anonymous one only among its like. */
export function survivorOf(place: Neighbourhood, rootNos: readonly number[]): ContactState {
  const known = rootNos.filter((rootNo) => isKnown(place, rootNo));
  return (known.length > 0 ? known : rootNos)
    .map((rootNo) => contactOf(place, rootNo))
    .reduce((a, b) => (compareAge(a, b) <= 0 ? a : b));
}

/** Makes components one: an edge from the survivor to each other root, and a record that can be retracted. */
export function mergeRoots(
  place: Neighbourhood,
  rootNos: readonly number[],
  by: { readonly reason: string | null; readonly actor: string; readonly at: Date },
): MergeState {
  const survivor = survivorOf(place, rootNos);
  const absorbedNos = rootNos.filter((rootNo) => rootNo !== survivor.contactNo);
  const merge = { mergeNo: place.next.mergeNo++, survivorNo: survivor.contactNo, absorbedNos, ...by };
  place.changes.merges.push(merge);
  for (const absorbedNo of absorbedNos) {
    const edge = { mergeNo: merge.mergeNo, oneNo: survivor.contactNo, otherNo: absorbedNo };
    place.edges.push(edge);
    place.changes.edges.push(edge);
  }
  const all = rootNos.flatMap((rootNo) => membersOf(place, rootNo).map(({ contactNo }) => contactNo));
  showAs(place, all, survivor.contactNo);
  // Each of the contacts has it in its own log, also once they are apart again.
  for (const contactNo of [survivor.contactNo, ...absorbedNos]) {
    place.changes.audit.push({
      actor: by.actor,
      action: 'MERGED',
      contactNo,
      details: { merge: merge.mergeNo, survivor: survivor.contactNo, absorbed: absorbedNos, reason: by.reason },
    });
  }
  return merge;
}

/**
 * Retracts one merge: its edges fall, and every piece of the component is shown as the survivor of the newest merge that it
 * is still held together by, as before. The pieces are separated, so that the next record carrying identifiers of two of them
 * goes to review.
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
    const root = contactOf(place, shownAs(piece, left));
    showAs(place, piece, root.contactNo);
    return root;
  });
  for (const { oneNo, otherNo } of fallen) separate(place, oneNo, otherNo);
  const pieces = roots.sort(compareAge).map(({ contactNo }) => contactNo);
  for (const contactNo of pieces)
    place.changes.audit.push({ actor, action: 'UNMERGED', contactNo, details: { merge: mergeNo, pieces } });
  return pieces;
}

/** An edge runs from the survivor of its merge, and a newer merge's survivor is what the older one's became. */
function shownAs(piece: readonly number[], edges: readonly Edge[]): number {
  const within = new Set(piece);
  const newest = edges
    .filter(({ oneNo }) => within.has(oneNo))
    .reduce<Edge | null>((a, b) => (a === null || b.mergeNo > a.mergeNo ? b : a), null);
  const [alone] = piece;
  if (newest === null && alone === undefined) throw new Error('a piece has no contact');
  return newest?.oneNo ?? Number(alone);
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
