import { expect, test } from 'vitest';
import {
  append,
  blockSize,
  countSince,
  createEventLog,
  type EventLog,
  mergeTail,
  slicesBetween,
  takeOut,
} from './event-log.ts';

/** Every event from a second on, and perhaps before another, as text, sorted. */
const contentOf = (log: EventLog, since: number, until: number | null = null): string[] =>
  slicesBetween(log, since, until)
    .flatMap(({ seconds, addresses, from, to }) =>
      Array.from({ length: to - from }, (_, i) => `${seconds[from + i]} ${addresses[from + i]}`),
    )
    .sort();

const expected = (events: readonly (readonly [number, number])[], since: number, until = Infinity): string[] =>
  events
    .filter(([second]) => second >= since && second < until)
    .map(([second, address]) => `${second} ${address}`)
    .sort();

/** Numbers that look random and are the same each time. */
function* numbers(): Generator<number, never> {
  for (let state = 1; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state;
  }
}

test('a log has every event from any second on, in blocks without slack, however late the events came', () => {
  const random = numbers();
  const log = createEventLog();
  const events: [number, number][] = [];
  for (let i = 0; i < 100_000; i++) {
    // Many of one second, and one in nine up to all of the time late.
    const late = random.next().value % 9 === 0 ? random.next().value % (i + 1) : 0;
    const one: [number, number] = [1_700_000_000 + Math.floor((i - late) / 7), random.next().value % 5_000];
    events.push(one);
    append(log, ...one);
  }
  for (const since of [-5, 1_700_000_000, 1_700_011_111, 1_700_014_280, 1_800_000_000]) {
    expect(contentOf(log, since), `${since}`).toEqual(expected(events, since));
    expect(countSince(log, since)).toBe(expected(events, since).length);
    for (const until of [since - 1, since, since + 1, 1_700_012_000, 1_900_000_000])
      expect(contentOf(log, since, until), `${since} ${until}`).toEqual(expected(events, since, until));
  }
  expect(log.tail.length).toBeGreaterThan(0);
  mergeTail(log);
  expect(log.tail.length).toBe(0);
  expect(contentOf(log, -5)).toEqual(expected(events, -5));
  const all = log.blocks.flatMap(({ seconds, length }) => [...seconds.subarray(0, length)]);
  expect(all).toEqual(all.toSorted((a, b) => a - b));
  for (const { seconds, length } of log.blocks.slice(0, -1)) {
    expect(seconds.length).toBe(length);
    expect(length).toBeLessThanOrEqual(blockSize);
  }
});

test('an event that is taken out is gone, one of the same second or address stays', () => {
  const log = createEventLog();
  for (const [second, address] of [
    [5, 1],
    [7, 1],
    [7, 2],
    [7, 1],
    [9, 3],
    [6, 4],
  ] as const)
    append(log, second, address);
  expect(takeOut(log, 7, 1)).toBe(true);
  expect(takeOut(log, 6, 4)).toBe(true);
  expect(takeOut(log, 6, 4)).toBe(false);
  expect(contentOf(log, 0)).toEqual(['5 1', '7 1', '7 2', '9 3']);
});
