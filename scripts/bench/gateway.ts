import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { type Installation, openInstallation } from './gateway/installation.ts';
import type { Loaded, LoadOrder } from './gateway/load.ts';
import type { MonolithOrder } from './gateway/monolith-process.ts';
import { installPeers } from './gateway/peers.ts';
import { plot } from './gateway/plot.ts';
import { ours, type Servers, type Subject, startServers, stock } from './gateway/subjects.ts';
import { serverSeconds, treeSeconds } from './processor-time.ts';
import { benchFolder, type Figure } from './report.ts';

/** Seconds of one measurement, and how often each is made; the median counts. */
const seconds = Number(process.env.BENCH_SECONDS ?? 2);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const concurrencies = [1, 8, 32];
const contacts = 100;
const pages = 20;

const textOf = (file: string): string =>
  readFileSync(new URL(`../../schema/operations/${file}.graphql`, import.meta.url), 'utf8');

/** What is asked, by name: the documents that users rely on, each with the bodies that ask it in turn. */
interface Question {
  readonly name: string;
  readonly bodies: readonly string[];
}

interface Measured {
  /** Of all processes together, without that which asks. */
  readonly processor: number;
  readonly perSecond: number;
}

/** Our gateway beside its peers: the same documents over the same parts, with their databases and without. */
export async function gatewayBench(): Promise<Figure[]> {
  installPeers();
  const { release, ...installation } = await openInstallation();
  try {
    const figures = [
      ...(await measureAll(installation, false, 'PostgreSQL')),
      ...(await measureAll(installation, true, 'no database')),
    ];
    writeFileSync(new URL('gateway.svg', benchFolder), plot(figures));
    return figures;
  } finally {
    await release();
  }
}

async function measureAll(installation: Installation, replay: boolean, where: string): Promise<Figure[]> {
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
    const subjects = [...servers.subjects, ...(replay ? await floors(servers, answers) : [])];
    const equal: Subject[] = [];
    for (const subject of subjects) {
      const difference = await differenceOf(subject, own, answers, installation.key);
      if (difference === null) equal.push(subject);
      else console.log(`Left out: ${subject.name} answers otherwise: ${difference}`);
    }
    const figures: Figure[] = [];
    for (const question of questions) {
      for (const atOnce of concurrencies) {
        const measure = async (subject: Subject): Promise<Measured> => {
          const usage = () =>
            treeSeconds([subject.pid, servers.partsPid]) + (replay ? 0 : serverSeconds(backend[0]?.pid ?? 0));
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
        figures.push(...figuresOf(`${question.name}, ${atOnce} at once, ${where}`, measured));
      }
    }
    return figures;
  } finally {
    loader.kill();
    await databases.end();
    servers.stop();
  }
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

async function questionsFor(own: Subject, key: string): Promise<Question[]> {
  const ids = 'query ($first: Int!) { contacts(first: $first) { nodes { id } } }';
  const { text } = await post(own, key, JSON.stringify({ query: ids, variables: { first: contacts } }));
  const nodes: readonly { readonly id: string }[] = JSON.parse(text).data.contacts.nodes;
  const profile = textOf('unified-profile');
  const list = /query SearchContacts[\s\S]*?\n}/.exec(textOf('find-contact'))?.[0] ?? '';
  return [
    { name: 'profile', bodies: nodes.map(({ id }) => JSON.stringify({ query: profile, variables: { id } })) },
    { name: 'list of 50', bodies: await pagesOf(own, key, list) },
  ];
}

/** Pages that follow each other: of one page peers would answer many requests by one, as they are under way together. */
async function pagesOf(own: Subject, key: string, query: string): Promise<string[]> {
  const bodies: string[] = [];
  for (let after: string | null = null; bodies.length < pages; ) {
    const body: string = JSON.stringify({ query, variables: { first: 50, after } });
    bodies.push(body);
    after = JSON.parse((await post(own, key, body)).text).data.contacts.pageInfo.endCursor;
  }
  return bodies;
}

async function answersOf(own: Subject, questions: readonly Question[], key: string): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const body of questions.flatMap(({ bodies }) => bodies)) {
    const { text } = await post(own, key, body);
    if (JSON.parse(text).errors !== undefined) throw new Error(`our own answer has errors: ${text.slice(0, 300)}`);
    answers[body] = text.trim();
  }
  return answers;
}

/** The least that can be: the same answers through one schema without federation, and through HTTP alone. */
async function floors({ start }: Servers, answers: Readonly<Record<string, string>>): Promise<Subject[]> {
  const apiSdl = readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8');
  const order = (bare: boolean): MonolithOrder => ({ apiSdl, answers, bare });
  return [
    await start('one schema, Apollo Server and graphql-jit', './monolith-process.ts', order(false)),
    await start('HTTP alone', './monolith-process.ts', order(true)),
  ];
}

/**
 * Where a subject answers otherwise than we do; null: nowhere. Says so where the bytes differ and the values do not. A moment may
 * lie between two answers at which a score loses a day: then both are asked again.
 */
async function differenceOf(
  subject: Subject,
  own: Subject,
  answers: Readonly<Record<string, string>>,
  key: string,
): Promise<string | null> {
  let bytes = 0;
  for (const [body, answer] of Object.entries(answers)) {
    let expected = answer;
    let { text } = await post(subject, key, body);
    for (let again = 0; again < 5 && !isSame(text, expected); again++) {
      expected = (await post(own, key, body)).text;
      text = (await post(subject, key, body)).text;
    }
    if (!isSame(text, expected)) return text.slice(0, 300);
    if (text.trim() !== expected.trim()) bytes++;
  }
  if (bytes > 0)
    console.log(`${subject.name}: the same values in other bytes, ${bytes} of ${Object.keys(answers).length}`);
  return null;
}

const isSame = (one: string, other: string): boolean =>
  one.trim() === other.trim() || isDeepStrictEqual(JSON.parse(one).data, JSON.parse(other).data);

async function post({ url }: Subject, key: string, body: string): Promise<{ readonly text: string }> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  const response = await fetch(url, { method: 'POST', headers, body });
  return { text: await response.text() };
}

async function load(loader: ChildProcess, order: LoadOrder): Promise<Loaded> {
  loader.send(order);
  const [loaded] = await once(loader, 'message');
  return loaded;
}
