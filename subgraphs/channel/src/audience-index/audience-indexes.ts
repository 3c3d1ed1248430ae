import { fileURLToPath } from 'node:url';
import type { Database } from '@ucp/kit/database';
import { createIndexMemory, type AccountIndex as KeptIndex } from '@ucp/kit/index-memory';
import type { Logger } from '@ucp/kit/log';
import { once } from '@ucp/kit/once';
import { sourceDigest } from '@ucp/kit/source-digest';
import type { ChannelKind } from '../channel-kind.ts';
import { type AccountIndex, catchUp, createAccountIndex, indexBytes, loadAll } from './account-index.ts';
import { forgetSets } from './did-sets.ts';
import { type Patience, withPatience } from './patience.ts';
import { writeSnapshot } from './snapshot-write.ts';
import { forgetAll } from './verdicts.ts';

/** Accounts of a channel in memory, those asked last. */
export interface AudienceIndexes {
  /**
   * Answers out of the account with everything that was committed before it was asked for, which stays in memory until the answer is
   * there. What is read of it before and after something is waited for may differ: other questions take in what is new.
   * @param asking how long it may wait for an account that is read for the first time. Default: a moment
   * @returns null when it has to be asked by SQL, as it is too large or is still being read, as others in use leave no room, or as
   * `work` says so
   */
  readonly withIndex: <Answer>(
    account: number,
    work: (index: AccountIndex) => Promise<Answer | null>,
    asking?: Patience,
  ) => Promise<Answer | null>;
  /**
   * The same while nothing is taken in, so that the index stays as it is, whatever is waited for: every other question of the account
   * waits behind it. For what was asked of the index as it is and did not find it so any more.
   */
  readonly withIndexAlone: <Answer>(
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
  /** A moment, in milliseconds. */
  readonly patience?: number;
  /** New events after which a snapshot is written again. */
  readonly snapshotEvery?: number;
  /** What verdicts are found by: those of other code are not taken from a snapshot. Default: the sources of all parts. */
  readonly code?: () => Promise<string>;
}

/** More than a start from a snapshot of 30M events takes, and so much less than a caller waits that SQL has time to answer. */
const presetPatience = 6_000;
/** So many are taken in within a second at a start. */
const presetSnapshotEvery = 250_000;
/** Accounts too large that are remembered: beyond it all are forgotten, and each is read in vain once more. */
const remembered = 10_000;
/** Events that are taken in while one verdict is found. */
const verdictWeight = 25;

interface Entry extends KeptIndex {
  readonly account: number;
  index: AccountIndex | null;
  running: Promise<unknown>;
  writing: Promise<void> | null;
  next: Promise<AccountIndex | null> | null;
  /** Questions under way. */
  asking: number;
  /** Bytes of the index, also while it is being read. */
  size: number;
}

/** The code of this process, read once. */
const ownCode = once(() => sourceDigest(fileURLToPath(new URL('../../..', import.meta.url))));

function createEntry(account: number): Entry {
  const entry: Entry = {
    account,
    index: null,
    running: Promise.resolve(),
    writing: null,
    next: null,
    asking: 0,
    size: 0,
    bytes: () => entry.size,
    isInUse: () => entry.asking > 0,
  };
  return entry;
}

export function createAudienceIndexes(options: AudienceIndexesOptions): AudienceIndexes {
  const { db, channel, patience = presetPatience, snapshotEvery = presetSnapshotEvery } = options;
  const { code = ownCode } = options;
  const memory = createIndexMemory<Entry>(options.limit);
  /** Accounts that are larger than the limit by themselves, without what follows from their events. They do not become smaller. */
  const tooLarge = new Set<number>();
  let stopped = false;

  const isKept = (entry: Entry): boolean => memory.all().includes(entry);

  /** Forgets others until there is room. @returns whether there is: where not, nobody goes for it */
  const makeRoom = (entry: Entry, index: AccountIndex): boolean => {
    entry.size = indexBytes(index);
    return memory.keep(entry.account, entry);
  };

  /** An account fits when what happened in it does: what follows from it can be found again. */
  const makeRoomForEvents = (entry: Entry, index: AccountIndex): boolean => {
    if (makeRoom(entry, index)) return true;
    forgetAll(index.verdicts);
    index.lasts.clear();
    forgetSets(index.didSets);
    return makeRoom(entry, index);
  };

  const giveUp = (entry: Entry): null => {
    if (tooLarge.size >= remembered) tooLarge.clear();
    tooLarge.add(entry.account);
    memory.drop(entry.account);
    options.log.warn(
      { account: entry.account, bytes: entry.size },
      'an account is larger than the audience index may be',
    );
    return null;
  };

  /** Loads the account if need be, and takes in what is new. */
  const freshen = async (entry: Entry): Promise<AccountIndex | null> => {
    if (entry.index === null) {
      const index = createAccountIndex(entry.account);
      let [fits, crowded] = [true, false];
      const isWanted = () => !stopped && isKept(entry);
      await loadAll(db, channel, index, await code(), () => {
        if (!isWanted()) return false;
        fits = makeRoom(entry, index);
        crowded = memory.isCrowded();
        return fits && !crowded;
      });
      if (!fits) return giveUp(entry);
      if (!isWanted()) return null;
      if (!makeRoomForEvents(entry, index)) return giveUp(entry);
      if (crowded || memory.isCrowded()) {
        memory.drop(entry.account);
        return null;
      }
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
    // One that had to go while nobody waited for it does not come back.
    if (isKept(entry) && !makeRoomForEvents(entry, index)) return giveUp(entry);
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

  /** Whatever changes an account's index does so in its turn. */
  const inTurn = <Result>(entry: Entry, work: () => Promise<Result>): Promise<Result> => {
    const own = entry.running.then(work);
    entry.running = own.catch(() => {});
    return own;
  };

  /** One at a time; questions that come meanwhile share the next, as the one under way may have read before they came. */
  const nextOf = (entry: Entry): Promise<AccountIndex | null> => {
    entry.next ??= inTurn(entry, () => {
      entry.next = null;
      return freshen(entry);
    });
    return entry.next;
  };

  const answering = async <Answer>(
    account: number,
    ask: (entry: Entry) => Promise<Answer | null>,
  ): Promise<Answer | null> => {
    if (stopped || tooLarge.has(account)) return null;
    const entry = memory.of(account) ?? createEntry(account);
    memory.keep(account, entry);
    entry.asking++;
    try {
      return await ask(entry);
    } finally {
      entry.asking--;
    }
  };

  const answer = async <Answer>(
    entry: Entry,
    index: AccountIndex | null,
    work: (index: AccountIndex) => Promise<Answer | null>,
  ): Promise<Answer | null> => {
    if (index === null) return null;
    const answered = await work(index);
    // What was found for it is kept, too.
    if (isKept(entry)) makeRoomForEvents(entry, index);
    keepSnapshot(entry, index);
    return answered;
  };

  return {
    bytes: () => memory.all().reduce((sum, { size }) => sum + size, 0),
    accounts: () => memory.all().map(({ account }) => account),
    withIndex: (account, work, asking = 'a moment') =>
      answering(account, async (entry) => {
        const waits = entry.index !== null || asking === 'as long as it takes';
        const index = await (waits ? nextOf(entry) : withPatience(nextOf(entry), patience));
        return answer(entry, index, work);
      }),
    withIndexAlone: (account, work) =>
      answering(account, (entry) => inTurn(entry, async () => answer(entry, await freshen(entry), work))),
    stop: async () => {
      stopped = true;
      const entries = memory.all();
      await Promise.all(entries.map(({ running }) => running));
      await Promise.all(entries.map(({ writing }) => writing));
      for (const { account } of entries) memory.drop(account);
    },
  };
}
