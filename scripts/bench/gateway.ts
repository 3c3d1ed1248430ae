import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { type Installation, openInstallation } from './gateway/installation.ts';
import type { Loaded, LoadOrder } from './gateway/load.ts';
import type { MonolithOrder } from './gateway/monolith-process.ts';
import { type Ask, fillOneDatabase } from './gateway/one-database-fill.ts';
import { installPeers } from './gateway/peers.ts';
import { plot } from './gateway/plot.ts';
import { answersOf, differenceOf, post, questionsFor } from './gateway/questions.ts';
import type { Rooms, RoomsOrder } from './gateway/rooms.ts';
import { ours, oursOverHttp, type Servers, type Subject, startServers, stock } from './gateway/subjects.ts';
import { serverSeconds, treeSeconds } from './processor-time.ts';
import { benchFolder, type Figure } from './report.ts';

/** Seconds of one measurement, and how often each is made; the median counts. */
const seconds = Number(process.env.BENCH_SECONDS ?? 2);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const concurrencies = [1, 8, 32];
/** Seconds for which our processes tell where their time goes. */
const roomSeconds = 3;
/** Each subject is asked each question for so many seconds before anything counts: what compiles as it runs has compiled then. */
const warmth = Number(process.env.BENCH_WARMTH ?? 3);

interface Measured {
  /** Of all processes together, without that which asks. */
  readonly processor: number;
  readonly perSecond: number;
}

/** Our gateway beside its peers: the same documents over the same parts, with their databases and without. */
export async function gatewayBench(): Promise<Figure[]> {
  installPeers();
  const { release, oneUrl, ...installation } = await openInstallation();
  const only = process.env.BENCH_DATABASE;
  try {
    const figures = [
      ...(only === 'without' ? [] : await measureAll(installation, oneUrl, 'PostgreSQL')),
      ...(only === 'with' ? [] : await measureAll(installation, null, 'no database')),
    ];
    writeFileSync(new URL('gateway.svg', benchFolder), plot(figures));
    return figures;
  } finally {
    await release();
  }
}

/** @param oneUrl a database for who has everything in one; null: everybody answers without a database */
async function measureAll(installation: Installation, oneUrl: string | null, where: string): Promise<Figure[]> {
  const replay = oneUrl === null;
  const servers = await startServers(installation, replay);
  const loader = fork(new URL('./gateway/load.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
  const databases = new pg.Client({ connectionString: installation.databaseUrls.identity ?? '' });
  await databases.connect();
  const { rows: backend } = await databases.query<{ pid: number }>('select pg_backend_pid() as pid');
  try {
    const own = servers.subjects.find(({ name }) => name === ours);
    if (own === undefined) throw new Error('our own gateway did not start');
    const questions = await questionsFor(own, installation.key);
    const answers = await answersOf(own, questions, installation.key);
    const monolithic = async () =>
      monoliths(servers, oneUrl === null ? { answers } : await oneDatabase(own, installation, oneUrl));
    const subjects = [...servers.subjects, ...(await monolithic().catch(leftOut))];
    const equal: Subject[] = [];
    for (const subject of subjects) {
      const difference = await differenceOf(subject, own, answers, installation.key);
      if (difference === null) equal.push(subject);
      else console.log(`Left out: ${subject.name} answers otherwise: ${difference}`);
    }
    const figures: Figure[] = [];
    const { key } = installation;
    for (const { bodies } of questions)
      for (const { url } of equal) await load(loader, { url, key, bodies, atOnce: 8, seconds: warmth });
    for (const question of questions) {
      for (const atOnce of concurrencies) {
        const measure = async (subject: Subject): Promise<Measured> => {
          const usage = () =>
            treeSeconds([subject.pid, servers.parts.pid ?? 0]) + (replay ? 0 : serverSeconds(backend[0]?.pid ?? 0));
          const before = usage();
          const loaded = await load(loader, {
            url: subject.url,
            key: installation.key,
            bodies: question.bodies,
            atOnce,
            seconds,
          });
          if (loaded.failure !== null) throw new Error(`${subject.name}: ${loaded.failure}`);
          return {
            processor: ((usage() - before) * 1_000) / loaded.requests,
            perSecond: loaded.requests / loaded.seconds,
          };
        };
        const measured = await interleaved(equal, measure);
        const name = `${question.name}, ${atOnce} at once, ${where}`;
        figures.push(...figuresOf(name, measured));
        const told = [...measured].map(([subject, { processor }]) => `${subject} ${processor.toFixed(2)}`);
        console.log(`${name}, ms of processor a request: ${told.join(' · ')}`);
      }
    }
    const [profile] = questions;
    if (profile !== undefined) {
      const order = { key, bodies: profile.bodies, atOnce: 32, seconds: roomSeconds + 1 };
      console.log(
        `Where the processor time of a profile goes in our processes, ${order.atOnce} at once, ${where}, in percent:`,
      );
      console.table(await roomsOf(equal, servers, (url) => load(loader, { ...order, url })));
    }
    return figures;
  } finally {
    loader.kill();
    await databases.end();
    servers.stop();
  }
}

async function roomsOf(
  subjects: readonly Subject[],
  { parts }: Servers,
  work: (url: string) => Promise<unknown>,
): Promise<Readonly<Record<string, Rooms>>> {
  const told: Record<string, Rooms> = {};
  const measure = async ({ name, url, process }: Subject) => {
    const asked =
      name === ours
        ? [[name, process] as const]
        : [[`${name}: gateway`, process] as const, [`${name}: parts`, parts] as const];
    const answers = asked.map(async ([who, child]) => {
      child?.send({ roomsFor: roomSeconds } satisfies RoomsOrder);
      const [rooms] = child === null ? [{}] : await once(child, 'message');
      told[who] = rooms;
    });
    await Promise.all([work(url), ...answers]);
  };
  for (const subject of subjects) if ([ours, oursOverHttp].includes(subject.name)) await measure(subject);
  return told;
}

/** Each subject in each round, in another order each time, after a round that does not count. */
async function interleaved(
  subjects: readonly Subject[],
  measure: (subject: Subject) => Promise<Measured>,
): Promise<Map<string, Measured>> {
  const kept = new Map<string, Measured[]>(subjects.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    const first = round % subjects.length;
    for (const subject of [...subjects.slice(first), ...subjects.slice(0, first)]) {
      const measured = await measure(subject);
      if (round > 0) kept.get(subject.name)?.push(measured);
    }
  }
  return new Map(
    [...kept].map(([name, all]) => [
      name,
      { processor: median(all.map((one) => one.processor)), perSecond: median(all.map((one) => one.perSecond)) },
    ]),
  );
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

function figuresOf(name: string, measured: ReadonlyMap<string, Measured>): Figure[] {
  const peer = measured.get(stock);
  return [...measured].flatMap(([subject, { processor, perSecond }]) => [
    figure(name, subject, processor, 'ms of processor a request', peer && peer.processor / processor),
    figure(name, subject, perSecond, 'requests/s', peer && perSecond / peer.perSecond),
  ]);
}

const figure = (name: string, subject: string, value: number, unit: string, ratio: number | undefined): Figure => ({
  case: name,
  subject,
  peer: ratio === undefined || subject === stock ? null : stock,
  figure: Number(value.toFixed(2)),
  unit,
  ratio: ratio === undefined || subject === stock ? null : Number(ratio.toFixed(2)),
});

async function oneDatabase(
  own: Subject,
  { key, moment }: Installation,
  databaseUrl: string,
): Promise<MonolithOrder['from']> {
  const ask: Ask = async (query, variables) =>
    JSON.parse((await post(own, key, JSON.stringify({ query, variables }))).text).data;
  await fillOneDatabase(databaseUrl, ask);
  return { databaseUrl, moment };
}

function leftOut(error: unknown): readonly Subject[] {
  console.log(`Left out: ${Object(error).message}`);
  return [];
}

/** Without federation: the same answers through one schema, and by hand. */
async function monoliths({ start }: Servers, from: MonolithOrder['from']): Promise<Subject[]> {
  const apiSdl = readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8');
  const order = (bare: boolean): MonolithOrder => ({ apiSdl, bare, from });
  const bare = 'answers' in from ? 'HTTP alone' : 'a handler and one SQL, by hand';
  return [
    await start('one schema, Apollo Server and graphql-jit', 'monolith-process.ts', order(false)),
    await start(bare, 'monolith-process.ts', order(true)),
  ];
}

async function load(loader: ChildProcess, order: LoadOrder): Promise<Loaded> {
  loader.send(order);
  const [loaded] = await once(loader, 'message');
  return loaded;
}
