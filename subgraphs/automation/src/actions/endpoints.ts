import { randomBytes } from 'node:crypto';
import type { Database } from '@ucp/kit/database';
import { codeOf } from '@ucp/kit/database-errors';
import { badInput, notFound } from '@ucp/kit/errors';
import { recordId, recordNoOf } from '@ucp/kit/ids';
import { type Secret, seal, unseal } from '@ucp/kit/secret';
import { isPrivateHost } from '@ucp/kit/sender-hosts';
import { definitionLimits, limits } from '../domain/limits.ts';
import { archiveEndpoint, type EndpointRow, endpointsByNo, endpointsOf, insertEndpoint } from '../store/endpoints.ts';

export const endpointId = (account: number, endpointNo: number): string => recordId('hook', account, endpointNo);
export const endpointNoOf = (account: number, id: string): number | null => recordNoOf('hook', account, id);

/** Bytes of a secret, as Standard Webhooks ask for: 24 to 64. */
const secretBytes = 32;

/** Where webhooks of workflows go. What is wrong is thrown as CodedError. */
export interface Endpoints {
  /** By name. */
  readonly list: (account: number, archived: boolean) => Promise<EndpointRow[]>;
  /** `secret` is told this once. */
  readonly create: (
    account: number,
    name: string,
    url: string,
  ) => Promise<{ readonly endpoint: EndpointRow; readonly secret: string }>;
  readonly archive: (account: number, id: string) => Promise<EndpointRow>;
  /** Where to send, and the secret to sign by. Null: there is none, or it is archived. */
  readonly open: (
    account: number,
    endpointNo: number,
  ) => Promise<{ readonly url: string; readonly secret: string } | null>;
}

/** @param allowPrivate also addresses of the network we run in, and http */
export function createEndpoints(options: {
  readonly db: Database;
  readonly secret: Secret;
  readonly allowPrivate: boolean;
}): Endpoints {
  const { db, allowPrivate } = options;
  const key = options.secret.keyFor('webhook-endpoints');
  return {
    list: (account, archived) => endpointsOf(db, account, archived),
    create: async (account, name, url) => {
      if (name.trim() === '' || name.length > limits.name)
        throw badInput(['name'], `A name has 1 to ${limits.name} characters, got ${name.length}`);
      checkUrl(url, allowPrivate);
      const secret = `whsec_${randomBytes(secretBytes).toString('base64')}`;
      try {
        const given = { name: name.trim(), url, secret: seal(key, secret) };
        const endpoint = await db.transaction((tx) => insertEndpoint(tx, account, given, limits.endpoints));
        if (endpoint === null)
          throw badInput(null, `An account has at most ${limits.endpoints} endpoints in use; archive one first`);
        return { endpoint, secret };
      } catch (error) {
        if (codeOf(error) !== '23505') throw error;
        throw badInput(['name'], `An endpoint of the name "${name.trim()}" is there already; names are unique`);
      }
    },
    archive: async (account, id) => {
      const no = endpointNoOf(account, id);
      const row = no === null ? null : await db.transaction((tx) => archiveEndpoint(tx, account, no));
      if (row === null) throw notFound(['id'], 'The account has no endpoint of this id');
      return row;
    },
    open: async (account, endpointNo) => {
      const [row] = await endpointsByNo(db, account, [endpointNo]);
      return row === undefined || row.archivedAt !== null ? null : { url: row.url, secret: unseal(key, row.secret) };
    },
  };
}

function checkUrl(text: string, allowPrivate: boolean): void {
  const refused = (message: string) => badInput(['url'], `${message}, got "${text.slice(0, limits.name)}"`);
  if (!URL.canParse(text) || text.length > definitionLimits.link)
    throw refused(`"url" is an address of at most ${definitionLimits.link} characters`);
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '')
    throw badInput(['url'], '"url" has no user and no password in it: webhooks are signed');
  if (protocol !== 'https:' && !(allowPrivate && protocol === 'http:')) throw refused('"url" is https');
  if (!allowPrivate && isPrivateHost(hostname)) throw refused('"url" is an address of the public internet');
}
