import { createHash } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Caller } from './caller.ts';
import type { Secret } from './secret.ts';

/** A token lives just long enough for one request to arrive; the receiver allows as much clock difference again. */
const lifetimeSeconds = 30;

const claims = z.object({
  bodyHash: z.string(),
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
export const hashOf = (content: Buffer | string): string => createHash('sha256').update(content).digest('base64url');

export interface Tokens {
  /** A token for one request to one part, by HS256 under a key of its own purpose. */
  readonly sign: (part: string, caller: Caller, bodyHash: string) => Promise<string>;
  /** The caller of a genuine, fresh token made for this part and these bytes; else null. */
  readonly verify: (part: string, token: string, bodyHash: string) => Promise<Caller | null>;
}

export function createTokens(secret: Secret): Tokens {
  const key = secret.keyFor('parts');
  return {
    sign: (part, caller, bodyHash) =>
      new SignJWT({ caller, bodyHash })
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(part)
        .setIssuedAt()
        .setExpirationTime(`${lifetimeSeconds}s`)
        .sign(key),
    verify: async (part, token, bodyHash) => {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          audience: part,
          clockTolerance: lifetimeSeconds,
          requiredClaims: ['exp', 'iat'],
        });
        const parsed = claims.parse(payload);
        return parsed.bodyHash === bodyHash ? parsed.caller : null;
      } catch {
        return null;
      }
    },
  };
}
