import { after, parseDuration } from '@ucp/kit/duration';
import { secondOf } from '@ucp/kit/moments';
import type { Answers, Happening } from './answers.ts';
import { type Filter, nodeOf } from './filter.ts';

/** A stretch of time in which something of each condition happened. */
export interface Window {
  /** The second in which the last of them happened. */
  readonly at: number;
  /** One of each condition, in the order of the conditions. */
  readonly happenings: readonly Happening[];
}

/**
 * The windows of one contact, oldest first, that share nothing: from the oldest on, the first of each condition that lie within
 * the length of each other make a window, and what lies before it is spent.
 */
export function windowsOf(filters: readonly Filter[], within: string, contactNo: number, answers: Answers): Window[] {
  const lists = filters.map((filter) => {
    const node = nodeOf(filter);
    return node.is === 'leaf' ? [...answers.happenedTo(node.leaf, contactNo)].reverse() : [];
  });
  const length = parseDuration(within);
  const places = lists.map(() => 0);
  const windows: Window[] = [];
  for (;;) {
    const heads = lists.flatMap((list, i) => list[places[i] ?? 0] ?? []);
    if (heads.length < lists.length || heads.length === 0) return windows;
    const times = heads.map(({ at }) => at);
    const [first, last] = [Math.min(...times), Math.max(...times)];
    if (last <= secondOf(after(new Date(first * 1_000), length))) {
      windows.push({ at: last, happenings: heads });
      for (const i of places.keys()) places[i] = (places[i] ?? 0) + 1;
    } else {
      // Too far apart: the oldest of them finds no partner any more.
      const oldest = times.indexOf(first);
      places[oldest] = (places[oldest] ?? 0) + 1;
    }
  }
}
