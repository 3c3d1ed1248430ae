import './no-telemetry.ts';
import { readFileSync } from 'node:fs';
import { createClock } from '@ucp/kit/clock';
import { localOrigin, noticesOf, readEnvironment, settings } from '@ucp/kit/environment';
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
import { mountParts } from './sources/in-process.ts';
import { readPartsHere } from './sources/parts-here.ts';

/** Requests under way may finish within this many milliseconds of a stop. */
const grace = 8_000;

const environment = readEnvironment({
  PORT: settings.port,
  HOST: settings.host,
  UCP_SECRET: settings.secret,
  PARTS: settings.origins,
  PARTS_HERE: settings.origins,
  PROFILE_PORT: settings.port,
  PROFILE_HOST: settings.host,
  PUBLIC_URL: settings.publicUrl.optional(),
  TRUSTED_PROXIES: settings.networks,
  LOG_LEVEL: settings.logLevel,
  DATABASE_URL: settings.databaseUrl,
  EXPLORER_OPENING: z.string().optional(),
  ALLOW_PRIVATE_SENDERS: settings.flag,
  AUDIENCE_INDEX_MB: settings.megabytes.optional(),
  NOTICES_SMTP_URL: settings.smtpUrl.optional(),
  NOTICES_FROM: settings.sender.optional(),
  ...documentSettings,
});
const log = createLog('gateway', environment.LOG_LEVEL);
const secret = createSecret(environment.UCP_SECRET);
const tokens = createTokens(secret);
const here = readPartsHere(environment.PARTS_HERE, environment.PARTS);
const remote = Object.entries(environment.PARTS).map(([name, origin]) =>
  connectRemotely(name, origin, tokens, 'gateway'),
);
const { EXPLORER_OPENING: file } = environment;
const opening = file === undefined ? null : JSON.parse(readFileSync(file, 'utf8'));
const contract = readContract();
const common = { secret, log, clock: createClock() };
const { HOST: host, PORT: port, PUBLIC_URL: publicUrl } = environment;
const mounted = await mountParts({
  ...common,
  creators: here.creators,
  remote,
  supergraphSdl: contract.supergraphSdl,
  databaseUrlOf: (part) => here.databaseUrls[part] ?? environment.DATABASE_URL,
  publicUrl: publicUrl ?? localOrigin(host, port),
  allowPrivateSenders: environment.ALLOW_PRIVATE_SENDERS,
  audienceIndexBytes: environment.AUDIENCE_INDEX_MB,
  notices: noticesOf(environment.NOTICES_SMTP_URL, environment.NOTICES_FROM),
});
const { profile } = mounted;
// Parts in other processes follow and ask those of this one: automation, for example, who comes into segments.
const served = [
  { part: profile, at: { port: environment.PROFILE_PORT, host: environment.PROFILE_HOST } },
  ...mounted.parts.map((part) => ({ part, at: here.placeOf(part.name) })),
].map(({ part, at }) => ({ server: createHttpServer(part, tokens), at }));
const gateway = await createGateway({
  ...common,
  ...contract,
  parts: [...mounted.parts, ...remote],
  documents: readDocumentRules(environment),
  profile,
  publicUrl: publicUrl ?? null,
  trustedProxies: environment.TRUSTED_PROXIES,
  explorer: { folder: explorerFolder, opening: () => opening },
});
for (const { server, at } of served) await server.listen(at);
await gateway.listen({ port, host });
closeWithGrace({ delay: grace, logger: false }, async ({ err }) => {
  if (err !== undefined) log.error({ err }, 'stopping after a failure');
  await gateway.close();
  await Promise.all(served.map(({ server }) => server.close()));
  await mounted.stop();
  await Promise.all(remote.map((part) => part.close()));
});
