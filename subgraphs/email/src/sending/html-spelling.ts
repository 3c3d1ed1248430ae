import { encoded, httpAddress, plain, type Spelling } from '@ucp/channel/domain/merge-text';

/** How the value of a field is written in the html, and in a text that is made of it. */
export interface Spellings {
  readonly html: Spelling;
  readonly text: Spelling;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Inert between elements and between quotation marks of either kind. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

export const asText: Spellings = { html: escaped, text: plain };
/** Begins an address, and is one by itself. */
export const asAddress: Spellings = {
  html: (value) => {
    const address = httpAddress(value);
    return address === null ? null : escaped(address);
  },
  text: httpAddress,
};
/** Goes on with an address. */
export const asPiece: Spellings = { html: (value) => escaped(encodeURIComponent(value)), text: encoded };
/** Goes on with a number that is called or texted, where a plus sign is one of its own. */
const keepingPlus: Spelling = (value) => encodeURIComponent(value).replaceAll('%2B', '+');
export const asNumber: Spellings = { html: (value) => escaped(keepingPlus(value) ?? ''), text: keepingPlus };

/** Attributes that hold an address. */
const addressAttributes: ReadonlySet<string> = new Set([
  'action',
  'background',
  'cite',
  'data',
  'formaction',
  'href',
  'longdesc',
  'poster',
  'src',
]);
/** Attributes whose value is a language of its own, in which an escaped text is not inert. */
const languages = /^(on.*|style|srcset|srcdoc|ping|xlink:href)$/;

export const holdsAddress = (attribute: string): boolean => addressAttributes.has(attribute);
export const isLanguage = (attribute: string): boolean => languages.test(attribute);

/** Whether what stands before a field in an address says already what kind of address it is. */
export const isDecided = (before: string): boolean => /[:/?#]/.test(before);

/** Whether an address runs something; browsers pass over spaces and control characters in it. */
export const runs = (address: string): boolean => /^(javascript|vbscript):/i.test(address.replace(/[\p{Cc}\s]/gu, ''));

/** How a field that stands behind `before` in an address is written. */
export const pieceBehind = (before: string): Spellings => (/^\s*(tel|sms):/i.test(before) ? asNumber : asPiece);
