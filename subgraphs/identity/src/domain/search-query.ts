import { normaliseMobile } from '@ucp/kit/addresses';
import { badInput } from '@ucp/kit/errors';
import type { FieldDefinition } from './fields.ts';
import { limits } from './limits.ts';

/**
 * One way in which a word may be found. PART: anywhere in a value. START and WORD: where a value begins, or a word of it behind
 * a space. SIMILAR: a value that is spelled much alike.
 */
export interface Probe {
  /** Which word of the search, from 0. */
  readonly place: number;
  readonly how: 'PART' | 'START' | 'WORD' | 'SIMILAR';
  readonly text: string;
  readonly identifiers: boolean;
  /** Only identifiers of this kind; null: of any. */
  readonly kind: string | null;
  /** Numbers of the fields to look in. */
  readonly fields: readonly number[];
  readonly tags: boolean;
}

/** Every word must be found by one of its probes. */
export interface SearchQuery {
  readonly words: number;
  readonly probes: readonly Probe[];
}

type Where = Pick<Probe, 'identifiers' | 'kind' | 'fields' | 'tags'>;

const nowhere: Where = { identifiers: false, kind: null, fields: [], tags: false };
const nameKeys: readonly string[] = ['first_name', 'last_name'];
/** What may stand before a colon, beside the key of a field. */
const kinds: ReadonlyMap<string, string> = new Map([
  ['email', 'EMAIL'],
  ['mobile', 'MOBILE'],
  ['external_id', 'EXTERNAL_ID'],
  ['anonymous_id', 'ANONYMOUS_ID'],
]);
const token = /(?:(?<before>\w+):)?(?:"(?<quoted>[^"]*)"|(?<plain>\S+))/gu;

/** Control characters and halves of characters, which no stored text has. */
const unstorable = /[\p{Cc}\p{Cs}]/gu;

interface Word {
  readonly before: string | null;
  readonly text: string;
  readonly quoted: boolean;
}

/**
 * What a search asks. Words are parted by spaces; quotes keep some together. Null when it has no word at all.
 * @throws CodedError BAD_USER_INPUT
 */
export function parseSearch(
  search: string,
  definitions: readonly FieldDefinition[],
  region: string,
): SearchQuery | null {
  if (search.length > limits.search)
    throw badInput(['search'], `"search" has at most ${limits.search} characters, got ${search.length}`);
  const found = [...search.replace(unstorable, ' ').matchAll(token)].map(({ 0: whole, groups = {} }): Word => {
    const { before, quoted, plain } = groups;
    if (before === undefined) return { before: null, text: quoted ?? plain ?? '', quoted: quoted !== undefined };
    return isBefore(before, definitions)
      ? { before: before.toLowerCase(), text: quoted ?? plain ?? '', quoted: quoted !== undefined }
      : { before: null, text: whole.replaceAll('"', ''), quoted: quoted !== undefined };
  });
  const words = joinNumbers(found.filter(({ text }) => text.trim() !== ''));
  if (words.length === 0) return null;
  if (words.length > limits.searchWords)
    throw badInput(['search'], `"search" has at most ${limits.searchWords} words, got ${words.length}`);
  return { words: words.length, probes: words.flatMap((word, place) => probesOf(word, place, definitions, region)) };
}

const isBefore = (before: string, definitions: readonly FieldDefinition[]): boolean => {
  const key = before.toLowerCase();
  return key === 'name' || key === 'tag' || kinds.has(key) || definitions.some((field) => field.key === key);
};

const digitsOf = (text: string): string => text.replace(/\D/g, '');
const isNumber = ({ before, text, quoted }: Word): boolean =>
  before === null && !quoted && /^[+(\d][\d().\-/+]*$/.test(text) && digitsOf(text) !== '';

/** Words that together are the digits of a number are one: its spaces do not part it. */
function joinNumbers(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (let i = 0; i < words.length; ) {
    const end = words.findIndex((word, j) => j >= i && !isNumber(word));
    const run = words.slice(i, end < 0 ? words.length : end);
    const text = run.map((word) => word.text).join(' ');
    const [word] = words.slice(i);
    if (run.length > 1 && digitsOf(text).length >= limits.searchNumber) {
      joined.push({ before: null, text, quoted: false });
      i += run.length;
    } else if (word !== undefined) {
      joined.push(word);
      i += 1;
    }
  }
  return joined;
}

function probesOf(word: Word, place: number, definitions: readonly FieldDefinition[], region: string): Probe[] {
  const where = whereOf(word.before, definitions);
  const text = word.text.trim();
  const names = definitions.filter(({ key }) => nameKeys.includes(key)).map(({ fieldNo }) => fieldNo);
  const similar = where.fields.filter((fieldNo) => names.includes(fieldNo));
  const numbers =
    where.identifiers && (where.kind ?? 'MOBILE') === 'MOBILE' && /^[\d\s().\-/+]+$/.test(text)
      ? digitForms(text, region)
      : [];
  return [
    // What has no letter and no digit is in no index, and is found nowhere.
    ...(/[\p{L}\p{N}]/u.test(text) ? waysOf(text).map((how) => ({ place, how, text, ...where })) : []),
    ...numbers.map((digits) => ({
      place,
      how: 'PART' as const,
      text: digits,
      ...nowhere,
      identifiers: true,
      kind: 'MOBILE',
    })),
    ...(similar.length > 0 && /^\p{L}{4,}$/u.test(text)
      ? [{ place, how: 'SIMILAR' as const, text, ...nowhere, fields: similar }]
      : []),
  ];
}

/** Trigrams find what has three letters in a row; fewer are found where a word begins. */
const waysOf = (text: string): readonly Probe['how'][] =>
  /[\p{L}\p{N}]{3}/u.test(text) ? ['PART'] : ['START', 'WORD'];

/** Digits as they are part of a number in E.164: those of the whole number; or as written, and without the prefix of a trunk. */
function digitForms(text: string, region: string): string[] {
  const number = normaliseMobile(text, region);
  if ('value' in number) return [digitsOf(number.value)];
  const digits = digitsOf(text);
  const bare = digits.replace(/^0+/, '');
  const forms = bare.length >= limits.searchNumber - 1 ? [digits, bare] : [digits];
  return [...new Set(forms)].filter((form) => form.length >= 3 && form !== text);
}

/** Where a word is looked for. @throws CodedError BAD_USER_INPUT for a field that is no text */
function whereOf(before: string | null, definitions: readonly FieldDefinition[]): Where {
  const texts = definitions.filter(({ type }) => type === 'TEXT' || type === 'CHOICE');
  if (before === null)
    return { identifiers: true, kind: null, fields: texts.map(({ fieldNo }) => fieldNo), tags: true };
  if (before === 'tag') return { ...nowhere, tags: true };
  const kind = kinds.get(before);
  if (kind !== undefined) return { ...nowhere, identifiers: true, kind };
  const keys = before === 'name' ? nameKeys : [before];
  const other = definitions.find(({ key, type }) => key === before && type !== 'TEXT' && type !== 'CHOICE');
  if (other !== undefined && before !== 'name') {
    throw badInput(
      ['search'],
      `"search" looks in fields of the types TEXT and CHOICE, and "${before}" is of the type ${other.type}: ask "audience"`,
    );
  }
  return { ...nowhere, fields: texts.filter(({ key }) => keys.includes(key)).map(({ fieldNo }) => fieldNo) };
}
