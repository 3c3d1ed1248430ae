import type { Database } from '@ucp/kit/database';
import { badInput, notFound } from '@ucp/kit/errors';
import { recordNoOf } from '@ucp/kit/ids';
import type { Definition, Trigger } from '../domain/definition.ts';
import { limits } from '../domain/limits.ts';
import { readDefinition } from '../domain/read-definition.ts';
import { unparkPaused } from '../store/inside.ts';
import { addLaneJobs } from '../store/lanes.ts';
import { removeTrigger, setTrigger } from '../store/workflow-triggers.ts';
import { definitionsOf, publishVersion, setPublishing } from '../store/workflow-versions.ts';
import { lockWorkflows, type WorkflowRow, workflowByNo } from '../store/workflows.ts';
import { type Askable, checkNamed } from './check-named.ts';
import type { Changed } from './save-workflow.ts';

/** Enrollments of one transaction. */
export const enrollmentsAtOnce = 5_000;

/**
 * Makes the newest version live, once all it names is there; ends the one before, and has those who stood still with the workflow go on.
 * A workflow without a definition is live in name only: nobody can enter it.
 * @throws CodedError NOT_FOUND, BAD_USER_INPUT, SUBGRAPH_UNAVAILABLE
 */
export async function publishWorkflow(askable: Askable, account: number, workflowNo: number | null): Promise<Changed> {
  const { db } = askable;
  const workflow = workflowNo === null ? null : await workflowByNo({ query: db.read }, account, workflowNo);
  if (workflow === null) throw notFound(['id'], 'The account has no workflow of this id');
  if (workflow.state === 'ARCHIVED')
    throw badInput(['id'], `The workflow "${workflow.name}" has ended; save a new version of it to publish that`);
  const [row] = await definitionsOf(db, account, [workflow]);
  const document = row?.definition ?? null;
  const definition = document === null ? null : readDefinition(document);
  if (workflow.state !== 'PUBLISHED') {
    // Before its owners are asked: whoever takes away what it names asks after it did, and one of both is told of the other.
    await setPublishing(db, account, workflow, await inAMoment(db));
    const problems = definition === null ? [] : await checkNamed(askable, account, workflow.workflowNo, definition);
    if (problems.length > 0) {
      await setPublishing(db, account, workflow, null);
      return { workflow: null, problems };
    }
    await makeLive(db, account, workflow, document, definition);
  }
  // Also where it is live already: whoever was to do this may have died.
  await resume(db, account, workflow.workflowNo);
  return { workflow: { ...workflow, state: 'PUBLISHED' }, problems: [] };
}

const inAMoment = (db: Database): Promise<Date> =>
  db.transaction(async ({ now }) => new Date(now.getTime() + limits.publishing));

const makeLive = (
  db: Database,
  account: number,
  workflow: WorkflowRow,
  document: unknown,
  definition: Definition | null,
): Promise<void> =>
  db.transaction(async (tx) => {
    await lockWorkflows(tx, account);
    const newest = await workflowByNo(tx, account, workflow.workflowNo);
    const isSame = newest?.version === workflow.version && newest.state !== 'ARCHIVED';
    // Somebody else published it meanwhile.
    if (isSame && newest.state === 'PUBLISHED') return;
    if (!isSame || !(await publishVersion(tx, account, workflow, document)))
      throw badInput(
        ['id'],
        `The workflow "${workflow.name}" was changed in the meantime; look at it and publish it again`,
      );
    if (definition === null) await removeTrigger(tx, account, workflow.workflowNo);
    else await setTrigger(tx, account, workflow, definition.trigger.is, listensTo(account, definition.trigger));
  });

/** By what readers of a journal find a trigger. */
function listensTo(account: number, trigger: Trigger): string | null {
  if (trigger.is === 'BEHAVIOR') return trigger.behavior.name;
  if (trigger.is === 'DATE') return trigger.date.field;
  return trigger.is === 'SEGMENT' ? String(recordNoOf('seg', account, trigger.segmentId)) : null;
}

/** Has those who stood still with their workflow go on, some at a time. */
export async function resume(db: Database, account: number, workflowNo: number): Promise<void> {
  let resumed = enrollmentsAtOnce;
  while (resumed === enrollmentsAtOnce)
    resumed = await db.transaction(async (tx) => {
      const count = await unparkPaused(tx, account, workflowNo, enrollmentsAtOnce);
      if (count > 0) await addLaneJobs(tx, account, count);
      return count;
    });
}
