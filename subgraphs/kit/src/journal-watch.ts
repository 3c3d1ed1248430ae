import { setTimeout as sleep } from 'node:timers/promises';
import type { Journal, JournalHead } from './journal.ts';
import type { Logger } from './log.ts';

/** Without news a journal is looked at by itself after this many milliseconds. */
const poll = 1_000;
/** Heads are asked with this overlap, in milliseconds: transactions commit a little after their time. */
const overlap = 60_000;
/** Those of all accounts are asked this often, in milliseconds: where the owner's clock was set back, what changes seems to be old. */
const everyone = 60_000;

export interface JournalWatch {
  readonly start: () => void;
  /** Waits for nothing more; resolves when what was being taken in is taken in. */
  readonly stop: () => Promise<void>;
  /** Null while all is well; else since when it fails, for the health report. */
  readonly failingSince: () => Date | null;
}

export interface JournalWatchOptions {
  readonly part: string;
  readonly journal: Pick<Journal, 'heads' | 'change'>;
  readonly log: Logger;
  /**
   * Takes in accounts that may have changed. The same heads come again, after a failure and without one: which are news it has to
   * know itself.
   * @param goesOn once it is stopped it takes in no more of them
   */
  readonly take: (heads: readonly JournalHead[], goesOn: () => boolean) => Promise<void>;
  /** Default: a minute. */
  readonly everyoneAfter?: number;
  /** Milliseconds from one look to the next, however much changes. Default: none. */
  readonly pause?: number;
}

/** Looks at which accounts of a journal changed, as soon as it tells that something did. */
export function watchJournal({
  part,
  journal,
  log,
  take,
  everyoneAfter = everyone,
  pause = 0,
}: JournalWatchOptions): JournalWatch {
  let failing: Date | null = null;
  let stopped = false;
  let interrupt = () => {};
  let loop: Promise<void> = Promise.resolve();
  /**
   * Undefined where it is stopped before. Each wait has a promise of its own: one that stood for the stop, raced against again and
   * again, would remember all of them.
   */
  const waitFor = <Result>(work: Promise<Result>): Promise<Result | undefined> =>
    new Promise((resolve, reject) => {
      interrupt = () => resolve(undefined);
      work.then(resolve, reject);
      if (stopped) interrupt();
    });
  const rest = (milliseconds: number): Promise<unknown> => waitFor(sleep(milliseconds, undefined, { ref: false }));

  /** @returns from when on others changed */
  const look = async (since: number): Promise<number> => {
    const heads = await waitFor(journal.heads(since));
    if (heads === undefined || stopped) return since;
    // Where it fails, the next look must come to the same accounts: one that failed may not change again for a long time.
    await take(heads, () => !stopped);
    return heads.reduce((next, { changedAt }) => Math.max(next, changedAt - overlap), since);
  };

  const looks = async () => {
    let since = 0;
    let lookedAtAll = performance.now();
    while (!stopped) {
      try {
        // Waited for from before the look on: what is committed during it is told too.
        const change = journal.change(poll);
        change.catch(() => {});
        if (performance.now() - lookedAtAll >= everyoneAfter) {
          since = 0;
          lookedAtAll = performance.now();
        }
        since = await look(since);
        failing = null;
        if (pause > 0) await rest(pause);
        await waitFor(change);
      } catch (error) {
        failing ??= new Date();
        log.warn(
          { following: part, reason: error instanceof Error ? error.message : 'unknown' },
          'a journal could not be followed, trying again',
        );
        await rest(poll);
      }
    }
  };

  return {
    start: () => {
      loop = looks();
    },
    stop: async () => {
      stopped = true;
      interrupt();
      await loop;
    },
    failingSince: () => failing,
  };
}
