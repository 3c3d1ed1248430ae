import type { Database, Transaction } from '@ucp/kit/database';
import { badInput, type UserError } from '@ucp/kit/errors';
import { appendToJournal } from '@ucp/kit/journal';
import { createWriteQueue } from '@ucp/kit/write-queue';
import { type Behavior, type BehaviorInput, behaviorOf } from '../domain/behavior.ts';
import { limits } from '../domain/limits.ts';
import { behaviorWrite } from '../store/behaviors.ts';

export interface Tracked {
  readonly accepted: number;
  readonly duplicates: number;
  /** Events that were not recorded; the others were. */
  readonly userErrors: UserError[];
}

/** Records events; those known by their key change nothing. @throws CodedError BAD_USER_INPUT when there are too many */
export type Track = (account: number, events: readonly BehaviorInput[]) => Promise<Tracked>;

/** Sites send their events one by one: calls of one account share transactions, or each would wait for the account's rev. */
export function createTrack({ db, announce }: { readonly db: Database; readonly announce: () => void }): Track {
  const write = createWriteQueue<readonly BehaviorInput[], Tracked>({
    rowsOf: (events) => events.length,
    commit: async (account, calls) => {
      const tracked = await db.transaction((tx) => record(tx, account, calls));
      announce();
      return tracked;
    },
  });
  return async (account, events) => {
    if (events.length > limits.batch)
      throw badInput(['events'], `"events" takes at most ${limits.batch}, got ${events.length}`);
    return write(account, events);
  };
}

/** Events of calls, and what each call is answered: of one that comes twice the first is accepted. */
async function record(
  tx: Transaction,
  account: number,
  calls: readonly (readonly BehaviorInput[])[],
): Promise<Tracked[]> {
  const kept = new Map<string, Behavior>();
  const read = calls.map((events) => {
    const userErrors: UserError[] = [];
    const own: string[] = [];
    let repeated = 0;
    events.forEach((event, i) => {
      const behavior = behaviorOf(account, event, tx.now);
      if ('refused' in behavior)
        userErrors.push({ code: 'BAD_USER_INPUT', field: ['events', String(i)], message: behavior.refused });
      else if (kept.has(behavior.eventId)) repeated += 1;
      else {
        kept.set(behavior.eventId, behavior);
        own.push(behavior.eventId);
      }
    });
    return { own, repeated, userErrors };
  });
  if (kept.size === 0)
    return read.map(({ repeated, userErrors }) => ({ accepted: 0, duplicates: repeated, userErrors }));
  const { rows } = await appendToJournal({ query: tx.last }, account, [behaviorWrite(account, [...kept.values()])]);
  const recorded = new Set(rows.behaviors?.map(({ event_id: eventId }) => eventId));
  return read.map(({ own, repeated, userErrors }) => {
    const accepted = own.filter((eventId) => recorded.has(eventId)).length;
    return { accepted, duplicates: own.length - accepted + repeated, userErrors };
  });
}
