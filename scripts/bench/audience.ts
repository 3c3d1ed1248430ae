import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { createGateway } from '@ucp/gateway';
import { readContract } from '@ucp/gateway/contract';
import { mountParts } from '@ucp/gateway/in-process';
import { type Clock, createClock } from '@ucp/kit/clock';
import { createLog } from '@ucp/kit/log';
import { startEmbeddedPostgres } from '@ucp/kit/postgres/embedded';
import { createSecret } from '@ucp/kit/secret';
import pg from 'pg';
import { request } from 'undici';
import { type Databases, fillDatabases, secretText } from './audience-databases.ts';
import { measureEmailAlone } from './audience-memory.ts';
import { askPeer, medianOf, type Question, questions, scoreRules, secondOf, timePeer } from './audience-peer.ts';
import type { Figure } from './report.ts';

const folder = fileURLToPath(new URL('../../.data/bench/postgres', import.meta.url));
/** Contacts of each account; `BENCH_CONTACTS` names others, separated by commas. Thirty email events each, and ten texts. */
const sizes = (process.env.BENCH_CONTACTS ?? '10000,100000,1000000').split(',').map(Number);
/**
 * `1`: what is generated is left for the next run of the same size, which asks about the moment it was generated. `fill`:
 * nothing else is done, so that a run that measures only measures.
 */
const keep = process.env.BENCH_KEEP ?? '';
/** Of the peer, whose plans are made once; our own code is compiled as it runs. */
const peerRuns = 5;
const ownRuns = { warm: 30, timed: 11 } as const;

/** Segments and scores asked of the gateway, against hand-written SQL over one database, for accounts of growing size. */
export async function audienceBench(): Promise<Figure[]> {
  const postgres = await startEmbeddedPostgres({ folder, durable: true });
  const figures: Figure[] = [];
  const ours = new Map<string, number[]>();
  try {
    for (const contacts of sizes) {
      const databases = await fillDatabases(postgres, contacts, keep !== '');
      if (keep === 'fill') continue;
      const measured = await measure(databases, contacts);
      for (const { question, own, peer } of measured.times) {
        ours.set(question.name, [...(ours.get(question.name) ?? []), own]);
        figures.push(figure(question.name, `${contacts} contacts`, 'hand-written SQL', own, 'ms', peer / own));
      }
      figures.push(...measured.others);
      // At a million contacts they take some fifteen gigabytes.
      if (keep === '') await databases.drop();
    }
  } finally {
    await postgres.release();
  }
  for (const [name, times] of ours) {
    const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0];
    const growth = `${sizes[0]} to ${sizes.at(-1)} contacts`;
    if (times.length > 1)
      figures.push(figure(`growth of ${name.slice(0, 1)}`, growth, null, last / first, 'times', null));
  }
  return figures;
}

const figure = (
  name: string,
  subject: string,
  peer: string | null,
  value: number,
  unit: string,
  ratio: number | null,
): Figure => ({
  case: name,
  subject,
  peer,
  figure: Number(value.toFixed(1)),
  unit,
  ratio: ratio === null ? null : Number(ratio.toFixed(2)),
});

interface Timed {
  readonly question: Question;
  readonly own: number;
  readonly peer: number;
}

async function measure(
  { urlOf, account, key, until }: Databases,
  contacts: number,
): Promise<{ readonly times: readonly Timed[]; readonly others: readonly Figure[] }> {
  const secret = createSecret(secretText);
  const clock = createClock();
  // The newest event is of this moment, so that every window holds what it held when they were made.
  clock.setOffset(until.getTime() - Date.now());
  const common = { clock, log: createLog('bench', 'warn'), secret };
  // What a gateway does by itself, as looking at every segment of an account, would take the processor from what is timed.
  const background = false;
  const { parts, profile, stop } = await mountParts({
    ...common,
    ...readContract(),
    databaseUrlOf: urlOf,
    publicUrl: 'http://127.0.0.1',
    background,
  });
  const gateway = await createGateway({
    parts,
    ...readContract(),
    secret,
    log: common.log,
    profile,
    clock,
    publicUrl: null,
    explorer: null,
  });
  const url = await gateway.listen({ port: 0, host: '127.0.0.1' });
  const client = new pg.Client({ connectionString: urlOf('peer'), options: '-c timezone=UTC' });
  await client.connect();
  await client.query('set max_parallel_workers_per_gather = 2');
  const others: Figure[] = [];
  const times: Timed[] = [];
  try {
    const ask = asker(`${url}/graphql`, key);
    await ask('mutation ($input: ScoreModelInput!) { scoreModelSet(input: $input) { userErrors { message } } }', {
      input: { rules: scoreRules },
    });
    for (const question of questions) {
      const began = performance.now();
      await untilAnswered(() => askOwn(ask, question));
      others.push(
        figure(
          `${question.name.slice(0, 1)}, asked for the first time`,
          `${contacts} contacts`,
          null,
          performance.now() - began,
          'ms',
          null,
        ),
      );
    }
    for (const question of questions) {
      const own: number[] = [];
      for (let run = 0; run < ownRuns.warm + ownRuns.timed; run++) {
        const began = performance.now();
        await askOwn(ask, question);
        if (run >= ownRuns.warm) own.push(performance.now() - began);
      }
      const timed = { question, own: medianOf(own), peer: await timePeer(client, question, peerRuns, clock) };
      times.push(timed);
      // What fails behind it does not take it away.
      console.log(
        `${question.name}, ${contacts} contacts: ${timed.own.toFixed(1)} ms, SQL ${timed.peer.toFixed(1)} ms`,
      );
      await compare(ask, client, question, clock);
    }
  } finally {
    await client.end();
    await gateway.close();
    await stop();
  }
  const alone = await measureEmailAlone({ url: urlOf('email'), account, secret: secretText });
  const subject = `${contacts} contacts, ${30 * contacts} events`;
  others.push(
    figure('memory of the email part alone', subject, null, alone.megabytes, 'MB', null),
    figure('its first answer after a start with a snapshot', subject, null, alone.firstAnswer, 'ms', null),
  );
  return { times, others };
}

type Ask = (query: string, variables: object) => Promise<ReturnType<typeof JSON.parse>>;

/** By a client that takes little of the processor, which is the gateway's too. */
const asker =
  (url: string, key: string): Ask =>
  async (query, variables) => {
    const { body } = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = Object(await body.json());
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  };

/** An account that nobody asked before is read first, which may take longer than a question may. */
async function untilAnswered(asking: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await asking();
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

const askOwn = (ask: Ask, { filter }: Question) =>
  filter === null
    ? ask('{ leads(first: 100) { nodes { contact { id } total } } }', {})
    : ask('query ($filter: AudienceFilter!) { audience(filter: $filter) { size } }', { filter });

/** @throws Error when the peer answers something else about the same second */
async function compare(ask: Ask, client: pg.Client, question: Question, clock: Clock): Promise<void> {
  for (let tries = 0; ; tries++) {
    const moment = secondOf(clock);
    const data = await askOwn(ask, question);
    const rows = await askPeer(client, question, moment);
    const own =
      question.filter === null ? data.leads.nodes.map(({ total }: { total: number }) => total) : [data.audience.size];
    const theirs = rows.map(
      (row) => Math.round(Number(Object(row).total ?? Object(row).count ?? Object.values(row)[0]) * 10_000) / 10_000,
    );
    if (isDeepStrictEqual(own, theirs)) return;
    // The question may have fallen into the next second.
    if (tries === 5) throw new Error(`${question.name}: ${JSON.stringify(own)} here, ${JSON.stringify(theirs)} there`);
  }
}
