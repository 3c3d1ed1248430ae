import { expect, test } from 'vitest';
import { CodedError } from './errors.ts';
import { createWriteQueue } from './write-queue.ts';

interface Request {
  readonly no: number;
  readonly rows: number;
}
const request = (no: number, rows = 1): Request => ({ no, rows });

/** A queue whose commits the test lets through one by one, with what it was asked to commit. */
function gated(fails: (requests: readonly Request[]) => unknown = () => null) {
  const batches: number[][] = [];
  const gates: (() => void)[] = [];
  const write = createWriteQueue<Request, number>({
    rowsOf: ({ rows }) => rows,
    commit: async (_account, requests) => {
      batches.push(requests.map(({ no }) => no));
      await new Promise<void>((open) => gates.push(open));
      const error = fails(requests);
      if (error !== null) throw error;
      return requests.map(({ rows }) => rows);
    },
  });
  const open = async () => {
    gates.shift()?.();
    await new Promise((done) => setImmediate(done));
  };
  return { batches, write, open };
}

test('a request that finds nobody before it is a batch by itself; what comes in meanwhile shares the next', async () => {
  const { batches, write, open } = gated();
  const all = [1, 2, 3, 4].map((no) => write(1, request(no, no)));
  expect(batches).toEqual([[1]]);
  await open();
  expect(batches).toEqual([[1], [2, 3, 4]]);
  await open();
  expect(await Promise.all(all)).toEqual([1, 2, 3, 4]);
});

test('a batch has at most 5,000 rows, and a request is never cut', async () => {
  const { batches, write, open } = gated();
  const all = [request(1), request(2, 3_000), request(3, 2_000), request(4), request(5, 5_000)].map((each) =>
    write(1, each),
  );
  for (let i = 0; i < 4; i++) await open();
  await Promise.all(all);
  expect(batches).toEqual([[1], [2, 3], [4], [5]]);
});

test('accounts do not wait for each other', async () => {
  const { batches, write, open } = gated();
  const all = [write(1, request(1)), write(2, request(2))];
  expect(batches).toEqual([[1], [2]]);
  await open();
  await open();
  await Promise.all(all);
});

test('when a batch fails, each of its requests is tried once more alone: one fails by its own fault only', async () => {
  const { batches, write, open } = gated((requests) =>
    requests.some(({ no }) => no === 3) ? new Error('of 3') : null,
  );
  const all = [1, 2, 3, 4].map((no) => write(1, request(no)));
  const settled = Promise.allSettled(all);
  for (let i = 0; i < 5; i++) await open();
  expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(batches).toEqual([[1], [2, 3, 4], [2], [3], [4]]);
});

test('a database that is away fails all at once, without trying each alone', async () => {
  const { batches, write, open } = gated(() => new CodedError('OVERLOADED', 'away'));
  const settled = Promise.allSettled([1, 2, 3].map((no) => write(1, request(no))));
  await open();
  await open();
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(batches).toEqual([[1], [2, 3]]);
});

test('what waits is bounded: further requests are told to come again', async () => {
  const { write, open } = gated();
  const first = write(1, request(1));
  const waiting = Array.from({ length: 10 }, (_, i) => write(1, request(i + 2, 5_000)));
  await expect(write(1, request(99))).rejects.toMatchObject({ code: 'OVERLOADED' });
  for (let i = 0; i < 11; i++) await open();
  await Promise.all([first, ...waiting]);
});
