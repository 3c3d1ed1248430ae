import { expect, test } from 'vitest';
import { before, parseDuration } from './duration.ts';

const moment = new Date('2026-03-31T10:00:00Z');

test('days are 24 hours, months are calendar months in UTC', () => {
  expect(before(moment, parseDuration('P90D')).toISOString()).toBe('2025-12-31T10:00:00.000Z');
  expect(before(moment, parseDuration('PT24H')).toISOString()).toBe('2026-03-30T10:00:00.000Z');
  expect(before(moment, parseDuration('P1M')).toISOString()).toBe('2026-02-28T10:00:00.000Z');
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
