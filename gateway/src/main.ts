import './no-telemetry.ts';
import { readFileSync } from 'node:fs';
import { createClock } from '@ucp/kit/clock';
import { readEnvironment, settings } from '@ucp/kit/environment';
import { createHttpServer } from '@ucp/kit/http-server';
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
import { createProfile } from './profile/profile.ts';

/** Requests under way may finish within this many milliseconds of a stop. */
const grace = 8_000;

const environment = readEnvironment({
  PORT: settings.port,
  HOST: settings.host,
  UCP_SECRET: settings.secret,
  PARTS: settings.origins,
  PROFILE_PORT: settings.port,
  PROFILE_HOST: settings.host,
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
const supergraphSdl = readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8');
const common = { parts, supergraphSdl, secret, log, clock: createClock() };
const profile = await createProfile({ ...common, databaseUrl: environment.DATABASE_URL });
// Automation asks profile, and follows who comes into segments.
const served = createHttpServer(profile, tokens);
const gateway = await createGateway({
  ...common,
  ...readContract(),
  documents: readDocumentRules(environment),
  profile,
  publicUrl: environment.PUBLIC_URL ?? null,
  trustedProxies: environment.TRUSTED_PROXIES,
  explorer: { folder: explorerFolder, opening: () => opening },
});
await served.listen({ port: environment.PROFILE_PORT, host: environment.PROFILE_HOST });
profile.start();
await gateway.listen({ port: environment.PORT, host: environment.HOST });
closeWithGrace({ delay: grace, logger: false }, async ({ err }) => {
  if (err !== undefined) log.error({ err }, 'stopping after a failure');
  await gateway.close();
  await served.close();
  await profile.stop();
  await Promise.all(parts.map((part) => part.close()));
});
