import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { mounts } from '@ucp/gateway/mounts';
import { freePort } from '@ucp/kit/ports';
import { programOf, programOptions } from '../program.mjs';
import type { Configuration } from './configuration.ts';
import type { Databases } from './databases.ts';
import type { Opening } from './first-query.ts';
import { tell } from './progress.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** A part that has not come up within this many milliseconds does not. */
const patience = 30_000;

export interface SplitProcesses {
  readonly stop: () => Promise<void>;
}

/** The gateway and every part as a process of its own, but for those that are with the gateway, over HTTP on loopback. Ends when one of them ends. */
export async function startSplit(
  configuration: Configuration,
  databases: Databases,
  folder: string,
  opening: Opening | null,
  ended: (name: string, code: number | null) => void,
): Promise<SplitProcesses> {
  const ports = new Map<string, number>();
  for (const part of Object.keys(mounts)) ports.set(part, await freePort());
  const profilePort = await freePort();
  const originsOf = (some: Iterable<readonly [string, number]>) =>
    [...some].map(([part, port]) => `${part}=http://127.0.0.1:${port}`).join(',');
  const openingFile = path.join(folder, 'opening.json');
  writeFileSync(openingFile, JSON.stringify(opening), { mode: 0o600 });
  const common = { UCP_SECRET: configuration.secret, LOG_LEVEL: configuration.logLevel };
  const children: ChildProcess[] = [];
  let stopping = false;
  const run = async (name: string, entry: string, environment: Record<string, string>) => {
    const child = spawn(process.execPath, [...programOptions, await programOf(entry)], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...common, ...environment },
    });
    child.on('exit', (code) => {
      if (!stopping) ended(name, code);
    });
    children.push(child);
    tell(`${name} is process ${child.pid}`);
  };
  const withGateway = configuration.partsWithGateway;
  const here = [...ports].filter(([part]) => withGateway.includes(part));
  const away = [...ports].filter(([part]) => !withGateway.includes(part));
  for (const [part, port] of away) {
    await run(part, `subgraphs/${part}/src/main.ts`, {
      DATABASE_URL: databases.urlOf(part),
      PORT: String(port),
      HOST: '127.0.0.1',
      PEERS: `${originsOf(ports)},profile=http://127.0.0.1:${profilePort}`,
      PUBLIC_URL: configuration.publicUrl ?? configuration.url,
      ALLOW_PRIVATE_SENDERS: String(configuration.allowPrivateSenders),
    });
  }
  await Promise.all(away.map(([, port]) => isUp(`http://127.0.0.1:${port}/livez`)));
  const { host, port, publicUrl, trustedProxies } = configuration;
  await run('gateway', 'gateway/src/main.ts', {
    PORT: String(port),
    HOST: host,
    PARTS: originsOf(away),
    PARTS_HERE: originsOf(here),
    ...Object.fromEntries(here.map(([part]) => [`${part.toUpperCase()}_DATABASE_URL`, databases.urlOf(part)])),
    ALLOW_PRIVATE_SENDERS: String(configuration.allowPrivateSenders),
    PROFILE_PORT: String(profilePort),
    PROFILE_HOST: '127.0.0.1',
    DATABASE_URL: databases.urlOf('profile'),
    PUBLIC_URL: publicUrl ?? '',
    TRUSTED_PROXIES: trustedProxies.join(','),
    EXPLORER_OPENING: openingFile,
  });
  await isUp(`${configuration.url}/readyz`);
  return {
    stop: async () => {
      stopping = true;
      await Promise.all(children.map(end));
    },
  };
}

const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

async function isUp(url: string): Promise<void> {
  const until = performance.now() + patience;
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok === true) return;
    if (performance.now() > until) throw new Error(`${url} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
