import { type Blocked, type Carried, carriedBy, known, originalsOf, rootOf, rootsOf } from './carried.ts';
import { applyEdit, type ParsedEdit, parseEdit } from './edit.ts';
import type { MergeState } from './merge-state.ts';
import { mergeOriginals } from './merging.ts';
import {
  type ContactState,
  contactOf,
  type IdentifierState,
  identifierKey,
  link,
  type Neighbourhood,
} from './neighbourhood.ts';
import type { ContactRecord, RecordOutcome } from './record.ts';
import { compareTimes } from './record-time.ts';
import { nameOf, type Refusal, refusalsOf } from './refusals.ts';

/**
 * Resolves one record: nobody known by its identifiers makes a contact, one gets them, several are merged unless a rule
 * keeps them apart; then the record's weakest identifier is left out, and the pair goes to review.
 */
export function resolveRecord(place: Neighbourhood, record: ContactRecord): RecordOutcome {
  const read = carriedBy(place, record);
  if ('message' in read) return { outcome: 'REJECTED', ...read };
  const edit = parseEdit(place, record);
  if ('message' in edit) return { outcome: 'REJECTED', ...edit };
  const { kept, refused } = narrow(place, read.carried, record.contactNo);
  const roots = rootsOf(place, kept, record.contactNo);
  const kind = read.blocked.find((each) => !roots.includes(rootOf(place, each.holder)));
  const apart = refused ?? (kind === undefined ? null : blockedPair(place, roots, kind));
  const outcome = settle(place, record, kept, roots);
  if (apart !== null) queueReview(place, apart, outcome.rootNo, record.at);
  finish(place, record, kept, edit, outcome);
  return {
    outcome: apart !== null ? 'MERGE_REFUSED' : outcome.how,
    contactNo: outcome.rootNo,
    merge: outcome.merge,
  };
}

/** Contacts a rule kept apart. */
interface Apart {
  readonly refusal: Refusal;
  readonly rootNos: readonly number[];
}

interface Narrowed {
  readonly kept: readonly Carried[];
  readonly refused: Apart | null;
}

const blockedPair = (place: Neighbourhood, roots: readonly number[], { kind, holder }: Blocked): Apart => ({
  refusal: {
    rule: 'BLOCKED_VALUE',
    detail: `The ${nameOf(kind)} is on the list of values that identify nobody`,
  },
  rootNos: [...roots, rootOf(place, holder)],
});

/** Leaves out the weakest identifier until no rule speaks against the rest. The first refusal is the one to review. */
function narrow(place: Neighbourhood, carried: readonly Carried[], contactNo: number | undefined): Narrowed {
  let kept = carried;
  let refused: Narrowed['refused'] = null;
  while (kept.length > (contactNo === undefined ? 1 : 0)) {
    const rootNos = rootsOf(place, kept, contactNo);
    const [refusal] = rootNos.length === 0 ? [] : refusalsOf(place, rootNos, kept);
    if (refusal === undefined) break;
    refused ??= { refusal, rootNos };
    kept = kept.slice(0, -1);
  }
  return { kept, refused };
}

interface Settled {
  readonly how: 'CREATED' | 'UPDATED' | 'MERGED';
  readonly rootNo: number;
  readonly merge: MergeState | null;
}

function settle(
  place: Neighbourhood,
  record: ContactRecord,
  kept: readonly Carried[],
  roots: readonly number[],
): Settled {
  const [first, ...others] = roots;
  if (first === undefined) return { how: 'CREATED', rootNo: create(place, record), merge: null };
  if (others.length === 0) return { how: 'UPDATED', rootNo: first, merge: null };
  const kinds = kept.map(({ kind }) => nameOf(kind)).join(' and ');
  const by = { reason: `one record carried ${kinds} of both`, actor: 'rule:resolution', at: record.at };
  const merge = mergeOriginals(place, originalsOf(place, kept, record.contactNo), by);
  return { how: 'MERGED', rootNo: merge.survivorNo, merge };
}

function create(place: Neighbourhood, record: ContactRecord): number {
  const contactNo = place.next.contactNo++;
  place.contacts.set(contactNo, {
    contactNo,
    rootNo: contactNo,
    createdAt: record.at,
    updatedAt: record.at,
    acquisition: acquiredBy(record),
    lawfulBasis: null,
    restrictedSince: null,
    objectionSince: null,
    archivedAt: null,
    primaries: {},
    primaryChoices: {},
    primariesAt: {},
    fields: new Map(),
    tags: new Map(),
  });
  place.members.set(contactNo, [contactNo]);
  place.changes.contacts.add(contactNo);
  return contactNo;
}

/** Links what is new, applies the edit, keeps stated consent, and notes all of it once. */
function finish(
  place: Neighbourhood,
  record: ContactRecord,
  kept: readonly Carried[],
  edit: ParsedEdit,
  { rootNo, how }: Settled,
): void {
  const home =
    kept.map((each) => known(place, each)?.contactNo).find((contactNo) => contactNo !== undefined) ??
    record.contactNo ??
    rootNo;
  const fresh = kept.filter((each) => known(place, each) === undefined);
  for (const each of kept) seenAlready(place, record, known(place, each));
  for (const each of fresh) {
    // A new identifier belongs to the original whose identifier it came with: an unmerge takes it along.
    const seen = { source: record.source, firstSeenAt: record.at, place: record.place };
    link(place, { ...each, contactNo: home, verified: false, ...seen });
  }
  knownSince(place, record, contactOf(place, home));
  const edited = applyEdit(place, rootNo, edit, record);
  place.changes.consents.push(...record.consents);
  if (fresh.length === 0 && !edited && how !== 'CREATED') return;
  const root = contactOf(place, rootNo);
  if (record.at > root.updatedAt) root.updatedAt = record.at;
  place.changes.contacts.add(rootNo);
  place.changes.audit.push({
    actor: record.source,
    action: how === 'CREATED' ? 'CREATED' : 'EDITED',
    contactNo: rootNo,
    details: {
      identifiers: fresh.map(({ kind }) => kind),
      fields: edit.fields.map(({ definition }) => definition.key),
      addTags: edit.addTags,
      removeTags: edit.removeTags,
    },
  });
}

const acquiredBy = ({ acquisition, at }: ContactRecord): ContactState['acquisition'] =>
  acquisition === null ? null : { ...acquisition, at };

/** A record may be older than what was known when it came, as the rows of a file that waited: then the first times are its. */
function seenAlready(place: Neighbourhood, record: ContactRecord, identifier: IdentifierState | undefined): void {
  if (identifier === undefined) return;
  if (compareTimes(record, { at: identifier.firstSeenAt, place: identifier.place }) >= 0) return;
  Object.assign(identifier, { firstSeenAt: record.at, place: record.place, source: record.source });
  place.changes.identifiers.add(identifierKey(identifier.kind, identifier.value));
}

function knownSince(place: Neighbourhood, record: ContactRecord, contact: ContactState): void {
  if (record.at >= contact.createdAt) return;
  contact.createdAt = record.at;
  contact.acquisition = acquiredBy(record) ?? contact.acquisition;
  place.changes.contacts.add(contact.contactNo);
}

function queueReview(place: Neighbourhood, { refusal, rootNos }: Apart, rootNo: number, at: Date): void {
  const contactNos = [...new Set([...rootNos, rootNo])].sort((a, b) => a - b);
  place.changes.reviews.push({ reviewNo: place.next.reviewNo++, at, ...refusal, contactNos });
}
