import { type MergePart, type MergeTag, marks, readTags } from '@ucp/channel/domain/merge-tags';
import type { Spelling } from '@ucp/channel/domain/merge-text';
import { badInput } from '@ucp/kit/errors';
import { lazily } from '@ucp/kit/lazily';
import type * as HtmlToText from 'html-to-text';
import type { Spellings } from './html-spelling.ts';

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const htmlToText = lazily<typeof HtmlToText>(import.meta.url, 'html-to-text');
let compiled: ((html: string) => string) | undefined;
const convert = (html: string): string => {
  compiled ??= htmlToText().compile(conversion);
  return compiled(html);
};
const conversion: HtmlToText.HtmlToTextOptions = {
  wordwrap: false,
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true } },
    // Words for who sees no pictures, and no addresses of pictures.
    { selector: 'img', options: { pathRewrite: () => '' } },
    // A heading may have somebody's name in it.
    ...headings.map((selector) => ({ selector, options: { uppercase: false } })),
  ],
};

/**
 * The text part that says what an html part says, still with its tags: made once, and not of each message.
 * @param spellings of the html's fields, in their order
 * @throws CodedError BAD_USER_INPUT below `field` where the sections of the html make no text
 */
export function textOfHtml(
  html: MergePart,
  tags: readonly MergeTag[],
  spellings: readonly Spellings[],
  field: readonly string[],
): { readonly text: string; readonly spellings: readonly Spelling[] } {
  const spellingOf = new Map<number, Spelling>();
  let marked = '';
  let from = 0;
  tags.forEach(({ kind, start, end }, i) => {
    if (kind === 'FIELD') spellingOf.set(i, spellings[spellingOf.size]?.text ?? ((value) => value));
    marked += html.text.slice(from, start) + (kind === 'COMMENT' ? '' : `${marks.tagStart}${i}${marks.tagEnd}`);
    from = end;
  });
  const used: Spelling[] = [];
  const text = convert(marked + html.text.slice(from)).replace(tagMark, (_mark, number: string) => {
    const tag = tags[Number(number)];
    const spelling = spellingOf.get(Number(number));
    if (spelling !== undefined) used.push(spelling);
    return tag === undefined ? '' : html.text.slice(tag.start, tag.end);
  });
  try {
    readTags({ name: 'text', field, text });
  } catch {
    throw badInput(
      field,
      'No text part can be made of this html, as its sections begin and end in different places: give "text" as well',
    );
  }
  return { text, spellings: used };
}

const tagMark = new RegExp(`${marks.tagStart}(\\d+)${marks.tagEnd}`, 'g');
