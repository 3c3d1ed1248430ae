import { type FieldDefinition, type FieldValue, parseFieldValue } from './fields.ts';
import { limits } from './limits.ts';
import { fieldStatesOf, mergedField, mergedTag } from './merged-view.ts';
import { contactOf, membersOf, type Neighbourhood } from './neighbourhood.ts';
import type { ContactRecord } from './record.ts';

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
export function parseEdit(place: Neighbourhood, record: ContactRecord): ParsedEdit | Problem {
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
  return { fields, addTags, removeTags };
}

/** Applies an edit to the contact shown as `rootNo`; what is so already is left alone. @returns whether anything changed */
export function applyEdit(place: Neighbourhood, rootNo: number, edit: ParsedEdit, source: string): boolean {
  const root = contactOf(place, rootNo);
  const members = membersOf(place, rootNo);
  let changed = false;
  for (const { definition, value } of edit.fields) {
    const current = mergedField(fieldStatesOf(members, definition.fieldNo), rootNo)?.value ?? null;
    if (JSON.stringify(current) === JSON.stringify(value)) continue;
    root.fields.set(definition.fieldNo, { value, source, updatedAt: place.now });
    place.changes.fields.add(`${rootNo} ${definition.fieldNo}`);
    changed = true;
  }
  const setTag = (tag: string, present: boolean) => {
    const states = members.flatMap(({ tags }) => tags.get(tag) ?? []);
    if (mergedTag(states) === present) return;
    root.tags.set(tag, { present, at: place.now });
    place.changes.tags.add(`${rootNo} ${tag}`);
    changed = true;
  };
  for (const tag of edit.addTags) setTag(tag, true);
  for (const tag of edit.removeTags) setTag(tag, false);
  return changed;
}
