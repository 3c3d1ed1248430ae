import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@ucp/kit/ports';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** A start that takes longer than this, in milliseconds, is stuck. */
const patience = 240_000;

export interface Installation {
  readonly url: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly account: string;
  /** What it said so far. */
  readonly said: () => string;
  readonly ask: (
    key: string,
    query: string,
    variables?: object,
  ) => Promise<{ readonly text: string; readonly data: ReturnType<typeof JSON.parse> }>;
  /** Ends it in order and gives its exit code. */
  readonly stop: () => Promise<number | null>;
  /** As a power cut would, all of its processes but PostgreSQL. Nothing happens where it has ended. */
  readonly kill: () => Promise<void>;
}

/** Starts the product by its own command, in processes of its own, with a data folder of its own. */
export async function startInstallation(options: {
  readonly folder: string;
  readonly split?: boolean;
  readonly environment?: Record<string, string>;
}): Promise<Installation> {
  const { folder, split = false, environment = {} } = options;
  const port = await freePort();
  const child = spawn(process.execPath, ['scripts/start.mjs', ...(split ? ['--split'] : [])], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DATA_FOLDER: folder, ...environment },
  });
  const said = await untilReady(child);
  const { url, keys, account } = JSON.parse(readFileSync(path.join(folder, 'demo.json'), 'utf8'));
  return {
    url,
    keys,
    account,
    said,
    ask: async (key, query, variables = {}) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, 'x-request-id': 'e2e' },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      return { text, data: JSON.parse(text).data };
    },
    stop: () => ended(child, () => process.kill(child.pid ?? 0, 'SIGTERM')),
    kill: async () => {
      await ended(child, () => process.kill(-(child.pid ?? 0), 'SIGKILL'));
    },
  };
}

/** @returns what it said, whenever asked */
function untilReady(child: ChildProcess): Promise<() => string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`it did not become ready:\n${said}`)), patience);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (!/Ready after[\s\S]*Keys.*\n/.test(said)) return;
      clearTimeout(timer);
      resolve(() => said);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`it ended with code ${code}:\n${said}`));
    });
  });
}

const ended = (child: ChildProcess, end: () => void): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode);
    child.once('exit', (code) => resolve(code));
    end();
  });
