import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('page', import.meta.url));
const own = fileURLToPath(new URL('../../package.json', import.meta.url));
const lock = fileURLToPath(new URL('../../../pnpm-lock.yaml', import.meta.url));

/** Where the built page lies. */
export const explorerFolder: string = fileURLToPath(new URL('../../dist/explorer', import.meta.url));

/** Builds GraphiQL's page, unless it is built from the same sources already. Takes some 20 seconds on two cores. */
export async function ensureExplorerBuilt(): Promise<void> {
  const digest = digestOfSources();
  const stamp = path.join(explorerFolder, 'sources');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  const { build } = await import('vite');
  const making = `${explorerFolder}.${process.pid}`;
  await build({
    root: page,
    base: '/graphiql/',
    logLevel: 'error',
    // GraphiQL's editor takes its languages into workers that are modules.
    worker: { format: 'es' },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir: making, emptyOutDir: true, chunkSizeWarningLimit: 10_000, assetsInlineLimit: 0 },
  });
  writeFileSync(path.join(making, 'sources'), digest);
  rmSync(explorerFolder, { recursive: true, force: true });
  renameSync(making, explorerFolder);
}

function digestOfSources(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(page).sort()) hash.update(file).update(readFileSync(path.join(page, file)));
  return hash.update(readFileSync(own)).update(readFileSync(lock)).digest('hex');
}
