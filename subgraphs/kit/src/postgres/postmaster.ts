import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../ports.ts';
import { binary } from './binaries.ts';
import { identity, passwordOf } from './cluster.ts';
import type { Home } from './home.ts';

/** A server that recovers after a crash may take a while; in milliseconds. */
const startPatience = 60_000;
const stopPatience = 15_000;

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** The server that runs on this cluster, or null. A file left behind by a dead one is removed. */
export async function findPostmaster(home: Home): Promise<Postmaster | null> {
  const file = path.join(home.data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  const found = { pid: Number(pid), port: Number(port) };
  if (isAlive(found.pid) && (await becomesReady(home, found))) return found;
  if (!isAlive(found.pid)) rmSync(file, { force: true });
  return null;
}

const durableSettings = [
  // Memory for pages: a quarter of what a small machine can spare; tests are content with less.
  'shared_buffers=256MB',
  'max_wal_size=2GB',
  'wal_compression=on',
  // A table may grow from nothing to a million rows in a minute: plans follow.
  'autovacuum_naptime=10s',
];
const fleetingSettings = [
  'shared_buffers=128MB',
  // Nothing of a test outlives the run: no waiting for the disk.
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  // Each of the many databases of tests is looked at once in this time.
  'autovacuum_naptime=1min',
];

export async function startPostmaster(home: Home, durable: boolean): Promise<Postmaster> {
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    // What is compiled for a query of a few milliseconds costs more than it saves.
    'jit=off',
    ...(durable ? durableSettings : fleetingSettings),
  ];
  const logFile = path.join(home.control, 'postgres.log');
  const output = openSync(logFile, 'a', 0o600);
  const child = spawn(
    binary(home.native, 'postgres'),
    ['-D', home.data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...identity(), cwd: path.dirname(home.data), detached: true, stdio: ['ignore', output, output] },
  );
  closeSync(output);
  let failure: string | undefined;
  child.on('error', (error) => {
    failure = error.message;
  });
  child.unref();
  const started = { pid: child.pid ?? 0, port };
  if (failure === undefined && (await becomesReady(home, started))) return started;
  throw new Error(`PostgreSQL did not start: ${failure ?? lastLines(logFile)}`);
}

/** Ends the server; open connections are cut, what was committed stays. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid) && waited < stopPatience; waited += 20) await sleep(20);
}

export const urlOf = (home: Home, { port }: Postmaster, database: string): string =>
  `postgresql://postgres:${encodeURIComponent(passwordOf(home))}@127.0.0.1:${port}/${database}`;

async function becomesReady(home: Home, postmaster: Postmaster): Promise<boolean> {
  for (let waited = 0; waited < startPatience && isAlive(postmaster.pid); waited += 30) {
    const client = new pg.Client({
      connectionString: urlOf(home, postmaster, 'postgres'),
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', () => {});
    try {
      await client.connect();
      return true;
    } catch {
      await sleep(30);
    } finally {
      await client.end().catch(() => {});
    }
  }
  return false;
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A child of ours that ended is not gone before it is waited for. */
function isZombie(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/, ''));
  } catch {
    return false;
  }
}

const lastLines = (file: string): string => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-5).join('\n');
