import type { FieldDefinition, FieldValue } from './fields.ts';
import { type IdentifierSettings, namesPerson } from './identifiers.ts';
import type { MergeState } from './merge-state.ts';
import type { AcquisitionKind, StatedConsent } from './record.ts';

export type MergeRule =
  | 'EXTERNAL_IDS_DIFFER'
  | 'LIMIT_EXCEEDED'
  | 'BLOCKED_VALUE'
  | 'SHARED_IDENTIFIER'
  | 'SEPARATED'
  | 'TOO_LARGE';

export interface ContactState {
  readonly contactNo: number;
  rootNo: number;
  createdAt: Date;
  updatedAt: Date;
  acquisition: { readonly kind: AcquisitionKind; readonly detail: string | null; readonly at: Date } | null;
  lawfulBasis: string | null;
  restrictedSince: Date | null;
  objectionSince: Date | null;
  archivedAt: Date | null;
  /** Identifiers that come first by a choice, by kind. */
  primaries: Readonly<Record<string, string>>;
  /** All that were chosen, newest first, those that the contact does not have at the moment included. */
  primaryChoices: Readonly<Record<string, readonly string[]>>;
  /** When a choice was made last, by kind, RFC 3339. */
  primariesAt: Readonly<Record<string, string>>;
  readonly fields: Map<number, FieldState>;
  readonly tags: Map<string, TagState>;
}

export interface FieldState {
  readonly value: FieldValue;
  readonly source: string;
  readonly updatedAt: Date;
  /** Place among what was told at the same time: the row of a file. */
  readonly place: number;
  /** When the same was told again; null where it was not. */
  readonly repeatedAt: Date | null;
}

export interface TagState {
  readonly present: boolean;
  readonly at: Date;
  readonly place: number;
}

export interface IdentifierState {
  readonly kind: string;
  readonly value: string;
  readonly given: string;
  contactNo: number;
  readonly verified: boolean;
  source: string;
  firstSeenAt: Date;
  /** Place among those first seen at the same time: the row of a file. */
  place: number;
}

export interface PastValue extends FieldState {
  readonly contactNo: number;
  readonly fieldNo: number;
}

export interface Edge {
  readonly mergeNo: number;
  readonly oneNo: number;
  readonly otherNo: number;
}

export interface ReviewState {
  readonly reviewNo: number;
  readonly at: Date;
  readonly rule: MergeRule;
  readonly detail: string;
  readonly contactNos: readonly number[];
}

export interface AuditEntry {
  readonly actor: string;
  readonly action: string;
  readonly contactNo: number | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What was changed, for the closing statement to write. */
export interface Changes {
  readonly contacts: Set<number>;
  readonly identifiers: Set<string>;
  /** Those of them that were linked to the contact they are on now. */
  readonly linked: Set<string>;
  /** Links that ended: the identifier, and the original contact it was taken from. */
  readonly unlinked: { readonly key: string; readonly from: number; readonly by: string; readonly reason: string }[];
  /** `<contact number> <field number>` and `<contact number> <tag>`. */
  readonly fields: Set<string>;
  readonly tags: Set<string>;
  /** Values that are not, or no longer, those of their original contact. */
  readonly past: PastValue[];
  readonly merges: MergeState[];
  readonly edges: Edge[];
  readonly retracted: { readonly mergeNo: number; readonly by: string }[];
  readonly reviews: ReviewState[];
  readonly separations: (readonly [number, number])[];
  readonly reunited: (readonly [number, number])[];
  readonly consents: StatedConsent[];
  readonly audit: AuditEntry[];
}

/**
 * Every contact that records could concern, with all that belongs to it, in memory: what is decided about one record is
 * seen by the next of the same batch, as if each had been sent alone.
 */
export interface Neighbourhood {
  readonly now: Date;
  readonly settings: IdentifierSettings;
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  readonly contacts: Map<number, ContactState>;
  /** Numbers of the contacts that are shown as one, by the number they are shown as. */
  readonly members: Map<number, readonly number[]>;
  /** By `identifierKey`. */
  readonly identifiers: Map<string, IdentifierState>;
  /** Keys of the identifiers of each original contact. */
  readonly identifiersOf: Map<number, string[]>;
  readonly edges: Edge[];
  readonly separations: [number, number][];
  readonly next: { contactNo: number; mergeNo: number; reviewNo: number };
  readonly changes: Changes;
}

export const identifierKey = (kind: string, value: string): string => `${kind} ${value}`;

export const noChanges = (): Changes => ({
  contacts: new Set(),
  identifiers: new Set(),
  linked: new Set(),
  unlinked: [],
  fields: new Set(),
  tags: new Set(),
  past: [],
  merges: [],
  edges: [],
  retracted: [],
  reviews: [],
  separations: [],
  reunited: [],
  consents: [],
  audit: [],
});

export const hasChanges = (changes: Changes): boolean =>
  Object.values(changes).some((part) => (Array.isArray(part) ? part.length > 0 : part.size > 0));

export function contactOf(place: Neighbourhood, contactNo: number): ContactState {
  const contact = place.contacts.get(contactNo);
  if (contact === undefined) throw new Error(`contact ${contactNo} was not loaded`);
  return contact;
}

/** The original contacts that are shown as one, in the order of their numbers. */
export const membersOf = (place: Neighbourhood, rootNo: number): ContactState[] =>
  (place.members.get(rootNo) ?? []).map((contactNo) => contactOf(place, contactNo));

export const identifiersOf = (place: Neighbourhood, rootNos: readonly number[]): IdentifierState[] =>
  rootNos
    .flatMap((rootNo) => place.members.get(rootNo) ?? [])
    .flatMap((contactNo) => place.identifiersOf.get(contactNo) ?? [])
    .flatMap((key) => place.identifiers.get(key) ?? []);

/** Whether any of the original contacts is identified as a person; else they are visitors whom nobody knows. */
export const isKnown = (place: Neighbourhood, contactNos: readonly number[]): boolean =>
  contactNos.some((contactNo) =>
    (place.identifiersOf.get(contactNo) ?? []).some((key) => namesPerson(place.identifiers.get(key)?.kind ?? '')),
  );

/** Links an identifier to an original contact. */
export function link(place: Neighbourhood, identifier: IdentifierState): void {
  const key = identifierKey(identifier.kind, identifier.value);
  place.identifiers.set(key, identifier);
  place.identifiersOf.set(identifier.contactNo, [...(place.identifiersOf.get(identifier.contactNo) ?? []), key]);
  place.changes.identifiers.add(key);
  place.changes.linked.add(key);
}
