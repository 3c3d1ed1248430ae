import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { mountParts } from '@ucp/gateway/in-process';
import { mounts } from '@ucp/gateway/mounts';
import { type Caller, serviceCaller } from '@ucp/kit/caller';
import { createClock } from '@ucp/kit/clock';
import type { Connection } from '@ucp/kit/connection';
import { createLog } from '@ucp/kit/log';
import { startEmbeddedPostgres } from '@ucp/kit/postgres/embedded';
import { createSecret } from '@ucp/kit/secret';
import { readSdl } from '@ucp/kit/subgraph';
import pg from 'pg';
import type { Channel } from '../../subgraphs/channel/src/channel.ts';
import { channelSubgraph } from '../../subgraphs/channel/src/channel-subgraph.ts';
import { emailChannel } from '../../subgraphs/email/src/email-channel.ts';
import { resolvers } from '../../subgraphs/email/src/resolvers.ts';
import { bareJobs } from './bare-jobs.ts';
import { content, type Post, providerOf, startLocalProvider, text } from './local-provider.ts';
import { importReaders } from './readers.ts';
import type { Figure } from './report.ts';

const folder = fileURLToPath(new URL('../../.data/bench/postgres', import.meta.url));
/** Contacts who go through, and jobs. `BENCH_CONTACTS` makes it smaller. */
const contacts = Number(process.env.BENCH_CONTACTS ?? 100_000);
/** Enrollments that wait beside them in the second round. */
const waiting = contacts * 10;
/** Steps of each: a wait, a branch and a send. */
const stepsEach = 3;
/** Events a second, and for how many seconds. */
const eventRate = 200;
const eventSeconds = 20;
const hour = 3_600_000;

const sendStep = { channel: 'EMAIL', template: 'spring' };
const through = [
  { key: 'wait', wait: { for: 'PT1H' } },
  {
    key: 'who',
    branch: {
      paths: [{ name: 'ada', when: { field: { key: 'first_name', equals: 'Ada' } }, next: 'write' }],
      otherwise: 'end',
    },
  },
  { key: 'write', send: sendStep },
];

/**
 * Contacts through wait, branch and send, against as many bare jobs that hand over the same message; the same again beside ten
 * times as many enrollments that wait; and how long an event takes to become a message.
 */
export async function automationBench(): Promise<Figure[]> {
  const postgres = await startEmbeddedPostgres({ folder, durable: true });
  const run = Date.now();
  const urlOf = (part: string) => postgres.urlFor(`bench_${run}_${part}`);
  for (const part of [...Object.keys(mounts), 'profile', 'jobs']) await postgres.ensureDatabase(`bench_${run}_${part}`);
  const provider = await startLocalProvider();
  /** When each was handed over last, by address. */
  const handed = new Map<string, number>();
  let handedOver = 0;
  const counted: Post = (body) => {
    handedOver += 1;
    handed.set(String(Object(body).to), performance.now());
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
    supergraphSdl: readSdl(new URL('../../schema/supergraph.graphql', import.meta.url)),
    creators: { ...mounts, email },
  });
  const part = (name: string): Connection => {
    const found = parts.find((each) => each.name === name);
    if (found === undefined) throw new Error(`${name} is not mounted`);
    return found;
  };
  const pool = new pg.Pool({ connectionString: urlOf('automation'), max: 2 });
  try {
    const identity = parts.find(({ name }) => name === 'identity');
    if (identity === undefined) throw new Error('identity is not mounted');
    const account = await importReaders(identity, contacts);
    await prepare(channel, account);
    const bench: Bench = { automation: part('automation'), account, pool, clock };
    await until(
      async () =>
        (await count(pool, `select count(*)::int as n from contact where account_id = ${account}`)) === contacts,
    );
    const jobs = () => bareJobs(urlOf('jobs'), provider.post, contacts);
    const first = await jobs();
    const alone = await goThrough(bench, 'Through', () => handedOver);
    const bare = (first + (await jobs())) / 2;
    await letWait(bench);
    const beside = await goThrough(bench, 'Through beside others', () => handedOver);
    const latencies = await eventsToMessages(bench, handed);
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
      figure('event to message', `${eventRate} events/s, median`, at(0.5), 'ms', null, null),
      figure('event to message', `${eventRate} events/s, p99`, at(0.99), 'ms', null, null),
    ];
  } finally {
    await pool.end();
    await stop();
    await provider.stop();
    await postgres.release();
  }
}

interface Bench {
  readonly automation: Connection;
  readonly account: number;
  readonly pool: pg.Pool;
  readonly clock: ReturnType<typeof createClock>;
}

async function prepare(channel: Channel | null, account: number): Promise<void> {
  if (channel === null || channel.sending === null) throw new Error('the channel does not send');
  await channel.followers[0]?.refresh(account);
  await channel.sending.senders.create(account, { name: 'local', provider: 'LOCAL', settings: {} });
  await channel.sending.templates.set(account, { key: 'spring', name: 'Spring', content: { text } }, 'bench');
  await channel.db.pool.query('analyze');
}

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await sleep(20);
};
const count = async (pool: pg.Pool, statement: string): Promise<number> =>
  Number((await pool.query(statement)).rows[0]?.n);

async function ask({ automation, account }: Bench, query: string, variables: object): Promise<Record<string, unknown>> {
  const caller: Caller = {
    ...serviceCaller('bench', account),
    scopes: ['workflows:write', 'behaviors:write', 'pii:read', 'service'],
  };
  const { data, errors } = await automation.execute({ query, variables: { ...variables } }, caller);
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join(', '));
  return { ...data };
}

/** @returns number of the workflow, live */
async function publish(bench: Bench, name: string, definition: object): Promise<number> {
  const save =
    'mutation ($input: WorkflowInput!) { saved: workflowSave(input: $input) { workflow { id } userErrors { message } } }';
  const { saved } = await ask(bench, save, { input: { name, definition } });
  const { workflow, userErrors } = Object(saved);
  if (workflow === null) throw new Error(JSON.stringify(userErrors));
  const live = 'mutation ($id: ID!) { live: workflowPublish(id: $id) { userErrors { message } } }';
  const answer = await ask(bench, live, { id: workflow.id });
  if (Object(answer.live).userErrors.length > 0) throw new Error(JSON.stringify(answer.live));
  return count(bench.pool, `select max(workflow_no) as n from workflow where account_id = ${bench.account}`);
}

/** From the entries to the last message that was handed over and the last contact that left. @returns steps a second */
async function goThrough(bench: Bench, name: string, handedOver: () => number): Promise<number> {
  const { account, pool, clock } = bench;
  const workflowNo = await publish(bench, name, { trigger: { manual: true }, steps: through });
  await pool.query('analyze');
  const stateIs = (state: string) => async () =>
    (await count(
      pool,
      `select count(*)::int as n from enrollment where account_id = ${account} and workflow_no = ${workflowNo} and state = '${state}'`,
    )) === contacts;
  const before = handedOver();
  const began = performance.now();
  await pool.query(
    `insert into entry (account_id, workflow_no, contact_no, cause, at) select account_id, $2, contact_no, 'a bench', now() from contact where account_id = $1 order by 3`,
    [account, workflowNo],
  );
  await until(stateIs('WAITING'));
  const waits = performance.now() - began;
  clock.setOffset(clock.offset() + hour);
  const goes = performance.now();
  await until(async () => handedOver() - before >= contacts);
  await until(stateIs('COMPLETED'));
  const went = performance.now() - goes;
  console.log(`${name}: ${Math.round(waits)} ms to enter and wait, ${Math.round(went)} ms from there to the end`);
  return (contacts * stepsEach) / ((waits + went) / 1_000);
}

/** Ten times as many who wait for longer than the bench takes. */
async function letWait({ account, pool }: Bench): Promise<void> {
  for (let i = 0; i < waiting / contacts; i++) {
    await pool.query(
      `insert into enrollment (account_id, enrollment_no, key, contact_no, workflow_no, version, state, entered_at, current_step, run, due_at, step_since, log_count, rev)
        select account_id, 1000000000 + $2 * 10000000 + contact_no, gen_random_uuid()::text, contact_no, 1000 + $2, 1, 'WAITING', now(), 'wait', true, now() + interval '1 year', now(), 1, 1
        from contact where account_id = $1`,
      [account, i],
    );
  }
}

/** @returns milliseconds from the commit of each event to the message that is handed over for it, ascending */
async function eventsToMessages(bench: Bench, handed: ReadonlyMap<string, number>): Promise<number[]> {
  const steps = [{ key: 'write', send: sendStep }];
  await publish(bench, 'Cart', { trigger: { behavior: { name: 'cart_updated' } }, steps });
  const track = 'mutation ($events: [BehaviorInput!]!) { behaviorsTrack(events: $events) { accepted } }';
  const committed = new Map<string, number>();
  const all: Promise<unknown>[] = [];
  const began = performance.now();
  for (let i = 0; i < Math.min(eventRate * eventSeconds, contacts); i++) {
    const due = began + (i * 1_000) / eventRate;
    if (due > performance.now()) await sleep(due - performance.now());
    const address = `reader${i}@example.com`;
    const event = { key: `cart ${i}`, name: 'cart_updated', identifier: { email: address } };
    all.push(ask(bench, track, { events: [event] }).then(() => committed.set(address, performance.now())));
  }
  await Promise.all(all);
  const last = performance.now() + 30_000;
  await until(
    async () =>
      performance.now() > last || [...committed].every(([address, at]) => (handed.get(address) ?? 0) > at - 1_000),
  );
  return [...committed]
    .map(([address, at]) =>
      (handed.get(address) ?? 0) > began ? (handed.get(address) ?? 0) - at : Number.POSITIVE_INFINITY,
    )
    .sort((a, b) => a - b);
}
