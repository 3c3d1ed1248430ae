import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../postgres/embedded.ts';
import { dropLeftovers } from './database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser's address of the server that test databases are made on. */
    adminDatabaseUrl: string;
  }
}

const folder = fileURLToPath(new URL('../../../../.data/test-postgres', import.meta.url));
/** One server for all projects of a run. */
let server: Promise<EmbeddedPostgres> | undefined;
let users = 0;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== '') {
    project.provide('adminDatabaseUrl', given);
    return async () => {};
  }
  users += 1;
  server ??= startEmbeddedPostgres({ folder, durable: false });
  const url = (await server).urlFor('postgres');
  if (users === 1) await dropLeftovers(url);
  project.provide('adminDatabaseUrl', url);
  return async () => {
    users -= 1;
    if (users === 0) await (await server)?.release();
  };
}
