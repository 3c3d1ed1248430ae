import { groupBy } from '@ucp/kit/align';
import type { MergeState } from './merge-state.ts';
import { type ContactState, contactOf, type Edge, isKnown, membersOf, type Neighbourhood } from './neighbourhood.ts';
import { settlePrimaries } from './primaries.ts';

const compareAge = (a: ContactState, b: ContactState): number =>
  a.createdAt.getTime() - b.createdAt.getTime() || a.contactNo - b.contactNo;

interface Candidate {
  readonly rootNo: number;
  /** Originals that are shown as it. */
  readonly contactNos: readonly number[];
}

/** The oldest known contact, of several as old the one with the smaller number; an anonymous one only among its like. */
export const survivorOf = (place: Neighbourhood, rootNos: readonly number[]): ContactState =>
  survivorAmong(
    place,
    rootNos.map((rootNo) => ({ rootNo, contactNos: place.members.get(rootNo) ?? [] })),
  );

function survivorAmong(place: Neighbourhood, candidates: readonly Candidate[]): ContactState {
  const known = candidates.filter(({ contactNos }) => isKnown(place, contactNos));
  return (known.length > 0 ? known : candidates)
    .map(({ rootNo }) => contactOf(place, rootNo))
    .reduce((a, b) => (compareAge(a, b) <= 0 ? a : b));
}

/**
 * Makes contacts one: an edge from the survivor's original to that of each other contact, and a record that can be retracted.
 * The edges are between the originals that turned out to be one person, whatever those are shown as: when another merge of one
 * of them is taken back, each stays with those it was put together with.
 * @param originalNos of each contact as shown the first is the one that is joined
 */
export function mergeOriginals(
  place: Neighbourhood,
  originalNos: readonly number[],
  by: { readonly reason: string | null; readonly actor: string; readonly at: Date },
): MergeState {
  const ends = new Map<number, number>();
  for (const originalNo of originalNos) {
    const { rootNo } = contactOf(place, originalNo);
    if (!ends.has(rootNo)) ends.set(rootNo, originalNo);
  }
  const rootNos = [...ends.keys()];
  const survivor = survivorOf(place, rootNos);
  const oneNo = ends.get(survivor.contactNo) ?? survivor.contactNo;
  const absorbedNos = rootNos.filter((rootNo) => rootNo !== survivor.contactNo);
  const merge = { mergeNo: place.next.mergeNo++, survivorNo: survivor.contactNo, absorbedNos, ...by };
  place.changes.merges.push(merge);
  for (const absorbedNo of absorbedNos) {
    const edge = { mergeNo: merge.mergeNo, oneNo, otherNo: ends.get(absorbedNo) ?? absorbedNo };
    place.edges.push(edge);
    place.changes.edges.push(edge);
  }
  const all = rootNos.flatMap((rootNo) => membersOf(place, rootNo).map(({ contactNo }) => contactNo));
  showAs(place, all, survivor.contactNo);
  settlePrimaries(place, survivor.contactNo);
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
 * Retracts one merge: its edges fall, and every piece of the component is shown as it would be had the merge never been. The
 * pieces are separated, each from each, so that the next record carrying identifiers of two of them goes to review.
 * @param survivors of the merges that the contact is held together by
 * @returns the numbers the pieces are shown as, oldest first
 */
export function retractMerge(
  place: Neighbourhood,
  mergeNo: number,
  rootNo: number,
  actor: string,
  survivors: ReadonlyMap<number, number>,
): number[] {
  const members = membersOf(place, rootNo).map(({ contactNo }) => contactNo);
  const fallen = place.edges.filter((edge) => edge.mergeNo === mergeNo);
  const left = place.edges.filter((edge) => edge.mergeNo !== mergeNo);
  place.edges.splice(0, place.edges.length, ...left);
  place.changes.retracted.push({ mergeNo, by: actor });
  place.members.delete(rootNo);
  const roots = components(members, left).map((piece) => {
    const root = contactOf(place, shownAs(place, piece, left, survivors));
    showAs(place, piece, root.contactNo);
    settlePrimaries(place, root.contactNo);
    return root;
  });
  const ends = [...new Set(fallen.flatMap(({ oneNo, otherNo }) => [oneNo, otherNo]))];
  ends.forEach((one, i) => {
    for (const other of ends.slice(i + 1)) separate(place, one, other);
  });
  const pieces = roots.sort(compareAge).map(({ contactNo }) => contactNo);
  for (const contactNo of pieces)
    place.changes.audit.push({ actor, action: 'UNMERGED', contactNo, details: { merge: mergeNo, pieces } });
  return pieces;
}

/** Goes once more through the merges of a piece in their order: each has the survivor it had, if that one is in the piece. */
function shownAs(
  place: Neighbourhood,
  piece: readonly number[],
  edges: readonly Edge[],
  survivors: ReadonlyMap<number, number>,
): number {
  const roots = new Map(piece.map((contactNo) => [contactNo, contactNo]));
  const inOrder = edges.filter(({ oneNo }) => roots.has(oneNo)).sort((a, b) => a.mergeNo - b.mergeNo);
  for (const [mergeNo, own] of groupBy(inOrder, (edge) => edge.mergeNo)) {
    const joined = new Set(own.flatMap(({ oneNo, otherNo }) => [roots.get(oneNo), roots.get(otherNo)]));
    const candidates = [...joined].flatMap((rootNo) => {
      const contactNos = piece.filter((contactNo) => roots.get(contactNo) === rootNo);
      return rootNo === undefined ? [] : [{ rootNo, contactNos }];
    });
    const all = candidates.flatMap(({ contactNos }) => contactNos);
    const before = all.find((contactNo) => contactNo === survivors.get(mergeNo));
    const shown = before ?? survivorAmong(place, candidates).contactNo;
    for (const contactNo of all) roots.set(contactNo, shown);
  }
  const [rootNo] = roots.values();
  if (rootNo === undefined) throw new Error('a piece has no contact');
  return rootNo;
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
