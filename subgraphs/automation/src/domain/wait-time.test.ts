import { expect, test } from 'vitest';
import type { Wait } from './definition.ts';
import { endOfWait } from './wait-time.ts';

const zurich = { fields: { birthday: '2026-07-14' }, timeZone: 'Europe/Zurich' };
const end = (wait: Wait, since: string, facts = zurich): string =>
  endOfWait(wait, new Date(since), facts).toISOString();
const time = (at: string, weekdays: readonly number[] | null = null): Wait => ({ is: 'TIME', at, weekdays });

test('a time of day is the next one in the zone of the contact, and now where clocks show it', () => {
  expect(end(time('09:00'), '2026-01-10T07:59:59Z')).toBe('2026-01-10T08:00:00.000Z');
  expect(end(time('09:00'), '2026-01-10T08:00:42Z')).toBe('2026-01-10T08:00:42.000Z');
  expect(end(time('09:00'), '2026-01-10T08:01:00Z')).toBe('2026-01-11T08:00:00.000Z');
  expect(end(time('09:00'), '2026-01-10T09:00:00Z', { ...zurich, timeZone: 'America/New_York' })).toBe(
    '2026-01-10T14:00:00.000Z',
  );
});

test('over a change of clocks nine in the morning stays nine in the morning', () => {
  // Summer time begins on March 29 and ends on October 25.
  expect(end(time('09:00'), '2026-03-28T12:00:00Z')).toBe('2026-03-29T07:00:00.000Z');
  expect(end(time('09:00'), '2026-10-24T12:00:00Z')).toBe('2026-10-25T08:00:00.000Z');
});

test('a time that a change of clocks leaves out comes an hour later, and one that comes twice counts the first time', () => {
  expect(end(time('02:30'), '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:30:00.000Z');
  expect(end(time('02:30'), '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:30:00.000Z');
});

test('only on its days of the week', () => {
  // January 10, 2026 is a Saturday.
  expect(end(time('09:00', [1]), '2026-01-10T08:00:00Z')).toBe('2026-01-12T08:00:00.000Z');
  expect(end(time('09:00', [6]), '2026-01-10T08:30:00Z')).toBe('2026-01-17T08:00:00.000Z');
});

test('the day of a field, so many days before it; at once where it is empty or over', () => {
  const field = (daysBefore: number, name = 'birthday'): Wait => ({
    is: 'FIELD',
    date: { field: name, daysBefore, at: '09:00' },
  });
  expect(end(field(3), '2026-01-10T08:00:00Z')).toBe('2026-07-11T07:00:00.000Z');
  const now = '2026-08-01T00:00:00Z';
  expect(new Date(end(field(0), now)) <= new Date(now)).toBe(true);
  expect(end(field(0, 'anniversary'), now)).toBe('2026-08-01T00:00:00.000Z');
});

test('a duration of days is of 24 hours each', () => {
  expect(end({ is: 'FOR', duration: 'P1D' }, '2026-03-28T12:00:00Z')).toBe('2026-03-29T12:00:00.000Z');
});
