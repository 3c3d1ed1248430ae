import { type ContactState, contactOf, identifiersOf, type Neighbourhood } from './neighbourhood.ts';

/** Kinds, each with the value of the identifier that comes first. */
export type Chosen = readonly (readonly [kind: string, value: string])[];

/** Identifiers to come first from now on, noted on the contact shown; earlier choices hold again where these are not its own. */
export function choosePrimaries(place: Neighbourhood, rootNo: number, chosen: Chosen, at: Date): void {
  const root = contactOf(place, rootNo);
  const choices = chosen.map(([kind, value]) => [kind, [value, ...without(root, kind, value)]] as const);
  root.primaryChoices = { ...root.primaryChoices, ...Object.fromEntries(choices) };
  root.primariesAt = { ...root.primariesAt, ...Object.fromEntries(chosen.map(([kind]) => [kind, at.toISOString()])) };
  place.changes.contacts.add(rootNo);
  settlePrimaries(place, rootNo);
}

const without = ({ primaryChoices }: ContactState, kind: string, value: string): readonly string[] =>
  (primaryChoices[kind] ?? []).filter((each) => each !== value);

/**
 * Of each kind the newest choice holds that is among the identifiers of the contact as it is shown now. To be called when these
 * change: what was chosen of another contact's while merged gives way, once they are apart, to what was chosen before.
 */
export function settlePrimaries(place: Neighbourhood, rootNo: number): void {
  const root = contactOf(place, rootNo);
  const kinds = Object.keys(root.primaryChoices);
  if (kinds.length === 0) return;
  const own = identifiersOf(place, [rootNo]);
  const isOwn = (kind: string, value: string): boolean =>
    own.some((each) => each.kind === kind && each.value === value);
  const holds = kinds.flatMap((kind) => {
    const value = root.primaryChoices[kind]?.find((each) => isOwn(kind, each));
    return value === undefined ? [] : [[kind, value] as const];
  });
  const isSo =
    holds.length === Object.keys(root.primaries).length &&
    holds.every(([kind, value]) => root.primaries[kind] === value);
  if (isSo) return;
  root.primaries = Object.fromEntries(holds);
  place.changes.contacts.add(rootNo);
}
