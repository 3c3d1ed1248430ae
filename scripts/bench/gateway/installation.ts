import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readContract } from '@ucp/gateway/contract';
import { mountParts } from '@ucp/gateway/in-process';
import { type Caller, serviceCaller } from '@ucp/kit/caller';
import { type Clock, createClock } from '@ucp/kit/clock';
import type { Connection } from '@ucp/kit/connection';
import { createLog } from '@ucp/kit/log';
import { startEmbeddedPostgres } from '@ucp/kit/postgres/embedded';
import { createSecret } from '@ucp/kit/secret';
import { hashOf } from '@ucp/kit/token';
import { openDemoAccount } from '../../serve/demo-account.ts';
import { ensureDemo } from '../../serve/demo-load.ts';

const folder = fileURLToPath(new URL('../../../.data/bench/gateway', import.meta.url));

/** What every process of the bench is told of the data. */
export interface Installation {
  /** By part. */
  readonly databaseUrls: Readonly<Record<string, string>>;
  /** Of the demo account's administrator. */
  readonly key: string;
  /** Milliseconds since 1970: what counts as now for everybody. */
  readonly moment: number;
}

/**
 * A clock that stands still, but for what a question takes on its way to the database: each process answers as of the same moment.
 * Otherwise some score would lose a day, or a window an event, between the answers that are compared.
 */
export const clockOf = ({ moment }: Pick<Installation, 'moment'>): Clock => ({
  offset: () => moment - Date.now(),
  setOffset: () => {
    throw new Error('the clock of a bench stands still');
  },
});

export const benchSecret = createSecret('of benches only, long enough to be one');
export const benchLog = createLog('bench', 'error');
const parts = ['identity', 'email', 'sms', 'automation', 'profile'];

/** The demo account in databases of the bench, loaded once and kept. */
export async function openInstallation(): Promise<
  Installation & {
    /** Of a database of nobody's, for whoever has everything in one. */
    readonly oneUrl: string;
    readonly release: () => Promise<void>;
  }
> {
  mkdirSync(folder, { recursive: true });
  const postgres = await startEmbeddedPostgres({ folder: `${folder}/postgres`, durable: true });
  for (const part of parts) await postgres.ensureDatabase(`gateway_${part}`);
  const databaseUrls = Object.fromEntries(parts.map((part) => [part, postgres.urlFor(`gateway_${part}`)]));
  const clock = createClock();
  const options = { clock, secret: benchSecret, log: benchLog, publicUrl: 'http://127.0.0.1' };
  const contract = readContract();
  const mounted = await mountParts({ ...options, ...contract, databaseUrlOf: (part) => databaseUrls[part] ?? '' });
  try {
    const identity = mounted.parts.find(({ name }) => name === 'identity');
    if (identity === undefined) throw new Error('identity is not mounted');
    const account = await openDemoAccount(identity, folder);
    await ensureDemo({ folder, account, ...mounted, contract, ...options });
    await postgres.ensureDatabase('gateway_one');
    const oneUrl = postgres.urlFor('gateway_one');
    return { databaseUrls, key: account.keys.admin, moment: Date.now(), oneUrl, release: postgres.release };
  } finally {
    await mounted.stop();
  }
}

/** All parts in this process, the gateway's own included; none does anything by itself. */
export async function openParts({ databaseUrls, key, moment }: Installation) {
  const options = { clock: clockOf({ moment }), secret: benchSecret, log: benchLog, publicUrl: 'http://127.0.0.1' };
  const mounted = await mountParts({
    ...options,
    ...readContract(),
    databaseUrlOf: (part) => databaseUrls[part] ?? '',
    background: false,
  });
  const identity = mounted.parts.find(({ name }) => name === 'identity');
  if (identity === undefined) throw new Error('identity is not mounted');
  return { subgraphs: mounted.parts, profile: mounted.profile, caller: await callerOf(identity, key) };
}

/** Whom the parts answer where the peer before them knows no keys. */
async function callerOf(identity: Connection, key: string): Promise<Caller> {
  const query = 'query ($hash: String!) { principalOfKey(hash: $hash) { account actor role scopes } }';
  const { data } = await identity.execute({ query, variables: { hash: hashOf(key) } }, serviceCaller('bench'));
  return { ...Object(data?.principalOfKey), requestId: 'bench', origin: 'http://127.0.0.1', revs: {} };
}
