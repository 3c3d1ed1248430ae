import { expect, test } from 'vitest';
import { createLinkTokens } from './link-token.ts';
import { createSecret } from './secret.ts';

const secret = createSecret('a secret that only tests are told, of some length');
const tokens = createLinkTokens(secret, 'confirm');
const expiresAt = new Date('2026-03-01T00:00:00Z');

test('a token gives back what it was made of, and fits into a path', () => {
  const token = tokens.sign({ address: 'ärger@example.com', no: 7 }, expiresAt);
  expect(token).toMatch(/^[\w-]+\.[\w-]+$/);
  expect(tokens.open(token)).toEqual({ claims: { address: 'ärger@example.com', no: 7 }, expiresAt });
});

test('a token of another purpose or secret, altered, cut or made up is none', () => {
  const token = tokens.sign(1, expiresAt);
  const other = createSecret('another secret that only tests are told, of length');
  expect(createLinkTokens(secret, 'preferences').open(token)).toBeNull();
  expect(createLinkTokens(other, 'confirm').open(token)).toBeNull();
  const [body = '', signature = ''] = token.split('.');
  const longer = Buffer.from(JSON.stringify([expiresAt.getTime() + 1, 1])).toString('base64url');
  for (const made of [`${longer}.${signature}`, body, `${token}.x`, `${body}.`, '', '.', 'x'.repeat(5_000)]) {
    expect(tokens.open(made), made.slice(0, 50)).toBeNull();
  }
});

test('a token without an end stays one, and every bit of a token counts', () => {
  const token = tokens.sign(['a', 1], null);
  expect(tokens.open(token)).toEqual({ claims: ['a', 1], expiresAt: null });
  const bytes = Buffer.from(token);
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const flipped = Buffer.from(bytes);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(tokens.open(flipped.toString('latin1')), `bit ${bit}`).toBeNull();
  }
});
