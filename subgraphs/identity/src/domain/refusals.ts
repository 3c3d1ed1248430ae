import { limitOf } from './identifiers.ts';
import { limits } from './limits.ts';
import { identifierKey, identifiersOf, type MergeRule, membersOf, type Neighbourhood } from './neighbourhood.ts';

export interface Refusal {
  readonly rule: MergeRule;
  readonly detail: string;
}

export interface CarriedIdentifier {
  readonly kind: string;
  readonly value: string;
}

/**
 * Rules that keep contacts apart, or a new identifier off a contact. Empty: nothing speaks against it.
 * A contact that is beyond a limit already, as one that was lowered since, only gets no more of the kind.
 * @param rootNos what the record's identifiers are known by; one of them is enough where only identifiers are added
 * @param carried identifiers of the record that led here; none for a merge by hand
 */
export function refusalsOf(
  place: Neighbourhood,
  rootNos: readonly number[],
  carried: readonly CarriedIdentifier[],
): Refusal[] {
  const known = identifiersOf(place, rootNos);
  const added = carried.filter(({ kind, value }) => !place.identifiers.has(identifierKey(kind, value)));
  if (rootNos.length === 1 && added.length === 0) return [];
  const united = new Map([...known, ...carried].map(({ kind, value }) => [`${kind} ${value}`, { kind, value }]));
  const found: Refusal[] = [];
  if (rootNos.length > 1) {
    const shared = carried.filter(({ value }) => place.settings.sharedIdentifiers.has(value));
    for (const { kind } of shared)
      found.push({ rule: 'SHARED_IDENTIFIER', detail: `The ${nameOf(kind)} is shared by several people` });
    if (isSeparated(place, rootNos) && carried.length > 0) {
      found.push({ rule: 'SEPARATED', detail: 'A merge of these contacts was taken back before' });
    }
  }
  const kinds = new Set([...united.values()].map(({ kind }) => kind));
  for (const kind of kinds) {
    const count = countOf([...united.values()], kind);
    const limit = limitOf(kind, place.settings.limits);
    const most = Math.max(...rootNos.map((rootNo) => countOf(identifiersOf(place, [rootNo]), kind)));
    if (count <= limit || count === most) continue;
    const detail = `There would be ${count} identifiers of the kind ${kind}, the limit is ${limit}`;
    found.push(
      kind === 'EXTERNAL_ID'
        ? { rule: 'EXTERNAL_IDS_DIFFER', detail: 'The external ids differ' }
        : { rule: 'LIMIT_EXCEEDED', detail },
    );
  }
  const merged = rootNos.reduce((sum, rootNo) => sum + membersOf(place, rootNo).length, 0) - 1;
  if (merged > limits.merges)
    found.push({
      rule: 'TOO_LARGE',
      detail: `There would be ${merged} merges of one contact, the limit is ${limits.merges}`,
    });
  if (united.size > limits.identifiers) {
    found.push({
      rule: 'TOO_LARGE',
      detail: `There would be ${united.size} identifiers of one contact, the limit is ${limits.identifiers}`,
    });
  }
  return found;
}

/** A kind within a sentence: `external id`. */
export const nameOf = (kind: string): string => kind.toLowerCase().replaceAll('_', ' ');

const countOf = (identifiers: readonly CarriedIdentifier[], kind: string): number =>
  identifiers.reduce((count, each) => count + Number(each.kind === kind), 0);

function isSeparated(place: Neighbourhood, rootNos: readonly number[]): boolean {
  const sides = new Map(
    rootNos.flatMap((rootNo) => membersOf(place, rootNo).map(({ contactNo }) => [contactNo, rootNo] as const)),
  );
  return place.separations.some(
    ([one, other]) => sides.has(one) && sides.has(other) && sides.get(one) !== sides.get(other),
  );
}
