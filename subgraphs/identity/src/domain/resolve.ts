import { applyEdit, type ParsedEdit, type Problem, parseEdit } from './edit.ts';
import { normaliseIdentifier, strengthOf } from './identifiers.ts';
import type { MergeState } from './merge-state.ts';
import { mergeRoots } from './merging.ts';
import { contactOf, type IdentifierState, identifierKey, link, type Neighbourhood } from './neighbourhood.ts';
import type { ContactRecord, RecordOutcome } from './record.ts';
import { type Refusal, refusalsOf } from './refusals.ts';

interface Carried {
  readonly kind: string;
  readonly value: string;
  readonly given: string;
}

/**
 * Resolves one record: nobody known by its identifiers makes a contact, one gets them, several are merged unless a rule
 * keeps them apart; then the record's weakest identifier is left out, and the pair goes to review.
 */
export function resolveRecord(place: Neighbourhood, record: ContactRecord): RecordOutcome {
  const carried = carriedBy(place, record);
  if ('message' in carried) return { outcome: 'REJECTED', ...carried };
  const edit = parseEdit(place, record);
  if ('message' in edit) return { outcome: 'REJECTED', ...edit };
  const { kept, refused } = narrow(place, carried, record.contactNo);
  const roots = rootsOf(place, kept, record.contactNo);
  const outcome = settle(place, record, kept, roots);
  if (refused !== null) queueReview(place, refused, outcome.rootNo);
  finish(place, record, kept, edit, outcome);
  return {
    outcome: refused !== null ? 'MERGE_REFUSED' : outcome.how,
    contactNo: outcome.rootNo,
    merge: outcome.merge,
  };
}

/** The record's identifiers as they are matched, strongest first, each once. */
function carriedBy(place: Neighbourhood, record: ContactRecord): Carried[] | Problem {
  if (record.contactNo !== undefined && !place.contacts.has(record.contactNo)) {
    return { code: 'NOT_FOUND', field: ['input', 'identifiers'], message: 'The account has no contact of this id' };
  }
  const carried = new Map<string, Carried>();
  for (const { kind, given, path } of record.identifiers) {
    const identifier = normaliseIdentifier(kind, given, place.settings);
    if ('blocked' in identifier) return { code: 'BAD_USER_INPUT', field: path, message: identifier.blocked };
    if ('refused' in identifier) return { code: 'BAD_USER_INPUT', field: path, message: identifier.refused };
    const key = identifierKey(kind, identifier.value);
    if (!carried.has(key)) carried.set(key, { kind, ...identifier });
  }
  if (carried.size === 0 && record.contactNo === undefined) {
    return {
      code: 'BAD_USER_INPUT',
      field: ['input', 'identifiers'],
      message: 'A contact needs at least one identifier, got none',
    };
  }
  return [...carried.values()].sort((a, b) => strengthOf(a.kind) - strengthOf(b.kind));
}

const known = (place: Neighbourhood, { kind, value }: Carried): IdentifierState | undefined =>
  place.identifiers.get(identifierKey(kind, value));

const rootsOf = (place: Neighbourhood, carried: readonly Carried[], contactNo: number | undefined): number[] => {
  const originals = [contactNo, ...carried.map((each) => known(place, each)?.contactNo)];
  return [
    ...new Set(originals.flatMap((original) => (original === undefined ? [] : [contactOf(place, original).rootNo]))),
  ];
};

interface Narrowed {
  readonly kept: readonly Carried[];
  readonly refused: { readonly refusal: Refusal; readonly rootNos: readonly number[] } | null;
}

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
  const kinds = kept.map(({ kind }) => kind.toLowerCase().replaceAll('_', ' ')).join(' and ');
  const merge = mergeRoots(place, roots, { reason: `one record carried ${kinds} of both`, actor: 'rule:resolution' });
  return { how: 'MERGED', rootNo: merge.survivorNo, merge };
}

function create(place: Neighbourhood, record: ContactRecord): number {
  const contactNo = place.next.contactNo++;
  place.contacts.set(contactNo, {
    contactNo,
    rootNo: contactNo,
    createdAt: place.now,
    updatedAt: place.now,
    acquisition: record.acquisition === null ? null : { ...record.acquisition, at: place.now },
    lawfulBasis: null,
    restrictedSince: null,
    objectionSince: null,
    primaries: {},
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
  for (const each of fresh) {
    // A new identifier belongs to the original whose identifier it came with: an unmerge takes it along.
    link(place, { ...each, contactNo: home, verified: false, source: record.source, firstSeenAt: place.now });
  }
  const edited = applyEdit(place, rootNo, edit, record.source);
  place.changes.consents.push(...record.consents);
  if (fresh.length === 0 && !edited && how !== 'CREATED') return;
  const root = contactOf(place, rootNo);
  root.updatedAt = place.now;
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

function queueReview(
  place: Neighbourhood,
  { refusal, rootNos }: NonNullable<Narrowed['refused']>,
  rootNo: number,
): void {
  const contactNos = [...new Set([...rootNos, rootNo])].sort((a, b) => a - b);
  place.changes.reviews.push({ reviewNo: place.next.reviewNo++, at: place.now, ...refusal, contactNos });
}
