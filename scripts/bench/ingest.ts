import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createGateway } from '@ucp/gateway';
import { readContract } from '@ucp/gateway/contract';
import { mountParts } from '@ucp/gateway/in-process';
import { serviceCaller } from '@ucp/kit/caller';
import { createClock } from '@ucp/kit/clock';
import { createLog } from '@ucp/kit/log';
import { startEmbeddedPostgres } from '@ucp/kit/postgres/embedded';
import { createSecret } from '@ucp/kit/secret';
import pg from 'pg';
import { createSendGridSender } from '../demo/sendgrid-sender.ts';
import type { SendOrder, Sent } from './ingest-sender.ts';
import { watchMemory } from './memory.ts';
import { ownSeconds, serverSeconds } from './processor-time.ts';
import type { Figure } from './report.ts';

const folder = fileURLToPath(new URL('../../.data/bench/postgres', import.meta.url));
const batchSize = 500;
const senders = 4;
/** Events that are timed. */
const measured = Number(process.env.BENCH_EVENTS ?? 1_000_000);
/** Events over which the memory must stay flat. */
const flood = Number(process.env.BENCH_FLOOD ?? 5_000_000);
const addresses = 200_000;

/** Signed batches of SendGrid through the gateway's own port, against raw COPY of the same rows into the same table. */
export async function ingestBench(): Promise<Figure[]> {
  const postgres = await startEmbeddedPostgres({ folder, durable: true });
  const run = Date.now();
  const nameOf = (part: string) => `bench_${run}_${part}`;
  const clock = createClock();
  const log = createLog('bench', 'warn');
  for (const part of ['identity', 'email', 'sms', 'automation', 'profile']) await postgres.ensureDatabase(nameOf(part));
  const databaseUrlOf = (part: string) => postgres.urlFor(nameOf(part));
  const secret = createSecret('of benches only, long enough to be one');
  const { parts, profile, stop } = await mountParts({
    databaseUrlOf,
    ...readContract(),
    clock,
    log,
    secret,
    publicUrl: 'http://127.0.0.1',
    // Who follows whom is measured elsewhere: here it would take the processor from what is timed.
    background: false,
  });
  const gateway = await createGateway({
    parts,
    ...readContract(),
    secret,
    log,
    profile,
    clock,
    publicUrl: null,
    explorer: null,
  });
  const origin = await gateway.listen({ port: 0, host: '127.0.0.1' });
  const child = fork(new URL('./ingest-sender.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
  try {
    const { account, url, privateKey } = await openSource(parts, origin);
    const send = async (from: number, events: number): Promise<Sent> => {
      const order: SendOrder = {
        url,
        privateKey,
        from,
        batches: Math.ceil(events / batchSize),
        batchSize,
        senders,
        addresses,
      };
      child.send(order);
      const [sent] = await once(child, 'message');
      return sent;
    };
    const server = new pg.Client({ connectionString: databaseUrlOf('email') });
    await server.connect();
    const { rows: backend } = await server.query<{ pid: number }>('select pg_backend_pid() as pid');
    const usage = () => ({ node: ownSeconds(), postgres: serverSeconds(backend[0]?.pid ?? 0) });
    // Introduces the addresses, warms statements and pages.
    await send(0, 200_000);
    const before = usage();
    const first = await send(200_000, measured);
    const after = usage();
    const perEvent = (seconds: number) => (seconds / first.events) * 1_000_000;
    const copied = await copy(databaseUrlOf('email'), account, 1);
    const second = await send(200_000 + measured, measured);
    const copiedAtOnce = await copy(databaseUrlOf('email'), account, senders);
    const ingested = (first.events + second.events) / (first.seconds + second.seconds);
    const again = await send(200_000, measured / 2);
    const memory = watchMemory();
    await send(200_000 + 2 * measured, flood);
    const subject = `signed batches of ${batchSize}, ${senders} senders`;
    await server.end();
    return [
      figure('processor, Node', subject, null, perEvent(after.node - before.node), 'us/event', null),
      figure('processor, PostgreSQL', subject, null, perEvent(after.postgres - before.postgres), 'us/event', null),
      figure('processor, sender', subject, null, perEvent(first.processor), 'us/event', null),
      figure('raw COPY, one stream', 'the same rows', null, copied, 'rows/s', null),
      figure(`raw COPY, ${senders} streams`, 'the same rows', null, copiedAtOnce, 'rows/s', null),
      figure('ingest', subject, 'raw COPY, one stream', ingested, 'events/s', ingested / copied),
      figure('ingest', subject, `raw COPY, ${senders} streams`, ingested, 'events/s', ingested / copiedAtOnce),
      figure('ingest of known events', subject, null, again.events / again.seconds, 'events/s', null),
      figure('memory added', `${flood} events`, null, memory.stop(), 'MB', null),
    ];
  } finally {
    child.kill();
    await gateway.close();
    await stop();
    await postgres.release();
  }
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
  figure: Math.round(value),
  unit,
  ratio: ratio === null ? null : Number(ratio.toFixed(2)),
});

async function openSource(parts: Awaited<ReturnType<typeof mountParts>>['parts'], origin: string) {
  const part = (name: string) => {
    const found = parts.find((each) => each.name === name);
    if (found === undefined) throw new Error(`${name} is not mounted`);
    return found;
  };
  const opened = await part('identity').execute(
    { query: 'mutation { accountOpen(name: "bench", roles: []) { account } }' },
    serviceCaller('bench'),
  );
  const account = Number(Object(opened.data?.accountOpen).account);
  const { privateKey, publicKey } = createSendGridSender();
  const made = await part('email').execute(
    {
      query:
        'mutation ($input: EmailSourceInput!) { emailSourceCreate(input: $input) { source { webhookPath } userErrors { message } } }',
      variables: { input: { name: 'bench', provider: 'SENDGRID', secret: { publicKey } } },
    },
    { ...serviceCaller('bench', account), scopes: ['sources:write'] },
  );
  return { account, privateKey, url: `${origin}${Object(made.data?.emailSourceCreate).source.webhookPath}` };
}

/** The account's rows from files of the server into the same table under numbers of other accounts. @returns rows a second */
async function copy(url: string, account: number, streams: number): Promise<number> {
  const clients = Array.from({ length: streams }, () => new pg.Client({ connectionString: url }));
  for (const client of clients) await client.connect();
  const [first] = clients;
  if (first === undefined) throw new Error('a copy takes at least one stream');
  const { rows } = await first.query<{ folder: string; next: number }>(
    "select current_setting('data_directory') as folder, (select max(account_id) + 1 from activity) as next",
  );
  const [{ folder: directory, next } = { folder: '', next: 0 }] = rows;
  const columns = 'at, event_id, address_no, kind, machine, message_id, details, rev';
  const fileOf = (stream: number) => `${directory}/bench-${streams}-${stream}.copy`;
  for (let stream = 0; stream < streams; stream++) {
    await first.query(
      `copy (select ${next}, ${columns} from activity where account_id = ${account} and rev % ${streams} = ${stream} order by rev, at) to '${fileOf(stream)}'`,
    );
  }
  await first.query('checkpoint');
  const began = performance.now();
  const done = await Promise.all(
    clients.map((client, stream) => client.query(`copy activity (account_id, ${columns}) from '${fileOf(stream)}'`)),
  );
  const seconds = (performance.now() - began) / 1_000;
  await Promise.all(clients.map((client) => client.end()));
  return done.reduce((sum, { rowCount }) => sum + (rowCount ?? 0), 0) / seconds;
}
