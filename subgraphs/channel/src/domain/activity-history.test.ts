import { expect, test } from 'vitest';
import { type ActivityHistory, countsWithin } from './activity-history.ts';

const now = new Date('2026-03-31T12:00:00Z');
const history = (...events: readonly (readonly [string, string, boolean?])[]): ActivityHistory => ({
  rootNo: 1,
  now,
  events: events.map(([at, kind, machine = false]) => ({ at: new Date(at), kind, machine })),
});

test('counts tell people from machines, and when each kind was last', () => {
  const known = history(
    ['2026-03-01T00:00:00Z', 'OPEN'],
    ['2026-03-02T00:00:00Z', 'OPEN'],
    ['2026-03-01T12:00:00Z', 'OPEN', true],
    ['2026-01-01T00:00:00Z', 'SEND'],
  );
  expect(countsWithin(known, null)).toEqual([
    { kind: 'OPEN', machine: false, count: 2, lastAt: new Date('2026-03-02T00:00:00Z') },
    { kind: 'OPEN', machine: true, count: 1, lastAt: new Date('2026-03-01T12:00:00Z') },
    { kind: 'SEND', machine: false, count: 1, lastAt: new Date('2026-01-01T00:00:00Z') },
  ]);
});

test('a window has both its ends, a month is a calendar month, and what is to come counts nothing', () => {
  const counted = (at: string, within: string | null) => countsWithin(history([at, 'OPEN']), within).length;
  expect(counted('2026-03-30T12:00:00.000Z', 'P1D')).toBe(1);
  expect(counted('2026-03-30T11:59:59.999Z', 'P1D')).toBe(0);
  expect(counted('2026-02-28T12:00:00.000Z', 'P1M')).toBe(1);
  expect(counted('2026-02-28T11:59:59.999Z', 'P1M')).toBe(0);
  expect(counted('2026-03-31T12:00:00.000Z', null)).toBe(1);
  expect(counted('2026-03-31T12:00:00.001Z', null)).toBe(0);
});
