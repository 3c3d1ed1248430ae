import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { mounts } from '@ucp/gateway/mounts';
import { type Caller, serviceCaller } from '@ucp/kit/caller';
import { createClock } from '@ucp/kit/clock';
import { appendToJournal } from '@ucp/kit/journal';
import { createLog } from '@ucp/kit/log';
import { startEmbeddedPostgres } from '@ucp/kit/postgres/embedded';
import { createSecret } from '@ucp/kit/secret';
import { Logger, makeWorkerUtils, run } from 'graphile-worker';
import { Pool } from 'undici';
import { queueing } from '../../subgraphs/channel/src/actions/queue-messages.ts';
import { type Channel, createChannel } from '../../subgraphs/channel/src/channel.ts';
import type { ContentKind, SenderProvider } from '../../subgraphs/channel/src/outgoing.ts';
import { emailChannel } from '../../subgraphs/email/src/email-channel.ts';
import { watchMemory } from './memory.ts';
import type { Figure } from './report.ts';

const folder = fileURLToPath(new URL('../../.data/bench/postgres', import.meta.url));
/** Messages, and jobs. `BENCH_MESSAGES` makes it smaller. */
const messages = Number(process.env.BENCH_MESSAGES ?? 100_000);
/** Both hand over as many at the same time, over as many connections. */
const atOnce = 500;
const connections = 50;
const chunk = 1_000;
const quiet = new Logger(() => () => {});

const text = 'Dear {first_name}, spring is here: everything is on sale until Sunday.';
const content: ContentKind<{ readonly text: string }, { readonly text: string }> = {
  readParts: ({ text: given }) => ({ text: String(given) }),
  fieldsOf: () => ['first_name'],
  write: (parts, _whenMissing, { view }) => ({
    content: { text: parts.text.replace('{first_name}', String(view.first_name ?? '')) },
    links: [],
  }),
  detailsOf: () => ({ subject: 'Spring' }),
};

type Post = (body: object) => Promise<string>;

/** Queued messages to a local provider, against as many bare jobs that make the same call, on the same server. */
export async function sendingBench(): Promise<Figure[]> {
  const postgres = await startEmbeddedPostgres({ folder, durable: true });
  const run = Date.now();
  const nameOf = (part: string) => `bench_${run}_${part}`;
  for (const part of ['identity', 'email', 'jobs']) await postgres.ensureDatabase(nameOf(part));
  const child = fork(new URL('./sending-provider.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
  const [{ port }] = await once(child, 'message');
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections, pipelining: 1 });
  const post: Post = async (body) => {
    const answer = await pool.request({ method: 'POST', path: '/messages', body: JSON.stringify(body) });
    return Object(await answer.body.json()).id;
  };
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
    const account = await people(identity, channel);
    const jobs = async () => bareJobs(postgres.urlFor(nameOf('jobs')), post);
    const queued = await queueAll(channel, account);
    const first = await jobs();
    const memory = watchMemory();
    const sent = await sendAll(channel, () => handedOver);
    const added = memory.stop();
    const bare = (first + (await jobs())) / 2;
    child.send('count');
    const [{ taken }] = await once(child, 'message');
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
    await pool.close();
    child.kill();
    await postgres.release();
  }
}

const providerOf = (post: Post): SenderProvider<object, { readonly text: string }> => ({
  name: 'LOCAL',
  readSettings: (given) => given,
  perSecond: 10_000,
  atOnce,
  open: () => ({
    send: async ({ to, content: { text: body } }) => ({ is: 'SENT', providerMessageId: await post({ to, body }) }),
    lookUp: async () => ({ is: 'CANNOT_TELL', detail: 'It keeps no list.' }),
    close: async () => {},
  }),
});

type Identity = NonNullable<Awaited<ReturnType<NonNullable<(typeof mounts)[string]>>>>;

/** As many people who agreed, imported from a file and known to the channel. @returns their account */
async function people(identity: Identity, channel: Channel): Promise<number> {
  await identity.start();
  const opened = await identity.execute(
    { query: 'mutation { accountOpen(name: "bench", roles: []) { account } }' },
    serviceCaller('bench'),
  );
  const account = Number(Object(opened.data?.accountOpen).account);
  const caller: Caller = {
    ...serviceCaller('bench', account),
    scopes: ['imports:write', 'contacts:read', 'settings:write'],
  };
  const field =
    'mutation { customFieldDefine(input: { key: "first_name", label: "First name", type: TEXT }) { userErrors { message } } }';
  await identity.execute({ query: field }, caller);
  function* file(): Generator<string> {
    yield 'Email,First Name,Email Consent,Email Consent At,Email Consent Text\n';
    for (let i = 0; i < messages; i++) yield `reader${i}@example.com,Ada,yes,2026-01-01T00:00:00Z,Yes\n`;
  }
  const answer = await identity.knock({
    method: 'POST',
    path: '/imports',
    url: '/imports',
    headers: { 'content-type': 'text/csv' },
    body: Readable.from(file()),
    caller,
  });
  const { id, error } = JSON.parse(String(answer.body));
  if (error !== undefined) throw new Error(error.message);
  for (let state = ''; state !== 'COMPLETED'; ) {
    const asked = { query: 'query ($id: ID!) { importJob(id: $id) { state } }', variables: { id } };
    state = Object((await identity.execute(asked, caller)).data?.importJob).state;
    if (state === 'FAILED') throw new Error('the people were not imported');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await channel.followers[0]?.refresh(account);
  return account;
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
      template: template.key,
      topicNo: 0,
      variables: {},
      idempotencyKey: null,
      digest: null,
      notBefore: null,
    }));
    await db.transaction(async (tx) => {
      const by = { actor: 'bench', campaign: null };
      await appendToJournal(tx, account, await queueing(tx, { channel: kind, profiles }, account, asked, by));
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

/** @returns jobs a second, from the start of the worker until every one is done */
async function bareJobs(url: string, post: Post): Promise<number> {
  const utils = await makeWorkerUtils({ connectionString: url, logger: quiet });
  await utils.migrate();
  for (let from = 0; from < messages; from += chunk) {
    await utils.addJobs(
      Array.from({ length: Math.min(chunk, messages - from) }, (_, i) => ({
        identifier: 'bare',
        payload: { to: `reader${from + i}@example.com`, body: text },
      })),
    );
  }
  let done = 0;
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const began = performance.now();
  const runner = await run({
    connectionString: url,
    logger: quiet,
    noHandleSignals: true,
    preset: {
      worker: {
        concurrentJobs: atOnce,
        maxPoolSize: 10,
        localQueue: { size: 500 },
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
    taskList: {
      bare: async (payload) => {
        await post(Object(payload));
        done += 1;
        if (done === messages) finish();
      },
    },
  });
  await finished;
  // The last ones are written as done.
  await runner.stop();
  const seconds = (performance.now() - began) / 1_000;
  await utils.release();
  return messages / seconds;
}
