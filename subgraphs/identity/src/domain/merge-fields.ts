import type { ContactView } from './contact-view.ts';
import { displayNameOf } from './contact-view.ts';

/** What a message to a contact may merge of what identity knows. */
export interface MergeFields {
  readonly contactId: string;
  readonly displayName: string;
  /** By key, in the JSON form of the field's type. */
  readonly customFields: Readonly<Record<string, unknown>>;
  readonly tags: readonly string[];
  /** As given, by kind, primary first. */
  readonly identifiers: Readonly<Record<string, readonly string[]>>;
}

/** @param contactId as it was asked */
export function mergeFieldsOf(contactId: string, view: ContactView): MergeFields {
  const identifiers: Record<string, string[]> = {};
  for (const { kind, given } of view.identifiers) {
    const known = identifiers[kind];
    if (known === undefined) identifiers[kind] = [given];
    else known.push(given);
  }
  return {
    contactId,
    displayName: displayNameOf(view),
    customFields: Object.fromEntries(view.customFields.map(({ key, value }) => [key, value])),
    tags: view.tags,
    identifiers,
  };
}
