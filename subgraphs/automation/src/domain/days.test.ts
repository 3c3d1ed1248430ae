import { expect, test } from 'vitest';
import { dayAfter, momentOfDay, sameDays } from './days.ts';

test('a day of every year is that day and month, and March 1 stands for February 29 in other years', () => {
  const days = sameDays('2026-05-01');
  expect(days).toContain('1990-05-01');
  expect(days).toHaveLength(201);
  expect(sameDays('2026-03-01').filter((day) => day.startsWith('199'))).toEqual(
    expect.arrayContaining(['1992-02-29', '1992-03-01', '1996-02-29']),
  );
  expect(sameDays('2028-03-01').filter((day) => day.includes('-02-'))).toEqual([]);
  expect(sameDays('2028-02-29')).toContain('1992-02-29');
  expect(sameDays('2028-02-29').filter((day) => day.startsWith('1990'))).toEqual([]);
  // 1900 and 2100 are no leap years.
  expect(sameDays('2100-03-01')).toContain('2000-02-29');
  expect(sameDays('2028-02-29')).not.toContain('1900-02-29');
});

test('days before are counted over the ends of months and years', () => {
  expect(dayAfter('2026-12-30', 3)).toBe('2027-01-02');
  expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
});

test('the day of an account is that of its time zone, also where clocks change', () => {
  const now = new Date('2026-03-08T05:30:00Z');
  expect(momentOfDay(now, 'America/Chicago', 0, '09:00')).toEqual({
    day: '2026-03-07',
    moment: new Date('2026-03-07T15:00:00Z'),
  });
  expect(momentOfDay(now, 'America/Chicago', 1, '02:30')).toEqual({
    day: '2026-03-08',
    moment: new Date('2026-03-08T08:30:00Z'),
  });
  expect(momentOfDay(now, 'Nowhere/AtAll', 0, '09:00').day).toBe('2026-03-08');
});
