import { groupBy } from '@ucp/kit/align';
import { CodedError } from '@ucp/kit/errors';
import { LeaseLost } from '@ucp/kit/jobs/lease';
import type { Logger } from '@ucp/kit/log';
import { laterAlone, pauseAfter } from '../domain/later.ts';
import { byHalves } from './by-halves.ts';
import type { Batch, Run } from './run.ts';

interface OfRun {
  readonly run: Run;
}

/** What could not be asked, by account, question and workflow, until it can be: how often in a row, and when it is asked again. */
type Failing = Map<string, { readonly failures: number; readonly until: Date }>;

/**
 * Asks a question of all runs together. Those for whom it cannot be answered stand where they are and are tried again later; the
 * others go on.
 * @param question names it, such as the channel that is asked
 * @throws LeaseLost
 */
export type Attempt = <Item extends OfRun>(
  batch: Batch,
  question: string,
  items: readonly Item[],
  work: (items: readonly Item[]) => Promise<void>,
) => Promise<void>;

/** Keeps what is away from stopping what is not: a question that failed for a whole workflow is not asked for it until a pause is over. */
export function createAttempt(monotonic: () => number, log: Logger): Attempt {
  const failing: Failing = new Map();
  const check = ({ lease }: Batch) => {
    if (!lease.holds()) throw new LeaseLost();
  };
  /** Until when it is not asked; null: it may be. A clock that was put back must not make a pause longer than it is. */
  const pausedUntil = (key: string, now: Date): Date | null => {
    const { failures, until } = failing.get(key) ?? { failures: 0, until: now };
    const left = until.getTime() - now.getTime();
    return left > 0 && left <= pauseAfter(failures) ? until : null;
  };
  const pause = (key: string, now: Date): Date => {
    const failures = (failing.get(key)?.failures ?? 0) + 1;
    const until = new Date(now.getTime() + pauseAfter(failures));
    failing.set(key, { failures, until });
    return until;
  };
  return async (batch, question, items, work) => {
    const { account, now } = batch;
    const keyOf = ({ run }: OfRun): string => `${account}:${question}:${run.way.standing.workflowNo}`;
    const asked: (typeof items)[number][] = [];
    for (const item of items) {
      const until = failing.size === 0 ? null : pausedUntil(keyOf(item), now);
      if (until === null) asked.push(item);
      else putOff(item.run, until);
    }
    if (asked.length === 0) return;
    // Side by side, so that one workflow whose question fails is parted from the others soon.
    asked.sort((a, b) => a.run.way.standing.workflowNo - b.run.way.standing.workflowNo);
    const { items: undone, error } = await byHalves(asked, work, monotonic, () => check(batch));
    if (undone.length === 0 && failing.size === 0) return;
    const left = groupBy(undone, keyOf);
    for (const [key, all] of groupBy(asked, keyOf)) {
      const own = left.get(key) ?? [];
      if (own.length < all.length) {
        failing.delete(key);
        for (const { run } of own) putOff(run, laterAlone(run.way, now));
        continue;
      }
      // Where others failed at the same time, it is one failure.
      const until = pausedUntil(key, now) ?? pause(key, now);
      for (const { run } of own) putOff(run, until);
    }
    if (undone.length === 0) return;
    const what = { account, question, enrollments: undone.length };
    if (error instanceof CodedError) log.warn({ ...what, reason: error.message }, 'steps are tried again later');
    else log.error({ ...what, err: error }, 'steps are tried again later');
  };
}

function putOff({ way }: Run, dueAt: Date): void {
  way.settled = { is: 'LATER', dueAt };
}
