import type { IncomingHttpHeaders } from 'node:http';
import { badInput } from '@ucp/kit/errors';
import { z } from 'zod';
import { limits } from '../domain/limits.ts';
import type { ExistingRule } from '../domain/record.ts';
import type { StatedFormat } from './csv-reader.ts';
import { encodingNamed } from './file-text.ts';

export interface ImportOptions {
  readonly fileName: string | null;
  readonly format: StatedFormat;
  /** Targets of columns by header; the rest is guessed. */
  readonly columns: ReadonlyMap<string, string>;
  readonly dryRun: boolean;
  readonly existing: ExistingRule;
}

const known = ['fileName', 'delimiter', 'encoding', 'columns', 'dryRun', 'existing'];
const targets = z.record(z.string(), z.string());
/** Names for characters that are hard to write in an address. */
const delimiters: Readonly<Record<string, string>> = { comma: ',', semicolon: ';', tab: '\t', '\\t': '\t', pipe: '|' };

/**
 * What the sender of a file says of it, in the address and the headers. A parameter that is not known is refused: who misspells
 * `dryRun` must not find the list imported.
 * @throws CodedError BAD_USER_INPUT naming parameter or header
 */
export function parseImportOptions(path: string, headers: IncomingHttpHeaders): ImportOptions {
  const given = new URL(path, 'http://gateway').searchParams;
  for (const name of given.keys()) {
    if (!known.includes(name)) {
      throw badInput([name], `An import takes the parameters ${known.join(', ')}, got "${name.slice(0, 100)}"`);
    }
    if (given.getAll(name).length > 1) throw badInput([name], `"${name}" is given more than once`);
  }
  return {
    fileName: given.get('fileName')?.replaceAll('\0', '').slice(0, limits.name) ?? null,
    format: {
      delimiter: delimiterNamed(given.get('delimiter')),
      encoding: encodingOf(given.get('encoding'), ['encoding']),
      charset: charsetOf(String(headers['content-type'] ?? '')),
      gzip: isGzip(String(headers['content-encoding'] ?? 'identity')),
    },
    columns: columnsIn(given.get('columns')),
    dryRun: oneOf('dryRun', given.get('dryRun') ?? 'false', { true: true, false: false }),
    existing: oneOf('existing', given.get('existing') ?? 'update', { update: 'UPDATE', skip: 'SKIP' }),
  };
}

function delimiterNamed(text: string | null): string | null {
  if (text === null) return null;
  const delimiter = delimiters[text.toLowerCase()] ?? text;
  if (/^[^"\r\n\p{L}\p{N}]$/u.test(delimiter)) return delimiter;
  throw badInput(
    ['delimiter'],
    `"delimiter" is one character that is no letter, digit or quote, or comma, semicolon, tab or pipe, got "${text.slice(0, 50)}"`,
  );
}

function encodingOf(label: string | null, field: readonly string[]): string | null {
  if (label === null) return null;
  const encoding = encodingNamed(label);
  if (encoding !== null) return encoding;
  throw badInput(field, `An encoding is for example utf-8, utf-16le or windows-1252, got "${label.slice(0, 50)}"`);
}

function charsetOf(contentType: string): string | null {
  const [type = '', ...parameters] = contentType.split(';').map((part) => part.trim());
  if (type.toLowerCase() !== 'text/csv') {
    throw badInput(['content-type'], `An import is sent as text/csv, got "${type.toLowerCase().slice(0, 100)}"`);
  }
  const charset = parameters.map((each) => /^charset="?([^"]*)"?$/i.exec(each)?.[1]).find((each) => each !== undefined);
  return encodingOf(charset ?? null, ['content-type']);
}

function isGzip(encoding: string): boolean {
  const name = encoding.trim().toLowerCase();
  if (name === 'gzip' || name === 'x-gzip') return true;
  if (name === 'identity' || name === '') return false;
  throw badInput(['content-encoding'], `A file is sent as it is or as gzip, got "${name.slice(0, 50)}"`);
}

function columnsIn(text: string | null): ReadonlyMap<string, string> {
  if (text === null) return new Map();
  const parsed = targets.safeParse(jsonOf(text)).data;
  if (parsed !== undefined) return new Map(Object.entries(parsed));
  throw badInput(
    ['columns'],
    `"columns" is a JSON object of targets by header, as {"E-Mail 2":"Email","Notes":"ignore"}, got "${text.slice(0, 100)}"`,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function oneOf<Value>(name: string, text: string, values: Readonly<Record<string, Value>>): Value {
  const value = Object.hasOwn(values, text) ? values[text] : undefined;
  if (value !== undefined) return value;
  throw badInput([name], `"${name}" is ${Object.keys(values).join(' or ')}, got "${text.slice(0, 50)}"`);
}
