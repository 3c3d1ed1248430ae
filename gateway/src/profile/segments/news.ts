import type { Connection } from '@ucp/kit/connection';
import type { Database } from '@ucp/kit/database';
import { type JournalWatch, watchJournal } from '@ucp/kit/journal-watch';
import type { Logger } from '@ucp/kit/log';
import { limits } from '../../limits.ts';
import { noteNews } from '../store/segment-news.ts';

/** Waits for what happens in the parts, so that segments to which somebody listens are looked at then and not by the minute only. */
export interface News {
  readonly start: () => void;
  readonly stop: () => Promise<void>;
  /** Names of the parts that cannot be followed at the moment: what happens there is seen by the minute. */
  readonly failing: () => readonly string[];
}

/** Which accounts changed is all that is asked of a journal: what happened is asked for by the filters themselves. */
export function createNews({
  db,
  parts,
  log,
  brought,
}: {
  readonly db: Database;
  /** Those by whose facts the answer of a filter changes. */
  readonly parts: readonly Pick<Connection, 'name' | 'journal'>[];
  readonly log: Logger;
  /** Segments are due now. */
  readonly brought: () => void;
}): News {
  const follow = ({ name, journal }: (typeof parts)[number]): JournalWatch => {
    const seen = new Map<number, number>();
    return watchJournal({
      part: name,
      journal,
      log,
      pause: limits.newsPause,
      take: async (heads, goesOn) => {
        const moved = heads.filter(({ account, rev }) => seen.get(account) !== rev);
        for (let i = 0; i < moved.length && goesOn(); i += limits.newsAtOnce) {
          const some = moved.slice(i, i + limits.newsAtOnce);
          if ((await noteNews(db, name, some)) > 0) brought();
          for (const { account, rev } of some) seen.set(account, rev);
        }
      },
    });
  };
  const followed = parts.map((part) => ({ name: part.name, watch: follow(part) }));
  return {
    start: () => {
      for (const { watch } of followed) watch.start();
    },
    stop: async () => {
      await Promise.all(followed.map(({ watch }) => watch.stop()));
    },
    failing: () => followed.flatMap(({ name, watch }) => (watch.failingSince() === null ? [] : [name])),
  };
}
