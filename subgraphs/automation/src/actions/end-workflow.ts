import type { Database } from '@ucp/kit/database';
import { notFound } from '@ucp/kit/errors';
import { appendToJournal } from '@ucp/kit/journal';
import { lockInside, takeOutWrites } from '../store/inside.ts';
import { removeTrigger } from '../store/workflow-triggers.ts';
import { archiveVersions } from '../store/workflow-versions.ts';
import { lockWorkflows, type WorkflowRow, workflowByNo } from '../store/workflows.ts';
import { enrollmentsAtOnce, resume } from './publish-workflow.ts';

/**
 * Ends a workflow in all its versions. Those who are inside leave at once, or go on to their end, also where they stood still with it.
 * @throws CodedError NOT_FOUND
 */
export async function archiveWorkflow(
  db: Database,
  account: number,
  workflowNo: number | null,
  leavers: 'FINISH' | 'EXIT',
): Promise<WorkflowRow> {
  const workflow = await db.transaction(async (tx) => {
    await lockWorkflows(tx, account);
    const found = workflowNo === null ? null : await workflowByNo(tx, account, workflowNo);
    if (found === null) throw notFound(['id'], 'The account has no workflow of this id');
    await archiveVersions(tx, account, found.workflowNo);
    await removeTrigger(tx, account, found.workflowNo);
    return found;
  });
  if (leavers === 'EXIT') await takeOut(db, account, workflow.workflowNo);
  else await resume(db, account, workflow.workflowNo);
  return { ...workflow, state: 'ARCHIVED' };
}

const ended = { reason: 'workflow archived', detail: 'The workflow was archived.' } as const;

async function takeOut(db: Database, account: number, workflowNo: number): Promise<void> {
  let left = enrollmentsAtOnce;
  while (left === enrollmentsAtOnce)
    left = await db.transaction(async (tx) => {
      const numbers = await lockInside(tx, account, workflowNo, enrollmentsAtOnce, null);
      if (numbers.length > 0)
        await appendToJournal(tx, account, takeOutWrites(account, numbers, { at: tx.now, ...ended }));
      return numbers.length;
    });
}
