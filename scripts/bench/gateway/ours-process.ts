// Our gateway: with its parts in this process, or over HTTP.
import { once } from 'node:events';
import { createGateway } from '@ucp/gateway';
import { readContract } from '@ucp/gateway/contract';
import { createProfile } from '@ucp/gateway/profile';
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
const common = { ...readContract(), secret: benchSecret, log: benchLog, clock: createClock() };
const openRemotely = async (ports: Readonly<Record<string, number>>) => {
  const subgraphs = Object.entries(ports).map(([name, port]) =>
    connectRemotely(name, `http://127.0.0.1:${port}`, tokens, 'gateway'),
  );
  const databaseUrl = installation.databaseUrls.profile ?? '';
  return { subgraphs, profile: await createProfile({ ...common, parts: subgraphs, databaseUrl }) };
};
const { subgraphs: parts, profile } = signed === null ? await openParts(installation) : await openRemotely(signed);
const gateway = await createGateway({
  ...common,
  parts,
  profile,
  publicUrl: null,
  explorer: null,
  // A part in another process replays there.
  around: (part) => (replay && (signed === null || part.name === 'profile') ? replayed(part) : part),
});
const origin = await gateway.listen({ port: 0, host: '127.0.0.1' });
process.send?.({ url: `${origin}/graphql` });
