import type { Database, Statement, Transaction } from '@ucp/kit/database';
import { badInput, notFound } from '@ucp/kit/errors';
import { appendToJournal, type JournalWrite } from '@ucp/kit/journal';
import { checkRecord, type EnrollmentRecord } from '../domain/enrollment-record.ts';
import { limits } from '../domain/limits.ts';
import { knownContacts } from '../store/known-contacts.ts';
import { takeNumbers } from '../store/record-numbers.ts';
import { recordWrites } from '../store/record-writes.ts';
import { lockWorkflows, workflowByNo } from '../store/workflows.ts';

/**
 * Keeps ways through workflows as another system ran them. The same key is the same enrollment, brought up to date. All of
 * them or none.
 * @param refresh folds what identity knows by now: a contact may have been made a moment ago
 * @returns numbers of the enrollments, in the order given
 * @throws CodedError BAD_USER_INPUT, NOT_FOUND
 */
export async function recordEnrollments(
  db: Database,
  account: number,
  records: readonly (EnrollmentRecord | null)[],
  refresh: () => Promise<void>,
): Promise<number[]> {
  if (records.length > limits.enrollments)
    throw badInput(['enrollments'], `"enrollments" takes at most ${limits.enrollments}, got ${records.length}`);
  const given = records.map((record, i) => {
    if (record === null)
      throw notFound(['enrollments', String(i)], 'The account has no contact or no workflow of this id');
    checkRecord(record, ['enrollments', String(i)]);
    return record;
  });
  const contactNos = given.map(({ contactNo }) => contactNo);
  const find = () => knownContacts(db, account, contactNos);
  let known = await find();
  if (contactNos.some((no) => !known.has(no))) {
    await refresh();
    known = await find();
  }
  const stranger = given.findIndex(({ contactNo }) => !known.has(contactNo));
  if (stranger >= 0)
    throw notFound(['enrollments', String(stranger), 'contactId'], 'The account has no contact of this id');
  return db.transaction(async (tx) => {
    await lockWorkflows(tx, account);
    const versions = await versionsOf(tx, account, given);
    const numbers = await numbersOf(tx, account, given);
    const writes: JournalWrite[] = recordWrites(account, given, numbers, versions);
    if (given.length > 0) await appendToJournal(tx, account, writes);
    return given.map(({ key }) => numbers.enrollments.get(key) ?? 0);
  });
}

async function versionsOf(
  tx: Transaction,
  account: number,
  records: readonly EnrollmentRecord[],
): Promise<Map<number, number>> {
  const versions = new Map<number, number>();
  for (const [i, { workflowNo }] of records.entries()) {
    if (versions.has(workflowNo)) continue;
    const workflow = await workflowByNo(tx, account, workflowNo);
    if (workflow === null)
      throw notFound(['enrollments', String(i), 'workflowId'], 'The account has no workflow of this id');
    versions.set(workflowNo, workflow.version);
  }
  return versions;
}

const taken: Statement = {
  name: 'enrollment_numbers',
  text: `/* enrollment_numbers */ select
    (select json_agg(json_build_object('key', key, 'no', enrollment_no)) from enrollment where account_id = $1 and key = any($2::text[])) as enrollments,
    (select json_agg(json_build_object('key', e.key || ' ' || m.key, 'no', m.message_no)) from enrollment e
      join triggered_message m on m.account_id = $1 and m.enrollment_no = e.enrollment_no where e.account_id = $1 and e.key = any($2::text[])) as messages`,
};

export interface RecordNumbers {
  readonly enrollments: ReadonlyMap<string, number>;
  /** By enrollment key, a space, and message key. */
  readonly messages: ReadonlyMap<string, number>;
}

type Numbered = readonly { readonly key: string; readonly no: number }[] | null;

/** Numbers that are taken already, and the next ones for what is new. */
async function numbersOf(
  tx: Transaction,
  account: number,
  records: readonly EnrollmentRecord[],
): Promise<RecordNumbers> {
  const [row] = await tx.query<{
    enrollments: Numbered;
    messages: Numbered;
  }>(taken, [account, records.map(({ key }) => key)]);
  const enrollments = new Map((row?.enrollments ?? []).map(({ key, no }) => [key, no]));
  const messages = new Map((row?.messages ?? []).map(({ key, no }) => [key, no]));
  const newKeys = new Set(records.map(({ key }) => key).filter((key) => !enrollments.has(key)));
  const messagesGiven = records.reduce((sum, { log }) => sum + log.filter(({ message }) => message).length, 0);
  const next = (await takeNumbers(tx, account, newKeys.size, messagesGiven)).fromFirst();
  for (const { key, log } of records) {
    if (!enrollments.has(key)) enrollments.set(key, next.nextEnrollment());
    for (const { message } of log) {
      const name = `${key} ${message?.key}`;
      if (message !== null && message !== undefined && !messages.has(name)) messages.set(name, next.nextMessage());
    }
  }
  return { enrollments, messages };
}
