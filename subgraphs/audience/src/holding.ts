import { hasBit } from '@ucp/kit/contact-bits';
import type { Answers, Happening } from './answers.ts';
import { type Filter, type Leaf, nodeOf } from './filter.ts';
import { windowsOf } from './together.ts';

/** A time a filter came true, by its whole second since 1970. */
export interface Instance {
  readonly at: number;
  readonly happenings: readonly Happening[];
}

/** How a filter holds for a contact. */
export interface Holding {
  /** Each time it came true by something that happened, in no order. */
  readonly instances: readonly Instance[];
  /** Whether what is so now is enough for it, whatever happened. */
  readonly standing: boolean;
}

/** Null: it does not hold for the contact. */
export type HoldingOf = (contactNo: number) => Holding | null;

/**
 * How a filter holds for contacts, looked at once for all of them. Each time something happened that a leaf is about is an instance;
 * what is so, as a field or a consent, and what is not so, stands, at no time of its own. `any` has the instances of those of its parts
 * that hold. `all` has those of the only part that has some, for which the others are conditions; of several such parts it has one, the
 * moment when the newest of each had happened. A `not` is looked at within: not any of two is neither, and not not is nothing at all.
 */
export function holdingIn(filter: Filter, answers: Answers, negated = false): HoldingOf {
  const node = nodeOf(filter);
  switch (node.is) {
    case 'leaf':
      return ofLeaf(node.leaf, answers, negated);
    case 'not':
      return holdingIn(node.filter, answers, !negated);
    case 'together':
      return (contactNo) => {
        const instances = windowsOf(node.filters, node.within, contactNo, answers);
        if (negated) return instances.length === 0 ? stands : null;
        return instances.length === 0 ? null : { instances, standing: false };
      };
    default: {
      const parts = node.filters.map((each) => holdingIn(each, answers, negated));
      return isConjunction(node, negated) ? inAll(parts) : inAny(parts);
    }
  }
}

/** Whether all of the parts have to hold: not any is none, each of which is not. */
export const isConjunction = ({ is }: { readonly is: 'all' | 'any' }, negated: boolean): boolean =>
  (is === 'all') !== negated;

const stands: Holding = { instances: [], standing: true };

function ofLeaf(leaf: Leaf, answers: Answers, negated: boolean): HoldingOf {
  const { contacts, happens } = answers.of(leaf);
  if (negated || !happens) return (contactNo) => (hasBit(contacts, contactNo) === negated ? null : stands);
  return (contactNo) => {
    if (!hasBit(contacts, contactNo)) return null;
    const instances = answers
      .happenedTo(leaf, contactNo)
      .map((happening) => ({ at: happening.at, happenings: [happening] }));
    return { instances, standing: false };
  };
}

const inAny =
  (parts: readonly HoldingOf[]): HoldingOf =>
  (contactNo) => {
    const held = parts.flatMap((part) => part(contactNo) ?? []);
    if (held.length === 0) return null;
    return {
      instances: held.flatMap(({ instances }) => instances),
      standing: held.some(({ standing }) => standing),
    };
  };

const inAll =
  (parts: readonly HoldingOf[]): HoldingOf =>
  (contactNo) => {
    const held: Holding[] = [];
    for (const part of parts) {
      const holding = part(contactNo);
      if (holding === null) return null;
      held.push(holding);
    }
    const standing = held.every((each) => each.standing);
    const happened = held.flatMap(({ instances }) => (instances.length === 0 ? [] : [instances]));
    const [only = [], ...others] = happened;
    if (others.length === 0) return { instances: only, standing };
    const newest = happened.map((instances) => instances.reduce((a, b) => (b.at > a.at ? b : a)));
    return {
      instances: [
        { at: Math.max(...newest.map(({ at }) => at)), happenings: newest.flatMap(({ happenings }) => happenings) },
      ],
      standing,
    };
  };
