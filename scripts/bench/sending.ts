import { fileURLToPath } from 'node:url';
import { mounts } from '@ucp/gateway/mounts';
import { createClock } from '@ucp/kit/clock';
import { appendToJournal } from '@ucp/kit/journal';
import { createLog } from '@ucp/kit/log';
import { startEmbeddedPostgres } from '@ucp/kit/postgres/embedded';
import { createSecret } from '@ucp/kit/secret';
import { queueing } from '../../subgraphs/channel/src/actions/queue-messages.ts';
import { type Channel, createChannel } from '../../subgraphs/channel/src/channel.ts';
import { emailChannel } from '../../subgraphs/email/src/email-channel.ts';
import { bareJobs } from './bare-jobs.ts';
import { content, type Post, providerOf, startLocalProvider, text } from './local-provider.ts';
import { watchMemory } from './memory.ts';
import { importReaders } from './readers.ts';
import type { Figure } from './report.ts';

const folder = fileURLToPath(new URL('../../.data/bench/postgres', import.meta.url));
/** Messages, and jobs. `BENCH_MESSAGES` makes it smaller. */
const messages = Number(process.env.BENCH_MESSAGES ?? 100_000);
const chunk = 1_000;

/** Queued messages to a local provider, against as many bare jobs that make the same call, on the same server. */
export async function sendingBench(): Promise<Figure[]> {
  const postgres = await startEmbeddedPostgres({ folder, durable: true });
  const run = Date.now();
  const nameOf = (part: string) => `bench_${run}_${part}`;
  for (const part of ['identity', 'email', 'jobs']) await postgres.ensureDatabase(nameOf(part));
  const provider = await startLocalProvider();
  const { post } = provider;
  const common = {
    clock: createClock(),
    log: createLog('bench', 'warn'),
    secret: createSecret('of benches only, long enough to be one'),
    publicUrl: 'http://127.0.0.1',
  };
  const identity = await mounts.identity?.({ ...common, databaseUrl: postgres.urlFor(nameOf('identity')) });
  if (identity === undefined) throw new Error('identity is not mounted');
  const migrations = fileURLToPath(new URL('../../subgraphs/email/migrations', import.meta.url));
  let handedOver = 0;
  const counted: Post = (body) => {
    handedOver += 1;
    return post(body);
  };
  const sends = { content, senders: [providerOf(counted)] };
  const options = { ...common, databaseUrl: postgres.urlFor(nameOf('email')) };
  const channel = await createChannel(emailChannel, options, migrations, [], sends);
  channel.meet(identity);
  try {
    await identity.start();
    const account = await importReaders(identity, messages);
    await channel.followers[0]?.refresh(account);
    const jobs = async () => bareJobs(postgres.urlFor(nameOf('jobs')), post, messages);
    const queued = await queueAll(channel, account);
    const first = await jobs();
    const memory = watchMemory();
    const sent = await sendAll(channel, () => handedOver);
    const added = memory.stop();
    const bare = (first + (await jobs())) / 2;
    const taken = await provider.taken();
    if (taken !== 3 * messages) throw new Error(`the provider took ${taken} calls, not ${3 * messages}`);
    const figure = (name: string, subject: string, value: number, unit: string, ratio: number | null): Figure => ({
      case: name,
      subject,
      peer: ratio === null ? null : 'bare jobs',
      figure: Math.round(value),
      unit,
      ratio: ratio === null ? null : Number(ratio.toFixed(2)),
    });
    return [
      figure('queue', `messages, ${chunk} a transaction`, queued, 'messages/s', null),
      figure('bare jobs', 'graphile-worker, localQueue and batches', bare, 'jobs/s', null),
      figure('send', 'claimed, merged, handed over, written', sent, 'messages/s', sent / bare),
      figure('memory added', `${messages} messages`, added, 'MB', null),
    ];
  } finally {
    await channel.stop();
    await identity.stop();
    await provider.stop();
    await postgres.release();
  }
}

/** @returns messages a second */
async function queueAll({ db, kind, profiles, sending }: Channel, account: number): Promise<number> {
  if (sending === null) throw new Error('the channel does not send');
  const sender = await sending.senders.create(account, { name: 'local', provider: 'LOCAL', settings: {} });
  const template = await sending.templates.set(account, { key: 'spring', name: 'Spring', content: { text } }, 'bench');
  const { rows } = await db.pool.query<{ no: number }>(
    'select contact_no as no from contact where account_id = $1 order by 1',
    [account],
  );
  if (rows.length !== messages) throw new Error(`${rows.length} contacts are known, not ${messages}`);
  await db.pool.query('analyze');
  const began = performance.now();
  for (let from = 0; from < rows.length; from += chunk) {
    const asked = rows.slice(from, from + chunk).map(({ no }) => ({
      contactNo: no,
      senderNo: sender.senderNo,
      campaignNo: 0,
      contentNo: template.contentNo,
      template: { key: 'spring', version: template.version },
      topicNo: 0,
      variables: {},
      idempotencyKey: null,
      digest: null,
      notBefore: null,
    }));
    await db.transaction(async (tx) => {
      const by = { actor: 'bench', campaign: null };
      const { writes } = await queueing(tx, { channel: kind, profiles }, account, asked, by);
      await appendToJournal(tx, account, writes);
    });
  }
  return messages / ((performance.now() - began) / 1_000);
}

/**
 * From the first message handed over until every one is written as sent: a process that starts leaves its worker for three seconds,
 * which says nothing of how fast it is. @returns messages a second
 */
async function sendAll({ db, sending }: Channel, handedOver: () => number): Promise<number> {
  await db.pool.query('analyze message');
  const pause = () => new Promise((resolve) => setTimeout(resolve, 5));
  sending?.start();
  while (handedOver() === 0) await pause();
  const began = performance.now();
  // The table is looked at once the last one is out: to look for those that wait costs what many messages do.
  while (handedOver() < messages) await pause();
  for (let open = true; open; await pause()) {
    const { rows } = await db.pool.query<{ open: boolean }>(
      "select exists (select 1 from message where state in ('QUEUED', 'CLAIMED')) as open",
    );
    open = rows[0]?.open !== false;
  }
  const seconds = (performance.now() - began) / 1_000;
  const { rows } = await db.pool.query<{ sent: string }>("select count(*) as sent from message where state = 'SENT'");
  if (Number(rows[0]?.sent) !== messages) throw new Error(`${rows[0]?.sent} messages were sent, not ${messages}`);
  return messages / seconds;
}
