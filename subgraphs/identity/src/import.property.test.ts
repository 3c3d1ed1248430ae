import { createClock } from '@ucp/kit/clock';
import { createDatabase, type Database } from '@ucp/kit/database';
import { createLog } from '@ucp/kit/log';
import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importBatch } from './actions/import-batch.ts';
import { createIdentity } from './identity.ts';
import { type Json, openTestAccount, type TestAccount } from './testing/account.ts';
import { fewRecords, fileOf, type GivenRecord } from './testing/records.ts';

/** Runs of each law; `npm run test:full` asks for more. */
const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 5);
/** Every batch is a commit: on a machine that does other things too a run takes its time, in milliseconds. */
const patience = numRuns * 5_000;

let part: TestPart;
/** Processes that take imports in; one may be ended, and another begins. */
let workers: [Database, Database];

const newWorker = (): Database =>
  createDatabase({ url: part.databaseUrl, clock: createClock(), log: createLog('test', 'silent') });

beforeAll(async () => {
  part = await createTestPart('identity', createIdentity);
  workers = [newWorker(), newWorker()];
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.close()));
  await part.stop();
});

const openAccount = async (): Promise<TestAccount> => {
  const of = await openTestAccount(part);
  await of.define({ key: 'city', label: 'City', type: 'TEXT' });
  return of;
};

/** Hands a file in; nobody takes its rows in before they are asked to. */
async function hand({ account }: TestAccount, sent: readonly GivenRecord[]): Promise<void> {
  const { status } = await part.subgraph.knock({
    method: 'POST',
    path: '/imports',
    url: '/imports',
    headers: { 'content-type': 'text/csv' },
    body: Buffer.from(fileOf(sent)),
    caller: { account, actor: 'key:test', role: 'ADMIN', scopes: [], requestId: 'test', origin: null, revs: {} },
  });
  expect(status).toBe(202);
}

const allDone = async (of: TestAccount): Promise<boolean> =>
  (await of.ask('{ importJobs { nodes { state } } }')).importJobs.nodes.every(
    ({ state }: Json) => state === 'COMPLETED',
  );

/** Takes in what was handed in: one worker, or two that take what they get. @param restartAfter batches */
async function takeIn(
  of: TestAccount,
  { batchSize, two, restartAfter }: { batchSize: number; two: boolean; restartAfter: number | null },
): Promise<void> {
  let batches = 0;
  const work = async (no: 0 | 1): Promise<void> => {
    for (;;) {
      if (await importBatch(workers[no], { batchSize })) {
        batches += 1;
        if (batches !== restartAfter) continue;
        const ended = workers[no];
        workers[no] = newWorker();
        await ended.close();
      } else if (await allDone(of)) {
        return;
      } else {
        // The other worker has the account's import.
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
  };
  await Promise.all(two ? [work(0), work(1)] : [work(0)]);
}

const shown = `{ contacts(first: 200) { nodes { id fieldHistory(key: "city") { nodes { value source at contactId current } }
  auditLog(first: 200) { nodes { actor action contactId details } } } }
  mergeReviews(states: [OPEN, APPROVED, REJECTED], first: 200) { nodes { id at rule detail contacts { id } } }
  importJobs { nodes { id createdAt rows processed created updated merged refused rejected rejectedRows { nodes { line reason } } } } }`;

const moment = /^\d{4}-\d\d-\d\dT/;
const id = /^(\w{3}_)?\w{10,}$/;

/**
 * Everything that is shown. What can only be the same in another account by its order, ids and times, is told by its place
 * among all of its kind.
 * @param timeless without times and origins
 */
async function state(of: TestAccount, timeless = false): Promise<Json> {
  const { importJobs, ...facts } = await of.ask(shown);
  const own = { contacts: await of.contacts(), facts, ...(timeless ? {} : { importJobs }) };
  const text = JSON.stringify(own);
  const times = [...new Set(text.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [])].sort();
  const ids = new Map<string, string>();
  return JSON.parse(text, (key, value) => {
    if (timeless && ['at', 'createdAt', 'updatedAt', 'firstSeenAt', 'source', 'acquisition', 'actor'].includes(key))
      return undefined;
    if (typeof value !== 'string') return value;
    if (moment.test(value)) return `time ${times.indexOf(value)}`;
    const [, source = '', named = value] = /^(import:)?(.*)$/.exec(value) ?? [];
    if (!id.test(named)) return value;
    if (!ids.has(named)) ids.set(named, `id ${ids.size}`);
    return `${source}${ids.get(named)}`;
  });
}

test(
  'where batches are cut, how many workers there are and that they are restarted is not seen in anything',
  async () => {
    const way = fc.record({
      batchSize: fc.constantFrom(1, 2, 3, 5, 100),
      two: fc.boolean(),
      restartAfter: fc.option(fc.integer({ min: 1, max: 4 })),
    });
    await fc.assert(
      fc.asyncProperty(fewRecords, fewRecords, fewRecords, way, async (known, first, second, otherWay) => {
        const given: Json[] = [];
        for (const how of [{ batchSize: 2_000, two: false, restartAfter: null }, otherWay]) {
          const of = await openAccount();
          for (const { identifiers, ...more } of known) await of.upsert(identifiers, more);
          await hand(of, first);
          await hand(of, second);
          await takeIn(of, how);
          given.push(await state(of));
        }
        expect(given[1]).toEqual(given[0]);
      }),
      { numRuns },
    );
  },
  patience,
);

test(
  'a file gives what its rows give that come one by one',
  async () => {
    await fc.assert(
      fc.asyncProperty(fewRecords, async (sent) => {
        const [singly, file] = [await openAccount(), await openAccount()];
        for (const each of sent) {
          await hand(singly, [each]);
          await takeIn(singly, { batchSize: 1, two: false, restartAfter: null });
        }
        await hand(file, sent);
        await takeIn(file, { batchSize: 3, two: false, restartAfter: null });
        expect(await state(file, true)).toEqual(await state(singly, true));
      }),
      { numRuns },
    );
  },
  patience,
);

test('what was told again, taken off or put first since a file came in wins over its rows', async () => {
  const of = await openAccount();
  const row = (identifiers: GivenRecord['identifiers'], city: string): GivenRecord => ({
    identifiers,
    customFields: [{ key: 'city', value: city }],
    addTags: ['vip'],
  });
  const own = { customFields: [{ key: 'city', value: 'Austin' }] };
  const known = [{ externalId: 'A-1' }, { email: 'first@example.com' }, { email: 'second@example.com' }];
  const ada = (await of.upsert(known, own)).contact.id;
  await hand(of, [row([{ externalId: 'A-1' }, { email: 'first@example.com' }], 'Boston')]);
  // The clocks of the file and of the calls may be in one millisecond.
  await new Promise((resolve) => setTimeout(resolve, 5));
  await of.upsert([{ externalId: 'A-1' }], { ...own, removeTags: ['vip'] });
  await of.update({ id: ada, primary: [{ email: 'second@example.com' }] });
  const before = await of.contact(ada);
  await takeIn(of, { batchSize: 1, two: false, restartAfter: null });
  const after = await of.contact(ada);
  expect(after).toMatchObject({ customFields: [{ value: 'Austin' }], tags: [] });
  const mails = ({ identifiers }: Json) =>
    identifiers.filter(({ kind }: Json) => kind === 'EMAIL').map(({ value, primary }: Json) => [value, primary]);
  expect(mails(after)).toEqual(mails(before));
  expect(mails(after)[0]).toEqual(['second@example.com', true]);
});

test('a row is as old as its file: what was told since it came in stays, and the row joins the history', async () => {
  const of = await openAccount();
  const row = (identifiers: GivenRecord['identifiers'], city: string): GivenRecord => ({
    identifiers,
    customFields: [{ key: 'city', value: city }],
    addTags: [],
  });
  await hand(of, [row([{ email: 'ada@example.com' }, { mobile: '+15125550123' }], 'Austin')]);
  const call = { customFields: [{ key: 'city', value: 'Boston' }], removeTags: ['vip'] };
  const ada = (await of.upsert([{ email: 'ada@example.com' }], call)).contact.id;
  await takeIn(of, { batchSize: 1, two: false, restartAfter: null });
  const [job] = (await of.ask('{ importJobs { nodes { id createdAt } } }')).importJobs.nodes;
  expect(await of.contact(ada)).toMatchObject({
    createdAt: job.createdAt,
    acquisition: { kind: 'IMPORT', at: job.createdAt },
    customFields: [{ value: 'Boston', source: 'key:test' }],
    identifiers: [
      { value: 'ada@example.com', source: `import:${job.id}`, firstSeenAt: job.createdAt },
      { value: '+15125550123', source: `import:${job.id}`, firstSeenAt: job.createdAt },
    ],
  });
  const { contact } = await of.ask(
    'query ($id: ID!) { contact(id: $id) { fieldHistory(key: "city") { nodes { value at current } } } }',
    { id: ada },
  );
  expect(contact.fieldHistory.nodes).toEqual([
    { value: 'Boston', at: expect.any(String), current: true },
    { value: 'Austin', at: job.createdAt, current: false },
  ]);
});
