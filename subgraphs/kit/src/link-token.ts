import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secret } from './secret.ts';

/** What a link carries: claims that its maker reads again, and until when it works; null: for ever. */
export interface LinkClaims {
  readonly claims: unknown;
  readonly expiresAt: Date | null;
}

export interface LinkTokens {
  /** A token for a path: letters, digits, dashes, underscores and one dot. Who holds it may do the one thing it is for. */
  readonly sign: (claims: unknown, expiresAt: Date | null) => string;
  /** Null for anything that `sign` of the same purpose did not make. Whether it has expired is for the reader to compare. */
  readonly open: (token: string) => LinkClaims | null;
}

/** Longest token that is looked at, in characters. */
const tokenLimit = 2_000;

/**
 * Tokens of links that people follow without login: signed by HMAC-SHA256 under a key of the purpose, so that a token for one
 * purpose is none for another. The claims can be read by whoever holds the link: nothing secret belongs there.
 */
export function createLinkTokens(secret: Secret, purpose: string): LinkTokens {
  const key = secret.keyFor(`link/${purpose}`);
  const signatureOf = (body: string): string => createHmac('sha256', key).update(body).digest('base64url');
  return {
    sign: (claims, expiresAt) => {
      const body = Buffer.from(JSON.stringify([expiresAt?.getTime() ?? 0, claims])).toString('base64url');
      return `${body}.${signatureOf(body)}`;
    },
    open: (token) => {
      const [body = '', signature = '', ...more] = token.length > tokenLimit ? [] : token.split('.');
      // The text is compared and not the bytes it stands for: base64 has several spellings of the same bytes.
      const [given, own] = [Buffer.from(signature), Buffer.from(signatureOf(body))];
      if (more.length > 0 || given.length !== own.length || !timingSafeEqual(given, own)) return null;
      const [until, claims]: unknown[] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
      return { claims, expiresAt: until === 0 ? null : new Date(Number(until)) };
    },
  };
}
