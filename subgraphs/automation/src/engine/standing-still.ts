import type { Transaction } from '@ucp/kit/database';
import { standStill } from '../store/merged-away.ts';
import type { Run } from './run.ts';

/**
 * Looks again at those who are to stand still by what was so when they were claimed: where that is over, whoever had the others go on
 * did not see them stand, and they are looked at once more. In the transaction that writes them, before their rows are locked.
 */
export async function noteWhoStands(tx: Transaction, account: number, runs: readonly Run[]): Promise<void> {
  const parking = runs.filter(({ way }) => way.settled?.is === 'PARKS');
  if (parking.length === 0) return;
  const because = await standStill(
    tx,
    account,
    parking.map(({ enrollmentNo }) => enrollmentNo),
  );
  for (const { way, enrollmentNo } of parking) {
    if (way.settled?.is !== 'PARKS') continue;
    const parked = because.get(enrollmentNo) ?? null;
    way.settled = { ...way.settled, parked };
    if (parked === null) way.notes.length = 0;
  }
}
