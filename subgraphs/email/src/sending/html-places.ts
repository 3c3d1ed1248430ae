import { type MergePart, type MergeTag, marks, refusalAt } from '@ucp/channel/domain/merge-tags';
import { badInput } from '@ucp/kit/errors';
import { lazily } from '@ucp/kit/lazily';
import type * as Parse5 from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { elementsOf, nodesOf, tagMark, tagsIn, textsOf } from './html-nodes.ts';
import {
  asAddress,
  asText,
  holdsAddress,
  isDecided,
  isLanguage,
  pieceBehind,
  runs,
  type Spellings,
} from './html-spelling.ts';
import { depthLimit } from './limits.ts';

const parse5 = lazily<typeof Parse5>(import.meta.url, 'parse5');

/** Where the address of a link stands in the part: first character and the one behind. */
export interface LinkPlace {
  readonly from: number;
  readonly to: number;
  /** Whether a field says where it leads. */
  readonly byField: boolean;
}

/** Where the tags of an html part stand, so that each value is written as its place needs. */
export interface HtmlPlaces {
  /** One for each tag of kind FIELD, in their order. */
  readonly spellings: readonly Spellings[];
  readonly links: readonly LinkPlace[];
  /** Behind the last thing the part shows. */
  readonly end: number;
}

/** Elements whose content is no html, so that nothing in it could be escaped as such. */
const raw: ReadonlySet<string> = new Set(['iframe', 'noembed', 'noframes', 'style', 'xmp']);
/** Elements in which nothing that is added would be shown as it is meant. */
const closing: ReadonlySet<string> = new Set([...raw, 'option', 'select', 'textarea', 'title']);
/** Elements that no mail program shows, and that change how what follows them is read. */
const refused: ReadonlySet<string> = new Set(['frameset', 'math', 'plaintext', 'script', 'svg', 'template']);

type Place =
  | { readonly in: 'TEXT' }
  | {
      readonly in: 'ATTRIBUTE';
      readonly element: Tree.Element;
      readonly name: string;
      /** What stands before the tag in the value, other tags included. */
      readonly before: string;
    };

/**
 * Reads an html part with the words of all its sections. As each section begins and ends between elements, or within one value of
 * an attribute, leaving its words out or repeating them changes the place of no other tag.
 * @throws CodedError BAD_USER_INPUT for a tag where no value could be made inert: within a name, a comment, a style
 */
export function readPlaces(part: MergePart, tags: readonly MergeTag[]): HtmlPlaces {
  for (const [i, tag] of tags.entries()) refuseBegun(part, tag, tags[i - 1]?.end ?? 0);
  const flat = flattened(part, tags);
  const document = parse5().parse(flat.html, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  refuseDeep(part, document);
  const places = new Map<number, Place>();
  const links: LinkPlace[] = [];
  for (const element of elementsOf(document)) {
    const at = (offset: number | undefined) => flat.sourceOf(offset ?? 0);
    if (refused.has(element.tagName))
      throw refusalAt(
        part,
        at(element.sourceCodeLocation?.startOffset),
        `the element <${element.tagName}> is not sent in mail`,
      );
    for (const { name, value } of element.attrs) {
      const location = element.sourceCodeLocation?.attrs?.[name];
      if (location === undefined || name.includes(marks.tagStart)) continue;
      const written = flat.html.slice(location.startOffset, location.endOffset);
      const [, equals = '', quote = ''] = /^[^=]*?(=\s*)(["']?)/.exec(written.slice(name.length)) ?? [];
      if (quote === '' && written.includes(marks.tagStart))
        throw refusalAt(
          part,
          at(location.startOffset),
          `the value of "${name}" has a field in it and needs quotation marks`,
        );
      if (holdsAddress(name) && runs(value.replace(tagMark, '')))
        throw refusalAt(part, at(location.startOffset), `"${name}" runs a script, which mail programs do not`);
      for (const [index, before] of tagsIn(value)) places.set(index, { in: 'ATTRIBUTE', element, name, before });
      if (name === 'href' && (element.tagName === 'a' || element.tagName === 'area') && equals !== '') {
        const from = location.startOffset + written.indexOf('=') + equals.length + quote.length;
        const byField = tagsIn(value).some(([index, before]) => tags[index]?.kind === 'FIELD' && isBegin(before));
        links.push({ from: at(from), to: at(location.endOffset - quote.length), byField });
      }
    }
  }
  for (const { value, parent, comment } of textsOf(document)) {
    if (raw.has(parent)) continue;
    for (const [index] of tagsIn(value))
      if (!comment || tags[index]?.kind !== 'FIELD') places.set(index, { in: 'TEXT' });
  }
  const end = endOf(document, flat.html);
  if (!isShownAt(flat.html, end))
    throw refusalAt(
      part,
      part.text.length,
      'the part ends within a comment, a style or a form, so that nothing could be added to it',
    );
  return {
    spellings: spellingsOf(part, tags, places),
    links: links.sort((a, b) => a.from - b.from),
    end: flat.sourceOf(end),
  };
}

/** Whether nothing but tags stands before a tag in a value. */
const isBegin = (before: string): boolean => before.replace(tagMark, '').trim() === '';

/** Directly behind a `<` a value, or the words behind it, would be the name of an element. */
function refuseBegun(part: MergePart, { start, end }: MergeTag, from: number): void {
  if (!/<[/!?]?-?$/.test(part.text.slice(from, start))) return;
  throw refusalAt(part, start, `"${part.text.slice(start, end)}" may not stand in the name of an element, behind "<"`);
}

/** The part with a mark in the place of each tag, and where in the part an offset of it is. */
function flattened(part: MergePart, tags: readonly MergeTag[]) {
  const pieces: { readonly flat: number; readonly source: number }[] = [{ flat: 0, source: 0 }];
  let html = '';
  let from = 0;
  tags.forEach(({ kind, start, end }, i) => {
    const mark = `${marks.tagStart}${i}${marks.tagEnd}`;
    html += part.text.slice(from, start);
    if (kind !== 'COMMENT') html += kind === 'FIELD' ? mark : `<!--${mark}-->`;
    from = end;
    pieces.push({ flat: html.length, source: end });
  });
  html += part.text.slice(from);
  return {
    html,
    sourceOf: (offset: number): number => {
      const piece = pieces.findLast(({ flat }) => flat <= offset) ?? { flat: 0, source: 0 };
      return Math.min(piece.source + offset - piece.flat, part.text.length);
    },
  };
}

function refuseDeep(part: MergePart, document: Tree.Document): void {
  for (const { depth } of nodesOf(document)) {
    if (depth > depthLimit)
      throw badInput(part.field, `The part "${part.name}" has at most ${depthLimit} elements within each other`);
  }
}

function endOf(document: Tree.Document, html: string): number {
  for (const name of ['body', 'html']) {
    for (const { tagName, sourceCodeLocation } of elementsOf(document)) {
      const end = sourceCodeLocation?.endTag?.startOffset;
      if (tagName === name && end !== undefined) return end;
    }
  }
  return html.length;
}

/** Whether a text put in at an offset would be shown. */
function isShownAt(html: string, offset: number): boolean {
  const document = parse5().parse(html.slice(0, offset) + marks.end + html.slice(offset), { scriptingEnabled: false });
  return [...textsOf(document)].some(({ value, parent }) => value.includes(marks.end) && !closing.has(parent));
}

function spellingsOf(part: MergePart, tags: readonly MergeTag[], places: ReadonlyMap<number, Place>): Spellings[] {
  const spellings: Spellings[] = [];
  const open: { readonly index: number; readonly place: Place }[] = [];
  /** Sections that each field stands in, by their numbers. */
  const within = new Map<number, readonly number[]>();
  tags.forEach((tag, index) => {
    if (tag.kind === 'COMMENT') return;
    const place = places.get(index);
    const shown = part.text.slice(tag.start, tag.end);
    if (place === undefined)
      throw refusalAt(
        part,
        tag.start,
        `"${shown}" may stand between elements and in the value of an attribute, not in a name, a comment or a style`,
      );
    if (place.in === 'ATTRIBUTE' && isLanguage(place.name))
      throw refusalAt(part, tag.start, `"${shown}" may not stand in the attribute "${place.name}"`);
    if (tag.kind === 'FIELD') {
      within.set(
        index,
        open.map((section) => section.index),
      );
      spellings.push(place.in === 'TEXT' ? asText : spellingIn(part, tag, index, place, within));
    } else if (tag.kind === 'END') {
      const opened = open.pop()?.place;
      if (opened === undefined || !isSame(opened, place))
        throw refusalAt(
          part,
          tag.start,
          `"${shown}" closes words that were opened elsewhere: both stand between elements, or in one value`,
        );
    } else open.push({ index, place });
  });
  return spellings;
}

const isSame = (a: Place, b: Place): boolean =>
  a.in === 'ATTRIBUTE' && b.in === 'ATTRIBUTE' ? a.element === b.element && a.name === b.name : a.in === b.in;

function spellingIn(
  part: MergePart,
  tag: MergeTag,
  index: number,
  { name, before }: Place & { in: 'ATTRIBUTE' },
  within: ReadonlyMap<number, readonly number[]>,
): Spellings {
  if (!holdsAddress(name)) return asText;
  const literal = before.replace(tagMark, '');
  if (literal.trim() === '') {
    // A field that is there whenever this one is has begun the address already.
    const own = within.get(index) ?? [];
    const begun = tagsIn(before).some(([other]) => within.get(other)?.every((section) => own.includes(section)));
    return begun ? pieceBehind('') : asAddress;
  }
  if (isDecided(literal)) return pieceBehind(literal);
  throw refusalAt(
    part,
    tag.start,
    `"${part.text.slice(tag.start, tag.end)}" may be a whole address, or follow what says its kind (https://…, mailto:, /), got "${literal.slice(0, 80)}" before it`,
  );
}
