import { createHmac, createSecretKey, hash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Caller } from './caller.ts';
import type { Secret } from './secret.ts';

/** A token lives just long enough for one request to arrive; the receiver allows as much clock difference again. */
const lifetimeSeconds = 30;

const claims = z.object({
  bodyHash: z.string(),
  aud: z.string(),
  iat: z.number(),
  exp: z.number(),
  caller: z.object({
    account: z.number().int().min(0),
    actor: z.string(),
    role: z.string(),
    scopes: z.array(z.string()),
    requestId: z.string(),
    origin: z.string().nullable(),
    revs: z.record(z.string(), z.number()),
    at: z.number().optional(),
    question: z.string().optional(),
  }),
});

/** What a token is bound to: the bytes of the body, or for a streamed body its path. */
export const hashOf = (content: Buffer | string): string => hash('sha256', content, 'base64url');

export interface Tokens {
  /** A token for one request to one part: a JWT by HS256 under a key of its own purpose. */
  readonly sign: (part: string, caller: Caller, bodyHash: string) => string;
  /** The caller of a genuine, fresh token made for this part and these bytes; else null. */
  readonly verify: (part: string, token: string, bodyHash: string) => Caller | null;
}

/** The one header a token may have, so that none can choose how it is checked. */
const header = Buffer.from('{"alg":"HS256"}').toString('base64url');

/**
 * Every fetch has a token of its own, so signing is synchronous: handed to threads, as libraries for JWT do through WebCrypto, it
 * took a third of what a fetch costs.
 */
export function createTokens(secret: Secret): Tokens {
  const key = createSecretKey(secret.keyFor('parts'));
  const signatureOf = (signed: string): string => createHmac('sha256', key).update(signed).digest('base64url');
  const seconds = () => Math.floor(Date.now() / 1_000);
  return {
    sign: (part, caller, bodyHash) => {
      const iat = seconds();
      const payload = JSON.stringify({ caller, bodyHash, aud: part, iat, exp: iat + lifetimeSeconds });
      const signed = `${header}.${Buffer.from(payload).toString('base64url')}`;
      return `${signed}.${signatureOf(signed)}`;
    },
    verify: (part, token, bodyHash) => {
      const end = token.lastIndexOf('.');
      const signed = token.slice(0, end);
      // The text is compared and not the bytes it stands for: base64 has several spellings of the same bytes.
      const [given, own] = [Buffer.from(token.slice(end + 1)), Buffer.from(signatureOf(signed))];
      if (given.length !== own.length || !timingSafeEqual(given, own)) return null;
      if (!signed.startsWith(`${header}.`)) return null;
      const parsed = claims.safeParse(read(signed.slice(header.length + 1)));
      if (!parsed.success) return null;
      const { caller, aud, iat, exp, bodyHash: bound } = parsed.data;
      const now = seconds();
      const isFresh = exp > now - lifetimeSeconds && iat <= now + lifetimeSeconds;
      return isFresh && aud === part && bound === bodyHash ? caller : null;
    },
  };
}

/** Undefined for what is no JSON: even under a genuine signature it names nobody. */
function read(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
