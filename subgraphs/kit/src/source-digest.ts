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

/** Names below the folder, in an order of their own. Installed packages are never walked through: they are many, and linked in circles. */
async function sourcesIn(folder: string): Promise<string[]> {
  const sources: string[] = [];
  const folders = [''];
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    for (const entry of await readdir(path.join(folder, at), { withFileTypes: true })) {
      const name = path.join(at, entry.name);
      if (entry.isDirectory() && entry.name !== 'node_modules') folders.push(name);
      else if (entry.isFile() && isSource(name)) sources.push(name);
    }
  }
  if (sources.length === 0) throw new Error('there are no sources');
  return sources.sort();
}
