import { expect, test } from 'vitest';
import { createRememberedAddresses } from './remembered-addresses.ts';

test('no more are kept than the limit, and those used last', () => {
  const remembered = createRememberedAddresses(10);
  for (let no = 1; no <= 1_000; no++) {
    remembered.keep(no % 3, `reader${no}`, no);
    expect(remembered.numberOf(0, 'reader3')).toBe(no < 3 ? undefined : 3);
  }
  const kept = Array.from({ length: 1_000 }, (_, i) => remembered.numberOf((i + 1) % 3, `reader${i + 1}`)).filter(
    Boolean,
  );
  expect(kept.length).toBeLessThanOrEqual(10);
  expect(kept).toContain(1_000);
});

test('an account whose addresses changed is forgotten, others are not', () => {
  const remembered = createRememberedAddresses();
  for (const account of [1, 2]) {
    expect(remembered.keepUp(account, 7)).toBe(true);
    remembered.keep(account, 'ada', account);
  }
  expect(remembered.keepUp(1, 7)).toBe(true);
  expect(remembered.numberOf(1, 'ada')).toBe(1);
  expect(remembered.keepUp(1, 8)).toBe(false);
  expect([1, 2].map((account) => remembered.numberOf(account, 'ada'))).toEqual([undefined, 2]);
  expect(remembered.keepUp(1, 8)).toBe(true);
});

test('an account whose count was let go with the older half is forgotten when its addresses changed', () => {
  const remembered = createRememberedAddresses(4);
  expect(remembered.keepUp(1, 7)).toBe(true);
  remembered.keep(1, 'ada', 1);
  remembered.keep(2, 'bob', 1);
  // The halves change places: account 1 is in the older one only.
  for (const no of [2, 3]) remembered.keep(2, `reader${no}`, no);
  expect(remembered.numberOf(1, 'ada')).toBe(1);
  expect(remembered.keepUp(1, 8)).toBe(false);
  expect(remembered.numberOf(1, 'ada')).toBe(undefined);
});
