import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { linkLibraries } from './binaries.ts';
import { initialise, removeCluster } from './cluster.ts';
import { homeOf } from './home.ts';
import { findPostmaster, startPostmaster, stopPostmaster, urlOf } from './postmaster.ts';
import { processName, usersIn, withLock } from './process-lock.ts';

export interface EmbeddedPostgres {
  readonly urlFor: (database: string) => string;
  /** Makes a database if there is none of this name: lower-case letters, digits and underscores. */
  readonly ensureDatabase: (name: string) => Promise<void>;
  /** Lets go of the server; the last process that does stops it. */
  readonly release: () => Promise<void>;
}

/**
 * The PostgreSQL that comes with the packages, on the cluster of `folder`: started, or adopted where it runs already, as it
 * outlives a process that was killed. Several processes may use it at once.
 * @param durable false for tests: nothing is kept safe from a power cut, and nothing at all once the last user has let go
 */
export async function startEmbeddedPostgres(options: {
  readonly folder: string;
  readonly durable: boolean;
}): Promise<EmbeddedPostgres> {
  const folder = path.resolve(options.folder);
  mkdirSync(folder, { recursive: true });
  const lock = path.join(folder, 'lock');
  const users = path.join(folder, 'users');
  const own = path.join(users, processName());

  return withLock(lock, async () => {
    const home = homeOf(folder, options.durable);
    linkLibraries(home.native);
    initialise(home, options.durable);
    const postmaster = (await findPostmaster(home)) ?? (await startPostmaster(home, options.durable));
    mkdirSync(users, { recursive: true });
    writeFileSync(own, '');
    return {
      urlFor: (database) => urlOf(home, postmaster, database),
      ensureDatabase: (name) => ensureDatabase(urlOf(home, postmaster, 'postgres'), name),
      release: () =>
        withLock(lock, async () => {
          rmSync(own, { force: true });
          if (usersIn(users).length > 0) return;
          await stopPostmaster(postmaster);
          if (!options.durable) removeCluster(home);
        }),
    };
  });
}

/** Makes a database on any server if there is none of this name. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name))
    throw new Error(`A database is named by lower-case letters, digits and underscores, got "${name}"`);
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rows.length === 0) await client.query(`create database ${name}`);
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && (error.code === '42P04' || error.code === '23505');
    if (!exists) throw error;
  } finally {
    await client.end();
  }
}
