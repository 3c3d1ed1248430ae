import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Peers that are packages, in a folder of their own: nothing of the product depends on them. */
export const peersFolder = fileURLToPath(new URL('../../../.data/peers', import.meta.url));
const versions: Readonly<Record<string, string>> = {
  '@graphql-hive/gateway': '2.15.1',
  '@graphql-hive/router-runtime': '1.4.23',
  grafbase: '0.80.4',
  'graphql-jit': '0.8.9',
  '@apollo/server': '5.5.1',
  graphql: '16.15.0',
};

/** Installs the peers where they are not yet. Their install scripts are not run. */
export function installPeers(): void {
  const stamp = path.join(peersFolder, 'installed.json');
  const wanted = JSON.stringify(versions);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing the peers, once …');
  mkdirSync(peersFolder, { recursive: true });
  writeFileSync(path.join(peersFolder, 'package.json'), '{"name":"peers","private":true}');
  const packages = Object.entries(versions).map(([name, version]) => `${name}@${version}`);
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact', ...packages], {
    cwd: peersFolder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(stamp, wanted);
}
