import { createGateway } from '@ucp/gateway';
import { readContract } from '@ucp/gateway/contract';
import { explorerFolder } from '@ucp/gateway/explorer';
import { mountParts } from '@ucp/gateway/in-process';
import { createClock } from '@ucp/kit/clock';
import { createLog } from '@ucp/kit/log';
import { createSecret } from '@ucp/kit/secret';
import type { Configuration } from './configuration.ts';
import type { Databases } from './databases.ts';
import { type DemoAccount, openDemoAccount } from './demo-account.ts';
import { ensureDemo } from './demo-load.ts';
import type { Opening } from './first-query.ts';
import { tell } from './progress.ts';

export interface OneProcess {
  readonly account: DemoAccount;
  /** Opens the doors to the outside. */
  readonly listen: (opening: () => Opening | null) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** All parts in this process: migrated, following each other, the demo account loaded. */
export async function startOneProcess(
  configuration: Configuration,
  databases: Databases,
  folder: string,
): Promise<OneProcess> {
  const log = createLog('ucp', configuration.logLevel);
  const clock = createClock();
  const contract = readContract();
  const secret = createSecret(configuration.secret);
  const { parts, profile, stop } = await mountParts({
    databaseUrlOf: databases.urlOf,
    clock,
    secret,
    log,
    supergraphSdl: contract.supergraphSdl,
    publicUrl: configuration.publicUrl ?? configuration.url,
    allowPrivateSenders: configuration.allowPrivateSenders,
    notices: configuration.notices,
    audienceIndexBytes: configuration.audienceIndexBytes ?? undefined,
    mounted: (part) => tell(`${part} is migrated`),
  });
  const closing = [stop];
  const identity = parts.find(({ name }) => name === 'identity');
  if (identity === undefined) throw new Error('identity is not mounted');
  const account = await openDemoAccount(identity, folder);
  await ensureDemo({ folder, account, parts, profile, contract, secret, clock, log });
  return {
    account,
    listen: async (opening) => {
      const explorer = { folder: explorerFolder, opening };
      const gateway = await createGateway({
        parts,
        ...contract,
        documents: configuration.documents,
        secret,
        log,
        profile,
        clock,
        publicUrl: configuration.publicUrl,
        trustedProxies: configuration.trustedProxies,
        explorer,
      });
      closing.unshift(() => gateway.close());
      await gateway.listen({ port: configuration.port, host: configuration.host });
    },
    stop: async () => {
      for (const close of closing) await close();
    },
  };
}
