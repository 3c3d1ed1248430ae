import closeWithGrace from 'close-with-grace';
import { createClock } from './clock.ts';
import { noticesOf, readEnvironment, settings } from './environment.ts';
import { createHttpServer } from './http-server.ts';
import { createLog } from './log.ts';
import { connectRemotely } from './remote-connection.ts';
import { createSecret } from './secret.ts';
import type { CreateSubgraph } from './subgraph.ts';
import { createTokens } from './token.ts';

/** Requests under way may finish within this many milliseconds of a stop. */
const grace = 8_000;

/**
 * Runs one subgraph as a process of its own. Environment: `DATABASE_URL`, `UCP_SECRET`, `PORT`, `HOST`, in `PEERS` the
 * origins of the other parts, in `PUBLIC_URL` that of the gateway, in `ALLOW_PRIVATE_SENDERS` whether senders may lead into the network we run in, in
 * `AUDIENCE_INDEX_MB` how much memory its audience indexes may take, and in `NOTICES_SMTP_URL` and `NOTICES_FROM` how mail to staff leaves. Ends itself in order on SIGTERM.
 */
export async function runSubgraph(name: string, create: CreateSubgraph): Promise<void> {
  const environment = readEnvironment({
    DATABASE_URL: settings.databaseUrl,
    UCP_SECRET: settings.secret,
    PORT: settings.port,
    HOST: settings.host,
    PEERS: settings.origins,
    LOG_LEVEL: settings.logLevel,
    PUBLIC_URL: settings.publicUrl.default('http://127.0.0.1:4000'),
    ALLOW_PRIVATE_SENDERS: settings.flag,
    AUDIENCE_INDEX_MB: settings.megabytes.optional(),
    NOTICES_SMTP_URL: settings.smtpUrl.optional(),
    NOTICES_FROM: settings.sender.optional(),
  });
  const log = createLog(name, environment.LOG_LEVEL);
  const secret = createSecret(environment.UCP_SECRET);
  const tokens = createTokens(secret);
  const subgraph = await create({
    databaseUrl: environment.DATABASE_URL,
    clock: createClock(),
    secret,
    log,
    publicUrl: environment.PUBLIC_URL,
    allowPrivateSenders: environment.ALLOW_PRIVATE_SENDERS,
    audienceIndexBytes: environment.AUDIENCE_INDEX_MB,
    notices: noticesOf(environment.NOTICES_SMTP_URL, environment.NOTICES_FROM),
  });
  const peers = Object.entries(environment.PEERS).filter(([peer]) => peer !== name);
  const connections = peers.map(([peer, origin]) => connectRemotely(peer, origin, tokens, name));
  for (const connection of connections) subgraph.meet(connection);
  await subgraph.start();
  const server = createHttpServer(subgraph, tokens);
  await server.listen({ port: environment.PORT, host: environment.HOST });
  log.info({ port: environment.PORT }, 'listening');
  closeWithGrace({ delay: grace, logger: false }, async ({ err }) => {
    if (err !== undefined) log.error({ err }, 'stopping after a failure');
    await server.close();
    await subgraph.stop();
    await Promise.all(connections.map((connection) => connection.close()));
  });
}
