import { badInput } from '@ucp/kit/errors';
import { secondOf } from '@ucp/kit/moments';
import { foldOf } from './field-predicate.ts';
import { isInRange, type MomentWindow, type NumberRange, secondsIn } from './number-range.ts';
import type { AcquisitionKind } from './record.ts';

type Given<Value> = Value | null | undefined;

/** A label that the contact has, among those it is shown with. */
export const tagHolds = ({ equals }: { readonly equals: string }, tags: readonly string[]): boolean =>
  tags.includes(equals.trim());

export interface IdentifierPredicate {
  readonly kind: string;
  readonly verified?: Given<boolean>;
}

export interface HeldIdentifier {
  readonly kind: string;
  readonly verified: boolean;
}

export const identifierHolds = (
  { kind, verified }: IdentifierPredicate,
  identifiers: readonly HeldIdentifier[],
): boolean => identifiers.some((identifier) => identifier.kind === kind && (verified !== true || identifier.verified));

/**
 * Seconds since 1970 in which a contact was known first.
 * @param now the moment asked
 * @param path where the condition stands in what was asked
 * @throws CodedError BAD_USER_INPUT
 */
export function createdCondition(window: MomentWindow, now: Date, path: readonly string[]): NumberRange {
  if (!window.after && !window.before && !window.within)
    throw badInput(path, '"created" takes "after", "before" or "within", got none');
  return secondsIn(window, now);
}

export interface AcquisitionPredicate {
  readonly kind?: Given<AcquisitionKind>;
  readonly detail?: Given<{ readonly equals?: Given<string>; readonly contains?: Given<string> }>;
  readonly after?: Given<Date>;
  readonly before?: Given<Date>;
}

/** By which way a contact came, and what is known of it. */
export interface AcquisitionWay {
  readonly kind: AcquisitionKind;
  readonly detail: string | null;
}

export function wayHolds({ kind, detail }: AcquisitionPredicate, way: AcquisitionWay): boolean {
  if (kind && way.kind !== kind) return false;
  if (!detail) return true;
  if (way.detail === null) return false;
  const folded = foldOf(way.detail);
  return (
    (typeof detail.equals !== 'string' || folded === foldOf(detail.equals)) &&
    (typeof detail.contains !== 'string' || folded.includes(foldOf(detail.contains)))
  );
}

export const acquisitionHolds = (
  predicate: AcquisitionPredicate,
  seconds: NumberRange,
  acquisition: (AcquisitionWay & { readonly at: Date }) | null,
): boolean => acquisition !== null && wayHolds(predicate, acquisition) && isInRange(seconds, secondOf(acquisition.at));
