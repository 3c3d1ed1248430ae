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

async function sourcesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const sources = names.filter((name) => isSource(name) && !name.split(path.sep).includes('node_modules')).sort();
  if (sources.length === 0) throw new Error('there are no sources');
  return sources;
}
