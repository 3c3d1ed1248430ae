import type { Database, Statement, Transaction } from './database.ts';
import { CodedError } from './errors.ts';
import { appendToJournal, type Journal, type JournalPage, type JournalWrite } from './journal.ts';
import type { Logger } from './log.ts';

/** Without news a follower looks by itself after this many milliseconds. */
const poll = 1_000;
/** Heads are asked with this overlap, in milliseconds: transactions commit a little after their time. */
const overlap = 60_000;

export interface Follower {
  readonly part: string;
  /** Folds until this rev of the followed part is in our own database. At once when it already is. */
  readonly catchUp: (account: number, rev: number) => Promise<void>;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
  /** Null while all is well; else since when folding fails, for the health report. */
  readonly failingSince: () => Date | null;
}

export interface FollowerOptions {
  readonly part: string;
  readonly journal: Journal;
  readonly db: Database;
  readonly log: Logger;
  /** Tells our own journal's readers that the fold was committed. */
  readonly announce: () => void;
  /**
   * Reacts to one page within the transaction that also keeps the place. Returns the writes for the closing statement.
   * Must give the same result when a page comes again.
   */
  readonly apply: (tx: Transaction, account: number, page: JournalPage) => Promise<readonly JournalWrite[]>;
}

const lockPlace: Statement = {
  name: 'journal_fold_lock',
  text: `with made as (insert into journal_fold (part, account_id, rev) values ($1, $2, 0) on conflict do nothing)
    select rev from journal_fold where part = $1 and account_id = $2 for update`,
};

const keepPlace = (part: string, account: number, rev: number): JournalWrite => ({
  name: 'place',
  text: `insert into journal_fold (part, account_id, rev) select $1::text, $2::int, $3::bigint from stamp
    on conflict (part, account_id) do update set rev = excluded.rev`,
  values: [part, account, rev],
});

const placeOf: Statement = {
  name: 'journal_fold_place',
  text: 'select rev from journal_fold where part = $1 and account_id = $2',
};

/** Follows the journal of another part: in the background, and on demand when an answer must include a rev already seen. */
export function createFollower({ part, journal, db, log, announce, apply }: FollowerOptions): Follower {
  const folded = new Map<number, number>();
  const running = new Map<number, Promise<void>>();
  let failing: Date | null = null;
  let stopped = false;
  let loop: Promise<void> = Promise.resolve();

  const foldPage = async (account: number): Promise<boolean> => {
    const from = folded.get(account) ?? (await db.read<{ rev: number }>(placeOf, [part, account]))[0]?.rev ?? 0;
    const page = await journal.after(account, from);
    if (page.rev > from) {
      const at = await db.transaction(async (tx) => {
        const [place] = await tx.query<{ rev: number }>(lockPlace, [part, account]);
        // Another process of this part was faster: go on from its place.
        if ((place?.rev ?? 0) !== from) return place?.rev ?? 0;
        await appendToJournal(tx, account, [...(await apply(tx, account, page)), keepPlace(part, account, page.rev)]);
        return page.rev;
      });
      announce();
      folded.set(account, at);
    } else {
      folded.set(account, from);
    }
    return page.more;
  };

  /** One fold at a time per account; whoever comes meanwhile waits for it, then looks again. */
  const foldAll = (account: number): Promise<void> => {
    const current = running.get(account);
    if (current !== undefined) return current;
    const work = (async () => {
      while (!stopped && (await foldPage(account)));
    })().finally(() => running.delete(account));
    running.set(account, work);
    return work;
  };

  const rounds = async () => {
    let since = 0;
    while (!stopped) {
      try {
        const heads = await journal.heads(since);
        for (const head of heads) {
          if (head.rev > (folded.get(head.account) ?? -1)) await foldAll(head.account);
          since = Math.max(since, head.changedAt - overlap);
        }
        failing = null;
        if (!stopped) await journal.change(poll);
      } catch (error) {
        failing ??= new Date();
        log.warn(
          { following: part, reason: error instanceof Error ? error.message : 'unknown' },
          'folding failed, trying again',
        );
        await new Promise((resolve) => setTimeout(resolve, poll).unref());
      }
    }
  };

  return {
    part,
    catchUp: async (account, rev) => {
      for (let tries = 0; (folded.get(account) ?? -1) < rev; tries++) {
        if (tries === 10)
          throw new CodedError(
            'SUBGRAPH_UNAVAILABLE',
            'An answer as new as the request needs is not ready. Try again.',
          );
        await foldAll(account);
      }
    },
    start: () => {
      loop = rounds();
    },
    stop: async () => {
      stopped = true;
      await loop;
    },
    failingSince: () => failing,
  };
}
