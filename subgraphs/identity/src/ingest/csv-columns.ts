import type { FieldDefinition } from '../domain/fields.ts';

/** What a column of an imported file means. */
export type ColumnMeaning =
  | { readonly is: 'identifier'; readonly kind: string }
  | { readonly is: 'field'; readonly key: string }
  | { readonly is: 'tags' }
  | { readonly is: 'source' }
  | { readonly is: 'consent'; readonly kind: string; readonly part: 'state' | 'at' | 'text' | 'ip' | 'topic' }
  | { readonly is: 'ignored' };

/** Headers as marketing tools write them, without regard to case, spaces and punctuation. */
const identifiers: Readonly<Record<string, string>> = {
  email: 'EMAIL',
  emailaddress: 'EMAIL',
  mail: 'EMAIL',
  mobile: 'MOBILE',
  mobilenumber: 'MOBILE',
  mobilephone: 'MOBILE',
  phone: 'MOBILE',
  phonenumber: 'MOBILE',
  externalid: 'EXTERNAL_ID',
  externalsystemid: 'EXTERNAL_ID',
  customerid: 'EXTERNAL_ID',
  anonymousid: 'ANONYMOUS_ID',
};
const consentParts = { '': 'state', at: 'at', text: 'text', ip: 'ip' } as const;
const channels: Readonly<Record<string, string>> = { email: 'EMAIL', sms: 'MOBILE', mobile: 'MOBILE' };

const plain = (header: string): string => header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function meaningOf(header: string, fields: readonly FieldDefinition[]): ColumnMeaning {
  const name = plain(header);
  const kind = identifiers[name];
  if (kind !== undefined) return { is: 'identifier', kind };
  if (name === 'tags') return { is: 'tags' };
  if (name === 'source') return { is: 'source' };
  const consent = /^(email|sms|mobile)consent(at|text|ip|)$/.exec(name);
  if (consent !== null) {
    const part = consentParts[String(consent[2]) as keyof typeof consentParts];
    return { is: 'consent', kind: channels[String(consent[1])] ?? 'EMAIL', part };
  }
  const topic = /^(email|sms|mobile)topic$/.exec(name);
  if (topic !== null) return { is: 'consent', kind: channels[String(topic[1])] ?? 'EMAIL', part: 'topic' };
  const field = fields.find(({ key, label }) => plain(key) === name || plain(label) === name);
  return field === undefined ? { is: 'ignored' } : { is: 'field', key: field.key };
}

export type Columns = { readonly columns: readonly ColumnMeaning[] } | { readonly refused: string };

/** The meaning of each column; or why the file is of no use. */
export function columnsOf(header: readonly string[], fields: readonly FieldDefinition[]): Columns {
  const columns = header.map((name) => meaningOf(name, fields));
  if (!columns.some(({ is }) => is === 'identifier')) {
    const came = header
      .slice(0, 10)
      .map((name) => `"${name.slice(0, 50)}"`)
      .join(', ');
    return {
      refused: `A file needs a column that identifies a contact: Email, Mobile, External ID or Anonymous ID. It has ${came}`,
    };
  }
  const meanings = columns
    .filter(({ is }) => is !== 'identifier' && is !== 'ignored')
    .map((meaning) => JSON.stringify(meaning));
  const twice = columns.findIndex((meaning) => meanings.filter((each) => each === JSON.stringify(meaning)).length > 1);
  return twice < 0
    ? { columns }
    : { refused: `Two columns mean the same: "${String(header[twice]).slice(0, 50)}" is there more than once` };
}
