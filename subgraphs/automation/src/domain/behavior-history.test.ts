import { expect, test } from 'vitest';
import { type BehaviorHistory, behaviorsThatMeet, type DidBehavior } from './behavior-history.ts';

const now = new Date('2026-03-31T12:00:00.500Z');
const bought = (at: string, properties = {}) => ({ name: 'conversion', at: new Date(at), properties });
const history = (behaviors: BehaviorHistory['behaviors'], isWhole = true): BehaviorHistory => ({
  behaviors,
  isWhole,
  now,
});
const timesMet = (known: BehaviorHistory, did: Partial<DidBehavior>) =>
  behaviorsThatMeet(known, { name: 'conversion', ...did })?.length ?? null;

test('a window begins and ends with whole seconds', () => {
  const known = history([
    bought('2026-03-31T12:00:01.000Z'),
    bought('2026-03-31T12:00:00.999Z'),
    bought('2026-03-30T12:00:00.000Z'),
    bought('2026-03-30T11:59:59.999Z'),
  ]);
  expect(timesMet(known, { within: 'P1D' })).toBe(2);
  expect(timesMet(known, {})).toBe(3);
  expect(timesMet(known, { within: 'P1D', atLeast: 3 })).toBe(0);
  expect(timesMet(known, { name: 'site_visit' })).toBe(0);
});

test('every property that is asked is compared by value and type', () => {
  const known = history([bought('2026-03-30T12:00:00Z', { sku: 'x', price: 4.5, gift: null })]);
  const met = (...properties: { key: string; equals: unknown }[]) => timesMet(known, { properties });
  expect(met({ key: 'sku', equals: 'x' }, { key: 'price', equals: 4.5 })).toBe(1);
  expect(met({ key: 'price', equals: '4.5' })).toBe(0);
  expect(met({ key: 'gift', equals: null })).toBe(1);
  expect(met({ key: 'color', equals: null })).toBe(0);
  expect(met({ key: 'toString', equals: null })).toBe(0);
});

test('what the newest events do not tell is not answered: older ones, and parts of a value', () => {
  const newest = history([bought('2026-03-31T00:00:00Z'), bought('2026-03-20T00:00:00Z')], false);
  expect(timesMet(newest, { within: 'P7D' })).toBe(1);
  expect(timesMet(newest, { within: 'P30D' })).toBeNull();
  expect(timesMet(newest, {})).toBeNull();
  // Others of the same second may be missing.
  expect(timesMet(newest, { within: 'P11DT12H' })).toBeNull();
  expect(
    timesMet(history([bought('2026-03-31T00:00:00Z')]), { properties: [{ key: 'tags', equals: ['a'] }] }),
  ).toBeNull();
});
