import './no-telemetry.ts';
import { readFileSync } from 'node:fs';
import { createClock } from '@ucp/kit/clock';
import { readEnvironment, settings } from '@ucp/kit/environment';
import { createLog } from '@ucp/kit/log';
import { connectRemotely } from '@ucp/kit/remote-connection';
import { createSecret } from '@ucp/kit/secret';
import { createTokens } from '@ucp/kit/token';
import closeWithGrace from 'close-with-grace';
import { z } from 'zod';
import { documentSettings, readDocumentRules } from './access/document-settings.ts';
import { readContract } from './contract.ts';
import { explorerFolder } from './explorer/build.ts';
import { createGateway } from './gateway.ts';

/** Requests under way may finish within this many milliseconds of a stop. */
const grace = 8_000;

const environment = readEnvironment({
  PORT: settings.port,
  HOST: settings.host,
  UCP_SECRET: settings.secret,
  PARTS: settings.origins,
  PUBLIC_URL: z.string().optional(),
  TRUSTED_PROXIES: settings.networks,
  LOG_LEVEL: settings.logLevel,
  DATABASE_URL: settings.databaseUrl,
  EXPLORER_OPENING: z.string().optional(),
  ...documentSettings,
});
const log = createLog('gateway', environment.LOG_LEVEL);
const secret = createSecret(environment.UCP_SECRET);
const tokens = createTokens(secret);
const parts = Object.entries(environment.PARTS).map(([name, origin]) =>
  connectRemotely(name, origin, tokens, 'gateway'),
);
const { EXPLORER_OPENING: file } = environment;
const opening = file === undefined ? null : JSON.parse(readFileSync(file, 'utf8'));
const gateway = await createGateway({
  parts,
  ...readContract(),
  documents: readDocumentRules(environment),
  secret,
  log,
  profile: { databaseUrl: environment.DATABASE_URL, clock: createClock() },
  publicUrl: environment.PUBLIC_URL ?? null,
  trustedProxies: environment.TRUSTED_PROXIES,
  explorer: { folder: explorerFolder, opening: () => opening },
});
await gateway.listen({ port: environment.PORT, host: environment.HOST });
closeWithGrace({ delay: grace, logger: false }, async ({ err }) => {
  if (err !== undefined) log.error({ err }, 'stopping after a failure');
  await gateway.close();
  await Promise.all(parts.map((part) => part.close()));
});
