import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { mounts } from '@ucp/gateway/mounts';
import { type Caller, serviceCaller } from '@ucp/kit/caller';
import { createClock } from '@ucp/kit/clock';
import { createDatabase, type Database } from '@ucp/kit/database';
import { createLog } from '@ucp/kit/log';
import { startEmbeddedPostgres } from '@ucp/kit/postgres/embedded';
import { createSecret } from '@ucp/kit/secret';
import type { Subgraph } from '@ucp/kit/subgraph';
import { contactByIdentifier } from '../../subgraphs/identity/src/store/contact-list.ts';
import { watchMemory } from './memory.ts';
import type { Figure } from './report.ts';

const folder = fileURLToPath(new URL('../../.data/bench/postgres', import.meta.url));
/** Rows of the file, and contacts that are there before it. `BENCH_ROWS` makes it smaller. */
const rows = Number(process.env.BENCH_ROWS ?? 1_000_000);
const before = rows / 2;
const singly = 1_000;
const lookUps = 20_000;
const upsert = 'mutation ($input: ContactUpsertInput!) { contactUpsert(input: $input) { outcome } }';

/** A file of rows onto contacts that are there, against the same rules row by row, in one run. */
export async function identityBench(): Promise<Figure[]> {
  const postgres = await startEmbeddedPostgres({ folder, durable: true });
  const database = `bench_${Date.now()}`;
  await postgres.ensureDatabase(database);
  const create = mounts.identity;
  if (create === undefined) throw new Error('identity is not mounted');
  const log = createLog('bench', 'warn');
  const part = await create({
    databaseUrl: postgres.urlFor(database),
    clock: createClock(),
    secret: createSecret('of benches only, long enough to be one'),
    log,
    publicUrl: 'http://127.0.0.1',
  });
  await part.start();
  const db = createDatabase({ url: postgres.urlFor(database), clock: createClock(), log });
  try {
    return [...(await measure(part, db)), ...(await lookUp(db))];
  } finally {
    await db.close();
    await part.stop();
    await postgres.release();
  }
}

async function measure(part: Subgraph, db: Database): Promise<Figure[]> {
  const opened = await part.execute(
    { query: 'mutation { accountOpen(name: "bench", roles: []) { account } }' },
    serviceCaller('bench'),
  );
  const caller: Caller = {
    ...serviceCaller('bench', Object(opened.data?.accountOpen).account),
    scopes: ['imports:write', 'contacts:write', 'contacts:read', 'settings:write', 'pii:read'],
  };
  await part.execute(
    {
      query:
        'mutation { customFieldDefine(input: { key: "city", label: "City", type: TEXT }) { userErrors { message } } }',
    },
    caller,
  );
  await importOf(part, caller, known(before));
  const began = performance.now();
  for (const row of sample(singly)) {
    const [email, mobile] = row.split(',');
    const identifiers = [{ email }, ...(mobile === '' ? [] : [{ mobile }])];
    await part.execute(
      { query: upsert, variables: { input: { identifiers, customFields: [{ key: 'city', value: 'Austin' }] } } },
      caller,
    );
  }
  const rowByRow = singly / ((performance.now() - began) / 1_000);
  const memory = watchMemory();
  const waits = watchWriter(part, caller);
  const batches = watchBatches(db);
  const started = performance.now();
  await importOf(part, caller, file(rows));
  const imported = rows / ((performance.now() - started) / 1_000);
  const longest = await waits.stop();
  const longestBatch = await batches.stop();
  const subject = `${rows} rows onto ${before} contacts`;
  return [
    {
      case: 'row by row',
      subject: `${singly} upserts`,
      peer: null,
      figure: Math.round(rowByRow),
      unit: 'rows/s',
      ratio: null,
    },
    {
      case: 'import',
      subject,
      peer: 'row by row',
      figure: Math.round(imported),
      unit: 'rows/s',
      ratio: Number((imported / rowByRow).toFixed(1)),
    },
    { case: 'memory the import adds', subject, peer: null, figure: memory.stop(), unit: 'MB', ratio: null },
    { case: 'longest batch', subject, peer: null, figure: Math.round(longestBatch), unit: 'ms', ratio: null },
    {
      case: 'longest wait of another writer',
      subject,
      peer: 'longest batch',
      figure: Math.round(longest),
      unit: 'ms',
      ratio: Number((longest / longestBatch).toFixed(2)),
    },
  ];
}

/** Who has an address, against a bare read of a contact by its key, in turns on the same connection. */
async function lookUp(db: Database): Promise<Figure[]> {
  const [{ account = 0, contacts = 0 } = {}] = await db.read<{ account: number; contacts: number }>(
    {
      name: 'bench_contacts',
      text: 'select account_id as account, count(*)::int as contacts from contact group by account_id',
    },
    [],
  );
  const bare = { name: 'bench_bare', text: 'select root_no from contact where account_id = $1 and contact_no = $2' };
  const [keyed, named]: [number[], number[]] = [[], []];
  const timed = async (into: number[], work: Promise<unknown>): Promise<void> => {
    const began = performance.now();
    await work;
    into.push(performance.now() - began);
  };
  for (let i = 0; i < lookUps; i++) {
    const n = (i * 7_919) % before;
    const email = `known${n}@example.com`;
    await timed(keyed, db.read(bare, [account, n + 1]));
    await timed(named, contactByIdentifier(db, account, 'EMAIL', email, [email]));
  }
  const p99 = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
  const [key, identifier] = [p99(keyed), p99(named)];
  const subject = `p99 of ${lookUps} among ${contacts} contacts`;
  return [
    { case: 'contact by key, bare', subject, peer: null, figure: Number(key.toFixed(3)), unit: 'ms', ratio: null },
    {
      case: 'contact by identifier',
      subject,
      peer: 'contact by key, bare',
      figure: Number(identifier.toFixed(3)),
      unit: 'ms',
      ratio: Number((identifier / key).toFixed(2)),
    },
  ];
}

const header = 'Email,Mobile,City\n';
const mobileOf = (n: number): string =>
  `+1${['512', '214', '312', '415', '206'][n % 5]}${String(2_000_000 + (Math.floor(n / 5) % 7_999_999))}`;

function* known(count: number): Generator<string> {
  yield header;
  for (let i = 0; i < count; i++) yield `known${i}@example.com,${i % 2 === 0 ? mobileOf(i) : ''},Austin\n`;
}

/** Of ten rows three have a known email, one and a half a known number, one is there twice. */
function* file(count: number): Generator<string> {
  yield header;
  for (let i = 0; i < count; i++) {
    const place = i % 100;
    if (place < 30) yield `known${i % before}@example.com,,Austin\n`;
    else if (place < 44) yield `by.number${i}@example.com,${mobileOf((i * 2) % before)},Dallas\n`;
    else if (place < 54) yield `new${i - 20}@example.com,,Dallas\n`;
    else yield `new${i}@example.com,,Dallas\n`;
  }
}

const sample = (count: number): string[] => [...file(count)].slice(1).map((row) => row.trim());

async function importOf(part: Subgraph, caller: Caller, lines: Iterable<string>): Promise<void> {
  const answer = await part.knock({
    method: 'POST',
    path: '/imports',
    url: '/imports',
    headers: { 'content-type': 'text/csv' },
    body: Readable.from(lines),
    caller,
  });
  const { id, error } = JSON.parse(String(answer.body));
  if (error !== undefined) throw new Error(error.message);
  for (;;) {
    const { data } = await part.execute(
      { query: 'query ($id: ID!) { importJob(id: $id) { state failure } }', variables: { id } },
      caller,
    );
    const { state, failure } = Object(data?.importJob);
    if (state === 'COMPLETED') return;
    if (state === 'FAILED') throw new Error(failure);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** How long the longest batch takes: from one step of the progress, which a batch commits with its rows, to the next. */
function watchBatches(db: Database): { readonly stop: () => Promise<number> } {
  let running = true;
  let longest = 0;
  const progress = {
    name: 'bench_progress',
    text: 'select done::int as done from import_job order by account_id, job_no desc limit 1',
  };
  const work = (async () => {
    let [last, at] = [0, 0];
    while (running) {
      const [{ done = 0 } = {}] = await db.read<{ done: number }>(progress, []);
      const now = performance.now();
      if (done > last) {
        if (last > 0) longest = Math.max(longest, now - at);
        [last, at] = [done, now];
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  return {
    stop: async () => {
      running = false;
      await work;
      return longest;
    },
  };
}

/** Somebody else who writes to the account all the while. */
function watchWriter(part: Subgraph, caller: Caller): { readonly stop: () => Promise<number> } {
  let running = true;
  let longest = 0;
  const work = (async () => {
    for (let i = 0; running; i++) {
      const began = performance.now();
      await part.execute(
        { query: upsert, variables: { input: { identifiers: [{ email: `other${i}@example.com` }] } } },
        caller,
      );
      longest = Math.max(longest, performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })();
  return {
    stop: async () => {
      running = false;
      await work;
      return longest;
    },
  };
}
