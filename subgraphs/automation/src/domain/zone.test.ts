import { expect, test } from 'vitest';
import { zoneOf } from './zone.ts';

const nothing = { set: null, told: [] };

test('a zone that was set comes first on whatever channel, then that of the number, then that of the account', () => {
  const number = { set: null, told: ['America/Denver'] };
  expect(zoneOf([number, { set: 'Asia/Tokyo', told: [] }], 'UTC')).toBe('Asia/Tokyo');
  expect(zoneOf([nothing, number], 'UTC')).toBe('America/Denver');
  expect(zoneOf([nothing], 'Europe/Zurich')).toBe('Europe/Zurich');
  expect(zoneOf([], 'Europe/Zurich')).toBe('Europe/Zurich');
});

test('of several that a number allows the account’s is taken where it is one of them', () => {
  const florida = { set: null, told: ['America/New_York', 'America/Chicago'] };
  expect(zoneOf([florida], 'America/Chicago')).toBe('America/Chicago');
  expect(zoneOf([florida], 'Europe/Zurich')).toBe('America/New_York');
});
