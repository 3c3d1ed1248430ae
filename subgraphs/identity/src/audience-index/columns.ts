import { both, type ContactBits, without } from '@ucp/kit/contact-bits';
import { secondOf } from '@ucp/kit/moments';
import type { ContactView } from '../domain/contact-view.ts';
import { type Comparable, comparableOf, type FieldCondition, foldOf, isNumeric } from '../domain/field-predicate.ts';
import type { FieldDefinition, FieldValue, MergeStrategy } from '../domain/fields.ts';
import { isEmptyValue } from '../domain/merged-view.ts';
import { anyNumber, type NumberRange } from '../domain/number-range.ts';
import {
  type AcquisitionPredicate,
  type AcquisitionWay,
  type HeldIdentifier,
  type IdentifierPredicate,
  identifierHolds,
  tagHolds,
  wayHolds,
} from '../domain/predicate.ts';
import type { OwnTopic } from '../store/audience-rows.ts';
import { createCodedColumn } from './coded-column.ts';
import { createNumberColumn } from './number-column.ts';

/** What a condition asks about, for every contact as it is shown. */
export interface Column {
  /** Takes the value of a contact that is shown as nobody else, as it was read. */
  readonly takeOwn: (contactNo: number, value: unknown) => void;
  /** Takes what is shown of a contact. Null: nothing, it is shown as another one. */
  readonly takeView: (contactNo: number, view: ContactView | null) => void;
  readonly bytes: () => number;
}

/** A column about something else than a field. */
export interface TopicColumn extends Column {
  readonly topic: OwnTopic;
}

export interface TagColumn extends TopicColumn {
  readonly matching: (predicate: { readonly equals: string }) => ContactBits;
}
export interface IdentifierColumn extends TopicColumn {
  readonly matching: (predicate: IdentifierPredicate) => ContactBits;
}
export interface CreatedColumn extends TopicColumn {
  readonly matching: (seconds: NumberRange) => ContactBits;
}
export interface AcquisitionColumn extends TopicColumn {
  readonly matching: (predicate: AcquisitionPredicate, seconds: NumberRange) => ContactBits;
}
export interface FieldColumn extends Column {
  readonly fieldNo: number;
  /** By it the values of merged contacts were chosen: with another one they are others. */
  readonly mergeStrategy: MergeStrategy;
  /** @param shown who there is */
  readonly matching: (condition: FieldCondition, shown: ContactBits) => ContactBits;
}
/** Labels: a code for each set of them that a contact has. */
export function createTagColumn(): TagColumn {
  const sets = createCodedColumn<readonly string[]>((tags) => JSON.stringify(tags));
  const put = (contactNo: number, tags: readonly string[]): void =>
    sets.put(contactNo, tags.length === 0 ? null : [...tags].sort());
  return {
    topic: 'tags',
    takeOwn: (contactNo, value) => put(contactNo, textsOf(value)),
    takeView: (contactNo, view) => put(contactNo, view?.tags ?? []),
    bytes: sets.bytes,
    matching: (predicate) => sets.matching((tags) => tagHolds(predicate, tags)),
  };
}

/** Kinds of identifiers, each with whether it is verified: a code for each set of them that a contact has. */
export function createIdentifierColumn(): IdentifierColumn {
  const sets = createCodedColumn<readonly HeldIdentifier[]>((identifiers) =>
    identifiers.map(({ kind, verified }) => `${kind}${verified ? '+' : '-'}`).join(' '),
  );
  /** @param held kinds, with `+` behind those that are verified and `-` behind the others */
  const put = (contactNo: number, held: readonly string[]): void => {
    const each = [...new Set(held)].sort().map((one) => ({ kind: one.slice(0, -1), verified: one.endsWith('+') }));
    sets.put(contactNo, each.length === 0 ? null : each);
  };
  return {
    topic: 'identifiers',
    takeOwn: (contactNo, value) => put(contactNo, textsOf(value)),
    takeView: (contactNo, view) =>
      put(contactNo, view?.identifiers.map(({ kind, verified }) => `${kind}${verified ? '+' : '-'}`) ?? []),
    bytes: sets.bytes,
    matching: (predicate) => sets.matching((identifiers) => identifierHolds(predicate, identifiers)),
  };
}

/** The second in which a contact was known first. */
export function createCreatedColumn(): CreatedColumn {
  const seconds = createNumberColumn();
  return {
    topic: 'created',
    takeOwn: (contactNo, value) => seconds.put(contactNo, Number(value)),
    takeView: (contactNo, view) => seconds.put(contactNo, view === null ? null : secondOf(view.createdAt)),
    bytes: seconds.bytes,
    matching: seconds.matching,
  };
}

/** Where a contact came from, and in which second. */
export function createAcquisitionColumn(): AcquisitionColumn {
  const ways = createCodedColumn<AcquisitionWay>(({ kind, detail }) => JSON.stringify([kind, detail]));
  const seconds = createNumberColumn();
  const put = (contactNo: number, way: AcquisitionWay | null, second: number | null): void => {
    ways.put(contactNo, way);
    seconds.put(contactNo, second);
  };
  return {
    topic: 'acquisition',
    takeOwn: (contactNo, value) => {
      const { kind, detail, second } = Object(value);
      put(contactNo, { kind, detail }, Number(second));
    },
    takeView: (contactNo, view) => {
      const told = view?.acquisition ?? null;
      put(contactNo, told && { kind: told.kind, detail: told.detail }, told && secondOf(told.at));
    },
    bytes: () => ways.bytes() + seconds.bytes(),
    matching: (predicate, range) =>
      both(
        ways.matching((way) => wayHolds(predicate, way)),
        seconds.matching(range),
      ),
  };
}

/** The values of a field, as they are compared. */
export function createFieldColumn(definition: FieldDefinition): FieldColumn {
  const { key, type, fieldNo, mergeStrategy } = definition;
  const numbers = createNumberColumn();
  const values = createCodedColumn<Comparable>(
    (value) => (typeof value === 'string' ? value : JSON.stringify(value)),
    foldOf,
  );
  const put = (contactNo: number, value: FieldValue): void => {
    const compared = value === null || isEmptyValue(value) ? null : comparableOf(type, value);
    if (isNumeric(type)) numbers.put(contactNo, typeof compared === 'number' ? compared : null);
    else values.put(contactNo, compared);
  };
  const having = (): ContactBits => (isNumeric(type) ? numbers.matching(anyNumber) : values.matching(() => true));
  return {
    fieldNo,
    mergeStrategy,
    takeOwn: (contactNo, value) => put(contactNo, readValue(value)),
    takeView: (contactNo, view) => put(contactNo, view?.customFields.find((field) => field.key === key)?.value ?? null),
    bytes: () => numbers.bytes() + values.bytes(),
    matching: ({ absent, holds, numbers: range, equalTo }, shown) => {
      if (absent) return without(shown, having());
      if (isNumeric(type)) return numbers.matching(range);
      return values.matching(holds, equalTo);
    },
  };
}

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** A value of a field as it came out of the database. */
function readValue(value: unknown): FieldValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.map(String) : null;
}
