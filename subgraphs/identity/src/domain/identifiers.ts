import { type Normalised, normaliseEmail, normaliseMobile } from '@ucp/kit/addresses';
import { isKeepable, notKeepable } from './keepable.ts';
import { limits } from './limits.ts';

/** What of an account's settings decides about identifiers. */
export interface IdentifierSettings {
  readonly defaultRegion: string;
  readonly blockedValues: ReadonlySet<string>;
  readonly sharedIdentifiers: ReadonlySet<string>;
  /** Kinds, strongest first. */
  readonly priority: readonly string[];
  /** How many of a kind one contact may have, where the account says otherwise than the preset. */
  readonly limits: Readonly<Record<string, number>>;
}

/** Strongest first, where the account does not say otherwise. */
export const presetPriority: readonly string[] = ['EXTERNAL_ID', 'EMAIL', 'MOBILE', 'ANONYMOUS_ID'];

/** Place in the order of strength: smaller is stronger. Kinds the account does not rank, as of later channels, come behind. */
export function strengthOf(kind: string, priority: readonly string[]): number {
  const place = priority.indexOf(kind);
  return place < 0 ? priority.length : place;
}

/** How many identifiers of a kind one contact may have. The customer's own key is hard: two of them are two people. */
export const limitOf = (kind: string, set: Readonly<Record<string, number>>): number =>
  kind === 'EXTERNAL_ID' ? 1 : (set[kind] ?? limits.identifiersOfKind);

/** An anonymous id names a visitor; every other kind a person. */
export const namesPerson = (kind: string): boolean => kind !== 'ANONYMOUS_ID';

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

/** Settings of no account: what can be read without any, as an international number, is read the same under all. */
export const anyAccount: IdentifierSettings = {
  defaultRegion: '',
  blockedValues: new Set(),
  sharedIdentifiers: new Set(),
  priority: presetPriority,
  limits: {},
};

/** A text as lists of blocked values have it: without quotes and outer spaces, in lower case. */
export const plainOf = (text: string): string =>
  text
    .trim()
    .replace(/^(["'`])(.*)\1$/, '$2')
    .trim()
    .toLowerCase();

export function isBlocked(text: string, settings: IdentifierSettings): boolean {
  const plain = plainOf(text);
  return /^[0-]*$/.test(plain) || blockedWords.has(plain) || settings.blockedValues.has(plain);
}

/** A blocked value is told as it would be matched, where it can be: it may be on a contact since before it was blocked. */
export type Identified = Normalised | { readonly blocked: string; readonly matched: string | null };

/** An identifier as it is matched; or why it is none; or that its value identifies nobody. */
export function normaliseIdentifier(kind: string, text: string, settings: IdentifierSettings): Identified {
  if (!isKeepable(text)) return { refused: `An identifier ${notKeepable}` };
  if (isBlocked(text, settings)) {
    const matched = normalisedBy(kind, text, settings.defaultRegion);
    return {
      blocked: `The value "${text.slice(0, 100)}" identifies nobody and is blocked`,
      matched: 'value' in matched ? matched.value : null,
    };
  }
  if (text.length > limits.identifier)
    return { refused: `An identifier has at most ${limits.identifier} characters, got ${text.length}` };
  const normalised = normalisedBy(kind, text, settings.defaultRegion);
  if ('value' in normalised && settings.blockedValues.has(normalised.value)) {
    return {
      blocked: `The value "${normalised.value}" is on the account's list of values that identify nobody`,
      matched: normalised.value,
    };
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
