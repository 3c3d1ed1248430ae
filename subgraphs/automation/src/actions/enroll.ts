import type { Database } from '@ucp/kit/database';
import { badInput, notFound } from '@ucp/kit/errors';
import { appendToJournal } from '@ucp/kit/journal';
import { limits } from '../domain/limits.ts';
import type { StartNow } from '../engine/start-now.ts';
import { insideOf } from '../store/entering.ts';
import { knownContacts } from '../store/known-contacts.ts';
import { takeOneOutWrites } from '../store/leaving.ts';
import { workflowByNo } from '../store/workflows.ts';

export interface EnrollOptions {
  readonly db: Database;
  readonly startNow: StartNow;
  /** Folds what identity knows by now: a contact may have been made a moment ago. */
  readonly refresh: () => Promise<void>;
}

/**
 * Lets a contact into the live version of a workflow.
 * @returns number of the enrollment, also where the contact is in the workflow already
 * @throws CodedError NOT_FOUND, BAD_USER_INPUT, SUBGRAPH_UNAVAILABLE
 */
export async function startEnrollment(
  { db, startNow, refresh }: EnrollOptions,
  account: number,
  workflowNo: number | null,
  contactNo: number | null,
): Promise<number> {
  const workflow = workflowNo === null ? null : await workflowByNo({ query: db.read }, account, workflowNo);
  if (workflow === null) throw notFound(['workflowId'], 'The account has no workflow of this id');
  const isKnown = async (no: number) => (await knownContacts(db, account, [no])).has(no);
  if (contactNo !== null && !(await isKnown(contactNo))) await refresh();
  if (contactNo === null || !(await isKnown(contactNo)))
    throw notFound(['contactId'], 'The account has no contact of this id');
  const inside = await insideOf(db, account, workflow.workflowNo, contactNo);
  if (inside !== null) return inside;
  const started = await startNow(account, workflow.workflowNo, contactNo, 'Started by hand or by the API.');
  if (started.is === 'ENTERED') return started.enrollmentNo;
  const since = await insideOf(db, account, workflow.workflowNo, contactNo);
  if (since !== null) return since;
  if (started.is === 'NOT_LIVE')
    throw badInput(
      ['workflowId'],
      `The workflow "${workflow.name}" is not live, it is ${workflow.state}: nobody can enter it`,
    );
  throw badInput(['contactId'], started.because);
}

/** Takes a contact out of a workflow; nothing happens where it has left. @throws CodedError BAD_USER_INPUT */
export async function stopEnrollment(
  db: Database,
  account: number,
  enrollmentNo: number,
  reason: string | null,
): Promise<void> {
  const because = reason?.trim() ?? '';
  if (because.length > limits.name)
    throw badInput(['reason'], `A reason has at most ${limits.name} characters, got ${because.length}`);
  await db.transaction(async (tx) => {
    const writes = takeOneOutWrites(account, tx.now, enrollmentNo, because === '' ? 'stopped' : because);
    await appendToJournal({ query: tx.last }, account, writes);
  });
}
