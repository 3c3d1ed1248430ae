import type { Database } from '@ucp/kit/database';
import { type Lease, LeaseLost } from '@ucp/kit/jobs/lease';
import { releaseDeliveries } from '../store/deliveries.ts';
import { releaseEntries } from '../store/entries.ts';
import { releaseEnrollments } from '../store/standing-enrollments.ts';

/** Numbers of what was claimed. */
export interface Held {
  readonly entries?: readonly number[];
  readonly enrollments?: readonly number[];
  readonly deliveries?: readonly number[];
}

/** What this process is at, by account. */
export interface Holding {
  /**
   * Claims and works on what was claimed. Where something fails, or nobody knows whether a claim was made, what is claimed and not at
   * hand is given back before more is claimed.
   * @param work gets a way to tell what else it holds from then on @returns null where nothing was claimed
   */
  readonly during: <Claimed, Result>(
    account: number,
    lease: Lease,
    claim: () => Promise<{ readonly held: Held; readonly claimed: Claimed } | null>,
    work: (claimed: Claimed, holdMore: (held: Held) => void) => Promise<Result>,
  ) => Promise<Result | null>;
  /**
   * Gives back, of all accounts, what failed and nobody claims more of: others find it, where this process comes to the account no
   * more. Call again and again.
   */
  readonly giveBack: (lease: Lease) => Promise<void>;
}

interface AccountHolding {
  readonly held: Set<Held>;
  claiming: number;
  untidy: boolean;
  /** While things are given back nothing is claimed: it would be given back with them. */
  tidying: Promise<void> | null;
}

export function createHolding(db: Database): Holding {
  const accounts = new Map<number, AccountHolding>();

  const tidy = async (account: number, own: AccountHolding, { workerId }: Lease): Promise<void> => {
    const all = [...own.held];
    const held = (of: keyof Held): number[] => all.flatMap((each) => each[of] ?? []);
    await releaseEntries(db, account, workerId, held('entries'));
    await releaseEnrollments(db, account, workerId, held('enrollments'));
    await releaseDeliveries(db, account, workerId, held('deliveries'));
    own.untidy = false;
  };

  /** A claim that is under way is not known yet, and would be given back with the others. */
  const tidyUp = async (account: number, own: AccountHolding, lease: Lease): Promise<void> => {
    if (own.untidy && own.claiming === 0) {
      own.tidying ??= tidy(account, own, lease).finally(() => {
        own.tidying = null;
      });
    }
    await own.tidying;
  };

  return {
    during: async (account, lease, claim, work) => {
      const own = accounts.get(account) ?? { held: new Set(), claiming: 0, untidy: false, tidying: null };
      accounts.set(account, own);
      await tidyUp(account, own, lease);
      const mine: Held[] = [];
      const hold = (held: Held): void => {
        mine.push(held);
        own.held.add(held);
      };
      own.claiming += 1;
      try {
        let made: Awaited<ReturnType<typeof claim>>;
        try {
          made = await claim();
          if (made !== null) hold(made.held);
        } finally {
          own.claiming -= 1;
        }
        return made === null ? null : await work(made.claimed, hold);
      } catch (error) {
        if (error instanceof LeaseLost) lease.lose();
        else own.untidy = true;
        throw error;
      } finally {
        for (const each of mine) own.held.delete(each);
      }
    },
    giveBack: async (lease) => {
      for (const [account, own] of accounts) await tidyUp(account, own, lease);
    },
  };
}
