import { expect, test } from 'vitest';
import { localOrigin } from './environment.ts';

test.each([
  ['127.0.0.1', 'http://127.0.0.1:4000'],
  ['0.0.0.0', 'http://127.0.0.1:4000'],
  ['::', 'http://127.0.0.1:4000'],
  ['::1', 'http://[::1]:4000'],
])('what listens at %s is reached at an address that a link may have', (host, origin) => {
  expect(localOrigin(host, 4_000)).toBe(origin);
});
