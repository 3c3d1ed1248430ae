import { expect, onTestFinished, test, vi } from 'vitest';
import { readPartsHere } from './parts-here.ts';

const databaseUrl = 'postgresql://127.0.0.1/email';
const withDatabase = () => {
  vi.stubEnv('EMAIL_DATABASE_URL', databaseUrl);
  onTestFinished(() => void vi.unstubAllEnvs());
};

test.each([
  ['http://127.0.0.1:4102', { host: '127.0.0.1', port: 4102 }],
  ['http://parts.internal', { host: 'parts.internal', port: 80 }],
  ['http://[::1]:4102', { host: '::1', port: 4102 }],
])('a part is served where others reach it: %s', (origin, place) => {
  withDatabase();
  const here = readPartsHere({ email: origin }, {});
  expect(here.placeOf('email')).toEqual(place);
  expect([Object.keys(here.creators), here.databaseUrls]).toEqual([['email'], { email: databaseUrl }]);
});

test('a part that there is not, that is elsewhere too, that has no database or no place is refused at the start', () => {
  expect(() => readPartsHere({ fax: 'http://127.0.0.1:4102' }, {})).toThrow('PARTS_HERE: there is no part fax');
  expect(() => readPartsHere({ email: 'http://127.0.0.1:4102' }, {})).toThrow('EMAIL_DATABASE_URL');
  withDatabase();
  expect(() => readPartsHere({ email: 'http://127.0.0.1:4102' }, { email: 'http://10.0.0.2:4102' })).toThrow(
    'PARTS_HERE: the part email is in PARTS, too',
  );
  expect(() => readPartsHere({ email: 'https://127.0.0.1:4102' }, {})).toThrow('PARTS_HERE: email is served by http');
});
