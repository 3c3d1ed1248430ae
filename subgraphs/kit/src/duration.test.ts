import { expect, test } from 'vitest';
import { after, before, parseDuration } from './duration.ts';

const moment = new Date('2026-03-31T10:00:00Z');

test('days are 24 hours, months are calendar months in UTC', () => {
  expect(before(moment, parseDuration('P90D')).toISOString()).toBe('2025-12-31T10:00:00.000Z');
  expect(before(moment, parseDuration('PT24H')).toISOString()).toBe('2026-03-30T10:00:00.000Z');
  expect(before(moment, parseDuration('P1M')).toISOString()).toBe('2026-02-28T10:00:00.000Z');
});

test('a duration is added as it is taken away: what has days and months goes by the calendar', () => {
  expect(after(moment, parseDuration('P1W2DT3H4M5.5S')).toISOString()).toBe('2026-04-09T13:04:05.500Z');
  expect(before(moment, parseDuration('P1W2DT3H4M5.5S')).toISOString()).toBe('2026-03-22T06:55:54.500Z');
  expect(after(moment, parseDuration('P1M1D')).toISOString()).toBe('2026-05-01T10:00:00.000Z');
  expect(after(moment, parseDuration('P1Y')).toISOString()).toBe('2027-03-31T10:00:00.000Z');
});

test.each([
  '',
  '90 days',
  'P0D',
  '-P1D',
  '-P-1D',
  'P1M-1D',
  'P4000D',
  'P',
  'PT',
  'P0.5Y',
  'P1.5M',
  'P1.5D',
  'PT1,5S',
  'PT1.S',
])('"%s" is refused, and what came is named', (text) => {
  expect(() => parseDuration(text)).toThrow(`got "${text}"`);
});
