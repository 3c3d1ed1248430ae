import { after, parseDuration } from '@ucp/kit/duration';
import type { LeafFact } from '@ucp/kit/leaf';
import type { Answers } from './answers.ts';
import { type Filter, nodeOf } from './filter.ts';

/** A stretch of time in which something of each condition happened. */
export interface Window {
  /** When the last of them happened. */
  readonly at: Date;
  /** One fact of each condition, in the order of the conditions. */
  readonly facts: readonly LeafFact[];
}

/**
 * The windows of one contact, oldest first, that share no fact: from the oldest facts on, the first of each condition that lie
 * within the length of each other make a window, and what lies before it is spent.
 */
export function windowsOf(filters: readonly Filter[], within: string, contactNo: number, answers: Answers): Window[] {
  const lists = filters.map((filter) => {
    const node = nodeOf(filter);
    return node.is === 'leaf' ? [...answers.factsOf(node.leaf, contactNo)].reverse() : [];
  });
  const length = parseDuration(within);
  const places = lists.map(() => 0);
  const windows: Window[] = [];
  for (;;) {
    const heads = lists.flatMap((list, i) => list[places[i] ?? 0] ?? []);
    if (heads.length < lists.length || heads.length === 0) return windows;
    const times = heads.map(({ at }) => at.getTime());
    const [first, last] = [Math.min(...times), Math.max(...times)];
    if (last <= after(new Date(first), length).getTime()) {
      windows.push({ at: new Date(last), facts: heads });
      for (const i of places.keys()) places[i] = (places[i] ?? 0) + 1;
    } else {
      // Too far apart: the oldest of them finds no partner any more.
      const oldest = times.indexOf(first);
      places[oldest] = (places[oldest] ?? 0) + 1;
    }
  }
}
