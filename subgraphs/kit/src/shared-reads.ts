/** Contacts to read, by what is read of them. */
export type Wanted<List extends string> = ReadonlyMap<List, ReadonlySet<number>>;

/** Asks for a list of one contact. @returns what was read for all that shared the statement */
export type AskList<List extends string, Result> = (list: List, contactNo: number) => Promise<Result>;

/** Lists of contacts that one statement reads at most: a request for one person must not wait for a thousand. */
const together = 256;

interface Batch<List extends string, Result> {
  readonly wanted: Map<List, Set<number>>;
  size: number;
  readonly result: Promise<Result>;
  readonly begin: () => Promise<void>;
}

/**
 * Reads of many requests in few statements: of each account one is under way, and who asks meanwhile shares the next, so that nobody
 * is answered with what was read before they asked. Nothing waits for company: while nothing is under way, what is asked within one
 * tick is read at its end. Accounts share nothing.
 */
export function createSharedReads<List extends string, Result>(
  read: (account: number, wanted: Wanted<List>) => Promise<Result>,
): (account: number, list: List, contactNo: number) => Promise<Result> {
  /** What waits, of accounts of which something is under way or begins at the end of the tick. */
  const lanes = new Map<number, Batch<List, Result>[]>();

  const open = (account: number): Batch<List, Result>[] => {
    const lane: Batch<List, Result>[] = [];
    lanes.set(account, lane);
    const run = async (): Promise<void> => {
      await endOfTick();
      for (let batch = lane.shift(); batch !== undefined; batch = lane.shift()) {
        await batch.begin();
        // Those who were answered may ask for more at once.
        await endOfTick();
      }
      lanes.delete(account);
    };
    void run();
    return lane;
  };

  return (account, list, contactNo) => {
    const lane = lanes.get(account) ?? open(account);
    let batch = lane.at(-1);
    if (batch === undefined || (batch.size >= together && batch.wanted.get(list)?.has(contactNo) !== true)) {
      batch = createBatch((wanted) => read(account, wanted));
      lane.push(batch);
    }
    const contactNos = batch.wanted.get(list) ?? new Set();
    batch.wanted.set(list, contactNos);
    if (!contactNos.has(contactNo)) batch.size++;
    contactNos.add(contactNo);
    return batch.result;
  };
}

function createBatch<List extends string, Result>(
  read: (wanted: Wanted<List>) => Promise<Result>,
): Batch<List, Result> {
  const wanted = new Map<List, Set<number>>();
  let begin = async (): Promise<void> => {};
  const result = new Promise<Result>((resolve, reject) => {
    begin = () => read(wanted).then(resolve, reject);
  });
  return { wanted, size: 0, result, begin: () => begin() };
}

/** Behind everything that follows from what is known already, without a timer. */
const endOfTick = (): Promise<void> =>
  new Promise((resolve) => {
    void Promise.resolve().then(() => process.nextTick(resolve));
  });
