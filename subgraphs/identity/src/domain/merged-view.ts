import type { ContactState, FieldState } from './neighbourhood.ts';

/** A value that counts as none. */
const isEmpty = (state: FieldState): boolean => state.value === null || state.value === '';

/**
 * The value of a field over the contacts that are one: the most recent that is not empty. An edit made while merged goes to
 * the survivor, so a field the survivor emptied last stays empty.
 * @param rootNo the survivor
 */
export function mergedField(
  states: readonly { readonly contactNo: number; readonly state: FieldState }[],
  rootNo: number,
): FieldState | null {
  const byTime = [...states].sort(
    (a, b) =>
      b.state.updatedAt.getTime() - a.state.updatedAt.getTime() ||
      Number(b.contactNo === rootNo) - Number(a.contactNo === rootNo) ||
      a.contactNo - b.contactNo,
  );
  const [newest] = byTime;
  if (newest === undefined) return null;
  if (newest.contactNo === rootNo && isEmpty(newest.state)) return null;
  return byTime.find(({ state }) => !isEmpty(state))?.state ?? null;
}

/** Whether a tag is on the contacts that are one: the newest word of all holds; of words as new, the one that removes. */
export function mergedTag(states: readonly { readonly present: boolean; readonly at: Date }[]): boolean {
  const newest = Math.max(...states.map(({ at }) => at.getTime()));
  const last = states.filter(({ at }) => at.getTime() === newest);
  return last.length > 0 && last.every(({ present }) => present);
}

export const fieldStatesOf = (
  members: readonly ContactState[],
  fieldNo: number,
): { contactNo: number; state: FieldState }[] =>
  members.flatMap(({ contactNo, fields }) => {
    const state = fields.get(fieldNo);
    return state === undefined ? [] : [{ contactNo, state }];
  });
