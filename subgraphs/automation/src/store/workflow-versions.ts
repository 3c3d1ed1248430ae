import type { Database, Statement, Transaction } from '@ucp/kit/database';
import type { WorkflowState } from './workflows.ts';

export interface VersionRow {
  readonly workflowNo: number;
  readonly version: number;
  readonly state: WorkflowState;
  readonly madeAt: Date;
  readonly publishedAt: Date | null;
  readonly [column: string]: unknown;
}

/** A version of a workflow, by both numbers. */
export interface VersionKey {
  readonly workflowNo: number;
  readonly version: number;
}

interface DefinitionRow extends VersionKey {
  readonly state: WorkflowState;
  /** In the form of `WorkflowDefinitionInput`. Null: only another system ran it. */
  readonly definition: unknown;
  readonly [column: string]: unknown;
}

const list: Statement = {
  name: 'workflow_versions',
  text: `/* workflow_versions */ select workflow_no as "workflowNo", version, state, made_at as "madeAt", published_at as "publishedAt"
    from workflow_version where account_id = $1 and workflow_no = any($2::int[]) order by workflow_no, version desc`,
};
const definitions: Statement = {
  name: 'workflow_definitions',
  text: `/* workflow_definitions */ select v.workflow_no as "workflowNo", v.version, v.state, v.definition
    from unnest($2::int[], $3::int[]) as q(workflow_no, version)
    join workflow_version v on v.account_id = $1 and v.workflow_no = q.workflow_no and v.version = q.version`,
};
const inUse: Statement = {
  name: 'workflow_definitions_in_use',
  text: `/* workflow_definitions_in_use */ select w.name, v.state, v.definition from workflow_version v
    join workflow w on w.account_id = v.account_id and w.workflow_no = v.workflow_no
    where v.account_id = $1 and v.definition is not null and (v.state in ('PUBLISHED', 'PAUSED') or v.publishing_until > now() + $2::interval or exists (select 1 from enrollment e
      where e.account_id = $1 and e.workflow_no = v.workflow_no and e.version = v.version and e.run and e.state in ('ACTIVE', 'WAITING')))
    order by w.name, v.version`,
};
const replaceDraft: Statement = {
  name: 'workflow_draft_replace',
  text: `/* workflow_draft_replace */ update workflow_version set definition = $4::jsonb
    where account_id = $1 and workflow_no = $2 and version = $3 and state = 'DRAFT' returning version`,
};
const addVersion: Statement = {
  name: 'workflow_version_insert',
  text: `/* workflow_version_insert */ insert into workflow_version (account_id, workflow_no, version, state, made_at, definition)
    select $1, $2, coalesce(max(version), 0) + 1, 'DRAFT', $3, $4::jsonb from workflow_version where account_id = $1 and workflow_no = $2`,
};
const publishing: Statement = {
  name: 'workflow_publishing',
  text: '/* workflow_publishing */ update workflow_version set publishing_until = $4 where account_id = $1 and workflow_no = $2 and version = $3',
};
const publish: Statement = {
  name: 'workflow_publish',
  text: `/* workflow_publish */ update workflow_version set
      state = case when version = $3 then 'PUBLISHED' else 'ARCHIVED' end,
      published_at = case when version = $3 then coalesce(published_at, $4) else published_at end, publishing_until = null
    where account_id = $1 and workflow_no = $2 and (version = $3 or state in ('PUBLISHED', 'PAUSED'))
      and exists (select 1 from workflow_version n where n.account_id = $1 and n.workflow_no = $2 and n.version = $3
        and n.definition is not distinct from $5::jsonb and n.publishing_until > $4)
    returning version`,
};
const setLive: Statement = {
  name: 'workflow_live_state',
  text: `/* workflow_live_state */ update workflow_version set state = $3
    where account_id = $1 and workflow_no = $2 and state in ('PUBLISHED', 'PAUSED') returning version`,
};
const archive: Statement = {
  name: 'workflow_archive',
  text: "/* workflow_archive */ update workflow_version set state = 'ARCHIVED' where account_id = $1 and workflow_no = $2",
};

const jsonOf = (definition: unknown): string | null => (definition === null ? null : JSON.stringify(definition));

/** Newest first of each workflow. */
export const versionsOf = (db: Database, account: number, workflowNos: readonly number[]): Promise<VersionRow[]> =>
  db.read<VersionRow>(list, [account, workflowNos]);

/** What versions do. No order; absent where there is no such version. */
export const definitionsOf = (db: Database, account: number, keys: readonly VersionKey[]): Promise<DefinitionRow[]> =>
  db.read<DefinitionRow>(definitions, [
    account,
    keys.map(({ workflowNo }) => workflowNo),
    keys.map(({ version }) => version),
  ]);

/** What versions do that are live, paused or being published, or that somebody is still inside. By name. */
export const definitionsInUse = (
  db: Database,
  account: number,
): Promise<{ readonly name: string; readonly state: WorkflowState; readonly definition: unknown }[]> =>
  db.readAside(inUse, [account, db.clockOffset()]);

/** Takes the place of what a draft was to do. False: the version is no draft. */
export const replaceDefinition = async (
  tx: Transaction,
  account: number,
  { workflowNo, version }: VersionKey,
  definition: unknown,
): Promise<boolean> => (await tx.query(replaceDraft, [account, workflowNo, version, jsonOf(definition)])).length > 0;

export const insertVersion = (
  tx: Transaction,
  account: number,
  workflowNo: number,
  definition: unknown,
): Promise<unknown> => tx.query(addVersion, [account, workflowNo, tx.now, jsonOf(definition)]);

/** What a version names is in use until then. @param until null: no more, unless the version is */
export const setPublishing = (
  db: Database,
  account: number,
  { workflowNo, version }: VersionKey,
  until: Date | null,
): Promise<unknown> => db.write(publishing, [account, workflowNo, version, until]);

/**
 * One version is live; the one before it ends. False: the version does not do what was looked at any more, or was looked at too long
 * ago, and nothing changed.
 */
export const publishVersion = async (
  tx: Transaction,
  account: number,
  { workflowNo, version }: VersionKey,
  definition: unknown,
): Promise<boolean> => (await tx.query(publish, [account, workflowNo, version, tx.now, jsonOf(definition)])).length > 0;

/** Pauses the version that is live, or has it go on. @returns its number; null: none is live or paused */
export const setLiveState = async (
  tx: Transaction,
  account: number,
  workflowNo: number,
  state: 'PAUSED' | 'PUBLISHED',
): Promise<number | null> =>
  (await tx.query<{ version: number }>(setLive, [account, workflowNo, state]))[0]?.version ?? null;

export const archiveVersions = (tx: Transaction, account: number, workflowNo: number): Promise<unknown> =>
  tx.query(archive, [account, workflowNo]);
