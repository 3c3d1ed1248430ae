import { bitsOf, type ContactBits, differing, hasBit, numbersIn } from '@ucp/kit/contact-bits';

export interface MembershipChange {
  readonly entered: readonly number[];
  readonly left: readonly number[];
  /** Who is in it once these came and went. */
  readonly after: ContactBits;
  /** Whether there are more between it and how it is. */
  readonly more: boolean;
}

/** Who came and who went, at most so many, the lowest numbers first: taken again from what is left behind, it ends at how it is. */
export function changeBetween(before: ContactBits, now: ContactBits, most: number): MembershipChange {
  const numbers = numbersIn(differing(before, now), -1, most + 1);
  const taken = numbers.slice(0, most);
  return {
    entered: taken.filter((no) => hasBit(now, no)),
    left: taken.filter((no) => !hasBit(now, no)),
    after: differing(before, bitsOf(taken)),
    more: numbers.length > most,
  };
}
