import { maskedAddress } from './masked-address.ts';

/** Longest answer of a provider that is looked at, in characters; fewer are kept. */
const looked = 2_000;
/** Also one that was cut off at the end. */
const email = /[^\s<>()[\]"'`,;:=]+@[^\s<>()[\]"'`,;:]*/g;
/** In any of the spellings that people write numbers in. */
const number = /\+\d(?:[\s().-]{0,3}\d){6,14}/g;

/**
 * A provider's own words without the address they are about, or any other: a server that forwards names the address behind it too.
 * @param addresses the recipient's, as given and as matched
 */
export function maskedDetail(detail: string, addresses: readonly string[]): string {
  const own = addresses.filter((address) => address !== '').map(spellingsOf);
  return [...own, email, number].reduce(
    (text, pattern) => text.replace(pattern, (found) => (found.includes('…') ? found : maskedAddress(found))),
    detail.slice(0, looked),
  );
}

/** An address in a text: whatever its case, and of a number also without its country or with signs between its digits. */
function spellingsOf(address: string): RegExp {
  const digits = address.replace(/\D/g, '');
  const isNumber = /^[+\d\s().-]+$/.test(address) && digits.length > 7;
  if (!isNumber) return new RegExp(address.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), 'gi');
  const country = [...digits.slice(0, 3)].map((digit) => `(?:${digit}[\\s().-]{0,3})?`).join('');
  return new RegExp(`[+(]{0,2}${country}${[...digits.slice(3)].join('[\\s().-]{0,3}')}`, 'g');
}
