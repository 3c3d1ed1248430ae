import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../postgres/embedded.ts';
import { dropLeftovers } from './database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser's address of the server that test databases are made on. */
    adminDatabaseUrl: string;
  }
}

const folder = fileURLToPath(new URL('../../../../.data/test-postgres', import.meta.url));

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== '') {
    project.provide('adminDatabaseUrl', given);
    return async () => {};
  }
  const server = await startEmbeddedPostgres({ folder, durable: false });
  const url = server.urlFor('postgres');
  await dropLeftovers(url);
  project.provide('adminDatabaseUrl', url);
  return server.release;
}
