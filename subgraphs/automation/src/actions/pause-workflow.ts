import type { Database } from '@ucp/kit/database';
import { badInput, notFound } from '@ucp/kit/errors';
import { setLiveState } from '../store/workflow-versions.ts';
import { lockWorkflows, type WorkflowRow, workflowByNo } from '../store/workflows.ts';
import { resume } from './publish-workflow.ts';

/**
 * Stops a workflow in all its versions: nobody enters, and who is inside stays where they are. @returns it in the version that is live
 * @throws CodedError NOT_FOUND, BAD_USER_INPUT
 */
export const pauseWorkflow = (db: Database, account: number, workflowNo: number | null): Promise<WorkflowRow> =>
  setState(db, account, workflowNo, 'PAUSED');

/**
 * Has a workflow go on that was paused, in the version that was live, and those who stood still with it.
 * @returns it in that version @throws CodedError NOT_FOUND, BAD_USER_INPUT
 */
export async function resumeWorkflow(db: Database, account: number, workflowNo: number | null): Promise<WorkflowRow> {
  const workflow = await setState(db, account, workflowNo, 'PUBLISHED');
  // Also where it is live already: whoever was to do this may have died.
  await resume(db, account, workflow.workflowNo);
  return workflow;
}

const verbs = { PAUSED: 'pause', PUBLISHED: 'resume' } as const;

const setState = (
  db: Database,
  account: number,
  workflowNo: number | null,
  state: 'PAUSED' | 'PUBLISHED',
): Promise<WorkflowRow> =>
  db.transaction(async (tx) => {
    await lockWorkflows(tx, account);
    const newest = workflowNo === null ? null : await workflowByNo(tx, account, workflowNo);
    if (newest === null) throw notFound(['id'], 'The account has no workflow of this id');
    const version = await setLiveState(tx, account, newest.workflowNo, state);
    if (version === null)
      throw badInput(
        ['id'],
        `The workflow "${newest.name}" is not live, it is ${newest.state}: there is nothing to ${verbs[state]}`,
      );
    return { ...newest, version, state };
  });
