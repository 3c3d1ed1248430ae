import type { Database } from '@ucp/kit/database';
import { codeOf } from '@ucp/kit/database-errors';
import { badInput, notFound } from '@ucp/kit/errors';
import { limits } from '../domain/limits.ts';
import {
  insertVersion,
  insertWorkflow,
  lockWorkflows,
  publishVersion,
  renameWorkflow,
  type WorkflowRow,
  workflowByNo,
} from '../store/workflows.ts';

/** Saves a workflow as a new draft version. @param workflowNo undefined: a new one @throws CodedError BAD_USER_INPUT, NOT_FOUND */
export async function saveWorkflow(
  db: Database,
  account: number,
  workflowNo: number | null | undefined,
  name: string,
): Promise<WorkflowRow> {
  if (name.trim() === '' || name.length > limits.name)
    throw badInput(['input', 'name'], `A name has 1 to ${limits.name} characters, got ${name.length}`);
  try {
    return await db.transaction(async (tx) => {
      await lockWorkflows(tx, account);
      const known = typeof workflowNo === 'number' ? await workflowByNo(tx, account, workflowNo) : null;
      if (workflowNo !== undefined && known === null)
        throw notFound(['input', 'id'], 'The account has no workflow of this id');
      const no = known?.workflowNo ?? (await insertWorkflow(tx, account, name.trim()));
      await renameWorkflow(tx, account, no, name.trim());
      await insertVersion(tx, account, no);
      const saved = await workflowByNo(tx, account, no);
      if (saved === null) throw new Error('a workflow was saved and is not there');
      return saved;
    });
  } catch (error) {
    if (codeOf(error) !== '23505') throw error;
    throw badInput(['input', 'name'], `A workflow of the name "${name}" is there already; names are unique`);
  }
}

/** Makes the newest version live. @throws CodedError NOT_FOUND */
export const publishWorkflow = (db: Database, account: number, workflowNo: number | null): Promise<WorkflowRow> =>
  db.transaction(async (tx) => {
    await lockWorkflows(tx, account);
    const workflow = workflowNo === null ? null : await workflowByNo(tx, account, workflowNo);
    if (workflow === null) throw notFound(['id'], 'The account has no workflow of this id');
    await publishVersion(tx, account, workflow.workflowNo, workflow.version);
    return { ...workflow, state: 'PUBLISHED' };
  });
