// Our gateway: with its parts in this process, or over HTTP.
import { once } from 'node:events';
import { createGateway } from '@ucp/gateway';
import { readContract } from '@ucp/gateway/contract';
import { createProfile } from '@ucp/gateway/profile';
import type { Connection } from '@ucp/kit/connection';
import { connectRemotely } from '@ucp/kit/remote-connection';
import { createTokens } from '@ucp/kit/token';
import { benchLog, benchSecret, clockOf, type Installation, openParts } from './installation.ts';
import { replayed } from './replay.ts';
import { tellRooms } from './rooms.ts';

export interface OursOrder {
  readonly installation: Installation;
  readonly replay: boolean;
  /** Where parts answer our gateway, by part; null: they are in this process. */
  readonly signed: Readonly<Record<string, number>> | null;
  /** Whether the gateway's own part is in its process too, as the product has it; peers ask it over HTTP as any other. */
  readonly ownProfile: boolean;
}

const [{ installation, replay, signed, ownProfile }]: [OursOrder] = Object(await once(process, 'message'));
const tokens = createTokens(benchSecret);
const common = { ...readContract(), secret: benchSecret, log: benchLog, clock: clockOf(installation) };
const openRemotely = async (ports: Readonly<Record<string, number>>) => {
  const connect = (name: string) => connectRemotely(name, `http://127.0.0.1:${ports[name]}`, tokens, 'gateway');
  const subgraphs = Object.keys(ports).flatMap((name) => (name === 'profile' ? [] : [connect(name)]));
  const databaseUrl = installation.databaseUrls.profile ?? '';
  const profile = await createProfile({ ...common, parts: subgraphs, databaseUrl });
  return { subgraphs, profile, remoteProfile: ownProfile ? null : connect('profile') };
};
const {
  subgraphs: parts,
  profile,
  remoteProfile,
} = signed === null ? { ...(await openParts(installation)), remoteProfile: null } : await openRemotely(signed);
const around = (part: Pick<Connection, 'name' | 'execute'>) => {
  if (part.name === 'profile' && remoteProfile !== null) return remoteProfile;
  // A part in another process replays there.
  return replay && (signed === null || part.name === 'profile') ? replayed(part) : part;
};
const gateway = await createGateway({
  ...common,
  parts,
  profile,
  publicUrl: null,
  explorer: null,
  around,
});
const origin = await gateway.listen({ port: 0, host: '127.0.0.1' });
tellRooms();
process.send?.({ url: `${origin}/graphql` });
