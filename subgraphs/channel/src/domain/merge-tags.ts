import { badInput } from '@ucp/kit/errors';

/** A tag of a text: a field's value, words for where the field is there, other words for where it is not, or the end of such words. */
export interface MergeTag {
  readonly kind: 'FIELD' | 'SECTION' | 'INVERTED' | 'END' | 'COMMENT';
  /** The field; `.` is the item of the list whose words it stands in. */
  readonly name: string;
  /** First character of the tag in the text, and the one behind it. */
  readonly start: number;
  readonly end: number;
}

/** A part of a message whose text merges fields. */
export interface MergePart {
  /** For people: `html`. */
  readonly name: string;
  /** Path to it in the input. */
  readonly field: readonly string[];
  readonly text: string;
}

/** Most tags of a part, sections within each other, and characters of a field's name. */
export const mergeLimits = { tags: 500, depth: 5, name: 100 } as const;

/**
 * Characters that stand for things while a text is put together, of the part of Unicode that is nobody's: they mean nothing
 * to a reader, and are taken out of whatever comes in.
 */
export const marks = { linkStart: '\uE000', linkEnd: '\uE001', end: '\uE002', tagStart: '\uE003', tagEnd: '\uE004' };
export const markPattern = /[\uE000-\uE004]/g;

const kinds: Readonly<Record<string, MergeTag['kind']>> = {
  '#': 'SECTION',
  '^': 'INVERTED',
  '/': 'END',
  '!': 'COMMENT',
};
/** What the engine knows and a text may not use: values that are not escaped, texts out of texts, other brackets. */
const refusedSigns: Readonly<Record<string, string>> = {
  '{': 'every value is escaped, so write it with two brackets',
  '&': 'every value is escaped, so leave out the sign "&"',
  '>': 'a text is not put into another',
  '=': 'the brackets are always "{{" and "}}"',
};
const namePattern = new RegExp(`^[A-Za-z_][\\w.-]{0,${mergeLimits.name - 1}}$`);

/** A failure of a part at a place in it. */
export function refusalAt(part: MergePart, at: number, message: string): Error {
  const before = part.text.slice(0, at).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return badInput(part.field, `The part "${part.name}", line ${before.length}, column ${column}: ${message}`);
}

/**
 * The tags of a part, in the order of the text.
 * @throws CodedError BAD_USER_INPUT that names the part, the place and what came
 */
export function readTags(part: MergePart): readonly MergeTag[] {
  const tags: MergeTag[] = [];
  const open: MergeTag[] = [];
  for (let at = part.text.indexOf('{{'); at >= 0; at = part.text.indexOf('{{', tags.at(-1)?.end)) {
    const tag = tagAt(part, at);
    if (tags.length === mergeLimits.tags) {
      throw refusalAt(part, at, `a part has at most ${mergeLimits.tags} tags, and here is one more`);
    }
    tags.push(tag);
    if (tag.kind === 'SECTION' || tag.kind === 'INVERTED') {
      open.push(tag);
      if (open.length > mergeLimits.depth)
        throw refusalAt(part, at, `at most ${mergeLimits.depth} sections stand within each other`);
    }
    if (tag.kind === 'END') close(part, tag, open.pop());
    if (tag.kind === 'FIELD' && tag.name === '.' && open.every(({ kind }) => kind !== 'SECTION'))
      throw refusalAt(part, at, '"{{.}}" is the item of a list, and stands between "{{#list}}" and "{{/list}}" only');
  }
  const [left] = open.slice(-1);
  if (left !== undefined)
    throw refusalAt(
      part,
      left.start,
      `"${shown(part, left)}" is opened and never closed: write "{{/${left.name}}}" behind its words`,
    );
  return tags;
}

function tagAt(part: MergePart, start: number): MergeTag {
  const close = part.text.indexOf('}}', start + 2);
  if (close < 0) throw refusalAt(part, start, 'a tag is opened by "{{" and never closed by "}}"');
  const inside = part.text.slice(start + 2, close).trim();
  const sign = inside.charAt(0);
  const refused = refusedSigns[sign];
  const written = part.text.slice(start, close + 2).slice(0, 120);
  if (refused !== undefined) throw refusalAt(part, start, `${refused}, got "${written}"`);
  const kind = kinds[sign] ?? 'FIELD';
  const name = kind === 'FIELD' ? inside : inside.slice(1).trim();
  const isName = namePattern.test(name) || (kind === 'FIELD' && name === '.');
  if (kind !== 'COMMENT' && !isName) {
    const wanted = `begins with a letter and has at most ${mergeLimits.name} letters, digits, dots, dashes and underscores`;
    throw refusalAt(part, start, `the name of a field ${wanted}, got "${written}"`);
  }
  return { kind, name: kind === 'COMMENT' ? '' : name, start, end: close + 2 };
}

function close(part: MergePart, tag: MergeTag, opened: MergeTag | undefined): void {
  if (opened === undefined) throw refusalAt(part, tag.start, `"${shown(part, tag)}" closes what was never opened`);
  if (opened.name === tag.name) return;
  throw refusalAt(
    part,
    tag.start,
    `"${shown(part, tag)}" stands where "{{/${opened.name}}}" is due, as "${shown(part, opened)}" is still open`,
  );
}

const shown = ({ text }: MergePart, { start, end }: MergeTag): string => text.slice(start, end);

/** Names of the fields that tags merge or ask for, each once, by name. */
export const namesOf = (tags: readonly MergeTag[]): readonly string[] =>
  [...new Set(tags.map(({ name }) => name))].filter((name) => name !== '' && name !== '.').sort();
