import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** An address as it is matched (`value`) and as it was written (`given`), or a sentence that says why it is none. */
export type Normalised = { readonly value: string; readonly given: string } | { readonly refused: string };

/** Longest address that mail carries (RFC 5321, 4.5.3.1.3). */
const emailLimit = 254;
const email = /^[^\s\p{Cc}@<>(),;:"[\]\\]+@[^\s\p{Cc}@.<>(),;:"[\]\\]+(\.[^\s\p{Cc}@.<>(),;:"[\]\\]+)+$/u;
const shown = (text: string): string => `"${text.slice(0, 100)}"`;

/** Matched trimmed and in lower case; no folding of dots or plus signs, as those can be different people. */
export function normaliseEmail(text: string): Normalised {
  const given = text.trim();
  if (given.length > emailLimit)
    return { refused: `An email address has at most ${emailLimit} characters, got ${given.length}` };
  if (!email.test(given)) return { refused: `An email address looks like name@example.com, got ${shown(given)}` };
  return { value: given.toLowerCase(), given };
}

/**
 * Matched as E.164, for example `+15125550123`.
 * @param region where a number without a country code is, ISO 3166, for example `US`; null: a number without one is refused
 */
export function normaliseMobile(text: string, region: string | null): Normalised {
  const given = text.trim();
  const country: CountryCode | undefined = region !== null && isSupportedCountry(region) ? region : undefined;
  const number = parsePhoneNumberFromString(given.slice(0, 50), {
    ...(country === undefined ? {} : { defaultCountry: country }),
    extract: false,
  });
  // Validity is the test, not the type: +1 500 numbers are "personal" and are texted all the same.
  if (number === undefined || !number.isValid()) {
    const national = region === null ? '' : `, or valid in ${region}`;
    return { refused: `A mobile number is international, as +15125550123${national}, got ${shown(given)}` };
  }
  return { value: number.number, given };
}
