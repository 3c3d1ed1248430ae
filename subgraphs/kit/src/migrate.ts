import { basename } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as migrateFolder } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';

/** Any number, the same for everybody who migrates: two processes that start together take turns. */
const migrationLock = 7_302_011;

/**
 * Applies the migrations of each folder, in the order of the folders. Each folder keeps its own record, so that what a
 * subgraph builds upon (kit, channel) and its own tables grow apart from each other. Repeatable.
 */
export async function migrate(
  url: string,
  folders: readonly { readonly name: string; readonly path: string }[],
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    for (const { name, path } of folders) {
      await migrateFolder(drizzle({ client }), {
        migrationsFolder: path,
        migrationsSchema: 'migrations',
        migrationsTable: basename(name),
      });
    }
  } finally {
    await client.end();
  }
}
