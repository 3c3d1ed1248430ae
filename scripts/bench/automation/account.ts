import { setTimeout as sleep } from 'node:timers/promises';
import { type Caller, serviceCaller } from '@ucp/kit/caller';
import type { Clock } from '@ucp/kit/clock';
import type { Connection } from '@ucp/kit/connection';
import type pg from 'pg';

/** The account whose people go through workflows. */
export interface Bench {
  readonly account: number;
  readonly automation: Connection;
  /** Of automation's database. */
  readonly pool: pg.Pool;
  readonly clock: Clock;
}

/** Asks a part for what is called `answer`. @throws Error with what the user did wrong */
export async function ask(part: Connection, account: number, query: string, variables: object): Promise<unknown> {
  const base = serviceCaller('bench', account);
  const scopes = [
    ...base.scopes,
    'workflows:write',
    'behaviors:write',
    'settings:write',
    'senders:write',
    'templates:write',
    'pii:read',
  ];
  const caller: Caller = { ...base, scopes };
  const { data, errors } = await part.execute({ query, variables: { ...variables } }, caller);
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join(', '));
  const { answer } = Object(data);
  const { userErrors = [] } = Object(answer);
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  return answer;
}

/** Saves a workflow and makes it live. @returns its number */
export async function publish({ automation, account, pool }: Bench, name: string, definition: object): Promise<number> {
  const saved = await ask(
    automation,
    account,
    'mutation ($input: WorkflowInput!) { answer: workflowSave(input: $input) { workflow { id } userErrors { message } } }',
    { input: { name, definition } },
  );
  const live = 'mutation ($id: ID!) { answer: workflowPublish(id: $id) { userErrors { message } } }';
  await ask(automation, account, live, { id: Object(saved).workflow.id });
  return count(pool, `select max(workflow_no) as n from workflow where account_id = ${account}`);
}

export const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await sleep(20);
};

/** The number that a statement calls `n`. */
export const count = async (pool: pg.Pool, statement: string): Promise<number> =>
  Number((await pool.query(statement)).rows[0]?.n);
