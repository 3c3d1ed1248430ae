import type { Database } from '@ucp/kit/database';
import { CodedError } from '@ucp/kit/errors';
import { holdWorker } from '@ucp/kit/jobs/job-workers';
import { type Lease, LeaseLost } from '@ucp/kit/jobs/lease';
import { appendToJournal } from '@ucp/kit/journal';
import type { Definitions } from '../definitions.ts';
import { filtersAhead } from '../domain/asked-ahead.ts';
import type { Definition } from '../domain/definition.ts';
import { wayFrom } from '../domain/go-on.ts';
import { keptOut, type WorkflowHistory } from '../domain/reentry.ts';
import { gone } from '../domain/run-step.ts';
import { enrollmentsInsert } from '../store/enrollment-writes.ts';
import { historiesOf, liveVersions, lockContacts } from '../store/entering.ts';
import { type ClaimedEntry, claimEntries, giveBackEntries, putBehind, takeEntries } from '../store/entries.ts';
import { noNumbers, takeNumbers } from '../store/record-numbers.ts';
import type { Asks } from './ask.ts';
import { definitionsByKey, versionKey } from './definitions.ts';
import { noteHappened } from './happened.ts';
import type { Held } from './holding.ts';
import type { Batch, Run } from './run.ts';
import { standOf, stopWrites, traceWrites, writeRuns } from './write.ts';

/** Entries that are decided together. */
const most = 1_000;

/** Somebody who may enter, with the first steps done as far as they change nothing outside. */
export interface Entrant {
  readonly entry: Pick<ClaimedEntry, 'entryNo' | 'workflowNo' | 'contactNo' | 'shownNo' | 'cause' | 'workflowName'>;
  readonly version: number;
  readonly definition: Definition;
  run: Run;
}

export interface EnterOptions {
  readonly db: Database;
  readonly definitions: Definitions;
  readonly asks: Asks;
}

/** Claims entries of an account. Null: there are none. */
export async function claimBatch(db: Database, account: number, lease: Lease) {
  const { now, entries } = await db.transaction(async (tx) => {
    const [alive, claimed] = await Promise.all([
      holdWorker(tx, lease.workerId),
      claimEntries(tx, account, lease.workerId, most),
    ]);
    if (!alive) throw new LeaseLost();
    return { now: tx.now, entries: claimed };
  });
  if (entries.length === 0) return null;
  const batch: Batch = { account, lease, now };
  return {
    held: { entries: entries.map(({ entryNo }) => entryNo) },
    claimed: { batch, entries, isFull: entries.length === most },
  };
}

/** Who entered, and why others did not, by number of their entries. */
export interface Decided {
  readonly entered: readonly Entrant[];
  readonly keptOut: ReadonlyMap<number, string>;
}

/**
 * Lets in whom the rules let in, and has them go on from there as far as it goes.
 * @throws CodedError SUBGRAPH_UNAVAILABLE where some cannot be decided: the others are, and those are behind all that wait
 */
export async function decideEntries(
  options: EnterOptions,
  batch: Batch,
  entries: readonly ClaimedEntry[],
  holdMore: (held: Held) => void,
): Promise<Decided> {
  const { db, asks } = options;
  const refused = new Map<number, string>();
  const { entrants, unknown } = await entrantsOf(options, batch, entries, refused);
  holdMore({ enrollments: entrants.map(({ run }) => run.enrollmentNo) });
  const known = entries.filter(({ entryNo }) => !unknown.has(entryNo));
  const decided = await letIn(db, batch, known, entrants, refused);
  const runs = decided.entered.map(({ run }) => run).filter(({ way }) => way.settled === null);
  // What they did until here is written.
  for (const { way } of runs) way.notes.length = way.consequences.length = 0;
  await asks.settle(batch, runs, true);
  await writeRuns(db, batch, runs);
  if (unknown.size > 0) {
    await putBehind(db, batch.account, batch.lease.workerId, [...unknown]);
    throw new CodedError('SUBGRAPH_UNAVAILABLE', 'Who enters cannot be decided for all at the moment.');
  }
  return decided;
}

/**
 * Those who match the entry filters, gone on as far as nothing outside is changed. In the order of the entries.
 * @param refused takes up why others do not enter, by number of their entries @returns with them the entries of whom it is unknown
 */
async function entrantsOf(
  { db, definitions, asks }: EnterOptions,
  batch: Batch,
  entries: readonly ClaimedEntry[],
  refused: Map<number, string>,
): Promise<{ readonly entrants: readonly Entrant[]; readonly unknown: ReadonlySet<number> }> {
  const { account, now } = batch;
  const live = entries.flatMap((entry) => (entry.version === null ? [] : [{ entry, version: entry.version }]));
  const found = await definitionsByKey(
    definitions,
    account,
    live.map(({ entry: { workflowNo }, version }) => ({ workflowNo, version })),
  );
  const numbers = (await takeNumbers({ query: db.write }, account, live.length, 0)).fromFirst();
  const entrants = live.flatMap(({ entry, version }): Entrant[] => {
    const { workflowNo, contactNo, shownNo, workflowName, cause } = entry;
    const definition = found.get(versionKey({ workflowNo, version }));
    const [first] = definition?.steps ?? [];
    if (definition === undefined || first === undefined) {
      refused.set(entry.entryNo, 'The workflow is live in name only: it has no steps.');
      return [];
    }
    const enrollmentNo = numbers.nextEnrollment();
    const standing = { enrollmentNo, workflowNo, version, contactNo: shownNo, step: first.key };
    const way = wayFrom(
      { ...standing, hasArrived: true, since: now, wokenBy: null, messageStatus: null, before: null },
      definition,
    );
    way.notes.push({ step: first.key, decision: 'entered', detail: cause });
    const run = { way, enrollmentNo, fence: 1, shownNo, workflowName, wokenBy: null, messageNo: null, logCount: 0 };
    return [{ entry: { ...entry, contactNo, shownNo }, version, definition, run }];
  });
  // What the first steps ask is asked with the entry filter: one question.
  await asks.askFilters(
    batch,
    'ENTRY',
    entrants.map(({ run }) => run),
    ({ way: { definition, standing } }) => {
      const ahead = filtersAhead(definition, standing);
      return definition.entry === null ? ahead : [definition.entry, ...ahead];
    },
  );
  const unknown = new Set<number>();
  const matching = entrants.filter(({ definition, run, entry }) => {
    if (run.way.settled !== null) {
      unknown.add(entry.entryNo);
      return false;
    }
    const isMatch = definition.entry === null || run.way.answers.get(definition.entry) === true;
    if (!isMatch) refused.set(entry.entryNo, 'The contact does not match the entry filter.');
    return isMatch;
  });
  await asks.settle(
    batch,
    matching.map(({ run }) => run),
    false,
  );
  return { entrants: matching, unknown };
}

/**
 * Lets people in, in one transaction with the end of their entries: who is in the workflow already, under any contact, or may not
 * enter again does not. Entries whose workflow has another version by now, or whose contact is shown as another one, are given back:
 * nobody asked what is so of that one, and its messages are asked for under whom it entered.
 */
async function letIn(
  db: Database,
  batch: Batch,
  entries: readonly ClaimedEntry[],
  entrants: readonly Entrant[],
  refused: Map<number, string>,
): Promise<Decided> {
  const { account, lease, now } = batch;
  if (!lease.holds()) throw new LeaseLost();
  const contactNos = [...new Set(entrants.flatMap(({ entry }) => [entry.contactNo, entry.shownNo]))];
  const workflowNos = [...new Set(entries.map(({ workflowNo }) => workflowNo))];
  return db.transaction(async (tx) => {
    const [alive, versions, shown] = await Promise.all([
      holdWorker(tx, lease.workerId),
      liveVersions(tx, account, workflowNos),
      lockContacts(tx, account, contactNos),
    ]);
    if (!alive) throw new LeaseLost();
    const isAsDecided = ({ workflowNo, version, contactNo, shownNo }: ClaimedEntry) =>
      (versions.get(workflowNo) ?? null) === version && (shown.get(contactNo)?.shownNo ?? shownNo) === shownNo;
    const [decidedNos, otherNos] = [entries.filter(isAsDecided), entries.filter((entry) => !isAsDecided(entry))].map(
      (list) => list.map(({ entryNo }) => entryNo),
    );
    const [taken] = await Promise.all([
      takeEntries(tx, account, lease.workerId, decidedNos ?? []),
      giveBackEntries(tx, account, lease.workerId, otherNos ?? []),
    ]);
    const there = entrants.filter(({ entry }) => taken.has(entry.entryNo) && shown.has(entry.shownNo));
    const asked = there.map(({ entry: { workflowNo, shownNo } }) => ({ workflowNo, shownNo }));
    const known = new Map<string, WorkflowHistory>();
    for (const row of await historiesOf(tx, account, asked)) known.set(`${row.workflowNo}:${row.shownNo}`, row);
    const entered: Entrant[] = [];
    for (const entrant of there) {
      const person = `${entrant.entry.workflowNo}:${entrant.entry.shownNo}`;
      const isArchived = shown.get(entrant.entry.shownNo)?.isArchived === true;
      const because = isArchived ? gone.either : keptOut(entrant.definition.reentry, known.get(person) ?? null, now);
      if (because === null) entered.push(entrant);
      else refused.set(entrant.entry.entryNo, because);
      known.set(person, { isInside: true, lastEnteredAt: now });
    }
    const runs = entered.map(({ run }) => run);
    const causes = new Map(entered.map(({ run, entry }) => [run.enrollmentNo, entry.cause]));
    await noteHappened(tx, account, runs, causes);
    const rows = entered.map((entrant) => ({
      ...standOf(entrant.run, now),
      contactNo: entrant.entry.shownNo,
      workflowNo: entrant.entry.workflowNo,
      version: entrant.version,
      cause: entrant.entry.cause,
      enteredAt: now,
      isClaimed: entrant.run.way.settled === null,
    }));
    if (rows.length > 0) {
      const writes = [
        enrollmentsInsert(account, lease.workerId, rows),
        ...(await traceWrites(tx, batch, runs, noNumbers)),
        ...stopWrites(batch, runs, []),
      ];
      await appendToJournal({ query: tx.last }, account, writes);
    }
    return { entered, keptOut: refused };
  });
}
