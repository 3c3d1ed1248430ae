import type { Problem } from './edit.ts';
import { limitOf, normaliseIdentifier, strengthOf } from './identifiers.ts';
import { contactOf, type IdentifierState, identifierKey, type Neighbourhood } from './neighbourhood.ts';
import type { ContactRecord } from './record.ts';

/** An identifier of a record, as it is matched and as it was given. */
export interface Carried {
  readonly kind: string;
  readonly value: string;
  readonly given: string;
}

/** A blocked value that a contact has since before it was blocked. */
export interface Blocked {
  readonly kind: string;
  readonly holder: number;
}

export interface Read {
  /** The record's identifiers as they are matched, strongest first, each once. */
  readonly carried: readonly Carried[];
  readonly blocked: readonly Blocked[];
}

/**
 * What a record's identifiers are. A blocked value is a mistake of whoever sends it; but where a contact has it since before it
 * was blocked, and the rest of the record names another contact, it is a merge that is refused.
 */
export function carriedBy(place: Neighbourhood, record: ContactRecord): Read | Problem {
  if (record.contactNo !== undefined && !place.contacts.has(record.contactNo)) {
    return { code: 'NOT_FOUND', field: ['input', 'identifiers'], message: 'The account has no contact of this id' };
  }
  const carried = new Map<string, Carried>();
  const blocked: (Blocked & { readonly problem: Problem })[] = [];
  for (const { kind, given, path } of record.identifiers) {
    const identifier = normaliseIdentifier(kind, given, place.settings);
    if ('refused' in identifier) return { code: 'BAD_USER_INPUT', field: path, message: identifier.refused };
    if ('blocked' in identifier) {
      const problem: Problem = { code: 'BAD_USER_INPUT', field: path, message: identifier.blocked };
      const holder = place.identifiers.get(identifierKey(kind, identifier.matched ?? ''))?.contactNo;
      if (holder === undefined) return problem;
      blocked.push({ kind, holder, problem });
      continue;
    }
    const key = identifierKey(kind, identifier.value);
    if (!carried.has(key)) carried.set(key, { kind, ...identifier });
  }
  const strongestFirst = [...carried.values()].sort(
    (a, b) => strengthOf(a.kind, place.settings.priority) - strengthOf(b.kind, place.settings.priority),
  );
  const roots = blocked.length === 0 ? [] : rootsOf(place, strongestFirst, record.contactNo);
  const mistaken = blocked.find(({ holder }) => roots.length === 0 || roots.includes(rootOf(place, holder)));
  if (mistaken !== undefined) return mistaken.problem;
  if (carried.size === 0 && record.contactNo === undefined) {
    return {
      code: 'BAD_USER_INPUT',
      field: ['input', 'identifiers'],
      message: 'A contact needs at least one identifier, got none',
    };
  }
  return tooMany(place, strongestFirst) ?? { carried: strongestFirst, blocked };
}

/** A record that by itself is beyond a limit tells of no one person, unless it repeats what one contact has already. */
function tooMany(place: Neighbourhood, carried: readonly Carried[]): Problem | null {
  const { settings } = place;
  if (carried.length < 2) return null;
  for (const kind of new Set(carried.map((each) => each.kind))) {
    const ofKind = carried.filter((each) => each.kind === kind);
    const [count, limit] = [ofKind.length, limitOf(kind, settings.limits)];
    const homes = new Set(ofKind.map((each) => known(place, each)?.contactNo));
    if (count <= limit || (homes.size === 1 && !homes.has(undefined))) continue;
    return {
      code: 'BAD_USER_INPUT',
      field: ['input', 'identifiers'],
      message: `A contact has at most ${limit} of the kind ${kind}, the record has ${count}`,
    };
  }
  return null;
}

export const rootOf = (place: Neighbourhood, contactNo: number): number => contactOf(place, contactNo).rootNo;

export const known = (place: Neighbourhood, { kind, value }: Carried): IdentifierState | undefined =>
  place.identifiers.get(identifierKey(kind, value));

/** The original contacts that a record names, strongest first. */
export const originalsOf = (
  place: Neighbourhood,
  carried: readonly Carried[],
  contactNo: number | undefined,
): number[] =>
  [contactNo, ...carried.map((each) => known(place, each)?.contactNo)].filter((original) => original !== undefined);

export const rootsOf = (place: Neighbourhood, carried: readonly Carried[], contactNo: number | undefined): number[] => [
  ...new Set(originalsOf(place, carried, contactNo).map((original) => contactOf(place, original).rootNo)),
];
