import type { FieldValue, MergeStrategy } from './fields.ts';
import type { ContactState, FieldState, TagState } from './neighbourhood.ts';
import { compareTimes } from './record-time.ts';

/** A value that counts as none. */
export const isEmptyValue = (value: FieldValue): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

const isEmpty = ({ value }: FieldState): boolean => isEmptyValue(value);

export interface OwnedState {
  readonly contactNo: number;
  readonly state: FieldState;
}

/**
 * The value of a field over the contacts that are one, by the field's strategy, out of the values that are not empty. An edit
 * made while merged goes to the survivor, so a field the survivor emptied last stays empty whatever the strategy.
 * @param rootNo the survivor
 */
export function mergedField(states: readonly OwnedState[], rootNo: number, strategy: MergeStrategy): FieldState | null {
  const [only, ...others] = states;
  if (only === undefined) return null;
  if (others.length === 0) return isEmpty(only.state) ? null : only.state;
  const newestFirst = [...states].sort(
    (a, b) =>
      compareTimes(timeOf(b.state), timeOf(a.state)) ||
      Number(b.contactNo === rootNo) - Number(a.contactNo === rootNo) ||
      a.contactNo - b.contactNo,
  );
  const [newest] = newestFirst;
  if (newest !== undefined && newest.contactNo === rootNo && isEmpty(newest.state)) return null;
  const filled = newestFirst.filter(({ state }) => !isEmpty(state));
  const values = filled.map(({ state }) => state);
  switch (strategy) {
    case 'MOST_RECENT':
      return values[0] ?? null;
    case 'OLDEST':
      return values.at(-1) ?? null;
    case 'SURVIVOR':
      return filled.find(({ contactNo }) => contactNo === rootNo)?.state ?? values[0] ?? null;
    case 'UNION':
      return unionOf(values);
    case 'MAX':
      return extremeOf(values, 1);
    case 'MIN':
      return extremeOf(values, -1);
  }
}

const timeOf = ({ updatedAt, place }: FieldState) => ({ at: updatedAt, place });

/** Everything that was chosen, in the order it was told, with the origin of the newest. */
function unionOf(newestFirst: readonly FieldState[]): FieldState | null {
  const [newest] = newestFirst;
  if (newest === undefined) return null;
  const chosen = [...newestFirst].reverse().flatMap(({ value }) => (Array.isArray(value) ? value : []));
  return { ...newest, value: [...new Set<string>(chosen)] };
}

/** Numbers as numbers; dates and moments, whose text sorts as they do, as text. Of equals the newest. */
function extremeOf(newestFirst: readonly FieldState[], sign: 1 | -1): FieldState | null {
  const isBeyond = (a: FieldValue, b: FieldValue): boolean =>
    (typeof a === 'number' && typeof b === 'number' && sign * (a - b) > 0) ||
    (typeof a === 'string' && typeof b === 'string' && (sign > 0 ? a > b : a < b));
  return newestFirst.reduce<FieldState | null>(
    (found, state) => (found === null || isBeyond(state.value, found.value) ? state : found),
    null,
  );
}

/** Whether a tag is on the contacts that are one: the newest word of all holds; of words as new, the one that removes. */
export function mergedTag(states: readonly TagState[]): boolean {
  const [first, ...others] = states;
  if (first === undefined) return false;
  const newest = others.reduce((a, b) => (compareTimes(b, a) > 0 ? b : a), first);
  return states.every((state) => state.present || compareTimes(state, newest) < 0);
}

export const fieldStatesOf = (members: readonly ContactState[], fieldNo: number): OwnedState[] =>
  members.flatMap(({ contactNo, fields }) => {
    const state = fields.get(fieldNo);
    return state === undefined ? [] : [{ contactNo, state }];
  });
