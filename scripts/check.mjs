// Types, style, unused code, and whether every generated file is what its source says.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { demandNode, install, root, run } from './install.mjs';

demandNode();
await install();

const generated = [
  ...['supergraph.graphql', 'api.graphql', 'partner.graphql', 'documents.json'].map((file) => `schema/${file}`),
  'gateway/src/mounts.ts',
];
const files = () => [
  ...generated,
  ...readdirSync(path.join(root, 'schema/generated')).map((file) => `schema/generated/${file}`),
];
const digests = () =>
  new Map(
    files().map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(path.join(root, file)))
        .digest('hex'),
    ]),
  );

const before = digests();
const steps = [
  ['composition', ['--import', 'tsx', 'scripts/compose.ts']],
  ['generated types', ['--import', 'tsx', 'scripts/codegen.ts']],
  ['types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']],
  ['style', ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.']],
  ['unused code', ['node_modules/knip/bin/knip.js']],
];
let failed = false;
for (const [name, args] of steps) {
  const code = await run(process.execPath, args, { quiet: true });
  console.log(`${code === 0 ? 'ok    ' : 'failed'}  ${name}`);
  failed ||= code !== 0;
}
const after = digests();
const changed = [...after.keys()].filter((file) => before.get(file) !== after.get(file));
for (const file of changed) console.log(`failed  ${file} was not what its source says; it is now: commit it`);
process.exit(failed || changed.length > 0 ? 1 : 0);
