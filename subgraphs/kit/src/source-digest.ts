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

/** Names of sources below the folder, in an order of their own. */
async function sourcesIn(folder: string): Promise<string[]> {
  const sources = (await filesIn(folder)).filter(isSource);
  if (sources.length === 0) throw new Error('there are no sources');
  return sources.sort();
}

/** Paths from a folder, without installed packages: to list those takes a second, which a first answer would wait for. */
async function filesIn(folder: string, place = ''): Promise<string[]> {
  const entries = await readdir(path.join(folder, place), { withFileTypes: true });
  const files = await Promise.all(
    entries.map((entry) => {
      const name = path.join(place, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(folder, name);
      return [name];
    }),
  );
  return files.flat();
}
