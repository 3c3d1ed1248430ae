import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { librariesLinked, nativeFolder } from './binaries.ts';

/** PostgreSQL refuses to run as root; its processes get this user and group, by tradition "nobody". */
export const nobody = 65_534;

export const isRoot = (): boolean => process.getuid?.() === 0;

/** Where one cluster and its binaries live. */
export interface Home {
  readonly native: string;
  /** Files of ours: the lock, the password, who uses the cluster. */
  readonly control: string;
  /** Files of PostgreSQL. */
  readonly data: string;
}

/** The file system in memory that Linux has for everybody. */
const memory = '/dev/shm';
/** Bytes free there without which a cluster is kept on disk: the tests take a tenth, those of `npm run test:full` some more. */
const roomInMemory = 4 * 2 ** 30;

/**
 * The home of the cluster named by `folder`. Run as root, PostgreSQL runs as nobody, who cannot pass through a closed
 * home directory: then binaries and data live in the system's own temporary place under an id that `folder` keeps.
 * @param durable false: data are in memory where there is room. A database is some five hundred files, and where hundreds of
 * databases are made and dropped a disk took a third of PostgreSQL's processor time to find names for them
 */
export function homeOf(folder: string, durable: boolean): Home {
  mkdirSync(folder, { recursive: true });
  const native = nativeFolder();
  const reachable = !isRoot() || (isOpen(native) && isOpen(folder));
  const linkable = librariesLinked(native) || isWritable(path.join(native, 'lib'));
  const fleeting = durable ? null : placeInMemory(folder);
  if (reachable && linkable) return { native, control: folder, data: fleeting ?? path.join(folder, 'data') };
  const away = path.join(lastingTemporary(), `ucp-postgres-${idOf(folder)}`);
  mkdirSync(away, { recursive: true });
  const data = fleeting ?? path.join(reachable ? folder : away, 'data');
  return { native: copyOf(native, path.join(away, 'native')), control: folder, data };
}

/** Where a cluster is in memory, the same as long as it is there; null where there is no room. */
function placeInMemory(folder: string): string | null {
  const place = path.join(memory, `ucp-postgres-${idOf(folder)}`);
  return existsSync(place) || hasRoom(memory) ? place : null;
}

function hasRoom(place: string): boolean {
  if (!existsSync(place) || !isWritable(place)) return false;
  const { bavail, bsize } = statfsSync(place);
  return bavail * bsize >= roomInMemory;
}

/** Whether everybody may pass through a folder and all its parents. */
function isOpen(folder: string): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** `/var/tmp` outlives a restart of the machine, unlike `/tmp`. */
const lastingTemporary = (): string => (existsSync('/var/tmp') ? '/var/tmp' : tmpdir());

function idOf(folder: string): string {
  const file = path.join(folder, 'id');
  if (!existsSync(file)) writeFileSync(file, randomBytes(8).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

function copyOf(native: string, target: string): string {
  if (existsSync(target)) return target;
  const temporary = `${target}.${process.pid}`;
  rmSync(temporary, { recursive: true, force: true });
  cpSync(native, temporary, { recursive: true });
  renameSync(temporary, target);
  return target;
}
