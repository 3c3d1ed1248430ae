import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createGateway, type GatewayOptions } from '@ucp/gateway';
import type { Contract } from '@ucp/gateway/contract';
import type { Clock } from '@ucp/kit/clock';
import type { Logger } from '@ucp/kit/log';
import type { Secret } from '@ucp/kit/secret';
import type { Subgraph } from '@ucp/kit/subgraph';
import { createClient } from '../demo/client.ts';
import { type LoadState, loadDemo, newLoadState } from '../demo/load.ts';
import type { DemoAccount } from './demo-account.ts';
import { tell } from './progress.ts';

/** Loads the demo when its account was made just now, or goes on with a load that was cut off. */
export async function ensureDemo(options: {
  readonly folder: string;
  readonly account: DemoAccount;
  readonly parts: readonly Subgraph[];
  readonly profile: GatewayOptions['profile'];
  readonly contract: Contract;
  readonly secret: Secret;
  readonly clock: Clock;
  readonly log: Logger;
}): Promise<void> {
  const { folder, account, parts, profile, contract, secret, clock, log } = options;
  const file = path.join(folder, 'demo-loading.json');
  if (!account.created && !existsSync(file)) return;
  const state: LoadState = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : newLoadState(Date.now());
  writeFileSync(file, JSON.stringify(state), { mode: 0o600 });
  tell('Loading the demo account through the doors, once …');
  // Nobody else should see an account that is half there: the doors open on a port of the loader's own.
  const gateway = await createGateway({
    parts,
    ...contract,
    secret,
    log,
    profile,
    clock,
    publicUrl: null,
    explorer: null,
  });
  try {
    const url = await gateway.listen({ port: 0, host: '127.0.0.1' });
    await loadDemo({ client: createClient(url, account.keys.admin), clock, state, tell });
  } finally {
    await gateway.close();
  }
  rmSync(file);
}
