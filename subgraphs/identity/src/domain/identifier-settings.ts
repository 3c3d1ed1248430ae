import { badInput } from '@ucp/kit/errors';
import { limitOf, presetPriority } from './identifiers.ts';
import { limits } from './limits.ts';

type Given<Value> = Value | null | undefined;

/**
 * The order of strength an account asks for; kinds it does not name come behind, in the order they have without it.
 * @throws CodedError BAD_USER_INPUT for a kind that is named twice
 */
export function priorityGiven(
  known: readonly string[],
  given: Given<readonly string[]>,
  path: readonly string[],
): readonly string[] {
  if (given === null || given === undefined) return known;
  if (given.length > limits.rankedKinds) {
    throw badInput(path, `"identifierPriority" takes at most ${limits.rankedKinds} kinds, got ${given.length}`);
  }
  const twice = given.find((kind, i) => given.indexOf(kind) !== i);
  if (twice !== undefined) throw badInput(path, `"identifierPriority" names each kind once, got ${twice} twice`);
  return [...new Set([...given, ...presetPriority])];
}

/**
 * Limits an account asks for over those it has; kinds it does not name keep theirs.
 * @throws CodedError BAD_USER_INPUT naming kind, limit and what came
 */
export function limitsGiven(
  known: Readonly<Record<string, number>>,
  given: Given<readonly { readonly kind: string; readonly limit: number }[]>,
  path: readonly string[],
): Readonly<Record<string, number>> {
  const changed = { ...known };
  if ((given ?? []).length > limits.rankedKinds) {
    throw badInput(path, `"identifierLimits" takes at most ${limits.rankedKinds} kinds, got ${given?.length}`);
  }
  (given ?? []).forEach(({ kind, limit }, i) => {
    const at = [...path, String(i), 'limit'];
    if (kind === 'EXTERNAL_ID' && limit !== 1) {
      throw badInput(
        at,
        `A contact has at most 1 identifier of the kind EXTERNAL_ID, whatever the account, got ${limit}`,
      );
    }
    if (limit < 1 || limit > limits.identifiersOfKindAtMost) {
      throw badInput(at, `The limit of ${kind} must be between 1 and ${limits.identifiersOfKindAtMost}, got ${limit}`);
    }
    changed[kind] = limit;
  });
  return changed;
}

/** The limit of each kind the account ranks or limits, strongest first. */
export const limitsShown = (
  priority: readonly string[],
  set: Readonly<Record<string, number>>,
): { readonly kind: string; readonly limit: number }[] =>
  [...new Set([...priority, ...Object.keys(set).sort()])].map((kind) => ({ kind, limit: limitOf(kind, set) }));
