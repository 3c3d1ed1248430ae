import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitForProcesses } from '../kit/patience.ts';
import { type Processes, startProcesses } from '../kit/processes.ts';

waitForProcesses();

let processes: Processes;

beforeAll(async () => {
  processes = await startProcesses();
});
afterAll(() => processes.stop());

const rows = Number(process.env.UCP_IMPORT_ROWS ?? 4_500);
const persons = Math.floor(rows * 0.4);
/** Milliseconds, of a machine that does other things too. */
const patience = 60_000 + rows * 2;
/** People who are there twice, in the file and on both lists, beside rows that are no good. */
const file = [
  'Email,Mobile,External ID,Tags',
  ...Array.from({ length: rows }, (_, i) => {
    if (i % 97 === 0) return `not an address ${i},,,`;
    const person = i % persons;
    const mobile = i % 3 === 0 ? `+1512${String(2_000_000 + (person % Math.floor(persons / 2)))}` : '';
    return `person${person}@example.com,${mobile},${i % 5 === 0 ? `id-${person}` : ''},${i % 7 === 0 ? 'seventh' : ''}`;
  }),
].join('\n');

const post = async (key: string): Promise<string> => {
  const response = await fetch(`${processes.url}/imports?fileName=people.csv`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', authorization: `Bearer ${key}` },
    body: file,
  });
  expect(response.status).toBe(202);
  return Object(await response.json()).id;
};

const document =
  'query ($id: ID!) { importJob(id: $id) { state rows processed created updated merged refused skipped rejected rejectedRows(first: 200) { nodes { line reason } } } }';
const job = async (id: string, key: string) =>
  (await processes.ask(document, { id }, key)).data?.importJob ?? { state: 'RUNNING', processed: 0 };
const finished = async (id: string, key: string) => {
  await expect.poll(async () => (await job(id, key)).state, { timeout: patience, interval: 200 }).toBe('COMPLETED');
  return job(id, key);
};

/** Who is one with whom and what is known of them, whatever the account. */
async function people(key: string): Promise<string[]> {
  const shown: string[] = [];
  const page =
    'query ($after: String) { contacts(first: 200, after: $after) { nodes { tags identifiers { kind value primary } } pageInfo { hasNextPage endCursor } } }';
  for (let after: string | null = null; ; ) {
    const { data }: { data: { contacts: { nodes: object[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } } =
      await processes.ask(page, { after }, key);
    shown.push(...data.contacts.nodes.map((node) => JSON.stringify(node)));
    if (!data.contacts.pageInfo.hasNextPage) return shown.sort();
    after = data.contacts.pageInfo.endCursor;
  }
}

test(
  'an import killed with -9 at 40 % and restarted ends with the state of an undisturbed one, no row twice and none lost',
  async () => {
    const undisturbed = await finished(await post(processes.otherKey), processes.otherKey);
    const id = await post(processes.key);
    await expect
      .poll(async () => (await job(id, processes.key)).processed, { timeout: patience, interval: 20 })
      .toBeGreaterThanOrEqual(rows * 0.4);
    await processes.parts.identity?.stop('SIGKILL');
    await processes.parts.identity?.start();
    const interrupted = await job(id, processes.key);
    expect(interrupted.processed).toBeLessThan(rows);
    expect(await finished(id, processes.key)).toEqual(undisturbed);
    expect(undisturbed).toMatchObject({ rows, processed: rows, skipped: 0, rejected: Math.ceil(rows / 97) });
    const { created, updated, merged, refused, rejected } = undisturbed;
    expect(created + updated + merged + refused + rejected).toBe(rows);
    expect(await people(processes.key)).toEqual(await people(processes.otherKey));
  },
  4 * patience,
);
