import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const page = fileURLToPath(new URL('page', import.meta.url));
const own = fileURLToPath(new URL('../../package.json', import.meta.url));
const lock = fileURLToPath(new URL('../../../pnpm-lock.yaml', import.meta.url));

/** Where the built page lies. */
export const explorerFolder: string = fileURLToPath(new URL('../../dist/explorer', import.meta.url));

const stamp = path.join(explorerFolder, 'sources');

/**
 * Builds GraphiQL's page, unless it is built from the same sources already: some five seconds on two cores, in a process of its
 * own, as it would keep this one from answering. @throws Error with what the build said
 */
export async function ensureExplorerBuilt(): Promise<void> {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digestOfSources()) return;
  const builder = fileURLToPath(new URL('main.ts', import.meta.url));
  await promisify(execFile)(process.execPath, ['--import', 'tsx', builder], { cwd: path.dirname(lock) });
}

/** Builds the page in this process. Beside another that does the same, one of both is kept. */
export async function buildExplorer(): Promise<void> {
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
  writeFileSync(path.join(making, 'sources'), digestOfSources());
  rmSync(explorerFolder, { recursive: true, force: true });
  renameSync(making, explorerFolder);
}

function digestOfSources(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(page).sort()) hash.update(file).update(readFileSync(path.join(page, file)));
  return hash.update(readFileSync(own)).update(readFileSync(lock)).digest('hex');
}
