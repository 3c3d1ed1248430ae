import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import type { Caller } from './caller.ts';
import { createSecret, seal, unseal } from './secret.ts';
import { createTokens, hashOf } from './token.ts';

const caller: Caller = {
  account: 7,
  actor: 'key:1',
  role: 'ADMIN',
  scopes: ['contacts:read'],
  requestId: 'r',
  origin: 'https://ucp.example.com',
  revs: { identity: 3 },
  question: 'one of a client',
};
const secret = createSecret('a secret that is long enough to be one');
const tokens = createTokens(secret);
const body = hashOf('{"query":"{ a }"}');

test('a token gives back its caller, for its part and its bytes', async () => {
  expect(await tokens.verify('email', await tokens.sign('email', caller, body), body)).toEqual(caller);
});

test('a token of another part, of other bytes, of another key, or altered gives nobody', async () => {
  const token = await tokens.sign('email', caller, body);
  expect(await tokens.verify('sms', token, body)).toBeNull();
  expect(await tokens.verify('email', token, hashOf('other'))).toBeNull();
  expect(
    await createTokens(createSecret('another secret that is long enough')).verify('email', token, body),
  ).toBeNull();
  expect(await tokens.verify('email', `${token.slice(0, -2)}AA`, body)).toBeNull();
  expect(await tokens.verify('email', 'nonsense', body)).toBeNull();
});

test('a stale token and one without a signature give nobody', async () => {
  const stale = await new SignJWT({ caller, bodyHash: body })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience('email')
    .setIssuedAt(Math.floor(Date.now() / 1000) - 600)
    .setExpirationTime(Math.floor(Date.now() / 1000) - 300)
    .sign(secret.keyFor('parts'));
  expect(await tokens.verify('email', stale, body)).toBeNull();
  const [, claims] = stale.split('.');
  const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
  expect(await tokens.verify('email', none, body)).toBeNull();
});

test('a sealed text is opened by its own key only, and not when altered', () => {
  const key = secret.keyFor('sources');
  const sealed = seal(key, 'auth token');
  expect(unseal(key, sealed)).toBe('auth token');
  expect(() => unseal(secret.keyFor('parts'), sealed)).toThrow();
  sealed[20] = (sealed[20] ?? 0) ^ 1;
  expect(() => unseal(key, sealed)).toThrow();
});

test('a master secret that is too short is refused with its length', () => {
  expect(() => createSecret('short')).toThrow('at least 32 characters, got 5');
});
