const placeholder = /\{\{\s*([a-zA-Z0-9_.-]+)\s*\}\}/g;
const own = new Set(['contact.id', 'workflow.name']);

/** Fields of the contact that a text names. */
export const fieldsOfText = (text: string): string[] =>
  [...text.matchAll(placeholder)].map(([, name]) => String(name)).filter((name) => !own.has(name));

/** A text for staff with what its places stand for; a field that is empty leaves nothing. */
export const writtenNotice = (
  text: string,
  values: {
    readonly contactId: string;
    readonly workflowName: string;
    readonly fields: Readonly<Record<string, unknown>>;
  },
): string =>
  text.replace(placeholder, (_, name: string) => {
    if (name === 'contact.id') return values.contactId;
    if (name === 'workflow.name') return values.workflowName;
    const value = Object.hasOwn(values.fields, name) ? values.fields[name] : null;
    if (value === null || value === undefined) return '';
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  });
