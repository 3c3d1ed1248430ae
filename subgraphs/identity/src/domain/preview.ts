import type { FieldValue } from './fields.ts';
import { strengthOf } from './identifiers.ts';
import { fieldStatesOf, mergedField } from './merged-view.ts';
import { survivorOf } from './merging.ts';
import {
  type FieldState,
  type IdentifierState,
  identifiersOf,
  membersOf,
  type Neighbourhood,
} from './neighbourhood.ts';
import { compareTimes } from './record-time.ts';
import type { Refusal } from './refusals.ts';

export interface MergePreview {
  readonly survivorNo: number;
  /** Fields on which the contacts differ, by key. */
  readonly fields: readonly {
    readonly key: string;
    readonly kept: FieldState | null;
    readonly dropped: readonly FieldState[];
  }[];
  readonly refusals: readonly Refusal[];
  readonly identifiers: readonly IdentifierState[];
}

/** What merging the contacts shown as `rootNos` would give. */
export function previewOf(
  place: Neighbourhood,
  rootNos: readonly number[],
  refusals: readonly Refusal[],
): MergePreview {
  const survivorNo = survivorOf(place, rootNos).contactNo;
  const members = rootNos.flatMap((rootNo) => membersOf(place, rootNo));
  const fields = [...place.fields.values()].flatMap(({ key, fieldNo, mergeStrategy }) => {
    const kept = mergedField(fieldStatesOf(members, fieldNo), survivorNo, mergeStrategy);
    const shown = rootNos.flatMap(
      (rootNo) => mergedField(fieldStatesOf(membersOf(place, rootNo), fieldNo), rootNo, mergeStrategy) ?? [],
    );
    const differing = shown.filter((state) => JSON.stringify(state.value) !== JSON.stringify(kept?.value));
    const dropped = differing.filter((state) => !isWithin(state.value, kept?.value ?? null));
    return differing.length === 0 ? [] : [{ key, kept, dropped }];
  });
  const { priority } = place.settings;
  const identifiers = identifiersOf(place, rootNos).sort(
    (a, b) =>
      strengthOf(a.kind, priority) - strengthOf(b.kind, priority) ||
      compareTimes(seenOf(a), seenOf(b)) ||
      (a.value < b.value ? -1 : 1),
  );
  return { survivorNo, fields, refusals, identifiers };
}

const seenOf = ({ firstSeenAt, place }: IdentifierState) => ({ at: firstSeenAt, place });

/** Choices that are all still shown, beside others. */
const isWithin = (value: FieldValue, kept: FieldValue): boolean =>
  Array.isArray(value) && Array.isArray(kept) && value.every((each) => kept.includes(each));
