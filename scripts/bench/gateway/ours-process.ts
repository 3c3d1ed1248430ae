// Our gateway: with its parts in this process, or over HTTP.
import { once } from 'node:events';
import { createGateway } from '@ucp/gateway';
import { readContract } from '@ucp/gateway/contract';
import { createClock } from '@ucp/kit/clock';
import { connectRemotely } from '@ucp/kit/remote-connection';
import { createTokens } from '@ucp/kit/token';
import { benchLog, benchSecret, type Installation, openParts } from './installation.ts';
import { replayed } from './replay.ts';

export interface OursOrder {
  readonly installation: Installation;
  readonly replay: boolean;
  /** Where parts answer our gateway, by part; null: they are in this process. */
  readonly signed: Readonly<Record<string, number>> | null;
}

const [{ installation, replay, signed }]: [OursOrder] = Object(await once(process, 'message'));
const tokens = createTokens(benchSecret);
const parts =
  signed === null
    ? (await openParts(installation)).subgraphs
    : Object.entries(signed).map(([name, port]) =>
        connectRemotely(name, `http://127.0.0.1:${port}`, tokens, 'gateway'),
      );
const gateway = await createGateway({
  parts,
  ...readContract(),
  secret: benchSecret,
  log: benchLog,
  profile: { databaseUrl: installation.databaseUrls.profile ?? '', clock: createClock() },
  publicUrl: null,
  explorer: null,
  background: false,
  // A part in another process replays there.
  around: (part) => (replay && (signed === null || part.name === 'profile') ? replayed(part) : part),
});
const origin = await gateway.listen({ port: 0, host: '127.0.0.1' });
process.send?.({ url: `${origin}/graphql` });
