import pg from 'pg';
import type { Database, Statement } from './database.ts';
import type { Journal, JournalPage } from './journal.ts';
import type { Logger } from './log.ts';

/** Notifications within this many milliseconds go out as one. */
const coalesce = 20;
const channel = 'journal';

export interface LocalJournal extends Journal {
  /** Tells those who wait that something was committed. Call after commit; a lost call costs a poll, never a fact. */
  readonly announce: () => void;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const headsSince: Statement = {
  name: 'journal_heads',
  text: `select account_id as account, rev, extract(epoch from changed_at) * 1000 as "changedAt"
    from journal_head where changed_at >= to_timestamp($1::float8 / 1000)`,
};

/**
 * The journal of a part as the part itself offers it. `readAfter` is its union of ledgers by rev, of which it reads those that
 * hold the kinds that are asked for.
 * News of other processes of the same part arrives by LISTEN on a connection of its own.
 */
export function createLocalJournal(options: {
  readonly db: Database;
  readonly url: string;
  readonly log: Logger;
  readonly readAfter: (account: number, rev: number, kinds: readonly string[] | null) => Promise<JournalPage>;
}): LocalJournal {
  const { db, url, log, readAfter } = options;
  const waiting = new Set<() => void>();
  let listener: pg.Client | undefined;
  let pending: NodeJS.Timeout | undefined;
  let sending: Promise<void> = Promise.resolve();
  let stopped = false;

  const wake = () => {
    for (const resume of [...waiting]) resume();
  };

  const listen = async () => {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    client.on('end', () => {
      listener = undefined;
      if (!stopped) setTimeout(() => void listen(), 1_000).unref();
    });
    client.on('notification', wake);
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      listener = client;
    } catch {
      log.warn('the journal is not listening; polling goes on');
      await client.end().catch(() => {});
    }
  };

  return {
    announce: () => {
      wake();
      pending ??= setTimeout(() => {
        pending = undefined;
        // One at a time on its connection; a notification that is lost costs a poll.
        sending = sending.then(async () => {
          await listener?.query(`notify ${channel}`).catch(() => {});
        });
      }, coalesce).unref();
    },
    start: listen,
    stop: async () => {
      stopped = true;
      clearTimeout(pending);
      wake();
      await listener?.end().catch(() => {});
    },
    heads: async (since) => {
      const rows = await db.read<{ account: number; rev: number; changedAt: string }>(headsSince, [since]);
      return rows.map((row) => ({ ...row, changedAt: Number(row.changedAt) }));
    },
    after: (account, rev, kinds) => readAfter(account, rev, kinds ?? null),
    change: (wait) =>
      new Promise((resolve) => {
        const resume = () => {
          clearTimeout(timer);
          waiting.delete(resume);
          resolve();
        };
        const timer = setTimeout(resume, wait);
        waiting.add(resume);
      }),
  };
}
