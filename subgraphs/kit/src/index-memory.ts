/** What a process keeps of an account in memory to answer for the whole of it. */
export interface AccountIndex {
  /** How much memory it takes, as well as can be told. */
  readonly bytes: () => number;
  /** Whether somebody is being answered out of it: then it stays. Default: nobody is. */
  readonly isInUse?: () => boolean;
}

/** Bytes that a part keeps of its accounts where `AUDIENCE_INDEX_MB` says nothing. */
export const presetIndexMemory = 512 * 1_048_576;

/** Those in use stay though others need their room: so many times the limit, and whoever can be answered without memory is. */
const crowd = 2;

/**
 * Indexes of accounts, within a limit of bytes: those that were asked for least recently go first, and those in use not at all. What
 * goes is only memory; it is made again out of the database when it is asked for.
 */
export interface IndexMemory<Index extends AccountIndex> {
  /** The account's index, which is the most recently asked for by that. */
  readonly of: (account: number) => Index | undefined;
  /**
   * Keeps an index as it is now: call it again when it has grown. Others go until there is room.
   * @returns false when it does not fit by itself, and is not kept
   */
  readonly keep: (account: number, index: Index) => boolean;
  readonly drop: (account: number) => void;
  /** Whether those in use take twice the limit: then no index is to be made that is not there. */
  readonly isCrowded: () => boolean;
  /** All that are kept, the one asked for least recently first. */
  readonly all: () => Index[];
}

/** @param limit in bytes */
export function createIndexMemory<Index extends AccountIndex>(limit = presetIndexMemory): IndexMemory<Index> {
  /** Least recently asked for first. */
  const kept = new Map<number, { readonly index: Index; readonly bytes: number }>();
  let total = 0;

  const drop = (account: number): void => {
    total -= kept.get(account)?.bytes ?? 0;
    kept.delete(account);
  };

  return {
    of: (account) => {
      const entry = kept.get(account);
      if (entry === undefined) return undefined;
      kept.delete(account);
      kept.set(account, entry);
      return entry.index;
    },
    keep: (account, index) => {
      drop(account);
      const bytes = index.bytes();
      if (bytes > limit) return false;
      for (const [other, { index: one }] of kept) {
        if (total + bytes <= limit) break;
        if (one.isInUse?.() !== true) drop(other);
      }
      kept.set(account, { index, bytes });
      total += bytes;
      return true;
    },
    drop,
    isCrowded: () => total > limit * crowd,
    all: () => [...kept.values()].map(({ index }) => index),
  };
}
