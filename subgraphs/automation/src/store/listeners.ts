import type { Statement, Transaction } from '@ucp/kit/database';
import type { Trigger } from '../domain/definition.ts';

export interface ListenerRow {
  readonly workflowNo: number;
  readonly version: number;
  /** Null: the version is not live, and people are inside it. */
  readonly kind: Trigger['is'] | null;
  readonly listensTo: string | null;
  readonly [column: string]: unknown;
}

/** Goes from version to version by the index of those inside, not over all of them. */
const list: Statement = {
  name: 'listeners',
  text: `/* listeners */ with recursive inside as (
      (select workflow_no, version from enrollment where account_id = $1 and run and state in ('ACTIVE', 'WAITING')
        order by account_id, workflow_no, version limit 1)
      union all
      select n.workflow_no, n.version from inside i cross join lateral (select workflow_no, version from enrollment
        where account_id = $1 and run and state in ('ACTIVE', 'WAITING') and (workflow_no, version) > (i.workflow_no, i.version)
        order by account_id, workflow_no, version limit 1) n)
    select workflow_no as "workflowNo", version, kind, listens_to as "listensTo" from workflow_trigger where account_id = $1
    union all
    select workflow_no, version, null, null from inside i
      where not exists (select 1 from workflow_trigger t where t.account_id = $1 and t.workflow_no = i.workflow_no and t.version = i.version)`,
};

/** Versions of an account that listen: live ones, and those with people inside. */
export const listenersOf = (tx: Pick<Transaction, 'query'>, account: number): Promise<ListenerRow[]> =>
  tx.query<ListenerRow>(list, [account]);
