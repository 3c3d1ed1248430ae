import path from 'node:path';
import { mounts } from '@ucp/gateway/mounts';
import { startEmbeddedPostgres } from '@ucp/kit/postgres/embedded';

export interface Databases {
  readonly urlOf: (part: string) => string;
  readonly release: () => Promise<void>;
}

/** Who owns a database: every subgraph, and the gateway for the part inside it. */
export const owners: readonly string[] = [...Object.keys(mounts), 'profile'];

/** The databases named by the configuration; else the embedded server with one database for each part. */
export async function openDatabases(
  given: Readonly<Record<string, string>> | null,
  folder: string,
): Promise<Databases> {
  if (given !== null) return { urlOf: (part) => given[part] ?? '', release: async () => {} };
  const embedded = await startEmbeddedPostgres({ folder: path.join(folder, 'postgres'), durable: true });
  for (const part of owners) await embedded.ensureDatabase(`ucp_${part}`);
  return { urlOf: (part) => embedded.urlFor(`ucp_${part}`), release: embedded.release };
}
