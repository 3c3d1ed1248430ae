/** Milliseconds after which a group that fails is not divided any more: whoever answers that slowly is away, and others wait. */
const patience = 5_000;
/** Questions that all failed, after which whoever is asked is taken for away; and those of a group at most. */
const most = { failures: 63, questions: 400 } as const;

/** What is left of a group, and why. */
export interface Undone<Item> {
  readonly items: readonly Item[];
  /** Of the question that failed last; undefined: none did. */
  readonly error: unknown;
}

/**
 * Has work done for all of a group together. Where that fails, for its halves, and so on: one that makes it fail is found, and the
 * others are done. The work must do nothing more when it is asked for the same again.
 * @param check before each question; what it throws ends all
 */
export async function byHalves<Item>(
  group: readonly Item[],
  work: (items: readonly Item[]) => Promise<void>,
  monotonic: () => number,
  check: () => void,
): Promise<Undone<Item>> {
  const until = monotonic() + patience;
  const open: (readonly Item[])[] = [group];
  const items: Item[] = [];
  let error: unknown;
  let [asked, failed] = [0, 0];
  for (let portion = open.shift(); portion !== undefined; portion = open.shift()) {
    const isOver = asked === most.questions || (failed === asked && failed >= most.failures) || monotonic() >= until;
    if (asked > 0 && isOver) {
      items.push(...portion);
      continue;
    }
    check();
    asked += 1;
    try {
      await work(portion);
    } catch (reason) {
      error = reason;
      failed += 1;
      const middle = Math.ceil(portion.length / 2);
      if (portion.length === 1) items.push(...portion);
      else open.push(portion.slice(0, middle), portion.slice(middle));
    }
  }
  return { items, error };
}
