import { CodedError } from './errors.ts';
import { batchLimit } from './journal.ts';

/** Rows of an account that may wait: more than this and further requests are told to come again. */
const waitingLimit = 50_000;

interface Waiting<Given, Result> {
  readonly given: Given;
  readonly rows: number;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

interface Lane<Given, Result> {
  readonly waiting: Waiting<Given, Result>[];
  rows: number;
}

/**
 * Requests of one account share transactions. One batch of an account is under way; what comes in meanwhile waits and shares the
 * next, first come first served, up to 5,000 rows. Nothing is delayed for company: a request that finds nobody before it is a
 * batch by itself. When a batch fails, each of its requests is tried once more alone, so that a request fails by its own fault
 * only. Each resolves after the commit that holds it.
 * @param options.rowsOf how many rows a request writes; one that writes none takes a place too
 * @param options.commit does requests of an account in one transaction; its results are in their order
 */
export function createWriteQueue<Given, Result>(options: {
  readonly rowsOf: (given: Given) => number;
  readonly commit: (account: number, requests: readonly Given[]) => Promise<readonly Result[]>;
}): (account: number, given: Given) => Promise<Result> {
  const { rowsOf, commit } = options;
  const lanes = new Map<number, Lane<Given, Result>>();

  const settle = async (account: number, batch: readonly Waiting<Given, Result>[]): Promise<void> => {
    try {
      const results = await commit(
        account,
        batch.map(({ given }) => given),
      );
      if (results.length !== batch.length) throw new Error(`${results.length} of ${batch.length} requests were done`);
      for (const [i, result] of results.entries()) batch[i]?.resolve(result);
    } catch (error) {
      // A database that is away fails everybody alike.
      const shared = error instanceof CodedError && error.code === 'OVERLOADED';
      if (shared || batch.length === 1) for (const { reject } of batch) reject(error);
      else for (const each of batch) await settle(account, [each]);
    }
  };

  const run = async (account: number, lane: Lane<Given, Result>): Promise<void> => {
    while (lane.waiting.length > 0) {
      const batch = nextBatch(lane.waiting);
      lane.rows -= batch.reduce((sum, { rows }) => sum + rows, 0);
      await settle(account, batch);
    }
    lanes.delete(account);
  };

  return (account, given) =>
    new Promise((resolve, reject) => {
      const lane = lanes.get(account) ?? { waiting: [], rows: 0 };
      const rows = Math.max(1, rowsOf(given));
      if (lane.rows > 0 && lane.rows + rows > waitingLimit) {
        reject(new CodedError('OVERLOADED', `${waitingLimit} events wait to be taken in. Try again in a few seconds.`));
        return;
      }
      lane.waiting.push({ given, rows, resolve, reject });
      lane.rows += rows;
      if (lanes.has(account)) return;
      lanes.set(account, lane);
      void run(account, lane);
    });
}

/** Takes requests from the front while they fit into a batch: one at least. */
function nextBatch<Given, Result>(waiting: Waiting<Given, Result>[]): Waiting<Given, Result>[] {
  let sum = 0;
  const fits = waiting.findIndex(({ rows }, i) => {
    sum += rows;
    return i > 0 && sum > batchLimit;
  });
  return waiting.splice(0, fits < 0 ? waiting.length : fits);
}
