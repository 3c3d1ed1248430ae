import { createHash } from 'node:crypto';
import { keyMistake } from '@ucp/kit/key-shape';
import { parseMoment } from '@ucp/kit/scalars';
import { textOfCell } from '@ucp/kit/spreadsheet';
import { type FieldDefinition, fieldValueOfText } from '../domain/fields.ts';
import { type IdentifierSettings, normaliseIdentifier } from '../domain/identifiers.ts';
import { limits } from '../domain/limits.ts';
import type { ExistingRule, StatedConsent, StatedStatus, ToldContact } from '../domain/record.ts';
import type { ColumnMeaning } from './csv-columns.ts';
import { statusMeaning } from './csv-status.ts';

export interface RowContext {
  readonly columns: readonly ColumnMeaning[];
  readonly settings: IdentifierSettings;
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  /** Provenance: `import:<id>`. */
  readonly source: string;
  /** What is noted as the origin of a new contact where the row names none. */
  readonly fileName: string | null;
  readonly existing: ExistingRule;
  readonly now: Date;
}

export type ReadRow = { readonly record: ToldContact } | { readonly refused: string };

const yes = /^(yes|y|true|1|granted|subscribed|opted.?in)$/i;
const no = /^(no|n|false|0|withdrawn|unsubscribed|opted.?out)$/i;

/** One row of a file as a record, or a sentence that says what is wrong with it. Pure. */
export function readRow(written: readonly string[], context: RowContext): ReadRow {
  const { columns } = context;
  if (written.length !== columns.length)
    return { refused: `A row has as many cells as the header, ${columns.length}, got ${written.length}` };
  // Our own files put an apostrophe before what a spreadsheet would run.
  const cells = written.map((cell) => textOfCell(cell.trim()));
  const identifiers: ToldContact['identifiers'][number][] = [];
  const fields: ToldContact['fields'][number][] = [];
  let tags: string[] = [];
  const sourceAt = columns.findIndex(({ is }) => is === 'source');
  const origin = cells[sourceAt] || context.fileName;
  columns.forEach((column, i) => {
    const text = cells[i] ?? '';
    if (text === '') return;
    if (column.is === 'identifier') identifiers.push({ kind: column.kind, given: text, path: [] });
    if (column.is === 'field') {
      const definition = context.fields.get(column.key);
      if (definition !== undefined)
        fields.push({ key: column.key, value: fieldValueOfText(definition, text), path: [] });
    }
    if (column.is === 'tags')
      tags = text
        .split(';')
        .map((tag) => tag.trim())
        .filter((tag) => tag !== '');
  });
  if (origin !== null && origin.length > limits.detail)
    return { refused: `A source has at most ${limits.detail} characters, got ${origin.length}` };
  const consents = statedConsents(cells, context);
  if ('refused' in consents) return consents;
  const stated = statedStatuses(cells, context);
  if ('refused' in stated) return stated;
  return {
    record: {
      identifiers,
      fields,
      addTags: tags,
      removeTags: [],
      acquisition: { kind: 'IMPORT', detail: origin },
      consents: [...consents.consents, ...stated.consents],
      imported: { existing: context.existing, statuses: stated.statuses },
      source: context.source,
    },
  };
}

/** What the status columns of a row say. `UNSUBSCRIBED` is a withdrawn consent: it narrows, and needs no evidence. */
function statedStatuses(
  cells: readonly string[],
  context: RowContext,
): { readonly statuses: StatedStatus[]; readonly consents: StatedConsent[] } | { readonly refused: string } {
  const statuses: StatedStatus[] = [];
  const consents: StatedConsent[] = [];
  for (const [i, column] of context.columns.entries()) {
    const text = cells[i] ?? '';
    if (column.is !== 'status' || text === '') continue;
    const meaning = statusMeaning(column.kind, text);
    if (typeof meaning === 'object') return meaning;
    const address = addressOf(column.kind, 'A status', cells, context);
    if ('refused' in address) return address;
    const { source, fileName, now } = context;
    if (meaning === 'WITHDRAWN') consents.push(consentOf(address, { state: 'WITHDRAWN', occurredAt: now }, source));
    else if (meaning !== 'NOTHING') {
      const reason = fileName === null ? 'stated by an imported file' : `stated by the imported file ${fileName}`;
      statuses.push({ ...address, status: meaning, occurredAt: now, reason, actor: source });
    }
  }
  return { statuses, consents };
}

interface StatedAddress {
  readonly identifierKind: string;
  readonly value: string;
  readonly given: string;
}

/** The address of the row that a statement is about: the first of its kind. */
function addressOf(
  kind: string,
  what: string,
  cells: readonly string[],
  { columns, settings }: RowContext,
): StatedAddress | { readonly refused: string } {
  const place = columns.findIndex((column, i) => column.is === 'identifier' && column.kind === kind && cells[i] !== '');
  if (place < 0) return { refused: `${what} is stated for an address of the kind ${kind}, and the row has none` };
  const address = normaliseIdentifier(kind, cells[place] ?? '', settings);
  if (!('value' in address)) return { refused: 'refused' in address ? address.refused : address.blocked };
  return { identifierKind: kind, ...address };
}

function statedConsents(
  cells: readonly string[],
  context: RowContext,
): { readonly consents: StatedConsent[] } | { readonly refused: string } {
  const consents: StatedConsent[] = [];
  for (const kind of new Set(context.columns.flatMap((column) => (column.is === 'consent' ? [column.kind] : [])))) {
    const cell = (part: string): string => {
      const place = context.columns.findIndex(
        (column) => column.is === 'consent' && column.kind === kind && column.part === part,
      );
      return place < 0 ? '' : (cells[place] ?? '');
    };
    const stated = statedConsent(kind, cell, cells, context);
    if (stated === null) continue;
    if ('refused' in stated) return stated;
    consents.push(stated);
  }
  return { consents };
}

/** What a row says of one channel's consent. A grant without its evidence is none: an import never widens permission. */
function statedConsent(
  kind: string,
  cell: (part: string) => string,
  cells: readonly string[],
  context: RowContext,
): StatedConsent | { readonly refused: string } | null {
  const state = cell('state');
  if (state === '') return null;
  if (!yes.test(state) && !no.test(state)) return { refused: `Consent is yes or no, got "${state.slice(0, 50)}"` };
  const granted = yes.test(state);
  const address = addressOf(kind, 'Consent', cells, context);
  if ('refused' in address) return address;
  if (granted && (cell('at') === '' || cell('text') === '')) {
    return { refused: 'Consent needs evidence: when it was given and the text that was shown; one of them is empty' };
  }
  const occurredAt = momentOf(cell('at'), context.now);
  if (occurredAt === null)
    return {
      refused: `Consent needs a moment as 2026-03-01T09:30:00Z, not in the future, got "${cell('at').slice(0, 50)}"`,
    };
  const topic = cell('topic') === '' ? null : cell('topic').toLowerCase();
  const mistake = topic === null ? null : keyMistake('The key of a topic', topic);
  if (mistake !== null) return { refused: mistake };
  const stated = {
    state: granted ? ('GRANTED' as const) : ('WITHDRAWN' as const),
    occurredAt,
    topic,
    statedText: cell('text') === '' ? null : cell('text'),
    ip: cell('ip') === '' ? null : cell('ip'),
  };
  return consentOf(address, stated, context.source);
}

/** The same statement in another file is the same entry of the ledger. */
function consentOf(
  { identifierKind, value, given }: StatedAddress,
  stated: Pick<StatedConsent, 'state' | 'occurredAt'> & Partial<Pick<StatedConsent, 'topic' | 'statedText' | 'ip'>>,
  actor: string,
): StatedConsent {
  const same = {
    identifierKind,
    value,
    topic: stated.topic ?? null,
    state: stated.state,
    method: 'IMPORT' as const,
    occurredAt: stated.occurredAt,
    statedText: stated.statedText ?? null,
    statedTextVersion: null,
    ip: stated.ip ?? null,
    userAgent: null,
    validUntil: null,
  };
  return { ...same, given, actor, key: createHash('sha256').update(JSON.stringify(same)).digest('base64url') };
}

function momentOf(text: string, now: Date): Date | null {
  if (text === '') return now;
  try {
    const at = parseMoment(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text.replace(' ', 'T'));
    return at > now ? null : at;
  } catch {
    return null;
  }
}
