// Makes one file of our own modules and the packages they import, so that a process is up in a quarter of the time: a thousand small
// files, each found, read and translated by itself, take seconds.
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { installedStamp, root } from './install.mjs';

const folder = path.join(root, 'node_modules', '.programs');

/** What is installed and how programs are made are sources of each. */
const makers = [installedStamp, path.join(root, 'scripts', 'program.mjs')];

/** Put together, so that it is left alone where this very module is part of a program. */
const ownAddress = ['import', 'meta', 'url'].join('.');

/**
 * A map of the first line only, for packages: mistakes are looked for in our own sources, and a map of everything takes long to read at
 * each start.
 */
const hardlyMapped = (file) => {
  const map = JSON.stringify({ version: 3, sources: [path.basename(file)], mappings: 'AAAA' });
  return `\n//# ${'source'}MappingURL=data:application/json;base64,${Buffer.from(map).toString('base64')}`;
};

/** Modules know where they are: they read migrations, schemas and demo files beside them. */
const ownPlaces = {
  name: 'own-places',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.(ts|[cm]?js)$/ }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8').replaceAll(ownAddress, JSON.stringify(pathToFileURL(file).href));
      if (!file.includes('node_modules')) return { contents: text, loader: file.endsWith('.ts') ? 'ts' : 'js' };
      const places = { __filename: file, __dirname: path.dirname(file) };
      const named = Object.entries(places).filter(([name]) => text.includes(name));
      const given = named.map(([name, place]) => `var ${name} = ${JSON.stringify(place)};`);
      return { contents: `${given.join(' ')}${text}${hardlyMapped(file)}`, loader: 'js' };
    }),
};

/**
 * Packages that load files of their own while they run stay where they are installed, and so does what imports them. None of them
 * may import graphql, of which there is one copy, in the program.
 */
const apart = /^(pino|graphile-worker|esbuild|vite|@vitejs\/.*)$/;

/** What stays is resolved from the module that imports it, as Node would, and is named by its file. */
const installedPackages = {
  name: 'installed-packages',
  setup: ({ onResolve, resolve }) =>
    onResolve({ filter: apart }, async ({ path: name, kind, resolveDir, pluginData, importer }) => {
      if (pluginData === 'resolved') return;
      const found = await resolve(name, { kind, resolveDir, importer, pluginData: 'resolved' });
      if (found.errors.length > 0) return found;
      return { path: kind === 'require-call' ? found.path : pathToFileURL(found.path).href, external: true };
    }),
};

/** @param {readonly string[]} sources */
const agesOf = (sources) => sources.map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);

/**
 * The program that begins with a module, as one file. Made anew when what it was made of is not as it was then.
 * @param {string} entry from the root folder, for example `scripts/serve.ts`
 * @returns {Promise<string>} path of the file
 */
export async function programOf(entry) {
  const file = path.join(folder, entry.replaceAll('/', '-').replace(/\.ts$/, '.mjs'));
  const known = existsSync(`${file}.json`) ? JSON.parse(readFileSync(`${file}.json`, 'utf8')) : null;
  if (known !== null && isDeepStrictEqual(known.ages, agesOf(known.sources))) return file;
  const { outputFiles, metafile } = await bundle(entry, file);
  const sources = [...Object.keys(metafile.inputs).map((source) => path.join(root, source)), ...makers];
  mkdirSync(folder, { recursive: true });
  put(file, outputFiles[0].contents);
  put(`${file}.json`, JSON.stringify({ sources, ages: agesOf(sources) }));
  return file;
}

/** Another start may be reading the file. */
function put(file, contents) {
  const made = `${file}.${process.pid}`;
  writeFileSync(made, contents);
  renameSync(made, file);
}

/** CommonJS packages ask for what is Node's own. */
const commonJs = `import { createRequire as requireOf } from 'node:module'; const require = requireOf(${ownAddress});`;

async function bundle(entry, outfile) {
  const { build } = await import('esbuild');
  return build({
    entryPoints: [path.join(root, entry)],
    absWorkingDir: root,
    outfile,
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    mainFields: ['main'],
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'error',
    // Optional parts of packages that are not installed: they are asked for, and missed, while the program runs.
    external: ['pg-native'],
    banner: { js: commonJs },
    plugins: [ownPlaces, installedPackages],
  });
}

/**
 * Room for what is young, in megabytes, twice what Node gives: work comes in batches of a thousand, which with less are copied again
 * and again before they are done; scores of a million contacts take a quarter less. And rows are made where what is young is made: as
 * those of a batch are all in use whenever it is tidied, V8 takes such objects for long-lived, and makes them where they are collected
 * last. The email part had 400 megabytes of rows that nobody used any more.
 */
export const memoryOptions = ['--max-semi-space-size=32', '--no-allocation-site-pretenuring'];

/** What Node is given to run such a file: mistakes are shown by their place in the sources. */
export const programOptions = ['--enable-source-maps', ...memoryOptions];
