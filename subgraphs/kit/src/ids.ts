import { decode, encode } from './id-code.ts';

/**
 * Public ids are names, not secrets: a reversible encoding of (account, number), the same in every part,
 * so that nobody needs a look-up between the two. Access is checked by the caller's account, always.
 */

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
export const accountAndNoOf = decode;

function numberOf(account: number, code: string): number | null {
  const decoded = accountAndNoOf(code);
  return decoded !== null && decoded.account === account ? decoded.no : null;
}
