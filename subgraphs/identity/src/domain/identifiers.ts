import { type Normalised, normaliseEmail, normaliseMobile } from '@ucp/kit/addresses';
import { limits } from './limits.ts';

/** What of an account's settings decides about identifiers. */
export interface IdentifierSettings {
  readonly defaultRegion: string;
  readonly blockedValues: ReadonlySet<string>;
  readonly sharedIdentifiers: ReadonlySet<string>;
}

/** Strongest first; kinds of later channels come behind. */
const priority = ['EXTERNAL_ID', 'EMAIL', 'MOBILE', 'ANONYMOUS_ID'];

/** Place in the order of strength: smaller is stronger. */
export function strengthOf(kind: string): number {
  const place = priority.indexOf(kind);
  return place < 0 ? priority.length : place;
}

/** How many identifiers of a kind one contact may have. */
export const limitOf = (kind: string): number => (kind === 'EXTERNAL_ID' ? 1 : 5);

/** Values that identify nobody, whatever the account: what systems write where they know nothing. */
const blockedWords: ReadonlySet<string> = new Set([
  '-1',
  'null',
  'none',
  'nil',
  'undefined',
  'anonymous',
  'guest',
  'id',
  'email',
  'distinct_id',
  'not_authenticated',
  'true',
  'false',
  'nan',
  '[object object]',
  'n/a',
]);

export function isBlocked(text: string, settings: IdentifierSettings): boolean {
  const plain = text
    .trim()
    .replace(/^(["'`])(.*)\1$/, '$2')
    .trim()
    .toLowerCase();
  return /^[0-]*$/.test(plain) || blockedWords.has(plain) || settings.blockedValues.has(plain);
}

export type Identified = Normalised | { readonly blocked: string };

/** An identifier as it is matched; or why it is none; or that its value identifies nobody. */
export function normaliseIdentifier(kind: string, text: string, settings: IdentifierSettings): Identified {
  if (isBlocked(text, settings))
    return { blocked: `The value "${text.slice(0, 100)}" identifies nobody and is blocked` };
  if (text.length > limits.identifier)
    return { refused: `An identifier has at most ${limits.identifier} characters, got ${text.length}` };
  const normalised = normalisedBy(kind, text, settings.defaultRegion);
  if ('value' in normalised && settings.blockedValues.has(normalised.value)) {
    return { blocked: `The value "${normalised.value}" is on the account's list of values that identify nobody` };
  }
  return normalised;
}

function normalisedBy(kind: string, text: string, region: string): Normalised {
  if (kind === 'EMAIL') return normaliseEmail(text);
  if (kind === 'MOBILE') return normaliseMobile(text, region);
  const given = text.trim();
  return { value: given, given };
}

/** Values of a list as they are matched: each is read as an email address, as a number, or as it stands. */
export function matchedForms(text: string, region: string): string[] {
  const forms = [normaliseEmail(text), normaliseMobile(text, region)].flatMap((form) =>
    'value' in form ? [form.value] : [],
  );
  return [...new Set([text.trim().toLowerCase(), ...forms])];
}
