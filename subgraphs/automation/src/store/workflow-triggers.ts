import type { Statement, Transaction } from '@ucp/kit/database';
import type { Trigger } from '../domain/definition.ts';
import type { VersionKey } from './workflow-versions.ts';

const set: Statement = {
  name: 'workflow_trigger_set',
  text: `/* workflow_trigger_set */ insert into workflow_trigger (account_id, workflow_no, version, kind, listens_to) values ($1, $2, $3, $4, $5)
    on conflict (account_id, workflow_no) do update set version = excluded.version, kind = excluded.kind, listens_to = excluded.listens_to`,
};
const remove: Statement = {
  name: 'workflow_trigger_remove',
  text: '/* workflow_trigger_remove */ delete from workflow_trigger where account_id = $1 and workflow_no = $2',
};

/** From now on this version listens, in place of any other. @param listensTo null: matched by the definition alone */
export const setTrigger = (
  tx: Transaction,
  account: number,
  { workflowNo, version }: VersionKey,
  kind: Trigger['is'],
  listensTo: string | null,
): Promise<unknown> => tx.query(set, [account, workflowNo, version, kind, listensTo]);

/** No version listens any more. */
export const removeTrigger = (tx: Transaction, account: number, workflowNo: number): Promise<unknown> =>
  tx.query(remove, [account, workflowNo]);
