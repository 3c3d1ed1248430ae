import fc from 'fast-check';
import Sqids from 'sqids';
import { expect, test } from 'vitest';
import { contactId, contactNoOf, recordId, recordNoOf } from './ids.ts';

const account = fc.integer({ min: 1, max: 1_000_000 });
const number = fc.integer({ min: 1, max: 2_000_000_000 });

test('an id gives back its number within its own account', () => {
  fc.assert(fc.property(account, number, (a, n) => contactNoOf(a, contactId(a, n)) === n));
});

test('an id of another account is no id at all', () => {
  fc.assert(fc.property(account, account, number, (a, b, n) => a === b || contactNoOf(b, contactId(a, n)) === null));
});

test('an id that was altered is not read as another one', () => {
  expect(contactNoOf(1, `${contactId(1, 7)}x`)).toBeNull();
  expect(contactNoOf(1, '')).toBeNull();
  expect(contactNoOf(1, '🙂')).toBeNull();
});

test('an id of another kind is refused', () => {
  expect(recordNoOf('mrg', 1, recordId('mrg', 1, 5))).toBe(5);
  expect(recordNoOf('rev', 1, recordId('mrg', 1, 5))).toBeNull();
});

test('ids are those the library makes, of small numbers and of large ones', () => {
  const alphabet = 'k3G7QAe51FCsPW92uEOyq4Bg6Sp8YzVTmnU0liwDdHXLajZrfxNhobJIRcMvKt';
  const library = new Sqids({ alphabet, minLength: 10 });
  const large = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
  fc.assert(
    fc.property(fc.oneof(fc.nat(100), large), fc.oneof(fc.nat(100), large), (a, n) => {
      expect(contactId(a, n)).toBe(library.encode([a, n]));
      expect(contactNoOf(a, contactId(a, n))).toBe(n);
    }),
    { numRuns: 1_000 },
  );
});

test('ids are those the library makes, those among them that it makes anew as they would be rude', () => {
  const alphabet = 'k3G7QAe51FCsPW92uEOyq4Bg6Sp8YzVTmnU0liwDdHXLajZrfxNhobJIRcMvKt';
  const library = new Sqids({ alphabet, minLength: 10 });
  const careless = new Sqids({ alphabet, minLength: 10, blocklist: new Set() });
  let rude = 0;
  for (let no = 0; no < 5_000; no++) {
    expect(contactId(1, no)).toBe(library.encode([1, no]));
    rude += Number(contactId(1, no) !== careless.encode([1, no]));
  }
  expect(rude).toBeGreaterThan(0);
});
