import type { Transaction } from '@ucp/kit/database';
import { causesSince } from '../store/awaited-events.ts';
import type { Run } from './run.ts';

/**
 * Notes what happened already of what runs are about to wait for: between the moment they came to the step and now. Whoever was told
 * of it did not see them wait. In the transaction that writes them, before their rows are locked.
 */
export async function noteHappened(tx: Transaction, account: number, runs: readonly Run[]): Promise<void> {
  const waits = runs.flatMap(({ way: { settled, standing }, enrollmentNo, shownNo }) => {
    if (settled?.is !== 'WAITS' || settled.waitsFor !== 'EVENT') return [];
    const { workflowNo, version } = standing;
    return [{ enrollmentNo, shownNo, workflowNo, version, step: settled.step, since: settled.since }];
  });
  const causes = await causesSince(tx, account, waits);
  for (const run of runs) run.happened = causes.get(run.enrollmentNo) ?? null;
}
