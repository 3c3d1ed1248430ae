import { createHash } from 'node:crypto';
import { parseMoment } from '@ucp/kit/scalars';
import { type FieldDefinition, fieldValueOfText } from '../domain/fields.ts';
import { type IdentifierSettings, normaliseIdentifier } from '../domain/identifiers.ts';
import type { StatedConsent, ToldContact } from '../domain/record.ts';
import type { ColumnMeaning } from './csv-columns.ts';

export interface RowContext {
  readonly columns: readonly ColumnMeaning[];
  readonly settings: IdentifierSettings;
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  /** Provenance: `import:<id>`. */
  readonly source: string;
  /** What is noted as the origin of a new contact where the row names none. */
  readonly fileName: string | null;
  readonly now: Date;
}

export type ReadRow = { readonly record: ToldContact } | { readonly refused: string };

const yes = /^(yes|y|true|1|granted|subscribed|opted.?in)$/i;
const no = /^(no|n|false|0|withdrawn|unsubscribed|opted.?out)$/i;

/** One row of a file as a record, or a sentence that says what is wrong with it. Pure. */
export function readRow(cells: readonly string[], context: RowContext): ReadRow {
  const { columns } = context;
  if (cells.length !== columns.length)
    return { refused: `A row has as many cells as the header, ${columns.length}, got ${cells.length}` };
  const identifiers: ToldContact['identifiers'][number][] = [];
  const fields: ToldContact['fields'][number][] = [];
  let tags: string[] = [];
  let detail: string | null = null;
  columns.forEach((column, i) => {
    const text = (cells[i] ?? '').trim();
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
    if (column.is === 'source') detail = text;
  });
  const consents = statedConsents(cells, context);
  if ('refused' in consents) return consents;
  return {
    record: {
      identifiers,
      fields,
      addTags: tags,
      removeTags: [],
      acquisition: { kind: 'IMPORT', detail: detail ?? context.fileName },
      consents: consents.consents,
      source: context.source,
    },
  };
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
      return place < 0 ? '' : (cells[place] ?? '').trim();
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
  { columns, settings, source, now }: RowContext,
): StatedConsent | { readonly refused: string } | null {
  const state = cell('state');
  if (state === '') return null;
  if (!yes.test(state) && !no.test(state)) return { refused: `Consent is yes or no, got "${state.slice(0, 50)}"` };
  const granted = yes.test(state);
  const place = columns.findIndex(
    (column, i) => column.is === 'identifier' && column.kind === kind && (cells[i] ?? '').trim() !== '',
  );
  if (place < 0) return { refused: `Consent is stated for an address of the kind ${kind}, and the row has none` };
  const address = normaliseIdentifier(kind, cells[place] ?? '', settings);
  if (!('value' in address)) return { refused: 'refused' in address ? address.refused : address.blocked };
  if (granted && (cell('at') === '' || cell('text') === '')) {
    return { refused: 'Consent needs evidence: when it was given and the text that was shown; one of them is empty' };
  }
  const occurredAt = momentOf(cell('at'), now);
  if (occurredAt === null)
    return {
      refused: `Consent needs a moment as 2026-03-01T09:30:00Z, not in the future, got "${cell('at').slice(0, 50)}"`,
    };
  const entry = {
    identifierKind: kind,
    value: address.value,
    given: address.given,
    topic: cell('topic') === '' ? null : cell('topic').toLowerCase(),
    state: granted ? ('GRANTED' as const) : ('WITHDRAWN' as const),
    method: 'IMPORT' as const,
    occurredAt,
    statedText: cell('text') === '' ? null : cell('text'),
    statedTextVersion: null,
    ip: cell('ip') === '' ? null : cell('ip'),
    userAgent: null,
    actor: source,
    validUntil: null,
  };
  const { given: _given, actor: _actor, ...same } = entry;
  // The same statement in another file is the same entry of the ledger.
  return { ...entry, key: createHash('sha256').update(JSON.stringify(same)).digest('base64url') };
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
