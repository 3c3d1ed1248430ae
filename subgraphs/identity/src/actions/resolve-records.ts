import type { Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';
import { type IdentifierSettings, normaliseIdentifier } from '../domain/identifiers.ts';
import { resolveByOrigin } from '../domain/imported-record.ts';
import { limits } from '../domain/limits.ts';
import type { ContactRecord, RecordOutcome } from '../domain/record.ts';
import { writesOf } from '../store/changes.ts';
import { type Concern, loadNeighbourhood } from '../store/neighbourhood.ts';

export interface Resolved {
  /** In the order of the records. */
  readonly outcomes: readonly RecordOutcome[];
  /** For the caller's one closing statement. Empty when nothing changed. */
  readonly writes: readonly JournalWrite[];
}

/**
 * Resolves records in their order within the caller's transaction, with the result that each sent alone would give.
 * @param records at most 6,000
 */
export async function resolveRecords(
  tx: Transaction,
  account: number,
  records: readonly ContactRecord[],
): Promise<Resolved> {
  if (records.length > limits.batch)
    throw new Error(`at most ${limits.batch} records are resolved at once, got ${records.length}`);
  const place = await loadNeighbourhood(tx, account, (settings) => concernOf(records, settings));
  const outcomes = records.map((record) => resolveByOrigin(place, record));
  return { outcomes, writes: writesOf(account, place) };
}

function concernOf(records: readonly ContactRecord[], settings: IdentifierSettings): Concern {
  const identifiers = records.flatMap((record) =>
    record.identifiers.flatMap(({ kind, given }) => {
      const identifier = normaliseIdentifier(kind, given, settings);
      return 'value' in identifier ? [{ kind, value: identifier.value }] : [];
    }),
  );
  return { identifiers, contactNos: records.flatMap(({ contactNo }) => contactNo ?? []) };
}
