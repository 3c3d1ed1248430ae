import { expect, test } from 'vitest';
import { connectionOf, decodeCursor, encodeCursor, pageSize } from './page.ts';

test('the size of a page is between 1 and 200, and what came is named', () => {
  expect(pageSize(null)).toBe(50);
  expect(pageSize(200)).toBe(200);
  expect(() => pageSize(0)).toThrow('"first" must be between 1 and 200, got 0');
  expect(() => pageSize(201)).toThrow('"first" must be between 1 and 200, got 201');
});

test('a cursor leads back to its place, and only in its own list', () => {
  const cursor = encodeCursor('timeline', [1_700_000_000_000, 'EMAIL.a']);
  expect(decodeCursor('timeline', ['number', 'string'], cursor)).toEqual([1_700_000_000_000, 'EMAIL.a']);
  expect(decodeCursor('timeline', ['number', 'string'], null)).toBeNull();
  expect(() => decodeCursor('contacts', ['number', 'string'], cursor)).toThrow(
    'must be a cursor of this list (contacts)',
  );
  expect(() => decodeCursor('timeline', ['number'], cursor)).toThrow('must be a cursor of this list');
  expect(() => decodeCursor('timeline', ['number'], 'nonsense')).toThrow('got "nonsense"');
});

test('a place that was made up is none: moments, numbers and ids are what the database takes for such', () => {
  const id = '01890a5d-ac96-774b-bcce-b302099a8057';
  const open = (at: unknown, no: unknown, uuid: unknown) => {
    const cursor = Buffer.from(JSON.stringify(['messages', at, no, uuid])).toString('base64url');
    return decodeCursor('messages', ['moment', 'integer', 'uuid'], cursor);
  };
  expect(open(1_700_000_000_000, 7, id)).toEqual([1_700_000_000_000, 7, id]);
  for (const [at, no, uuid] of [
    [1e300, 7, id],
    [-1e15, 7, id],
    [0.5, 7, id],
    [0, 1.5, id],
    [0, 2 ** 31, id],
    [0, 7, 'x'],
  ] as const)
    expect(() => open(at, no, uuid)).toThrow('must be a cursor of this list');
});

test('the row too many tells that there is more and is not shown', () => {
  const page = connectionOf([3, 2, 1], 2, null, String, (row) => row * 10);
  expect(page.nodes).toEqual([30, 20]);
  expect(page.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, startCursor: '3', endCursor: '2' });
  expect(connectionOf([], 2, '3', String, Number).pageInfo).toEqual({
    hasNextPage: false,
    hasPreviousPage: true,
    startCursor: null,
    endCursor: null,
  });
});
