import Sqids, { defaultOptions } from 'sqids';

const spelling = { alphabet: 'k3G7QAe51FCsPW92uEOyq4Bg6Sp8YzVTmnU0liwDdHXLajZrfxNhobJIRcMvKt', minLength: 10 };
const sqids = new Sqids(spelling);
/** The library looks for each of some 500 rude words in every id. One pattern tells that there is none. */
const anyWord = new RegExp([...defaultOptions.blocklist].filter(({ length }) => length > 3).join('|'), 'i');

/** How an id that begins with one letter goes on. */
interface Page {
  readonly first: string;
  /** Digits of the first number, and what stands behind them. */
  readonly account: string;
  readonly gap: string;
  /** Digits of the second, and what stands behind them where the id is too short. */
  readonly no: string;
  readonly filling: string;
}

/** The library's own, by which it shuffles the alphabet anew for every number of every id: of two numbers there are 62 orders in all. */
function shuffled(alphabet: string): string {
  const letters = [...alphabet];
  const codeAt = (place: number): number => letters[place]?.charCodeAt(0) ?? 0;
  for (let i = 0, j = letters.length - 1; j > 0; i++, j--) {
    const other = (i * j + codeAt(i) + codeAt(j)) % letters.length;
    const [mine = '', its = ''] = [letters[i], letters[other]];
    letters[i] = its;
    letters[other] = mine;
  }
  return letters.join('');
}

const base = shuffled(spelling.alphabet);
const pages = Array.from(base, (first, offset): Page => {
  const turned = [...base.slice(offset), ...base.slice(0, offset)].reverse().join('');
  const second = shuffled(turned);
  const filling = `${second.charAt(0)}${shuffled(second)}`;
  return { first, account: turned.slice(1), gap: turned.charAt(0), no: second.slice(1), filling };
});
const pageOf = new Map(pages.map((page) => [page.first, page]));

function digitsOf(value: number, digits: string): string {
  let text = '';
  let rest = value;
  do {
    text = digits.charAt(rest % digits.length) + text;
    rest = Math.floor(rest / digits.length);
  } while (rest > 0);
  return text;
}

/** NaN where a letter is none of the digits. */
function numberIn(text: string, digits: string): number {
  let value = text === '' ? Number.NaN : 0;
  for (const letter of text) {
    const digit = digits.indexOf(letter);
    value = digit < 0 ? Number.NaN : value * digits.length + digit;
  }
  return value;
}

/**
 * What the library makes of (account, number), out of tables: by itself it takes 9 µs, which is most of what a list of contacts
 * costs. An id that may hold a rude word is left to it.
 */
export function encode(account: number, no: number): string {
  const code = (value: number): number => base.charCodeAt(value % base.length);
  const page = pages[(2 + code(account) + code(no) + 1) % base.length];
  if (page === undefined)
    throw new RangeError(`an id is of two whole numbers that are not negative, got ${account} and ${no}`);
  const id = `${page.first}${digitsOf(account, page.account)}${page.gap}${digitsOf(no, page.no)}`;
  const whole = id.length < spelling.minLength ? id + page.filling.slice(0, spelling.minLength - id.length) : id;
  return anyWord.test(whole) ? sqids.encode([account, no]) : whole;
}

/** Account and number of what `encode` made; null for anything else. */
export function decode(code: string): { account: number; no: number } | null {
  const page = pageOf.get(code.charAt(0));
  const gap = page === undefined ? -1 : code.indexOf(page.gap, 1);
  if (page === undefined || gap < 0) return null;
  const end = code.indexOf(page.filling.charAt(0), gap + 1);
  const account = numberIn(code.slice(1, gap), page.account);
  const no = numberIn(code.slice(gap + 1, end < 0 ? code.length : end), page.no);
  if (!Number.isSafeInteger(account) || !Number.isSafeInteger(no) || encode(account, no) !== code) return null;
  return { account, no };
}
