import { before, parseDuration } from '@ucp/kit/duration';
import { secondOf, wholeSecond } from '@ucp/kit/moments';

export interface PastBehavior {
  readonly name: string;
  readonly at: Date;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The newest of what a contact did, newest first. */
export interface BehaviorHistory {
  readonly behaviors: readonly PastBehavior[];
  /** Whether there is nothing older. */
  readonly isWhole: boolean;
  /** Moment of the answer. */
  readonly now: Date;
}

/** What a contact did a number of times. */
export interface DidBehavior {
  readonly name: string;
  readonly within?: string | null | undefined;
  readonly atLeast?: number | null | undefined;
  readonly properties?: readonly { readonly key: string; readonly equals: unknown }[] | null | undefined;
}

/**
 * The events by which a condition holds; none where it does not. By whole seconds, as SQL counts.
 * @returns null where the history does not tell: it does not reach back far enough, or what a property is compared with is no single
 * value, of which a part is enough in SQL
 */
export function behaviorsThatMeet(history: BehaviorHistory, did: DidBehavior): readonly PastBehavior[] | null {
  const { behaviors, isWhole, now } = history;
  const { name, within, atLeast } = did;
  const properties = [...new Map((did.properties ?? []).map(({ key, equals }) => [key, equals]))];
  if (properties.some(([, equals]) => typeof equals === 'object' && equals !== null)) return null;
  const until = secondOf(now);
  const since =
    within === null || within === undefined
      ? Number.NEGATIVE_INFINITY
      : secondOf(before(wholeSecond(now), parseDuration(within)));
  const oldest = behaviors.at(-1);
  if (!isWhole && oldest !== undefined && secondOf(oldest.at) >= since) return null;
  const met = behaviors.filter((behavior) => {
    const second = secondOf(behavior.at);
    return (
      behavior.name === name &&
      second <= until &&
      second >= since &&
      properties.every(
        ([key, equals]) => Object.hasOwn(behavior.properties, key) && behavior.properties[key] === equals,
      )
    );
  });
  return met.length >= Math.max(1, atLeast ?? 1) ? met : [];
}
