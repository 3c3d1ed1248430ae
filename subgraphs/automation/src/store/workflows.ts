import type { Database, Statement, Transaction } from '@ucp/kit/database';

export type WorkflowState = 'DRAFT' | 'PUBLISHED' | 'PAUSED' | 'ARCHIVED';

export interface WorkflowRow {
  readonly workflowNo: number;
  readonly name: string;
  readonly version: number;
  readonly state: WorkflowState;
  readonly [column: string]: unknown;
}

const newest = `select distinct on (w.workflow_no) w.workflow_no as "workflowNo", w.name, v.version, v.state
    from workflow w join workflow_version v on v.account_id = $1 and v.workflow_no = w.workflow_no where w.account_id = $1`;
const list: Statement = {
  name: 'workflows',
  text: `/* workflows */ select * from (${newest} order by w.workflow_no, v.version desc) w order by name`,
};
const byNo: Statement = {
  name: 'workflow_by_no',
  text: `/* workflow_by_no */ ${newest} and w.workflow_no = $2 order by w.workflow_no, v.version desc`,
};
const lock: Statement = {
  name: 'workflows_lock',
  text: "/* workflows_lock */ select pg_advisory_xact_lock(hashtextextended('workflows', $1))",
};
const insert: Statement = {
  name: 'workflow_insert',
  text: `/* workflow_insert */ insert into workflow (account_id, workflow_no, name)
    select $1, coalesce(max(workflow_no), 0) + 1, $2 from workflow where account_id = $1 returning workflow_no as "workflowNo"`,
};
const rename: Statement = {
  name: 'workflow_rename',
  text: '/* workflow_rename */ update workflow set name = $3 where account_id = $1 and workflow_no = $2',
};
const known: Statement = {
  name: 'workflows_known',
  text: '/* workflows_known */ select workflow_no as "workflowNo" from workflow where account_id = $1 and workflow_no = any($2::int[])',
};

/** Each in its newest version, by name. */
export const workflowsOf = (db: Database, account: number): Promise<WorkflowRow[]> =>
  db.read<WorkflowRow>(list, [account]);

export const workflowByNo = async (
  reader: Pick<Transaction, 'query'>,
  account: number,
  workflowNo: number,
): Promise<WorkflowRow | null> => (await reader.query<WorkflowRow>(byNo, [account, workflowNo]))[0] ?? null;

/** Which of these numbers are workflows. */
export const knownWorkflows = async (
  db: Database,
  account: number,
  workflowNos: readonly number[],
): Promise<Set<number>> =>
  new Set((await db.read<{ workflowNo: number }>(known, [account, workflowNos])).map(({ workflowNo }) => workflowNo));

/** Changes of an account's workflows take turns. */
export const lockWorkflows = (tx: Transaction, account: number): Promise<unknown> => tx.query(lock, [account]);

export async function insertWorkflow(tx: Transaction, account: number, name: string): Promise<number> {
  const [row] = await tx.query<{ workflowNo: number }>(insert, [account, name]);
  if (row === undefined) throw new Error('the workflow was not written');
  return row.workflowNo;
}

export const renameWorkflow = (tx: Transaction, account: number, workflowNo: number, name: string): Promise<unknown> =>
  tx.query(rename, [account, workflowNo, name]);
