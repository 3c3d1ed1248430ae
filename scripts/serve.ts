import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureExplorerBuilt } from '@ucp/gateway/explorer';
import { ConfigurationError } from '@ucp/kit/environment';
import { isFree } from '@ucp/kit/ports';
import closeWithGrace from 'close-with-grace';
import { createClient } from './demo/client.ts';
import { type Configuration, readConfiguration } from './serve/configuration.ts';
import { openDatabases } from './serve/databases.ts';
import { writeDemoFile } from './serve/demo-account.ts';
import { firstQuery, type Opening } from './serve/first-query.ts';
import { startOneProcess } from './serve/one-process.ts';
import { elapsed, tell } from './serve/progress.ts';
import { startSplit } from './serve/split.ts';

const preset = fileURLToPath(new URL('../.data', import.meta.url));
const split = process.argv.includes('--split');
/** Requests under way may finish within this many milliseconds of a stop. */
const grace = 10_000;

try {
  await serve(readConfiguration(preset));
} catch (error) {
  console.error(error instanceof ConfigurationError ? error.message : error);
  process.exit(1);
}

async function serve(configuration: Configuration): Promise<void> {
  const { folder, host, port, url } = configuration;
  if (!(await isFree(port, host))) {
    throw new ConfigurationError(
      `Port ${port} is taken on ${host}. Another one is chosen by PORT, for example: PORT=4001 npm start`,
    );
  }
  mkdirSync(folder, { recursive: true });
  const closing: (() => Promise<void>)[] = [];
  closeWithGrace({ delay: grace, logger: false }, async ({ err }) => {
    if (err !== undefined) console.error(err);
    for (const close of closing) await close();
  });
  const explorer = ensureExplorerBuilt();
  const databases = await openDatabases(configuration.databaseUrls, folder);
  closing.unshift(databases.release);
  tell(configuration.databaseUrls === null ? 'PostgreSQL runs' : 'The databases of the environment are used');
  const one = await startOneProcess(configuration, databases, folder);
  closing.unshift(one.stop);
  await explorer;
  let opening: Opening | null = null;
  await one.listen(() => opening);
  opening = await firstQuery(url, one.account.keys.admin);
  if (split) {
    // Migrated and loaded; from here on every part is a process of its own.
    closing.shift();
    await one.stop();
    const processes = await startSplit(configuration, databases, folder, opening, (name, code) => {
      console.error(`${name} ended with code ${code}; so does everything`);
      process.kill(process.pid, 'SIGTERM');
    });
    closing.unshift(processes.stop);
  }
  const { account } = await createClient(url, one.account.keys.admin).ask('{ account { id } }');
  writeDemoFile(folder, { url, keys: one.account.keys, account: account.id });
  console.log(
    `\nReady after ${elapsed()}.\n  GraphiQL  ${url}/graphiql\n  GraphQL   ${url}/graphql\n  Keys      ${path.relative(process.cwd(), path.join(folder, 'demo.json'))}\n`,
  );
}
