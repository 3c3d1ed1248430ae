import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { binary } from './binaries.ts';
import { type Home, isRoot, nobody } from './home.ts';

/** User and group under which PostgreSQL's programs run; none given where we are no root ourselves. */
export const identity = (): { uid?: number; gid?: number } => (isRoot() ? { uid: nobody, gid: nobody } : {});

/** The superuser's password, made once and kept for our own eyes. */
export function passwordOf({ control }: Home): string {
  const file = path.join(control, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** Makes the cluster if it is not there. One that was begun and not finished is made anew. */
export function initialise(home: Home, durable: boolean): void {
  if (existsSync(path.join(home.data, 'PG_VERSION')) && existsSync(stampOf(home))) return;
  removeCluster(home);
  mkdirSync(home.data, { recursive: true, mode: 0o700 });
  const { uid, gid } = identity();
  if (uid !== undefined && gid !== undefined) chownSync(home.data, uid, gid);
  const passwordFile = `${home.data}.password.${process.pid}`;
  writeFileSync(passwordFile, `${passwordOf(home)}\n`, { mode: 0o600 });
  if (uid !== undefined && gid !== undefined) chownSync(passwordFile, uid, gid);
  // Under plain "C" lower('ÉÄ') changes nothing; the builtin C.UTF-8 needs no locale of the system.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const { status, stderr, error } = spawnSync(
    binary(home.native, 'initdb'),
    [
      '-D',
      home.data,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      ...locale,
      ...(durable ? [] : ['--no-sync', '--no-data-checksums']),
      // A password of 24 random bytes is not guessed, however fast one may try; hashed 4,096 times, each connection paid for it.
      '--set=scram_iterations=1',
    ],
    { ...identity(), cwd: path.dirname(home.data), encoding: 'utf8' },
  );
  rmSync(passwordFile, { force: true });
  if (status !== 0) throw new Error(`PostgreSQL could not be set up: ${error?.message ?? stderr.trim()}`);
  writeFileSync(stampOf(home), '');
}

/** Removes a cluster that no server runs on. The stamp goes first: what is left of one that was half removed is made anew. */
export function removeCluster(home: Home): void {
  rmSync(stampOf(home), { force: true });
  rmSync(home.data, { recursive: true, force: true });
}

/** Written when the cluster is whole. */
const stampOf = ({ control }: Home): string => path.join(control, 'initialised');
