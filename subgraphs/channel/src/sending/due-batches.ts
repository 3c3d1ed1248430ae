import type { Database } from '@ucp/kit/database';
import type { ChannelKind } from '../channel-kind.ts';
import type { MergeView } from '../outgoing.ts';
import type { Lane } from '../store/lanes.ts';
import { type Candidate, candidatesOf } from '../store/message-claims.ts';
import { type IdentityPeer, mergeViewsOf } from './merge-fields.ts';
import type { Writer } from './writer.ts';

/** Messages whose turn may have come, and what they merge. */
export interface DueBatch {
  readonly candidates: readonly Candidate[];
  readonly views: ReadonlyMap<number, MergeView>;
}

export interface DueBatches {
  /** At most `room` messages, the longest due first. */
  readonly next: (room: number) => Promise<DueBatch>;
  /** Looks for those behind a batch while it is claimed: the one waits for the database, the other for identity. */
  readonly lookBehind: (batch: DueBatch, room: number) => void;
}

/** What was asked of identity longer ago than this, in milliseconds, is asked again: a restriction counts within a second. */
const fresh = 1_000;
const none: ReadonlySet<number> = new Set();

export function createDueBatches(options: {
  readonly db: Database;
  readonly channel: ChannelKind;
  readonly identity: () => IdentityPeer | null;
  readonly monotonic: () => number;
  readonly lane: Lane;
  readonly writer: Writer;
}): DueBatches {
  const { db, channel, identity, monotonic, lane, writer } = options;
  let behind: Promise<DueBatch & { readonly since: number }> | null = null;

  /** @param dueSince when the first of the last batch was due: the index holds what has left before, ever more to pass over */
  const look = async (room: number, but: ReadonlySet<number>, dueSince: Date | null) => {
    const since = monotonic();
    const found = await candidatesOf(db, lane, room + but.size, dueSince);
    const due = found.filter(({ messageNo }) => !but.has(messageNo)).slice(0, room);
    const contactNos = [...new Set(due.map(({ contactNo }) => contactNo))];
    if (due.length === 0) return { candidates: due, views: new Map(), since };
    const names = await writer.fieldsOf(due.map(({ contentNo }) => contentNo));
    const views = await mergeViewsOf(identity(), channel, lane.account, contactNos, names);
    return { candidates: due, views, since };
  };
  return {
    next: async (room) => {
      const found = await behind;
      behind = null;
      if (found === null || found.candidates.length === 0 || monotonic() - found.since > fresh)
        return look(room, none, null);
      return { ...found, candidates: found.candidates.slice(0, room) };
    },
    lookBehind: ({ candidates }, room) => {
      const but = new Set(candidates.map(({ messageNo }) => messageNo));
      behind = look(room, but, candidates[0]?.dueAt ?? null);
      // Whoever asks for it is told of the failure; a run that ends before asks nobody.
      behind.catch(() => {});
    },
  };
}
