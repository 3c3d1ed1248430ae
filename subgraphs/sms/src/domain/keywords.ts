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

const words: ReadonlyMap<string, Keyword> = new Map([
  ...stop.map((word) => [word, 'STOP'] as const),
  ...start.map((word) => [word, 'START'] as const),
  ...help.map((word) => [word, 'HELP'] as const),
]);

/** The whole message, trimmed, without surrounding punctuation, accents and regard to case. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '')
    .replace(/\s+/g, ' ')
    .toUpperCase();

/**
 * The key word a message consists of, or null. YES starts only while an opt-in is pending or the number is opted out.
 * @param optedOut whether the number is opted out or was asked to opt in
 */
export function keywordOf(text: string, optedOut: boolean): Keyword | null {
  const word = plain(text);
  if (word === 'YES') return optedOut ? 'START' : null;
  return words.get(word) ?? null;
}

const revocation =
  /\b(stop|quit|cease)\s+(text|texting|messag|sending|contacting|spamming)|\b(do not|don'?t|never)\s+(text|message|contact|send)|\b(remove|take)\s+me\b|\bunsubscribe\s+me\b|\bopt\s+me\s+out\b|\bleave\s+me\s+alone\b|\bno\s+more\s+(texts|messages)\b/i;

/** Whether free text reads like a revocation of consent ("please stop texting me"): any reasonable way counts. */
export const readsLikeRevocation = (text: string): boolean =>
  revocation.test(text.replace(/[’`]/g, "'").slice(0, 2_000));
