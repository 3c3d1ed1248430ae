import type { ChannelSettings } from '@ucp/channel/domain/settings';

export type Keyword = 'STOP' | 'START' | 'HELP';

/** Words that an account may add to and never take from. Source: CTIA Messaging Principles; FCC 47 CFR 64.1200(a)(10). */
const stop = [
  'STOP',
  'STOPALL',
  'STOP ALL',
  'UNSUBSCRIBE',
  'CANCEL',
  'END',
  'QUIT',
  'REVOKE',
  'OPTOUT',
  'OPT OUT',
  'OPT-OUT',
  'REMOVE',
  'ARRET',
];
const start = ['START', 'UNSTOP'];
const help = ['HELP', 'INFO'];

const builtIn: ReadonlyMap<string, Keyword> = new Map([
  ...stop.map((word) => [word, 'STOP'] as const),
  ...start.map((word) => [word, 'START'] as const),
  ...help.map((word) => [word, 'HELP'] as const),
]);
const confirm = 'YES';

/**
 * The whole message in capitals, trimmed, without surrounding punctuation, accents and characters that cannot be seen, with
 * one sign for all dashes: as words are compared.
 */
export const plainWord = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '')
    .replace(/\s+/g, ' ')
    .toUpperCase();

/** Whether a word has a meaning on every account, which no account may change. */
export const isBuiltIn = (word: string): boolean => builtIn.has(word) || word === confirm;

/** What a message means that consists of a word of ours or of the account's. */
export type Meaning =
  | { readonly kind: Keyword }
  /** The person wants to hear of a topic, or no longer does. */
  | { readonly kind: 'JOIN' | 'STOP_TOPIC'; readonly topic: string }
  /** YES: what is asked is confirmed, or an opt-out taken back. */
  | { readonly kind: 'YES' };

type Words = Pick<ChannelSettings, 'stopWords' | 'startWords' | 'helpWords' | 'joinWords'>;

/**
 * What a message means as a key word, or null when it is a message like any other. Built-in words go before the account's own.
 * @param topics keys of the account's topics: a word that stops and a topic behind it, as in STOP DEALS, stops that topic
 */
export function meaningOf(text: string, words: Words, topics: readonly string[]): Meaning | null {
  const word = plainWord(text);
  if (word === confirm) return { kind: 'YES' };
  const space = word.indexOf(' ');
  // Who begins with a word that stops everywhere asks for nothing, whatever the account made of the rest.
  const stops = space > 0 && builtIn.get(word.slice(0, space)) === 'STOP';
  const keyword = keywordOf(word, words);
  if (keyword !== null && !(stops && keyword === 'START')) return { kind: keyword };
  const joined = stops ? null : topicOfWord(word, words);
  if (joined !== null) return { kind: 'JOIN', topic: joined };
  if (space < 0 || keywordOf(word.slice(0, space), words) !== 'STOP') return null;
  const behind = word.slice(space + 1);
  const topic = topicOfWord(behind, words) ?? topics.find((key) => spaced(plainWord(key)) === spaced(behind)) ?? null;
  return topic === null ? null : { kind: 'STOP_TOPIC', topic };
}

/** Dashes of keys are spaces to people. */
const spaced = (word: string): string => word.replaceAll('-', ' ');

function keywordOf(word: string, { stopWords, startWords, helpWords }: Words): Keyword | null {
  const known = builtIn.get(word);
  if (known !== undefined) return known;
  if (stopWords.includes(word)) return 'STOP';
  if (startWords.includes(word)) return 'START';
  return helpWords.includes(word) ? 'HELP' : null;
}

const topicOfWord = (word: string, { joinWords }: Words): string | null =>
  joinWords.find((join) => join.word === word)?.topic ?? null;

/** In plain words: small letters and digits with single spaces between them. */
const revocations = [
  '^(please |pls |just )?(stop|quit)( (please|pls|now|it|this|that|stop|already|everything|thanks))*$',
  '\\b(stop|quit|cease) ((all|any|the|these|those|this|that|your) ){0,2}(text|texts|texting|messag\\w*|msgs?|sms|sending|contacting|spam\\w*)\\b',
  '\\b(do not|dont|never) (text|message|contact|send) (me|us|this|any|anything|anymore|again)\\b',
  '\\b(remove me|take me off|be removed|opt me out|leave me alone|opt out|unsubscribe)\\b',
  '\\bremove (my|this) (number|phone|name)\\b',
  '\\bcancel (my|the|this) subscription\\b',
  '\\bno more (texts|messages)\\b',
];
const revocation = new RegExp(revocations.join('|'));

/** Whether free text reads like a revocation of consent ("please stop texting me"): any reasonable way counts. */
export const readsLikeRevocation = (text: string): boolean =>
  revocation.test(
    text
      .slice(0, 2_000)
      .normalize('NFKD')
      .replace(/[\p{M}\p{Cf}'’‘`´]/gu, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .toLowerCase(),
  );
