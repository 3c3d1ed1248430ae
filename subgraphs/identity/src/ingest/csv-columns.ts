import { badInput } from '@ucp/kit/errors';
import type { FieldDefinition } from '../domain/fields.ts';

/** What a column of an imported file means. */
export type ColumnMeaning =
  | { readonly is: 'identifier'; readonly kind: string }
  | { readonly is: 'field'; readonly key: string }
  | { readonly is: 'tags' }
  | { readonly is: 'source' }
  | { readonly is: 'consent'; readonly kind: string; readonly part: 'state' | 'at' | 'text' | 'ip' | 'topic' }
  | { readonly is: 'status'; readonly kind: string }
  | { readonly is: 'ignored' };

interface Target {
  readonly target: string;
  readonly meaning: ColumnMeaning;
}

const ofChannel = (name: string, kind: string): Target[] => [
  { target: `${name} Consent`, meaning: { is: 'consent', kind, part: 'state' } },
  { target: `${name} Consent At`, meaning: { is: 'consent', kind, part: 'at' } },
  { target: `${name} Consent Text`, meaning: { is: 'consent', kind, part: 'text' } },
  { target: `${name} Consent IP`, meaning: { is: 'consent', kind, part: 'ip' } },
  { target: `${name} Topic`, meaning: { is: 'consent', kind, part: 'topic' } },
  { target: `${name} Status`, meaning: { is: 'status', kind } },
];
/** What a column can mean beside a field, by the name under which it is told and chosen. */
const targets: readonly Target[] = [
  { target: 'Email', meaning: { is: 'identifier', kind: 'EMAIL' } },
  { target: 'Mobile', meaning: { is: 'identifier', kind: 'MOBILE' } },
  { target: 'External ID', meaning: { is: 'identifier', kind: 'EXTERNAL_ID' } },
  { target: 'Anonymous ID', meaning: { is: 'identifier', kind: 'ANONYMOUS_ID' } },
  { target: 'Tags', meaning: { is: 'tags' } },
  { target: 'Source', meaning: { is: 'source' } },
  ...ofChannel('Email', 'EMAIL'),
  ...ofChannel('SMS', 'MOBILE'),
];
const ignored: Target = { target: 'ignore', meaning: { is: 'ignored' } };

/** Headers as marketing tools write them, without regard to case, spaces and punctuation. */
const alsoCalled: Readonly<Record<string, string>> = {
  emailaddress: 'email',
  mail: 'email',
  mobilenumber: 'mobile',
  mobilephone: 'mobile',
  phone: 'mobile',
  phonenumber: 'mobile',
  externalsystemid: 'externalid',
  customerid: 'externalid',
};

const plain = (header: string): string => header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const byName = new Map(targets.map((each) => [plain(each.target), each]));

/** Null when nothing has this name. `field:` before the key of a field says that no other target is meant. */
function targetNamed(name: string, fields: readonly FieldDefinition[]): Target | null {
  const key = /^field:(.*)$/.exec(name.trim())?.[1];
  const wanted = plain(key ?? name);
  if (key === undefined) {
    const channel = wanted.replace(/^mobile(?=consent|topic|status)/, 'sms');
    const found = byName.get(alsoCalled[channel] ?? channel);
    if (found !== undefined) return found;
  }
  const field = fields.find((each) => plain(each.key) === wanted || plain(each.label) === wanted);
  return field === undefined ? null : { target: `field:${field.key}`, meaning: { is: 'field', key: field.key } };
}

/** The name under which a meaning is chosen: `Email Consent At`, `field:city`, `ignore`. */
function targetOf(meaning: ColumnMeaning): string {
  if (meaning.is === 'field') return `field:${meaning.key}`;
  const same = JSON.stringify(meaning);
  return targets.find((each) => JSON.stringify(each.meaning) === same)?.target ?? ignored.target;
}

/** How each column of a file is understood, in the names that `columns` takes. */
export const understoodColumns = (header: readonly string[], columns: readonly ColumnMeaning[]) =>
  columns.map((meaning, i) => ({ header: header[i] ?? '', target: targetOf(meaning) }));

/**
 * The meaning of each column: as chosen for its header, else guessed from it.
 * @param chosen targets by header
 * @throws CodedError BAD_USER_INPUT naming header and target, or saying why the file is of no use
 */
export function columnsOf(
  header: readonly string[],
  fields: readonly FieldDefinition[],
  chosen: ReadonlyMap<string, string>,
): ColumnMeaning[] {
  const names = header.map((name) => name.trim());
  const missing = [...chosen.keys()].find((name) => !names.includes(name.trim()));
  if (missing !== undefined)
    throw badInput(['columns'], `The file has no column "${shown(missing)}", it has ${listed(names)}`);
  const targetByHeader = new Map([...chosen].map(([name, target]) => [name.trim(), target]));
  const columns = names.map((name) => {
    const target = targetByHeader.get(name);
    return target === undefined ? (targetNamed(name, fields) ?? ignored).meaning : chosenMeaning(name, target, fields);
  });
  if (!columns.some(({ is }) => is === 'identifier')) {
    throw badInput(
      null,
      `A file needs a column that identifies a contact: Email, Mobile, External ID or Anonymous ID. It has ${listed(names)}`,
    );
  }
  const single = columns.map((meaning) => (isRepeatable(meaning) ? null : JSON.stringify(meaning)));
  const twice = single.findIndex((meaning, i) => meaning !== null && single.indexOf(meaning) < i);
  const meaning = columns[twice];
  if (meaning !== undefined) {
    const first = names[single.indexOf(single[twice] ?? null)] ?? '';
    throw badInput(
      null,
      `Two columns mean the same: "${shown(first)}" and "${shown(names[twice] ?? '')}" are both ${targetOf(meaning)}`,
    );
  }
  return columns;
}

/** A contact may have several addresses, and a file columns that nobody looks at. */
const isRepeatable = ({ is }: ColumnMeaning): boolean => is === 'identifier' || is === 'ignored';

function chosenMeaning(header: string, target: string, fields: readonly FieldDefinition[]): ColumnMeaning {
  const found = plain(target) === ignored.target ? ignored : targetNamed(target, fields);
  if (found !== null) return found.meaning;
  const names = targets.map((each) => each.target).join(', ');
  throw badInput(
    ['columns'],
    `The column "${shown(header)}" cannot be "${shown(target)}": a target is ${names}, the key of a field, or ignore`,
  );
}

const shown = (text: string): string => text.slice(0, 50);
const listed = (names: readonly string[]): string =>
  names
    .slice(0, 10)
    .map((name) => `"${shown(name)}"`)
    .join(', ');
