import { type MergePart, markPattern, marks, namesOf, readTags } from '@ucp/channel/domain/merge-tags';
import { compileText, type MergeText, plainSpellings, plainText } from '@ucp/channel/domain/merge-text';
import { badInput } from '@ucp/kit/errors';
import { z } from 'zod';
import { type LinkPlace, readPlaces } from './html-places.ts';
import { partLimits } from './limits.ts';
import { textOfHtml } from './text-of-html.ts';

/** What a template of e-mail holds, with its tags. One of `html` and `text` is there at least. */
export interface EmailParts {
  readonly subject: string;
  readonly html: string | null;
  /** Null: made of the html. */
  readonly text: string | null;
  /** Whether opens and clicks of the html are noticed. */
  readonly track: boolean;
}

/** Links of its own in each message, named as fields. */
export const linkFields = { unsubscribeUrl: 'unsubscribeUrl', preferencesUrl: 'preferencesUrl' } as const;

/** Parts that are ready to be written, the same for every message. */
export interface CompiledEmail {
  readonly subject: MergeText;
  /** With marks about the addresses of links, and behind what it shows. */
  readonly html: MergeText | null;
  readonly text: MergeText;
}

const given = z.strictObject({
  subject: z.string(),
  html: z.string().nullish(),
  text: z.string().nullish(),
  track: z.boolean().nullish(),
});

/** @throws CodedError BAD_USER_INPUT that names the part, below `field` */
export function readEmailParts(input: Readonly<Record<string, unknown>>, field: readonly string[]): EmailParts {
  const read = given.safeParse(input);
  if (!read.success) {
    const [issue] = read.error.issues;
    const path = [...field, ...(issue?.path ?? []).map(String)];
    throw badInput(
      path,
      `An e-mail has the texts "subject", "html" and "text" and the switch "track": ${issue?.message}`,
    );
  }
  const parts: EmailParts = {
    subject: cleaned(read.data.subject),
    html: orNull(read.data.html),
    text: orNull(read.data.text),
    track: read.data.track ?? true,
  };
  for (const name of ['subject', 'html', 'text'] as const) {
    const length = parts[name]?.length ?? 0;
    if (length > partLimits[name])
      throw badInput([...field, name], `The part "${name}" has at most ${partLimits[name]} characters, got ${length}`);
  }
  if (parts.subject.trim() === '') throw badInput([...field, 'subject'], 'The part "subject" must not be empty');
  if (/[\p{Cc}\u2028\u2029]/u.test(parts.subject))
    throw badInput(
      [...field, 'subject'],
      'The part "subject" is one line, without line breaks and other control characters',
    );
  if (parts.html === null && parts.text === null)
    throw badInput([...field, 'html'], 'An e-mail needs the part "html", the part "text", or both');
  compileEmail(parts, field);
  return parts;
}

const cleaned = (text: string): string => text.replaceAll('\u0000', '').replace(markPattern, '').toWellFormed();
const orNull = (text: string | null | undefined): string | null => {
  const clean = cleaned(text ?? '');
  return clean.trim() === '' ? null : clean;
};

/** A line of a header: no value can end it or begin another. */
const oneLine = (value: string): string => value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

/** @throws CodedError BAD_USER_INPUT that names the part and the place in it */
export function compileEmail(parts: EmailParts, field: readonly string[] = []): CompiledEmail {
  const partOf = (name: 'subject' | 'html' | 'text', text: string): MergePart => ({
    name,
    field: [...field, name],
    text,
  });
  const subject = plainText(parts.subject, readTags(partOf('subject', parts.subject)), oneLine);
  const text = parts.text === null ? null : readText(partOf('text', parts.text));
  if (parts.html === null) return { subject, html: null, text: text ?? plainText('', []) };
  const part = partOf('html', parts.html);
  const tags = readTags(part);
  const { spellings, links, end } = readPlaces(part, tags);
  const html = compileText(
    withMarks(part.text, links, end),
    spellings.map((spelling) => spelling.html),
  );
  if (text !== null) return { subject, html, text };
  const made = textOfHtml(part, tags, spellings, [...field, 'text']);
  return { subject, html, text: compileText(made.text, made.spellings) };
}

function readText(part: MergePart): MergeText {
  return compileText(part.text, plainSpellings(part.text, readTags(part)));
}

function withMarks(html: string, links: readonly LinkPlace[], end: number): string {
  const put = [
    ...links.flatMap(({ from, to, byField }) => [
      { at: from, mark: marks.linkStart + (byField ? marks.tagStart : '') },
      { at: to, mark: marks.linkEnd },
    ]),
    { at: end, mark: marks.end },
  ].sort((a, b) => a.at - b.at);
  let from = 0;
  let text = '';
  for (const { at, mark } of put) {
    text += html.slice(from, at) + mark;
    from = at;
  }
  return text + html.slice(from);
}

/** Fields of the contact that the parts merge, each once, by name. */
export function fieldsOfEmail({ subject, html, text }: EmailParts): readonly string[] {
  const tags = [subject, html ?? '', text ?? ''].flatMap((part) => readTags({ name: 'part', field: [], text: part }));
  return namesOf(tags).filter((name) => !Object.hasOwn(linkFields, name));
}
