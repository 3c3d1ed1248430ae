import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const isSource = (name: string): boolean => /\.(ts|sql)$/.test(name) && !/\.test\.ts$/.test(name);

/**
 * The same for the same sources under a folder, whichever process asks: what was worked out by other code than ours is told apart
 * by it. Where sources cannot be read it is another one each time.
 */
export async function sourceDigest(folder: string): Promise<string> {
  try {
    const hash = createHash('sha256');
    for (const name of await sourcesIn(folder)) hash.update(name).update(await readFile(path.join(folder, name)));
    return hash.digest('base64url');
  } catch {
    return randomUUID();
  }
}

/**
 * Packages are not walked through: their folder leads by links to every package there is, and `recursive` of Node 20 follows them,
 * which took a second of the processor.
 */
async function sourcesIn(folder: string): Promise<string[]> {
  const sources = (await namesIn(folder, '')).sort();
  if (sources.length === 0) throw new Error('there are no sources');
  return sources;
}

async function namesIn(folder: string, below: string): Promise<string[]> {
  const entries = await readdir(path.join(folder, below), { withFileTypes: true });
  const names = await Promise.all(
    entries.map(async (entry) => {
      const name = path.join(below, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : namesIn(folder, name);
      return isSource(entry.name) ? [name] : [];
    }),
  );
  return names.flat();
}
