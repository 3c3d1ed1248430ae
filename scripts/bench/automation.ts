import { fileURLToPath } from 'node:url';
import { mountParts } from '@ucp/gateway/in-process';
import { mounts } from '@ucp/gateway/mounts';
import { createClock } from '@ucp/kit/clock';
import { createLog } from '@ucp/kit/log';
import { startEmbeddedPostgres } from '@ucp/kit/postgres/embedded';
import { createSecret } from '@ucp/kit/secret';
import { readSdl } from '@ucp/kit/subgraph';
import pg from 'pg';
import type { Channel } from '../../subgraphs/channel/src/channel.ts';
import { channelSubgraph } from '../../subgraphs/channel/src/channel-subgraph.ts';
import { emailChannel } from '../../subgraphs/email/src/email-channel.ts';
import { resolvers } from '../../subgraphs/email/src/resolvers.ts';
import { type Bench, count, until } from './automation/account.ts';
import { eventContacts, eventRate, eventsToSms } from './automation/event-to-sms.ts';
import { goThrough, letWait } from './automation/through.ts';
import { bareJobs } from './bare-jobs.ts';
import { content, type Post, providerOf, startLocalProvider, text } from './local-provider.ts';
import { importReaders } from './readers.ts';
import type { Figure } from './report.ts';

const folder = fileURLToPath(new URL('../../.data/bench/postgres', import.meta.url));
/** Contacts who go through, and jobs. `BENCH_CONTACTS` makes it smaller. */
const contacts = Number(process.env.BENCH_CONTACTS ?? 100_000);

/**
 * Contacts through wait, branch and send, against as many bare jobs that hand over the same message; the same again beside ten
 * times as many enrollments that wait; and how long an event takes to become an SMS.
 */
export async function automationBench(): Promise<Figure[]> {
  const postgres = await startEmbeddedPostgres({ folder, durable: true });
  const run = Date.now();
  const urlOf = (part: string) => postgres.urlFor(`bench_${run}_${part}`);
  for (const part of [...Object.keys(mounts), 'profile', 'jobs']) await postgres.ensureDatabase(`bench_${run}_${part}`);
  const provider = await startLocalProvider();
  let handedOver = 0;
  const counted: Post = (body) => {
    handedOver += 1;
    return provider.post(body);
  };
  let channel: Channel | null = null;
  const email = channelSubgraph(
    emailChannel,
    new URL('../../subgraphs/email/', import.meta.url),
    resolvers,
    [],
    () => ({ content, senders: [providerOf(counted)] }),
    (made) => {
      channel = made;
      return [];
    },
  );
  const clock = createClock();
  const { parts, stop } = await mountParts({
    databaseUrlOf: urlOf,
    clock,
    secret: createSecret('of benches only, long enough to be one'),
    log: createLog('bench', 'warn'),
    publicUrl: 'http://127.0.0.1',
    allowPrivateSenders: true,
    supergraphSdl: readSdl(new URL('../../schema/supergraph.graphql', import.meta.url)),
    creators: { ...mounts, email },
  });
  const part = (name: string): (typeof parts)[number] => {
    const found = parts.find((each) => each.name === name);
    if (found === undefined) throw new Error(`${name} is not mounted`);
    return found;
  };
  const pool = new pg.Pool({ connectionString: urlOf('automation'), max: 2 });
  try {
    const people = Math.min(eventContacts, contacts);
    const account = await importReaders(part('identity'), contacts, people);
    await prepare(channel, account);
    const bench: Bench = { automation: part('automation'), account, pool, clock };
    const known = `select count(*)::int as n from contact where account_id = ${account}`;
    await until(async () => (await count(pool, known)) === contacts);
    const jobs = () => bareJobs(urlOf('jobs'), provider.post, contacts);
    const first = await jobs();
    const alone = await goThrough(bench, 'Through', contacts, () => handedOver);
    const bare = (first + (await jobs())) / 2;
    const waiting = await letWait(bench, contacts);
    const beside = await goThrough(bench, 'Through beside others', contacts, () => handedOver);
    const latencies = await eventsToSms(bench, part('sms'), people);
    return figuresOf({ bare, alone, waiting, beside, latencies });
  } finally {
    await pool.end();
    await stop();
    await provider.stop();
    await postgres.release();
  }
}

async function prepare(channel: Channel | null, account: number): Promise<void> {
  if (channel === null || channel.sending === null) throw new Error('the channel does not send');
  await channel.followers[0]?.refresh(account);
  await channel.sending.senders.create(account, { name: 'local', provider: 'LOCAL', settings: {} });
  await channel.sending.templates.set(account, { key: 'spring', name: 'Spring', content: { text } }, 'bench');
  await channel.db.pool.query('analyze');
}

interface Measured {
  /** Jobs a second. */
  readonly bare: number;
  /** Steps a second. */
  readonly alone: number;
  readonly waiting: number;
  readonly beside: number;
  /** In milliseconds, ascending. */
  readonly latencies: readonly number[];
}

function figuresOf({ bare, alone, waiting, beside, latencies }: Measured): Figure[] {
  const figure = (
    name: string,
    subject: string,
    value: number,
    unit: string,
    peer: string | null,
    ratio: number | null,
  ): Figure => ({
    case: name,
    subject,
    peer,
    figure: Math.round(value),
    unit,
    ratio: ratio === null ? null : Number(ratio.toFixed(2)),
  });
  const at = (share: number): number =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? Number.NaN;
  return [
    figure('bare jobs', 'graphile-worker, localQueue and batches', bare, 'jobs/s', null, null),
    figure('workflow', 'entered, waited, asked, sent, ended', alone, 'steps/s', 'bare jobs', alone / bare),
    figure('workflow', `beside ${waiting} who wait`, beside, 'steps/s', 'alone', beside / alone),
    figure('event to SMS', `${eventRate} events/s, median`, at(0.5), 'ms', null, null),
    figure('event to SMS', `${eventRate} events/s, p99`, at(0.99), 'ms', null, null),
  ];
}
