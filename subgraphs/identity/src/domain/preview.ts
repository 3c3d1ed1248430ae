import { strengthOf } from './identifiers.ts';
import { fieldStatesOf, mergedField } from './merged-view.ts';
import { oldest } from './merging.ts';
import type { FieldState, Neighbourhood } from './neighbourhood.ts';
import { contactOf, type IdentifierState, identifiersOf, membersOf } from './neighbourhood.ts';
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
  const survivorNo = oldest(rootNos.map((rootNo) => contactOf(place, rootNo))).contactNo;
  const members = rootNos.flatMap((rootNo) => membersOf(place, rootNo));
  const fields = [...place.fields.values()].flatMap(({ key, fieldNo }) => {
    const kept = mergedField(fieldStatesOf(members, fieldNo), survivorNo);
    const shown = rootNos.flatMap(
      (rootNo) => mergedField(fieldStatesOf(membersOf(place, rootNo), fieldNo), rootNo) ?? [],
    );
    const dropped = shown.filter((state) => JSON.stringify(state.value) !== JSON.stringify(kept?.value));
    return dropped.length === 0 ? [] : [{ key, kept, dropped }];
  });
  const identifiers = identifiersOf(place, rootNos).sort(
    (a, b) =>
      strengthOf(a.kind) - strengthOf(b.kind) ||
      a.firstSeenAt.getTime() - b.firstSeenAt.getTime() ||
      (a.value < b.value ? -1 : 1),
  );
  return { survivorNo, fields, refusals, identifiers };
}
