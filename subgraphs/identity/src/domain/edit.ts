import { type FieldDefinition, type FieldValue, parseFieldValue } from './fields.ts';
import { isKeepable, notKeepable } from './keepable.ts';
import { limits } from './limits.ts';
import { fieldStatesOf, mergedField, mergedTag } from './merged-view.ts';
import {
  type ContactState,
  contactOf,
  type FieldState,
  membersOf,
  type Neighbourhood,
  type TagState,
} from './neighbourhood.ts';
import type { ToldContact } from './record.ts';
import { compareTimes, type RecordTime } from './record-time.ts';

export interface Problem {
  readonly code: 'BAD_USER_INPUT' | 'NOT_FOUND';
  readonly field: readonly string[] | null;
  readonly message: string;
}

export interface ParsedEdit {
  readonly fields: readonly { readonly definition: FieldDefinition; readonly value: FieldValue }[];
  readonly addTags: readonly string[];
  readonly removeTags: readonly string[];
}

/** Fields and tags of a record, checked; or the first thing that is wrong with them. */
export function parseEdit(place: Neighbourhood, record: ToldContact): ParsedEdit | Problem {
  const fields: { definition: FieldDefinition; value: FieldValue }[] = [];
  for (const { key, value, path } of record.fields) {
    const definition = place.fields.get(key);
    if (definition === undefined)
      return { code: 'NOT_FOUND', field: path, message: `The account has no field "${key.slice(0, 100)}"` };
    const parsed = parseFieldValue(definition, value);
    if ('refused' in parsed) return { code: 'BAD_USER_INPUT', field: path, message: parsed.refused };
    fields.push({ definition, value: parsed.value });
  }
  const addTags = record.addTags.map((tag) => tag.trim());
  const removeTags = record.removeTags.map((tag) => tag.trim());
  const wrong = [...addTags, ...removeTags].find((tag) => tag === '' || tag.length > limits.tag);
  if (wrong !== undefined) {
    return {
      code: 'BAD_USER_INPUT',
      field: ['input', 'addTags'],
      message: `A tag has 1 to ${limits.tag} characters, got ${wrong.length}`,
    };
  }
  if (![...addTags, ...removeTags].every(isKeepable))
    return { code: 'BAD_USER_INPUT', field: ['input', 'addTags'], message: `A tag ${notKeepable}` };
  return { fields, addTags, removeTags };
}

/** Who told it, and when. */
export interface ToldBy extends RecordTime {
  readonly source: string;
}

/**
 * Applies an edit to the contact shown as `rootNo`; what is so already is left alone, and an older word never replaces a newer
 * one: it only joins the history.
 * @returns whether anything shown changed
 */
export function applyEdit(place: Neighbourhood, rootNo: number, edit: ParsedEdit, by: ToldBy): boolean {
  const members = membersOf(place, rootNo);
  const fields = edit.fields.filter(({ definition, value }) => setField(place, members, rootNo, definition, value, by));
  const tags = [
    ...edit.addTags.filter((tag) => setTag(place, members, rootNo, tag, { ...by, present: true })),
    ...edit.removeTags.filter((tag) => setTag(place, members, rootNo, tag, { ...by, present: false })),
  ];
  return fields.length + tags.length > 0;
}

const isSame = (a: FieldValue, b: FieldValue): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether what is told is older than the value, or than when it was told last. */
const isOlder = (told: RecordTime, { updatedAt, place, repeatedAt }: FieldState): boolean =>
  compareTimes({ at: updatedAt, place }, told) > 0 || (repeatedAt !== null && repeatedAt > told.at);

function setField(
  place: Neighbourhood,
  members: readonly ContactState[],
  rootNo: number,
  { fieldNo, mergeStrategy }: FieldDefinition,
  value: FieldValue,
  { source, at, place: row }: ToldBy,
): boolean {
  const root = contactOf(place, rootNo);
  const own = root.fields.get(fieldNo);
  const told = { value, source, updatedAt: at, place: row, repeatedAt: null };
  if (own !== undefined && isOlder({ at, place: row }, own)) {
    if (!isSame(own.value, value)) place.changes.past.push({ contactNo: rootNo, fieldNo, ...told });
    return false;
  }
  const states = fieldStatesOf(members, fieldNo);
  const shown = mergedField(states, rootNo, mergeStrategy)?.value ?? null;
  if (own !== undefined && isSame(own.value, value) && at > (own.repeatedAt ?? own.updatedAt)) {
    // Nothing is changed by it, but an older record that comes later, as the row of a file that waited, must not win over it.
    root.fields.set(fieldNo, { ...own, repeatedAt: at });
    place.changes.fields.add(`${rootNo} ${fieldNo}`);
  }
  if (isSame(shown, value)) return false;
  const others = states.filter(({ contactNo }) => contactNo !== rootNo);
  const next = mergedField([...others, { contactNo: rootNo, state: told }], rootNo, mergeStrategy)?.value ?? null;
  if (own !== undefined && isSame(own.value, value) && isSame(shown, next)) return false;
  if (own !== undefined) place.changes.past.push({ contactNo: rootNo, fieldNo, ...own });
  root.fields.set(fieldNo, told);
  place.changes.fields.add(`${rootNo} ${fieldNo}`);
  return true;
}

function setTag(
  place: Neighbourhood,
  members: readonly ContactState[],
  rootNo: number,
  tag: string,
  { present, at, place: row }: TagState,
): boolean {
  const root = contactOf(place, rootNo);
  const own = root.tags.get(tag);
  if (own !== undefined && compareTimes(own, { at, place: row }) > 0) return false;
  const states = members.flatMap(({ tags }) => tags.get(tag) ?? []);
  const isSo = mergedTag(states) === present;
  // A tag that is not there is taken off all the same: an older record that comes later must not bring it.
  if (isSo && present) return false;
  root.tags.set(tag, { present, at, place: row });
  place.changes.tags.add(`${rootNo} ${tag}`);
  return !isSo;
}
