import { jwtVerify, SignJWT } from 'jose';
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

test('a token gives back its caller, for its part and its bytes', () => {
  expect(tokens.verify('email', tokens.sign('email', caller, body), body)).toEqual(caller);
});

test('a token of another part, of other bytes, of another key, or altered gives nobody', () => {
  const token = tokens.sign('email', caller, body);
  expect(tokens.verify('sms', token, body)).toBeNull();
  expect(tokens.verify('email', token, hashOf('other'))).toBeNull();
  expect(createTokens(createSecret('another secret that is long enough')).verify('email', token, body)).toBeNull();
  expect(tokens.verify('email', `${token.slice(0, -2)}AA`, body)).toBeNull();
  expect(tokens.verify('email', 'nonsense', body)).toBeNull();
});

const signed = (payload: object, header: { alg: string; typ?: string } = { alg: 'HS256' }) =>
  new SignJWT({ ...payload }).setProtectedHeader(header).sign(secret.keyFor('parts'));
const now = Math.floor(Date.now() / 1_000);
const claims = { caller, bodyHash: body, aud: 'email', iat: now, exp: now + 30 };

test('it is a JWT: a library that knows the key makes ones that are good, and reads ours', async () => {
  expect(tokens.verify('email', await signed(claims), body)).toEqual(caller);
  const { payload } = await jwtVerify(tokens.sign('email', caller, body), secret.keyFor('parts'), {
    audience: 'email',
  });
  expect(payload.caller).toEqual(caller);
});

test('a genuine signature is not enough: what is stale, of the future, without a claim or of another header gives nobody', async () => {
  const { exp: _, ...endless } = claims;
  const refused = [
    await signed({ ...claims, iat: now - 600, exp: now - 300 }),
    await signed({ ...claims, iat: now + 300, exp: now + 330 }),
    await signed(endless),
    await signed({ ...claims, caller: { ...caller, scopes: 'contacts:read' } }),
    await signed(claims, { alg: 'HS512' }),
    await signed(claims, { alg: 'HS256', typ: 'JWT' }),
  ];
  for (const token of refused) expect(tokens.verify('email', token, body)).toBeNull();
});

test('a token without a signature gives nobody', async () => {
  const [, payload] = (await signed(claims)).split('.');
  const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}`;
  for (const token of [none, `${none}.`, `${payload}.`, '.', ''])
    expect(tokens.verify('email', token, body)).toBeNull();
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
