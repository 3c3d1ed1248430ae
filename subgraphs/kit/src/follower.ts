import type { Database, Statement, Transaction } from './database.ts';
import { codeOf } from './database-errors.ts';
import { CodedError } from './errors.ts';
import { appendToJournal, type Journal, type JournalHead, type JournalPage, type JournalWrite } from './journal.ts';
import { watchJournal } from './journal-watch.ts';
import type { Logger } from './log.ts';

export interface Follower {
  readonly part: string;
  /** Folds until this rev of the followed part is in our own database. At once when it already is. */
  readonly catchUp: (account: number, rev: number) => Promise<void>;
  /** Folds all there is now: for a request that names what nobody here knows, and that may have been made a moment ago. */
  readonly refresh: (account: number) => Promise<void>;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
  /** Null while all is well; else since when folding fails, for the health report. */
  readonly failingSince: () => Date | null;
}

export interface FollowerOptions {
  readonly part: string;
  readonly journal: Journal;
  /** What is folded of it; nothing else is read. */
  readonly kinds: readonly string[];
  readonly db: Database;
  readonly log: Logger;
  /** Tells our own journal's readers that the fold was committed. */
  readonly announce: () => void;
  readonly fold: Fold;
  /** Default: a minute. */
  readonly everyoneAfter?: number;
}

/** How a page is taken in. Either must give the same result when a page comes again. */
export type Fold =
  /** By writes that follow from the page alone: one statement, all or nothing, cheap enough to wait for within a query. */
  | { readonly writesOf: (account: number, page: JournalPage) => readonly JournalWrite[] }
  /** By decisions that take reading, in a transaction. */
  | {
      readonly decide: (tx: Transaction, account: number, page: JournalPage) => Promise<readonly JournalWrite[]>;
    };

/** Moves the place on from where the page began. Another process that was faster makes it null, which fails the statement. */
const movePlace: Statement = {
  name: 'journal_fold_move',
  text: `insert into journal_fold as known (part, account_id, rev, moved_rev) values ($1::text, $2::int, $4::bigint, $5::bigint)
    on conflict (part, account_id) do update set rev = case when known.rev = $3::bigint then excluded.rev end, moved_rev = excluded.moved_rev`,
};

/** Another process was faster (23502), or introduced meanwhile what the page introduces (23505): look again. */
const overtaken = new Set(['23502', '23505']);
/** Being overtaken this often in a row is a fault, not a race. */
const patience = 10;

const placeOf: Statement = {
  name: 'journal_fold_place',
  text: 'select rev from journal_fold where part = $1 and account_id = $2',
};

const notReady = (): CodedError =>
  new CodedError('SUBGRAPH_UNAVAILABLE', 'An answer as new as the request needs is not ready. Try again.');

/** Follows the journal of another part: in the background, and on demand when an answer must include a rev already seen. */
export function createFollower({
  part,
  journal,
  kinds,
  db,
  log,
  announce,
  fold,
  everyoneAfter,
}: FollowerOptions): Follower {
  const folded = new Map<number, number>();
  const running = new Map<number, Promise<void>>();
  let stopped = false;

  /** @returns whether anything was written of which readers of our own journal are to know */
  const take = async (account: number, from: number, page: JournalPage): Promise<boolean> => {
    const values = [part, account, from, page.rev, page.moved ?? 0];
    const stamped = (writes: readonly JournalWrite[]): readonly JournalWrite[] => [
      ...writes,
      { name: 'place', text: movePlace.text, values },
    ];
    // A page that changes nothing here takes no rev of ours: parts that follow each other would never come to rest.
    if ('writesOf' in fold) {
      const writes = fold.writesOf(account, page);
      if (writes.length === 0) await db.write(movePlace, values);
      else await appendToJournal({ query: db.write }, account, stamped(writes));
      return writes.length > 0;
    }
    return db.transaction(async (tx) => {
      const writes = await fold.decide(tx, account, page);
      if (writes.length === 0) await tx.query(movePlace, values);
      else await appendToJournal({ query: tx.last }, account, stamped(writes));
      return writes.length > 0;
    });
  };

  /** @returns whether there is more */
  const foldPage = async (account: number, tries: number): Promise<boolean> => {
    const from = folded.get(account) ?? (await db.read<{ rev: number }>(placeOf, [part, account]))[0]?.rev ?? 0;
    const page = await journal.after(account, from, kinds);
    if (page.rev > from) {
      let isNews: boolean;
      try {
        isNews = await take(account, from, page);
      } catch (error) {
        if (!overtaken.has(codeOf(error))) throw error;
        if (tries === patience) throw notReady();
        folded.delete(account);
        return foldPage(account, tries + 1);
      }
      // Those who follow us would look in vain, once for each page of each part that we follow.
      if (isNews) announce();
    }
    folded.set(account, page.rev > from ? page.rev : from);
    return page.more;
  };

  /** One fold at a time per account; whoever comes meanwhile waits for it, then looks again. */
  const foldAll = (account: number): Promise<void> => {
    const current = running.get(account);
    if (current !== undefined) return current;
    const work = (async () => {
      while (!stopped && (await foldPage(account, 1)));
    })().finally(() => running.delete(account));
    running.set(account, work);
    return work;
  };

  /** Folds accounts that changed, each by itself: one that cannot be folded keeps no other back. */
  const foldChanged = async (heads: readonly JournalHead[], goesOn: () => boolean): Promise<void> => {
    const failures: unknown[] = [];
    for (const head of heads) {
      if (!goesOn()) return;
      if (head.rev > (folded.get(head.account) ?? -1))
        await foldAll(head.account).catch((error) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  };
  const watch = watchJournal({
    part,
    journal,
    log,
    take: foldChanged,
    ...(everyoneAfter === undefined ? {} : { everyoneAfter }),
  });

  return {
    part,
    catchUp: async (account, rev) => {
      for (let tries = 0; (folded.get(account) ?? -1) < rev; tries++) {
        if (tries === 10) throw notReady();
        await foldAll(account);
      }
    },
    refresh: async (account) => {
      // What is under way may have read its page before.
      await running.get(account);
      await foldAll(account);
    },
    start: watch.start,
    stop: async () => {
      stopped = true;
      await watch.stop();
    },
    failingSince: watch.failingSince,
  };
}
