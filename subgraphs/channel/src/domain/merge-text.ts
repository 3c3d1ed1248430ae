import Mustache from 'mustache';
import type { MergeView } from '../outgoing.ts';
import { type MergeTag, markPattern, readTags } from './merge-tags.ts';

/** How a value is written at one place of a text. Null: it cannot stand there, as if the field were missing. */
export type Spelling = (value: string) => string | null;

/** A text whose tags are read, and whose values are written as each place needs. */
export interface MergeText {
  /** @param missing told the names of fields whose value the text asks for and has no other words for; no order, repeated */
  readonly write: (view: MergeView, missing: (name: string) => void) => string;
}

/**
 * Compiles a text once, for any number of messages.
 *
 * A field is missing when the view has no value of its own under its name, or an empty one. `{{name}}` writes the value,
 * `{{#name}}…{{/name}}` its words where the field is there and is not false or 0, for a list once for each item, which is `{{.}}`;
 * `{{^name}}…{{/name}}` its words where it is not.
 * @param text as `readTags` has read it, with or without marks put into it
 * @param spellings one for each tag of kind FIELD, in the order of the text
 */
export function compileText(text: string, spellings: readonly Spelling[]): MergeText {
  // A writer of its own: the shared one keeps every text it has ever read.
  const tokens: Token[] = new Mustache.Writer().parse(text);
  const spelling = new Map<Token, Spelling>();
  for (const token of fieldTokens(tokens)) spelling.set(token, spellings[spelling.size] ?? plain);
  return {
    write: (view, missing) => new TextWriter(spelling, missing).renderTokens(tokens, new Fields(view)),
  };
}

/** A text none of whose values is escaped. */
export function plainText(text: string, tags: readonly MergeTag[], spelling: Spelling = plain): MergeText {
  return compileText(
    text,
    tags.filter(({ kind }) => kind === 'FIELD').map(() => spelling),
  );
}

export const plain: Spelling = (value) => value;
/** As a piece of an address: nothing in it can begin another piece. */
export const encoded: Spelling = (value) => encodeURIComponent(value);

/**
 * The spelling of each field of a plain text: within an address that the text begins (`https://shop.example/{{city}}`) a value is
 * percent-encoded, elsewhere it is written as it is.
 */
export function plainSpellings(
  text: string,
  tags: readonly MergeTag[] = readTags({ name: 'text', field: [], text }),
): Spelling[] {
  let within = false;
  let from = 0;
  const spellings: Spelling[] = [];
  for (const tag of tags) {
    within = isWithinAddress(text.slice(from, tag.start), within);
    from = tag.end;
    if (tag.kind === 'FIELD') spellings.push(within ? encoded : plain);
  }
  return spellings;
}

const isWithinAddress = (text: string, before: boolean): boolean => {
  const begun = text.search(/https?:\/\/\S*$/i) >= 0;
  return begun || (before && !/\s/.test(text));
};

/** Only in HTTP and only whole; null for anything else. */
export function httpAddress(value: string): string | null {
  const text = value.trim();
  if (!/^https?:\/\/[^\s"'<>\\^`{|}]+$/i.test(text)) return null;
  return URL.canParse(text) ? text : null;
}

/** As the engine makes them: kind, content, place, and within a section the tokens of its words. */
type Token = string[];

function* fieldTokens(tokens: readonly Token[]): Generator<Token> {
  for (const token of tokens) {
    if (token[0] === 'name') yield token;
    const inner: unknown = token[4];
    if (Array.isArray(inner)) yield* fieldTokens(inner);
  }
}

/** Fields by their own names only: what every object inherits is nobody's field, and a function is no value. */
class Fields extends Mustache.Context {
  override push(view: unknown): Fields {
    return new Fields(view, this);
  }

  override lookup(name: string): unknown {
    if (name === '.') return fieldOf(this.view);
    let context: Mustache.Context | undefined = this;
    while (context?.parent !== undefined) context = context.parent;
    const view: unknown = context?.view;
    return isRecord(view) && Object.hasOwn(view, name) ? fieldOf(view[name]) : undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Undefined where there is nothing that could be written. */
function fieldOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.filter((item) => textOf(item) !== null);
    return items.length === 0 ? undefined : items;
  }
  return textOf(value) === null ? undefined : value;
}

const number = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 20 });

/**
 * The one spelling of every kind of value: numbers in full with a point, `yes` and `no`, days as 2026-03-01 (of a moment: its
 * day, UTC), lists with commas. Null for nothing.
 */
export function textOf(value: unknown): string | null {
  switch (typeof value) {
    case 'string': {
      const text = value.replaceAll('\u0000', '').replace(markPattern, '').toWellFormed();
      return text.trim() === '' ? null : text;
    }
    case 'number':
      return Number.isFinite(value) ? number.format(value) : null;
    case 'boolean':
      return value ? 'yes' : 'no';
    case 'object':
      break;
    default:
      return null;
  }
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if (!Array.isArray(value)) return null;
  const items = value.flatMap((item) => (Array.isArray(item) ? [] : (textOf(item) ?? [])));
  return items.length === 0 ? null : items.join(', ');
}

class TextWriter extends Mustache.Writer {
  readonly #spelling: ReadonlyMap<Token, Spelling>;
  readonly #missing: (name: string) => void;

  constructor(spelling: ReadonlyMap<Token, Spelling>, missing: (name: string) => void) {
    super();
    this.#spelling = spelling;
    this.#missing = missing;
  }

  override escapedValue(token: Token, context: Mustache.Context): string {
    const name = String(token[1]);
    const text = textOf(context.lookup(name));
    const spelled = text === null ? null : (this.#spelling.get(token) ?? plain)(text);
    if (spelled === null) this.#missing(name);
    return spelled ?? '';
  }
}
