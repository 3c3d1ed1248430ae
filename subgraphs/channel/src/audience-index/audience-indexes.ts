import { fileURLToPath } from 'node:url';
import type { Database } from '@ucp/kit/database';
import { presetIndexMemory } from '@ucp/kit/index-memory';
import type { Logger } from '@ucp/kit/log';
import { sourceDigest } from '@ucp/kit/source-digest';
import type { ChannelKind } from '../channel-kind.ts';
import { type AccountIndex, catchUp, createAccountIndex, indexBytes, loadAll } from './account-index.ts';
import { writeSnapshot } from './snapshot-write.ts';
import { forgetAll } from './verdicts.ts';

/** Accounts of a channel in memory, those asked last. */
export interface AudienceIndexes {
  /**
   * Answers out of the account with everything that was committed before it was asked for, which stays in memory until the answer is
   * there. What is read of it before and after something is waited for may differ: other questions take in what is new.
   * @returns null when it has to be asked by SQL, as it is too large or is still being read, or as `work` says so
   */
  readonly withIndex: <Answer>(
    account: number,
    work: (index: AccountIndex) => Promise<Answer | null>,
  ) => Promise<Answer | null>;
  /** Bytes of all accounts. */
  readonly bytes: () => number;
  readonly accounts: () => number[];
  readonly stop: () => Promise<void>;
}

export interface AudienceIndexesOptions {
  readonly db: Database;
  readonly channel: ChannelKind;
  readonly log: Logger;
  /** Bytes beyond which the accounts asked least recently are forgotten. Without it the preset of kit. */
  readonly limit?: number | undefined;
  /** A question waits this many milliseconds for an account that is read for the first time; then SQL answers it. */
  readonly patience?: number;
  /** New events after which a snapshot is written again. */
  readonly snapshotEvery?: number;
  /** What verdicts are found by: those of other code are not taken from a snapshot. Default: the sources of all parts. */
  readonly code?: () => Promise<string>;
}

/** Twice what a start from a snapshot of 30M events takes. */
const presetPatience = 10_000;
/** So many are taken in within a second at a start. */
const presetSnapshotEvery = 250_000;
/** Events that are taken in while one verdict is found. */
const verdictWeight = 25;

interface Entry {
  readonly account: number;
  index: AccountIndex | null;
  running: Promise<unknown>;
  writing: Promise<void> | null;
  next: Promise<AccountIndex | null> | null;
  /** Questions under way. */
  asking: number;
  bytes: number;
}

export function createAudienceIndexes(options: AudienceIndexesOptions): AudienceIndexes {
  const {
    db,
    channel,
    limit = presetIndexMemory,
    patience = presetPatience,
    snapshotEvery = presetSnapshotEvery,
  } = options;
  let sources: Promise<string> | undefined;
  const ownCode = (): Promise<string> => {
    sources ??= sourceDigest(fileURLToPath(new URL('../../..', import.meta.url)));
    return sources;
  };
  const { code = ownCode } = options;
  /** The one asked last is the last. */
  const entries = new Map<number, Entry>();
  /** Accounts that are larger than the limit by themselves, without what follows from their events. They do not become smaller. */
  const tooLarge = new Set<number>();
  let stopped = false;

  const bytes = (): number => [...entries.values()].reduce((sum, entry) => sum + entry.bytes, 0);

  /** Forgets accounts, but for one, until all fit. @returns whether that one fits: where not, nobody goes for it */
  const makeRoom = (wanted: Entry, index: AccountIndex): boolean => {
    wanted.bytes = indexBytes(index);
    if (wanted.bytes > limit) return false;
    for (const entry of entries.values()) {
      if (bytes() <= limit) break;
      if (entry !== wanted && entry.asking === 0) entries.delete(entry.account);
    }
    return true;
  };

  /** An account fits when what happened in it does: what follows from it can be found again. */
  const makeRoomForEvents = (entry: Entry, index: AccountIndex): boolean => {
    if (makeRoom(entry, index)) return true;
    forgetAll(index.verdicts);
    index.lasts.clear();
    return makeRoom(entry, index);
  };

  const giveUp = (entry: Entry): null => {
    tooLarge.add(entry.account);
    entries.delete(entry.account);
    options.log.warn({ account: entry.account, limit }, 'an account is larger than the audience index may be');
    return null;
  };

  /** Loads the account if need be, and takes in what is new. */
  const freshen = async (entry: Entry): Promise<AccountIndex | null> => {
    if (entry.index === null) {
      const index = createAccountIndex(entry.account);
      let fits = true;
      const isWanted = () => !stopped && entries.get(entry.account) === entry;
      await loadAll(db, channel, index, await code(), () => {
        fits = makeRoom(entry, index);
        return fits && isWanted();
      });
      if (!fits) return giveUp(entry);
      if (!isWanted()) return null;
      entry.index = index;
    }
    const { index } = entry;
    try {
      const usable = await catchUp(db, channel, index);
      if (!usable) {
        entry.index = null;
        return freshen(entry);
      }
    } finally {
      if (index.broken) entry.index = null;
    }
    if (!makeRoomForEvents(entry, index)) return giveUp(entry);
    keepSnapshot(entry, index);
    return index;
  };

  /** In the background, when a start would have much to do without: what fails there costs a longer start. */
  const keepSnapshot = (entry: Entry, index: AccountIndex): void => {
    const { verdicts } = index;
    if (index.events - index.snapshot.events + verdicts.found * verdictWeight < snapshotEvery) return;
    if (entry.writing !== null) return;
    verdicts.found = 0;
    entry.writing = code()
      .then((own) => writeSnapshot(db, index, snapshotEvery, own))
      .catch((error: unknown) => {
        // It is tried again when as many are new again.
        index.snapshot = { ...index.snapshot, events: index.events };
        options.log.warn({ account: index.account, err: error }, 'a snapshot of the audience index was not written');
      })
      .finally(() => {
        entry.writing = null;
      });
  };

  /** One at a time; questions that come meanwhile share the next, as the one under way may have read before they came. */
  const nextOf = (entry: Entry): Promise<AccountIndex | null> => {
    entry.next ??= entry.running.then(() => {
      entry.next = null;
      const work = freshen(entry);
      entry.running = work.catch(() => {});
      return work;
    });
    return entry.next;
  };

  return {
    bytes,
    accounts: () => [...entries.keys()],
    withIndex: async (account, work) => {
      if (stopped || tooLarge.has(account)) return null;
      const entry: Entry = entries.get(account) ?? {
        account,
        index: null,
        running: Promise.resolve(),
        writing: null,
        next: null,
        asking: 0,
        bytes: 0,
      };
      entries.delete(account);
      entries.set(account, entry);
      entry.asking++;
      try {
        const index = await (entry.index === null ? withPatience(nextOf(entry), patience) : nextOf(entry));
        if (index === null) return null;
        const answer = await work(index);
        // What was found for it is kept, too.
        entry.bytes = indexBytes(index);
        keepSnapshot(entry, index);
        return answer;
      } finally {
        entry.asking--;
      }
    },
    stop: async () => {
      stopped = true;
      await Promise.all([...entries.values()].map(({ running }) => running));
      await Promise.all([...entries.values()].map(({ writing }) => writing));
      entries.clear();
    },
  };
}

/** What comes in time, or null. */
async function withPatience<Value>(work: Promise<Value>, patience: number): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const tired = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  try {
    return await Promise.race([work, tired]);
  } finally {
    clearTimeout(timer);
  }
}
