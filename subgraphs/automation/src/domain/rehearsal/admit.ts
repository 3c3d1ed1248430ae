import type { Reentry } from '../definition.ts';
import { keptOut } from '../reentry.ts';

/** A contact, and when something made them enter, or would have. */
export interface Occurrence {
  /** Number under which the contact is shown now. */
  readonly contactNo: number;
  readonly at: Date;
}

/**
 * Who would have entered by the re-entry rule, oldest first, had nobody been in the workflow before. Whether they would still have
 * been inside is not known yet: it is taken that they were not.
 */
export function admitted<Each extends Occurrence>(occurrences: readonly Each[], reentry: Reentry): Each[] {
  const last = new Map<number, Date>();
  return [...occurrences].sort(byTime).filter(({ contactNo, at }) => {
    const lastEnteredAt = last.get(contactNo);
    const history = lastEnteredAt === undefined ? null : { isInside: false, lastEnteredAt };
    if (keptOut(reentry, history, at) !== null) return false;
    last.set(contactNo, at);
    return true;
  });
}

/** Of those who were followed, who would have been inside already when they entered. @param leftAt when one left; null: never */
export function insideAlready<Each extends Occurrence>(
  followed: readonly Each[],
  leftAt: (each: Each) => Date | null,
): Set<Each> {
  const until = new Map<number, Date | null>();
  const inside = new Set<Each>();
  for (const each of [...followed].sort(byTime)) {
    const last = until.get(each.contactNo);
    if (last === null || (last !== undefined && last > each.at)) inside.add(each);
    else until.set(each.contactNo, leftAt(each));
  }
  return inside;
}

const byTime = (a: Occurrence, b: Occurrence): number => a.at.getTime() - b.at.getTime() || a.contactNo - b.contactNo;
