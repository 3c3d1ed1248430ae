import { afterEach, expect, test, vi } from 'vitest';
import type { FieldDefinition } from '../domain/fields.ts';
import { addColumns, createIdentityIndex, missingColumns } from './account-index.ts';
import { about, aboutFields, dropUnasked, hasAll, markAsked, together } from './topics.ts';

const city: FieldDefinition = {
  fieldNo: 1,
  key: 'city',
  label: 'City',
  type: 'TEXT',
  options: null,
  mergeStrategy: 'OLDEST',
};
const everything = together([aboutFields(['city', 'shoe']), about('tags', 'created')]);

function fullIndex() {
  const index = createIdentityIndex(1);
  addColumns(index.columns, missingColumns(everything, index.columns, [city]));
  markAsked(index, everything);
  return index;
}

afterEach(() => {
  vi.useRealTimers();
});

test('columns that nobody asked about for an hour are dropped, those asked about are kept', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const index = fullIndex();
  vi.advanceTimersByTime(3_000_000);
  markAsked(index, about('tags'));
  vi.advanceTimersByTime(1_000_000);
  dropUnasked(index, about(), [city]);
  expect(hasAll(index, about('tags'), [])).toBe(true);
  expect(hasAll(index, about('created'), [])).toBe(false);
  expect(hasAll(index, aboutFields(['city']), [city])).toBe(false);
  expect([...index.askedAt.keys()]).toEqual(['tags']);
});

test('a column of a field that chooses its values otherwise now is not one that is there', () => {
  const index = fullIndex();
  const changed = { ...city, mergeStrategy: 'SURVIVOR' } as const;
  expect(hasAll(index, everything, [city])).toBe(true);
  expect(hasAll(index, everything, [changed])).toBe(false);
  dropUnasked(index, everything, [changed]);
  expect([...missingColumns(everything, index.columns, [changed]).fields.keys()]).toEqual(['city']);
});
