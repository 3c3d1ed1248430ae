import { type MergePart, markPattern, marks, namesOf, readTags } from '@ucp/channel/domain/merge-tags';
import { compileText, type MergeText, plainSpellings, type Spelling } from '@ucp/channel/domain/merge-text';
import type { ContentKind, ShortLink, Writing } from '@ucp/channel/outgoing';
import { badInput } from '@ucp/kit/errors';
import { createPreferenceLinks } from '@ucp/kit/preference-links';
import type { Secret } from '@ucp/kit/secret';
import { z } from 'zod';
import { type Encoding, segmentsOf } from '../domain/segments.ts';
import { codeLength, createShortCodes, linkLimit } from './short-codes.ts';

/** What a template of SMS holds, with its tags. */
export interface SmsParts {
  readonly body: string;
  /** Whether the links of the text are shortened, and clicks on them noticed. */
  readonly track: boolean;
}

/** An SMS as it is handed to a provider, which adds the sender. */
export interface SmsContent {
  readonly body: string;
  readonly encoding: Encoding;
  /** Messages it is sent as, and paid for. */
  readonly segments: number;
}

/** Most characters of a template, and messages that one text may be sent as. */
export const smsLimits = { body: 4_000, segments: 10 } as const;

const given = z.strictObject({ body: z.string(), track: z.boolean().nullish() });
const preferencesUrl = 'preferencesUrl';

/** How SMS are written. @param secret makes the codes of their links */
export function createSmsContents(secret: Secret): ContentKind<SmsParts, SmsContent> {
  const codeOf = createShortCodes(secret);
  const { preferencesPath } = createPreferenceLinks(secret);
  const compiled = new WeakMap<SmsParts, MergeText>();
  const compiledOf = (parts: SmsParts): MergeText => {
    const known = compiled.get(parts) ?? compileBody({ name: 'body', field: [], text: parts.body });
    compiled.set(parts, known);
    return known;
  };
  return {
    readParts: readSmsParts,
    fieldsOf: ({ body }) =>
      namesOf(readTags({ name: 'body', field: [], text: body })).filter((name) => name !== preferencesUrl),
    write: (parts, whenMissing, writing) => {
      const missing = new Set<string>();
      const { account, addressNo, publicUrl, at } = writing;
      const own = publicUrl + preferencesPath(account, { channel: 'SMS', addressNo }, at);
      const text = compiledOf(parts).write(
        { ...writing.view, [preferencesUrl]: own },
        (name) => void missing.add(name),
      );
      if (whenMissing === 'FAIL' && missing.size > 0) return { missing: [...missing].sort() };
      const links: ShortLink[] = [];
      const body = parts.track ? shortened(text, writing, codeOf, links) : text.replace(markPattern, '');
      const refusal = refusalOf(body);
      return refusal === null ? { content: { body, ...segmentsOf(body) }, links } : { refused: refusal };
    },
    detailsOf: ({ body, encoding, segments }) => ({ body, encoding, segments }),
  };
}

/** @throws CodedError BAD_USER_INPUT that names the part, below `field` */
function readSmsParts(input: Readonly<Record<string, unknown>>, field: readonly string[]): SmsParts {
  const read = given.safeParse(input);
  if (!read.success) {
    const [issue] = read.error.issues;
    const path = [...field, ...(issue?.path ?? []).map(String)];
    throw badInput(path, `An SMS has the text "body" and the switch "track": ${issue?.message}`);
  }
  const body = oneBreak(read.data.body).replace(markPattern, '').toWellFormed();
  const part: MergePart = { name: 'body', field: [...field, 'body'], text: body };
  if (body.trim() === '') throw badInput(part.field, 'The part "body" must not be empty');
  if (body.length > smsLimits.body)
    throw badInput(part.field, `The part "body" has at most ${smsLimits.body} characters, got ${body.length}`);
  const track = read.data.track ?? true;
  const fixed = compileBody(part).write({}, () => {});
  // As long as a link will be, as far as that is known: where we are reached is told when a message is written.
  const asSent = track ? fixed.replace(linkPattern, `https://example.com/s/${'x'.repeat(codeLength)}`) : fixed;
  const { segments } = segmentsOf(asSent.replace(markPattern, ''));
  if (segments > smsLimits.segments)
    throw badInput(
      part.field,
      `The part "body" is at most ${smsLimits.segments} messages long, got ${segments} without any field`,
    );
  return { body, track };
}

/** One kind of line break, no other control characters. */
const oneBreak = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, '');

function compileBody(part: MergePart): MergeText {
  const tags = readTags(part);
  const spellings = plainSpellings(part.text, tags).map(
    (spelling): Spelling =>
      (value) =>
        spelling(oneBreak(value)),
  );
  let marked = '';
  let from = 0;
  // Links that begin in the text itself: one out of a field is nobody's to send people to by our name.
  for (const { start, end } of [...tags, { start: part.text.length, end: part.text.length }]) {
    marked += part.text.slice(from, start).replace(/https?:\/\//gi, (scheme) => marks.linkStart + scheme);
    marked += part.text.slice(start, end);
    from = end;
  }
  return compileText(marked, spellings);
}

const linkPattern = new RegExp(`${marks.linkStart}(https?://[^\\s${marks.linkStart}]+)`, 'gi');
/** Signs behind a link that belong to the sentence. */
const sentenceEnd = /[.,;:!?'"»”’)\]}>…]+$/;

function shortened(
  text: string,
  { messageNo, publicUrl }: Writing,
  codeOf: (messageNo: number, link: number) => string,
  links: ShortLink[],
): string {
  const replaced = text.replace(linkPattern, (_marked, written: string) => {
    const [end = ''] = sentenceEnd.exec(written) ?? [];
    const url = written.slice(0, written.length - end.length);
    if (links.length === linkLimit || !URL.canParse(url)) return written;
    const code = codeOf(messageNo, links.length);
    links.push({ code, url });
    return `${publicUrl}/s/${code}${end}`;
  });
  return replaced.replace(markPattern, '');
}

function refusalOf(body: string): string | null {
  if (body.trim() === '') return 'The text is empty, as its fields are missing';
  const { encoding, segments } = segmentsOf(body);
  return segments <= smsLimits.segments
    ? null
    : `With these fields the text is ${segments} messages long in ${encoding}; at most ${smsLimits.segments} are sent`;
}
