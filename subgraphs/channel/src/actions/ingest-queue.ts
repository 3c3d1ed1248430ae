import { CodedError } from '@ucp/kit/errors';
import { batchLimit } from '@ucp/kit/journal';
import type { IngestResult } from './ingest.ts';

/** Rows of an account that may wait: more than this and further requests are told to come again. */
const waitingLimit = 50_000;

/** Of which the queue knows how many there are. */
interface Delivery {
  readonly events: readonly unknown[];
}

interface Waiting<Given extends Delivery> {
  readonly delivery: Given;
  readonly resolve: (result: IngestResult) => void;
  readonly reject: (error: unknown) => void;
}

interface Lane<Given extends Delivery> {
  readonly waiting: Waiting<Given>[];
  rows: number;
}

/**
 * Requests of one account share transactions. One batch of an account is under way; what comes in meanwhile waits and shares the
 * next, first come first served, up to 5,000 rows. Nothing is delayed for company: a request that finds nobody before it is a
 * batch by itself. When a batch fails, each of its requests is tried once more alone, so that a request fails by its own fault
 * only. Each resolves after the commit that holds it.
 * @param commit takes in deliveries of an account in one transaction; its results are in their order
 */
export function createIngestQueue<Given extends Delivery>(
  commit: (account: number, deliveries: readonly Given[]) => Promise<readonly IngestResult[]>,
): (account: number, delivery: Given) => Promise<IngestResult> {
  const lanes = new Map<number, Lane<Given>>();

  const settle = async (account: number, batch: readonly Waiting<Given>[]): Promise<void> => {
    try {
      const results = await commit(
        account,
        batch.map(({ delivery }) => delivery),
      );
      batch.forEach(({ resolve }, i) => {
        resolve(results[i] ?? { events: [] });
      });
    } catch (error) {
      // A database that is away fails everybody alike.
      const shared = error instanceof CodedError && error.code === 'OVERLOADED';
      if (shared || batch.length === 1) for (const { reject } of batch) reject(error);
      else for (const each of batch) await settle(account, [each]);
    }
  };

  const run = async (account: number, lane: Lane<Given>): Promise<void> => {
    while (lane.waiting.length > 0) {
      const batch = nextBatch(lane.waiting);
      lane.rows -= batch.reduce((sum, { delivery }) => sum + sizeOf(delivery), 0);
      await settle(account, batch);
    }
    lanes.delete(account);
  };

  return (account, delivery) =>
    new Promise((resolve, reject) => {
      const lane = lanes.get(account) ?? { waiting: [], rows: 0 };
      if (lane.rows > 0 && lane.rows + sizeOf(delivery) > waitingLimit) {
        reject(new CodedError('OVERLOADED', `${waitingLimit} events wait to be taken in. Try again in a few seconds.`));
        return;
      }
      lane.waiting.push({ delivery, resolve, reject });
      lane.rows += sizeOf(delivery);
      if (lanes.has(account)) return;
      lanes.set(account, lane);
      void run(account, lane);
    });
}

/** A request whose events are all skipped takes a place too. */
const sizeOf = ({ events }: Delivery): number => Math.max(1, events.length);

/** Takes requests from the front while they fit into a batch: one at least. */
function nextBatch<Given extends Delivery>(waiting: Waiting<Given>[]): Waiting<Given>[] {
  let rows = 0;
  const fits = waiting.findIndex(({ delivery }, i) => {
    rows += sizeOf(delivery);
    return i > 0 && rows > batchLimit;
  });
  return waiting.splice(0, fits < 0 ? waiting.length : fits);
}
