import { type Caller, serviceCaller } from '@ucp/kit/caller';
import type { Connection } from '@ucp/kit/connection';
import { CodedError } from '@ucp/kit/errors';
import { hashOf } from '@ucp/kit/token';
import { limits } from '../limits.ts';

type Principal = Pick<Caller, 'account' | 'actor' | 'role' | 'scopes'>;

export interface Principals {
  /** Who holds the key of an `Authorization: Bearer …` header. @throws CodedError UNAUTHENTICATED, SUBGRAPH_UNAVAILABLE */
  readonly of: (authorization: string | undefined) => Promise<Principal>;
}

const document = 'query ($hash: String!) { principalOfKey(hash: $hash) { account actor role scopes } }';
const refused = () =>
  new CodedError(
    'UNAUTHENTICATED',
    'Send a key of your account as "Authorization: Bearer ucp_…"; the one that came, if any, is not known.',
  );

/** Asks identity whom a key stands for, and remembers the answer for a moment. Keys travel as hashes only. */
export function createPrincipals(identity: Pick<Connection, 'execute'>): Principals {
  const known = new Map<string, { readonly principal: Promise<Principal | null>; readonly until: number }>();

  const ask = async (hash: string): Promise<Principal | null> => {
    const { data, errors } = await identity.execute({ query: document, variables: { hash } }, serviceCaller('gateway'));
    if (data === null || data === undefined || errors !== undefined) {
      throw new CodedError('SUBGRAPH_UNAVAILABLE', 'Keys cannot be checked at the moment. Try again in a few seconds.');
    }
    const principal: unknown = data.principalOfKey;
    return principal === null ? null : { ...(principal as Principal) };
  };

  return {
    of: async (authorization) => {
      const secret = /^Bearer (\S{1,200})$/i.exec(authorization ?? '')?.[1];
      if (secret === undefined) throw refused();
      const hash = hashOf(secret);
      const now = performance.now();
      let entry = known.get(hash);
      if (entry === undefined || entry.until < now) {
        if (known.size >= limits.keysCached) known.clear();
        entry = { principal: ask(hash), until: now + limits.keyCache };
        known.set(hash, entry);
        // A failure is not remembered.
        entry.principal.catch(() => known.delete(hash));
      }
      const principal = await entry.principal;
      if (principal === null) throw refused();
      return principal;
    },
  };
}
