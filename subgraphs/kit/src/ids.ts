import Sqids, { defaultOptions } from 'sqids';

/**
 * Public ids are names, not secrets: a reversible encoding of (account, number), the same in every part,
 * so that nobody needs a look-up between the two. Access is checked by the caller's account, always.
 */
const spelling = { alphabet: 'k3G7QAe51FCsPW92uEOyq4Bg6Sp8YzVTmnU0liwDdHXLajZrfxNhobJIRcMvKt', minLength: 10 };
const sqids = new Sqids(spelling);
/**
 * The library looks for each of some 500 rude words in every id, which takes 28 of 36 µs. One pattern tells that there is none, and only an id
 * that may have one is left to the library.
 */
const plain = new Sqids({ ...spelling, blocklist: new Set() });
const anyWord = new RegExp([...defaultOptions.blocklist].filter(({ length }) => length > 3).join('|'), 'i');

/** What the library alone makes of (account, number). */
function encode(account: number, no: number): string {
  const id = plain.encode([account, no]);
  return anyWord.test(id) ? sqids.encode([account, no]) : id;
}

/** Id of a contact: no prefix, as it is the one people see most. */
export const contactId = (account: number, contactNo: number): string => encode(account, contactNo);

/** Number of the contact within the account, or null when the id is malformed or of another account. */
export function contactNoOf(account: number, id: string): number | null {
  return numberOf(account, id);
}

/** Id of anything else: a prefix that names the kind, for example `mrg_`, then the encoding. */
export const recordId = (prefix: string, account: number, no: number): string => `${prefix}_${encode(account, no)}`;

/** Number within the account of an id made by `recordId`, or null when it is malformed, of another kind or account. */
export function recordNoOf(prefix: string, account: number, id: string): number | null {
  return id.startsWith(`${prefix}_`) ? numberOf(account, id.slice(prefix.length + 1)) : null;
}

/** Account and number of an encoding whose account is not known yet, as in a webhook's path. Null when malformed. */
export function accountAndNoOf(code: string): { account: number; no: number } | null {
  const [account, no, ...rest] = sqids.decode(code);
  if (account === undefined || no === undefined || rest.length > 0) return null;
  if (encode(account, no) !== code) return null;
  return { account, no };
}

function numberOf(account: number, code: string): number | null {
  const decoded = accountAndNoOf(code);
  return decoded !== null && decoded.account === account ? decoded.no : null;
}
