import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createGateway } from '@ucp/gateway';
import { readContract } from '@ucp/gateway/contract';
import { mounts } from '@ucp/gateway/mounts';
import { createProfile, migrateProfile } from '@ucp/gateway/profile';
import { serviceCaller } from '@ucp/kit/caller';
import { createClock } from '@ucp/kit/clock';
import { createHttpServer } from '@ucp/kit/http-server';
import { createLog } from '@ucp/kit/log';
import { freePort } from '@ucp/kit/ports';
import { connectRemotely } from '@ucp/kit/remote-connection';
import { createSecret } from '@ucp/kit/secret';
import { createTestDatabase, type TestDatabase } from '@ucp/kit/testing/database';
import { createTokens } from '@ucp/kit/token';
import { programOf, programOptions } from '@ucp/scripts/program';
import type { Answer } from './system.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const master = 'the secret of processes that are started by tests';
const log = createLog('test', 'silent');

export interface PartProcess {
  readonly origin: string;
  readonly start: () => Promise<void>;
  /** In order, or with SIGKILL at once. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
  /** Frozen, it does nothing and notices nothing until it is let go on. */
  readonly freeze: () => void;
  readonly goOn: () => void;
}

/** Every subgraph as a process of its own, and a gateway of this process in front. */
export interface Processes {
  readonly url: string;
  readonly parts: Readonly<Record<string, PartProcess>>;
  /** A second process of a part on the same database, which only its jobs know of. Not started yet. */
  readonly twinOf: (part: string) => Promise<PartProcess>;
  /** Addresses of the parts' databases, by part. */
  readonly databaseUrls: Readonly<Record<string, string>>;
  /** Key of an administrator of an account of its own. */
  readonly key: string;
  /** The same of another account. */
  readonly otherKey: string;
  /** @param key default: that of the first account */
  readonly ask: (document: string, variables?: object, key?: string) => Promise<Omit<Answer, 'statements'>>;
  readonly stop: () => Promise<void>;
}

export async function startProcesses(): Promise<Processes> {
  const names = Object.keys(mounts);
  const ports = new Map<string, number>();
  for (const name of names) ports.set(name, await freePort());
  const origins = [...ports].map(([name, port]) => `${name}=http://127.0.0.1:${port}`).join(',');
  const profilePort = await freePort();
  const peers = `${origins},profile=http://127.0.0.1:${profilePort}`;
  const databases: TestDatabase[] = [];
  const parts: Record<string, PartProcess> = {};
  const twins: PartProcess[] = [];
  const databaseUrls: Record<string, string> = {};
  for (const [name, create] of Object.entries(mounts)) {
    const prepare = async (databaseUrl: string) =>
      (
        await create({
          databaseUrl,
          clock: createClock(),
          secret: createSecret(master),
          log,
          publicUrl: 'http://127.0.0.1',
        })
      ).stop();
    const database = await createTestDatabase({ template: name, prepare });
    databases.push(database);
    databaseUrls[name] = database.url;
    parts[name] = partProcess(name, ports.get(name) ?? 0, { DATABASE_URL: database.url, PEERS: peers });
  }
  await Promise.all(Object.values(parts).map((part) => part.start()));
  const tokens = createTokens(createSecret(master));
  const connections = names.map((name) => connectRemotely(name, parts[name]?.origin ?? '', tokens, 'gateway'));
  const profileDatabase = await createTestDatabase({ template: 'profile', prepare: migrateProfile });
  databases.push(profileDatabase);
  const common = { parts: connections, ...readContract(), secret: createSecret(master), log, clock: createClock() };
  const profile = await createProfile({ ...common, databaseUrl: profileDatabase.url });
  const served = createHttpServer(profile, tokens);
  await served.listen({ port: profilePort, host: '127.0.0.1' });
  profile.start();
  const gateway = await createGateway({
    ...common,
    profile,
    publicUrl: null,
    explorer: null,
  });
  const url = await gateway.listen({ port: 0, host: '127.0.0.1' });
  const identity = connections.find(({ name }) => name === 'identity');
  const openAccount = async (name: string): Promise<string> => {
    const query = 'mutation ($name: String!) { accountOpen(name: $name, roles: [ADMIN]) { keys } }';
    const opened = await identity?.execute({ query, variables: { name } }, serviceCaller('test'));
    return Object(opened?.data?.accountOpen).keys[0];
  };
  const [key, otherKey] = [await openAccount('one'), await openAccount('other')];
  return {
    url,
    parts,
    twinOf: async (name) => {
      const twin = partProcess(name, await freePort(), { DATABASE_URL: databaseUrls[name] ?? '', PEERS: peers });
      twins.push(twin);
      return twin;
    },
    databaseUrls,
    key,
    otherKey,
    ask: async (query, variables = {}, asking = key) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${asking}`, 'x-request-id': 'test' },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      return { ...JSON.parse(text), text, status: response.status };
    },
    stop: async () => {
      await gateway.close();
      await served.close();
      await profile.stop();
      await Promise.all(connections.map((connection) => connection.close()));
      await Promise.all([...twins, ...Object.values(parts)].map((part) => part.stop()));
      await Promise.all(databases.map((database) => database.drop()));
    },
  };
}

function partProcess(name: string, port: number, environment: Record<string, string>): PartProcess {
  const origin = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  return {
    origin,
    start: async () => {
      const program = await programOf(`subgraphs/${name}/src/main.ts`);
      child = spawn(process.execPath, [...programOptions, program], {
        cwd: root,
        stdio: 'ignore',
        env: {
          ...process.env,
          ...environment,
          UCP_SECRET: master,
          PORT: String(port),
          HOST: '127.0.0.1',
          LOG_LEVEL: 'silent',
          ALLOW_PRIVATE_SENDERS: 'true',
        },
      });
      for (let tries = 0; (await fetch(`${origin}/livez`).catch(() => null))?.ok !== true; tries++) {
        if (tries === 1_200) throw new Error(`${name} did not come up`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    stop: async (signal = 'SIGTERM') => {
      const running = child;
      child = null;
      if (running === null || running.exitCode !== null) return;
      await new Promise<void>((resolve) => {
        running.once('exit', () => resolve());
        running.kill(signal);
      });
    },
    freeze: () => void child?.kill('SIGSTOP'),
    goOn: () => void child?.kill('SIGCONT'),
  };
}
