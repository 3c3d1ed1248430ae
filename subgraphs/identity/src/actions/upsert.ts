import type { Database } from '@ucp/kit/database';
import { CodedError } from '@ucp/kit/errors';
import { appendToJournal } from '@ucp/kit/journal';
import type { ContactRecord, RecordOutcome } from '../domain/record.ts';
import { resolveRecords } from './resolve-records.ts';

export type Upserted = Extract<RecordOutcome, { readonly merge: unknown }> & {
  /** Rev of the change; null when nothing changed. */
  readonly rev: number | null;
};

/** Creates, updates or merges a contact by one record. @throws CodedError with the path of the input that is wrong */
export async function upsert(db: Database, account: number, record: ContactRecord): Promise<Upserted> {
  return db.transaction(async (tx) => {
    const { outcomes, writes } = await resolveRecords(tx, account, [record]);
    const [outcome] = outcomes;
    if (outcome === undefined) throw new Error('a record had no outcome');
    if (outcome.outcome === 'SKIPPED') throw new Error('only a row of a file is skipped');
    if (outcome.outcome === 'REJECTED') throw new CodedError(outcome.code, outcome.message, outcome.field);
    const rev = writes.length === 0 ? null : (await appendToJournal(tx, account, writes)).rev;
    return { ...outcome, rev };
  });
}
