import { serviceCaller } from '@ucp/kit/caller';
import { type ContactBits, countBits } from '@ucp/kit/contact-bits';
import type { Database } from '@ucp/kit/database';
import { CodedError, isUserErrorCode } from '@ucp/kit/errors';
import { batchLimit } from '@ucp/kit/journal';
import type { Logger } from '@ucp/kit/log';
import { limits } from '../../limits.ts';
import { changeBetween } from '../domain/membership-change.ts';
import { interval } from '../schedule.ts';
import type { ProfileService } from '../service.ts';
import {
  claimSegments,
  giveBackSegments,
  type Look,
  nextLook,
  notedMembers,
  putOffSegments,
  restAfterLook,
  type WatchRow,
  writeLook,
} from '../store/segment-watch.ts';

/** Looks at segments when they are due: notes their sizes, and of those that are tracked who came and who went. */
export interface Watch {
  /**
   * Looks at all that is due, of every account, as long as it may go on.
   * @returns in how many milliseconds something is due again, if that is soon
   */
  readonly lookAtDue: (goesOn: () => boolean) => Promise<number | null>;
}

export function createWatch(options: {
  readonly db: Database;
  readonly service: Pick<ProfileService, 'membersOfEach'>;
  readonly log: Logger;
  /** Tells readers of our journal that somebody came or went. */
  readonly announce: () => void;
  /** Most changes of one transaction. Default: as many as any batch. */
  readonly batch?: number;
}): Watch {
  const { db, service, log, announce, batch = batchLimit } = options;

  /** Who is in segments of one account; those that cannot be asked are left out, and put off. */
  const membersOf = async (
    watched: readonly WatchRow[],
    apart = false,
  ): Promise<readonly (readonly [WatchRow, ContactBits])[]> => {
    const caller = serviceCaller('profile', watched[0]?.accountId);
    try {
      const members = await service.membersOfEach(
        caller,
        // What is archived is not watched.
        watched.map(({ filter }) => ({ filter, archivedAt: null })),
      );
      return watched.flatMap((watch, i) => {
        const bits = members[i];
        return bits === undefined ? [] : [[watch, bits] as const];
      });
    } catch (error) {
      const wait = error instanceof CodedError ? waitAfter(error) : null;
      if (!(error instanceof CodedError) || wait === null) throw error;
      const isOne = watched.length === 1;
      // That a part is away is told once, and not of each that asks it.
      if (wait === '1 minute' ? !apart : isOne) {
        const names = watched.map(({ name }) => name);
        log.warn({ account: caller.account, segments: names, reason: error.message }, 'segments cannot be asked');
      }
      if (isOne) {
        await putOffSegments(db, watched, wait);
        return [];
      }
      // One of them is wrong, or asks a part that is away, and must not keep the others from being looked at.
      const found = [];
      for (const watch of watched) found.push(...(await membersOf([watch], true)));
      return found;
    }
  };

  /** Notes as much as one transaction takes. */
  const noteBatch = (watch: WatchRow, now: ContactBits): Promise<Pick<Look, 'entered' | 'left' | 'more'>> =>
    db.transaction(async (tx) => {
      const before = await notedMembers(tx, watch);
      const none = { size: countBits(now), members: null, entered: [], left: [], more: false };
      if (before === undefined) return none;
      // Whoever is in it when it is looked at first has not come.
      if (before === null || !watch.tracked) {
        await writeLook(tx, watch, { ...none, members: watch.tracked ? now : null });
        return none;
      }
      const { after, ...change } = changeBetween(before, now, batch);
      await writeLook(tx, watch, { ...none, ...change, members: isChange(change) ? after : null });
      return change;
    });

  /** One transaction after the other, until what is noted is how it is, or somebody else is at it. */
  const note = async (watch: WatchRow, now: ContactBits, goesOn: () => boolean): Promise<void> => {
    for (let more = true; more && goesOn(); ) {
      const change = await noteBatch(watch, now);
      if (isChange(change)) announce();
      ({ more } = change);
    }
  };

  return {
    lookAtDue: async (goesOn) => {
      while (goesOn()) {
        const watched = await claimSegments(db);
        const [first] = watched;
        if (first === undefined) return nextLook(db, interval);
        try {
          for (const [watch, members] of await membersOf(watched)) await note(watch, members, goesOn);
        } catch (error) {
          log.warn({ err: error, account: first.accountId }, 'segments could not be looked at, trying again');
          await putOffSegments(db, watched, '1 minute');
        }
        if (goesOn()) await restAfterLook(db, first, limits.looks);
        else await giveBackSegments(db, watched);
      }
      return null;
    },
  };
}

const isChange = ({ entered, left }: Pick<Look, 'entered' | 'left'>): boolean => entered.length + left.length > 0;

/** A part that is away comes back; what is wrong stays so until somebody changes it. Null: it is a fault of ours. */
function waitAfter({ code }: CodedError): '1 minute' | '1 hour' | null {
  if (code === 'SUBGRAPH_UNAVAILABLE' || code === 'SUBGRAPH_TIMEOUT') return '1 minute';
  return isUserErrorCode(code) ? '1 hour' : null;
}
