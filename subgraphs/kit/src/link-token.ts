import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secret } from './secret.ts';

/** What a link carries: claims that its maker reads again, and until when it works. */
export interface LinkClaims {
  readonly claims: unknown;
  readonly expiresAt: Date;
}

export interface LinkTokens {
  /** A token for a path: letters, digits, dashes, underscores and one dot. Who holds it may do the one thing it is for. */
  readonly sign: (claims: unknown, expiresAt: Date) => string;
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
  const signatureOf = (body: string): Buffer => createHmac('sha256', key).update(body).digest();
  return {
    sign: (claims, expiresAt) => {
      const body = Buffer.from(JSON.stringify([expiresAt.getTime(), claims])).toString('base64url');
      return `${body}.${signatureOf(body).toString('base64url')}`;
    },
    open: (token) => {
      const [body = '', signature = '', ...more] = token.length > tokenLimit ? [] : token.split('.');
      const given = Buffer.from(signature, 'base64url');
      const own = signatureOf(body);
      if (more.length > 0 || given.length !== own.length || !timingSafeEqual(given, own)) return null;
      const [expiresAt, claims]: unknown[] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
      return { claims, expiresAt: new Date(Number(expiresAt)) };
    },
  };
}
