import type { Connection } from '@ucp/kit/connection';
import type { Database } from '@ucp/kit/database';
import { createFollower, type Fold, type Follower } from '@ucp/kit/follower';
import type { Journal } from '@ucp/kit/journal';
import type { Logger } from '@ucp/kit/log';
import type { Definitions } from '../definitions.ts';
import { limits } from '../domain/limits.ts';
import type { Peers } from '../peers/peers.ts';
import { forgetOutdated } from '../store/forgetting.ts';
import { createDateTriggers } from './date-triggers.ts';
import { activityKinds, behaviorKinds, foldActivity, foldBehaviors } from './fold-activity.ts';
import { foldIdentity, identityKinds } from './fold-identity.ts';
import { foldOwners } from './fold-owners.ts';
import { foldSegments, segmentKinds } from './fold-segments.ts';

/** Days and what is to be forgotten are looked at this often, in milliseconds. */
const minute = 60_000;

export interface ListeningOptions {
  readonly db: Database;
  readonly log: Logger;
  /** Our own, which tells of behaviour. */
  readonly journal: Journal;
  readonly definitions: Definitions;
  readonly peers: Peers;
  readonly announce: () => void;
}

/** What automation hears of the other parts and of itself. */
export interface Listening {
  /** Identity's contacts and links, which answers wait for. */
  readonly known: readonly Follower[];
  readonly meet: (peer: Connection) => void;
  /** Takes in all there is now of an account. */
  readonly refresh: (account: number) => Promise<void>;
  /** What the clock brings: days that come, and what is forgotten. */
  readonly lookAtClock: () => Promise<void>;
  /** Names of the parts that cannot be followed at the moment. */
  readonly failing: () => readonly string[];
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

export function createListening(options: ListeningOptions): Listening {
  const { db, log, journal: own, definitions, peers, announce } = options;
  const follow = (part: string, journal: Journal, kinds: readonly string[], fold: Fold): Follower =>
    createFollower({ part, journal, kinds, db, log, announce, fold });
  const known: Follower[] = [];
  const others = [follow('automation', own, behaviorKinds, { decide: foldBehaviors(definitions) })];
  const channels = new Set(peers.channels.names.map((name) => name.toLowerCase()));

  /** Others tell of contacts that identity made a moment ago: whoever is to enter is known here first, else nobody would. */
  const foldContacts = async (account: number): Promise<void> => {
    await Promise.all(known.map((follower) => follower.refresh(account)));
  };
  const lookAtDates = createDateTriggers({ ...options, people: peers.people, foldContacts });
  const onceKnown = (journal: Journal): Journal => ({
    ...journal,
    after: async (account, rev, kinds) => {
      const page = await journal.after(account, rev, kinds);
      if (page.entries.length > 0) await foldContacts(account);
      return page;
    },
  });

  const meetIdentity = ({ name, journal }: Connection): void => {
    const contacts = follow(name, journal, identityKinds, { writesOf: foldIdentity(db.clockOffset) });
    known.push(contacts);
    // What follows from contacts is taken in once they are known themselves, and no answer waits for it.
    const behind: Journal = {
      ...journal,
      after: async (account, rev, kinds) => {
        const page = await journal.after(account, rev, kinds);
        await contacts.catchUp(account, page.rev);
        return page;
      },
    };
    others.push(follow(`${name} owners`, behind, identityKinds, { decide: foldOwners }));
  };

  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  const lookAtClock = async (): Promise<void> => {
    await forgetOutdated(db, { deliveries: limits.deliveriesKept, days: limits.daysKept });
    await lookAtDates();
  };
  const round = (): void => {
    running = lookAtClock()
      .catch((error: unknown) => log.warn({ err: error }, 'days could not be looked at, trying again'))
      .then(() => {
        if (!stopped) timer = setTimeout(round, minute).unref();
      });
  };

  const all = (): readonly Follower[] => [...known, ...others];
  return {
    known,
    meet: (peer) => {
      if (peer.name === 'identity') meetIdentity(peer);
      else if (peer.name === 'profile')
        others.push(follow(peer.name, onceKnown(peer.journal), segmentKinds, { decide: foldSegments(definitions) }));
      else if (channels.has(peer.name))
        others.push(follow(peer.name, peer.journal, activityKinds, { decide: foldActivity(definitions) }));
    },
    refresh: async (account) => {
      for (const follower of all()) await follower.refresh(account);
    },
    lookAtClock,
    failing: () => all().flatMap(({ part, failingSince }) => (failingSince() === null ? [] : [part])),
    start: () => {
      for (const follower of all()) follower.start();
      round();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await Promise.all(all().map((follower) => follower.stop()));
      await running;
    },
  };
}
