import type { Database } from '@ucp/kit/database';
import { codeOf } from '@ucp/kit/database-errors';
import { badInput, notFound } from '@ucp/kit/errors';
import { checkDefinition } from '../domain/check-definition.ts';
import { type DefinitionDocument, documentOf } from '../domain/definition-document.ts';
import { limits } from '../domain/limits.ts';
import type { Problem } from '../domain/problem.ts';
import { insertVersion, replaceDefinition } from '../store/workflow-versions.ts';
import { insertWorkflow, lockWorkflows, renameWorkflow, type WorkflowRow, workflowByNo } from '../store/workflows.ts';

/** What became of a change of a workflow: nothing, where something is wrong with its definition. */
export interface Changed {
  readonly workflow: WorkflowRow | null;
  readonly problems: readonly Problem[];
}

export interface WorkflowToSave {
  /** Null: the account has none of this id. Undefined: a new one. */
  readonly workflowNo: number | null | undefined;
  readonly name: string;
  /** As GraphQL read it. Null: nothing yet. */
  readonly definition: unknown;
}

/**
 * Saves a workflow as a draft: a draft that is there is replaced, as nobody can be in it; behind a version that was published a new
 * one is made.
 * @throws CodedError BAD_USER_INPUT, NOT_FOUND
 */
export async function saveWorkflow(
  db: Database,
  account: number,
  { workflowNo, name, definition }: WorkflowToSave,
): Promise<Changed> {
  if (name.trim() === '' || name.length > limits.name)
    throw badInput(['input', 'name'], `A name has 1 to ${limits.name} characters, got ${name.length}`);
  const document = definition === null ? null : asKept(definition);
  const problems = document === null ? [] : checkDefinition(document);
  if (problems.length > 0) return { workflow: null, problems };
  try {
    const workflow = await db.transaction(async (tx) => {
      await lockWorkflows(tx, account);
      const known = typeof workflowNo === 'number' ? await workflowByNo(tx, account, workflowNo) : null;
      if (workflowNo !== undefined && known === null)
        throw notFound(['input', 'id'], 'The account has no workflow of this id');
      const no = known?.workflowNo ?? (await insertWorkflow(tx, account, name.trim()));
      await renameWorkflow(tx, account, no, name.trim());
      const isReplaced = known !== null && (await replaceDefinition(tx, account, known, document));
      if (!isReplaced) await insertVersion(tx, account, no, document);
      const saved = await workflowByNo(tx, account, no);
      if (saved === null) throw new Error('a workflow was saved and is not there');
      return saved;
    });
    return { workflow, problems };
  } catch (error) {
    if (codeOf(error) !== '23505') throw error;
    throw badInput(['input', 'name'], `A workflow of the name "${name.trim()}" is there already; names are unique`);
  }
}

/** A definition as JSON has it: moments as text. */
const asKept = (definition: unknown): DefinitionDocument => documentOf(JSON.parse(JSON.stringify(definition)));
