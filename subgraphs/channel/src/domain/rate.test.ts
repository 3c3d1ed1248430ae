import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeNow, type Rate, usedAfter, waitFor } from './rate.ts';

const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 100);
const start = Date.UTC(2026, 0, 1);

/** Takes all that is free at each moment. @returns how many left at each */
function takeAll(interval: number, moments: readonly number[]): number[] {
  let usedUntil = 0;
  return moments.map((now) => {
    const rate: Rate = { usedUntil, interval };
    const count = Math.max(0, freeNow(rate, now));
    usedUntil = usedAfter(rate, now, count);
    return count;
  });
}

test('whenever it is asked, no more leaves within a time than the rate allows and one second at once', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000 }),
      fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 50 }),
      (perSecond, steps) => {
        const interval = 1_000 / perSecond;
        let now = start;
        const moments = steps.map((step) => (now += step));
        const total = takeAll(interval, moments).reduce((sum, count) => sum + count, 0);
        const [first = now] = moments;
        expect(total).toBeLessThanOrEqual(Math.floor((now - first) / interval) + perSecond + 1);
      },
    ),
    { numRuns },
  );
});

test('after a pause, and after a clock that jumped either way, at most one second of it leaves at once', () => {
  const hour = 3_600_000;
  const moments = [start, start + hour, start - 24 * hour, start - 24 * hour + 1_000, start + 48 * hour];
  expect(takeAll(100, moments)).toEqual([10, 10, 10, 10, 10]);
});

test('a transaction that waited for its turn, and so has an earlier time than the one before, gets nothing for it', () => {
  expect(takeAll(100, [start, start - 500, start + 99, start + 100])).toEqual([10, 0, 0, 1]);
});

test('the slowest rate lets one message leave, and tells how long the next one waits', () => {
  const minute = { usedUntil: 0, interval: 60_000 };
  expect(freeNow(minute, start)).toBe(1);
  const used = { ...minute, usedUntil: usedAfter(minute, start, 1) };
  expect([freeNow(used, start), waitFor(used, start, 5)]).toEqual([0, 60_000]);
  const fast = { usedUntil: start + 1_000, interval: 100 };
  expect([waitFor(fast, start, 1), waitFor(fast, start, 5), waitFor(fast, start, 500)]).toEqual([100, 500, 1_000]);
});
