// What runs before anything is installed: plain JavaScript on Node's own modules.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** pnpm 11 needs Node 22; corepack is not asked, as registries behind mirrors often serve no signatures. */
const pnpm = 'pnpm@10.34.9';
/** Written when what is locked has been installed. */
export const installedStamp = path.join(root, 'node_modules', '.installed');

/** Ends the process with a sentence when this Node is too old. */
export function demandNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node 20.19 or newer is needed, this is ${process.versions.node}.`);
  process.exit(1);
}

/** Installs exactly what is locked; does nothing when that is there already. */
export async function install() {
  const locked = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'].map((file) =>
    readFileSync(path.join(root, file)),
  );
  const wanted = createHash('sha256').update(Buffer.concat(locked)).digest('hex');
  if (existsSync(installedStamp) && readFileSync(installedStamp, 'utf8') === wanted) return;
  console.log('Installing what is locked, once …');
  const code = await run(
    'npx',
    ['--yes', pnpm, 'install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only'],
    {
      // Silent unless it fails: a wall of package names tells a newcomer nothing.
      quiet: true,
      environment: { CI: 'true' },
    },
  );
  if (code !== 0) process.exit(code);
  mkdirSync(path.dirname(installedStamp), { recursive: true });
  writeFileSync(installedStamp, wanted);
}

/**
 * Runs a command in the root folder; signals are passed on. Gives its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, environment?: Record<string, string> }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, { quiet = false, environment = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...environment },
    });
    const said = [];
    child.stdout?.on('data', (chunk) => said.push(chunk));
    child.stderr?.on('data', (chunk) => said.push(chunk));
    // Ctrl-C reaches the child by itself, as it is in our process group; other signals are passed on.
    const pass = (signal) => child.kill(signal);
    const ignore = () => {};
    process.on('SIGTERM', pass).on('SIGINT', ignore);
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code, signal) => {
      process.off('SIGTERM', pass).off('SIGINT', ignore);
      if (quiet && code !== 0) process.stderr.write(Buffer.concat(said));
      resolve(code ?? (signal === null ? 1 : 0));
    });
  });
}
