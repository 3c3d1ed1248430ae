import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@ucp/kit/ports';
import { compose } from '../../compose/compose.ts';
import { partsOfRepository } from '../../compose/parts.ts';
import { programOf, programOptions } from '../../program.mjs';
import type { ApolloOrder } from './apollo-process.ts';
import { grafbaseSdl } from './grafbase-sdl.ts';
import type { Installation } from './installation.ts';
import type { OursOrder } from './ours-process.ts';
import type { PartsOrder, PartsPorts } from './parts-process.ts';
import { peersFolder } from './peers.ts';

/** A server that is measured. */
export interface Subject {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
  /** Null: a program that is not ours to ask. */
  readonly process: ChildProcess | null;
}

export const stock = '@apollo/gateway over HTTP';
export const ours = 'ours in process';
export const oursOverHttp = 'ours, every part over HTTP';

const patience = 60_000;
const folder = fileURLToPath(new URL('../../../.data/bench/gateway', import.meta.url));
const environment = {
  ...process.env,
  NODE_ENV: 'production',
  APOLLO_TELEMETRY_DISABLED: 'true',
  HIVE_TELEMETRY_DISABLED: '1',
  // Where Grafbase keeps what it downloads.
  HOME: path.join(folder, 'home'),
};

/** Processes of one run: the parts that peers ask over HTTP, and who is measured. */
export interface Servers {
  readonly parts: ChildProcess;
  readonly subjects: readonly Subject[];
  readonly start: (name: string, entry: string, order: object) => Promise<Subject>;
  readonly stop: () => void;
}

/** Starts everybody. One that does not start is told of and left out. */
export async function startServers(installation: Installation, replay: boolean): Promise<Servers> {
  const children: ChildProcess[] = [];
  const run = async <Answer>(entry: string, order: object): Promise<{ child: ChildProcess; answer: Answer }> => {
    // As the product itself is run: put together into one file.
    const program = await programOf(`scripts/bench/gateway/${entry}`);
    const child = fork(program, { execArgv: [...programOptions], env: environment });
    children.push(child);
    child.send(order);
    const [answer] = await once(child, 'message', { signal: AbortSignal.timeout(patience) });
    return { child, answer };
  };
  const start: Servers['start'] = async (name, entry, order) => {
    const { child, answer } = await run<{ url: string }>(entry, order);
    return { name, url: answer.url, pid: child.pid ?? 0, process: child };
  };
  const command = async (name: string, file: string, options: readonly string[], port: number, cwd: string) => {
    const child = spawn(file, options, { cwd, env: environment, stdio: 'ignore' });
    children.push(child);
    const url = `http://127.0.0.1:${port}/graphql`;
    await answers(url, child);
    return { name, url, pid: child.pid ?? 0, process: null };
  };

  const parts = await run<PartsPorts>('parts-process.ts', { installation, replay } satisfies PartsOrder);
  const { open, signed } = parts.answer;
  const composed = compose(partsOfRepository());
  const supergraphSdl = Object.entries(open).reduce(
    (sdl, [name, port]) => sdl.replace(`http://${name}.internal/graphql`, `http://127.0.0.1:${port}/graphql`),
    composed.supergraphSdl,
  );
  const apollo = (local: boolean, schemas: ApolloOrder['schemas'] = null): ApolloOrder => ({
    installation,
    replay,
    supergraphSdl,
    local,
    schemas,
  });
  const own = (ports: OursOrder['signed'], ownProfile: boolean): OursOrder => ({
    installation,
    replay,
    signed: ports,
    ownProfile,
  });
  const hive = async (name: string, router: boolean): Promise<Subject> => {
    const cwd = path.join(folder, router ? 'hive-router' : 'hive');
    mkdirSync(cwd, { recursive: true });
    writeFileSync(path.join(cwd, 'supergraph.graphql'), supergraphSdl);
    const runtime = path.join(peersFolder, 'node_modules/@graphql-hive/router-runtime/dist/index.js');
    writeFileSync(
      path.join(cwd, 'gateway.config.mjs'),
      router
        ? `import { unifiedGraphHandler } from ${JSON.stringify(runtime)};\nexport const gatewayConfig = { unifiedGraphHandler };\n`
        : 'export const gatewayConfig = {};\n',
    );
    const port = await freePort();
    const file = path.join(peersFolder, 'node_modules/.bin/hive-gateway');
    return command(
      name,
      file,
      // What it is compiled with makes it twice as fast; with the router runtime its answers are then null.
      [...['supergraph', './supergraph.graphql', '-h', '127.0.0.1', '-p', String(port)], ...(router ? [] : ['--jit'])],
      port,
      cwd,
    );
  };
  const grafbase = async (name: string): Promise<Subject> => {
    const cwd = path.join(folder, 'grafbase');
    mkdirSync(cwd, { recursive: true });
    mkdirSync(environment.HOME, { recursive: true });
    const tables = Object.entries(composed.subgraphSdl).map(([part, sdl]) => {
      writeFileSync(path.join(cwd, `${part}.graphql`), grafbaseSdl(sdl));
      return `[subgraphs.${part}]\nurl = "http://127.0.0.1:${open[part]}/graphql"\nschema_path = "${part}.graphql"\n`;
    });
    writeFileSync(path.join(cwd, 'overrides.toml'), tables.join(''));
    // Without the bare names it ends with a panic.
    writeFileSync(
      path.join(cwd, 'gateway.toml'),
      Object.keys(composed.subgraphSdl)
        .map((part) => `[subgraphs.${part}]\n`)
        .join(''),
    );
    const port = await freePort();
    return command(
      name,
      grafbaseFile(),
      ['dev', '-o', 'overrides.toml', '-c', 'gateway.toml', '-p', String(port)],
      port,
      cwd,
    );
  };

  const wanted: (() => Promise<Subject>)[] = [
    () => start(stock, 'apollo-process.ts', apollo(false)),
    () => start('@apollo/gateway, parts in its process', 'apollo-process.ts', apollo(true)),
    // With a database it would execute each fetch twice: by the part, and over the part's answer.
    ...(replay
      ? [
          () =>
            start('@apollo/gateway, LocalGraphQLDataSource', 'apollo-process.ts', apollo(true, composed.subgraphSdl)),
        ]
      : []),
    () => hive('Hive Gateway', false),
    () => hive('Hive Gateway with the router runtime', true),
    () => grafbase('Grafbase'),
    () => start(ours, 'ours-process.ts', own(null, true)),
    () => start(oursOverHttp, 'ours-process.ts', own(signed, false)),
    () => start('ours, as start:split has it', 'ours-process.ts', own(signed, true)),
  ];
  const subjects: Subject[] = [];
  for (const one of wanted) {
    try {
      subjects.push(await one());
    } catch (error) {
      console.log(`Left out: ${Object(error).message}`);
    }
  }
  return {
    parts: parts.child,
    subjects,
    start,
    stop: () => {
      for (const child of children) child.kill('SIGKILL');
    },
  };
}

/** Its package is a launcher; the program is in that of the platform. */
function grafbaseFile(): string {
  const launcher = JSON.parse(readFileSync(path.join(peersFolder, 'node_modules/grafbase/package.json'), 'utf8'));
  const platform = Object.keys(launcher.optionalDependencies ?? {}).find((name) =>
    name.includes(
      `${process.arch === 'x64' ? 'x86_64' : 'aarch64'}-${process.platform === 'linux' ? 'unknown' : 'apple'}`,
    ),
  );
  if (platform === undefined) throw new Error('Grafbase has no program for this machine');
  return path.join(peersFolder, 'node_modules', platform, 'grafbase');
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + patience;
  const body = JSON.stringify({ query: '{ __typename }' });
  for (;;) {
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(
      () => null,
    );
    if (answer?.ok === true) return;
    if (child.exitCode !== null || performance.now() > until) throw new Error(`${child.spawnfile} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
