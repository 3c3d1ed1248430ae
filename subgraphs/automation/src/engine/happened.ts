import type { Transaction } from '@ucp/kit/database';
import { waitsForMeanwhile } from '../domain/later.ts';
import { causesSince } from '../store/awaited-events.ts';
import type { Run } from './run.ts';

/**
 * Notes what happened already of what runs are about to wait for: between the moment they came to the step and now. Whoever was told
 * of it did not see them wait. In the transaction that writes them, before their rows are locked.
 * @param enteredBy what lets in those who are not inside yet, by number of the enrollment
 */
export async function noteHappened(
  tx: Transaction,
  account: number,
  runs: readonly Run[],
  enteredBy: ReadonlyMap<number, string> = new Map(),
): Promise<void> {
  const waits = runs.flatMap(({ way, enrollmentNo, shownNo, wokenBy }) => {
    const { settled, standing, messages } = way;
    const isLater = settled?.is === 'LATER' && waitsForMeanwhile(way) === 'EVENT';
    if (!isLater && (settled?.is !== 'WAITS' || settled.waitsFor !== 'EVENT')) return [];
    const { workflowNo, version, step, since } = standing;
    const sent = messages.flatMap(({ channel, sendId }) => (sendId === null ? [] : [{ channel, sendId }]));
    return [
      {
        ...{ enrollmentNo, shownNo, workflowNo, version, step, since, wokenBy, messages: sent },
        enteredBy: enteredBy.get(enrollmentNo) ?? null,
      },
    ];
  });
  const causes = await causesSince(tx, account, waits);
  for (const run of runs) run.happened = causes.get(run.enrollmentNo) ?? null;
}
