import type { ContactView } from './contact-view.ts';

type Given<Value> = Value | null | undefined;

/** How the value of a field must be; all that is given holds together. */
export interface FieldPredicate {
  readonly key: string;
  readonly equals?: unknown;
  readonly in?: Given<readonly unknown[]>;
  readonly greaterThan?: unknown;
  readonly lessThan?: unknown;
  readonly contains?: Given<string>;
  readonly exists?: Given<boolean>;
}

const isGiven = (value: unknown): boolean => value !== null && value !== undefined;

export function fieldHolds(predicate: FieldPredicate, view: ContactView): boolean {
  const value = view.customFields.find(({ key }) => key === predicate.key)?.value;
  if (isGiven(predicate.exists) && (value !== undefined) !== predicate.exists) return false;
  const asked = [predicate.equals, predicate.in, predicate.greaterThan, predicate.lessThan, predicate.contains].some(
    isGiven,
  );
  if (!asked) return isGiven(predicate.exists) || value !== undefined;
  if (value === undefined) return false;
  const values = typeof value === 'object' ? value : [value];
  const any = (test: (one: unknown) => boolean): boolean => values.some(test);
  if (isGiven(predicate.equals) && !any((one) => isEqual(one, predicate.equals))) return false;
  if (isGiven(predicate.in) && !any((one) => (predicate.in ?? []).some((wanted) => isEqual(one, wanted)))) return false;
  if (isGiven(predicate.greaterThan) && !any((one) => isLess(predicate.greaterThan, one))) return false;
  if (isGiven(predicate.lessThan) && !any((one) => isLess(one, predicate.lessThan))) return false;
  const part = predicate.contains?.toLowerCase();
  return part === undefined || any((one) => typeof one === 'string' && one.toLowerCase().includes(part));
}

/** Text without regard to case; else the same value of the same type. */
const isEqual = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : a === b;

/** Numbers as numbers; dates and moments, whose text sorts as they do, as text. */
const isLess = (a: unknown, b: unknown): boolean =>
  (typeof a === 'number' && typeof b === 'number' && a < b) ||
  (typeof a === 'string' && typeof b === 'string' && a < b);

export const tagHolds = ({ equals }: { readonly equals: string }, { tags }: ContactView): boolean =>
  tags.includes(equals.trim());

export const identifierHolds = (
  { kind, verified }: { readonly kind: string; readonly verified?: Given<boolean> },
  { identifiers }: ContactView,
): boolean => identifiers.some((identifier) => identifier.kind === kind && (verified !== true || identifier.verified));
