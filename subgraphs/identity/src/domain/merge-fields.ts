import type { ContactView } from './contact-view.ts';
import { displayNameOf } from './contact-view.ts';

/** What a message to a contact may merge of what identity knows, by name. */
export type MergeFields = Readonly<Record<string, unknown>>;

/**
 * The account's fields by their keys, `display_name`, `tags`, and the first identifier of each kind by its name in lower case. What
 * the contact has not is absent. @param names null: all
 */
export function mergeFieldsOf(view: ContactView, names: readonly string[] | null): MergeFields {
  const fields: Record<string, unknown> = {};
  for (const { kind, given, primary } of view.identifiers) if (primary) fields[kind.toLowerCase()] = given;
  const name = displayNameOf(view);
  if (name !== '') fields.display_name = name;
  if (view.tags.length > 0) fields.tags = view.tags;
  for (const { key, value } of view.customFields) fields[key] = value;
  if (names === null) return fields;
  return Object.fromEntries(names.flatMap((each) => (Object.hasOwn(fields, each) ? [[each, fields[each]]] : [])));
}
