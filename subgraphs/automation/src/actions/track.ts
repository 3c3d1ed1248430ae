import type { Database } from '@ucp/kit/database';
import { badInput, type UserError } from '@ucp/kit/errors';
import { appendToJournal } from '@ucp/kit/journal';
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
export async function track(db: Database, account: number, events: readonly BehaviorInput[]): Promise<Tracked> {
  if (events.length > limits.batch)
    throw badInput(['events'], `"events" takes at most ${limits.batch}, got ${events.length}`);
  return db.transaction(async (tx) => {
    const userErrors: UserError[] = [];
    const kept = new Map<string, Behavior>();
    let repeated = 0;
    events.forEach((event, i) => {
      const behavior = behaviorOf(account, event, tx.now);
      if ('refused' in behavior)
        userErrors.push({ code: 'BAD_USER_INPUT', field: ['events', String(i)], message: behavior.refused });
      else if (kept.has(behavior.eventId)) repeated += 1;
      else kept.set(behavior.eventId, behavior);
    });
    if (kept.size === 0) return { accepted: 0, duplicates: repeated, userErrors };
    const { rows } = await appendToJournal(tx, account, [behaviorWrite(account, [...kept.values()])]);
    const accepted = rows.behaviors?.length ?? 0;
    return { accepted, duplicates: kept.size - accepted + repeated, userErrors };
  });
}
