import { createDatabase, type Database } from '@ucp/kit/database';
import { recordNoOf } from '@ucp/kit/ids';
import { createLog } from '@ucp/kit/log';
import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAutomation } from '../automation.ts';
import { enroll } from '../testing/enroll.ts';
import { knownPeers } from '../testing/known-peers.ts';
import { publishWorkflow } from './publish-workflow.ts';

let part: TestPart;
let db: Database;
beforeAll(async () => {
  part = await createTestPart('automation', createAutomation);
  db = createDatabase({ url: part.databaseUrl, clock: part.clock, log: createLog('test', 'silent') });
});
afterAll(async () => {
  await db.close();
  await part.stop();
});

const payload = '{ workflow { id version state } userErrors { code field message } }';
const ask = async (mutation: string, variables: Record<string, unknown>) => {
  const { data, errors } = await part.ask(mutation, variables, { scopes: ['workflows:write', 'workflows:read'] });
  expect(errors).toEqual([]);
  return data;
};
const change = async (name: string, id: string) =>
  (await ask(`mutation ($id: ID!) { ${name}(id: $id) ${payload} }`, { id }))[name];
const save = async (input: object) =>
  (await ask(`mutation ($input: WorkflowInput!) { workflowSave(input: $input) ${payload} }`, { input })).workflowSave;
const peers = knownPeers({ channels: ['SMS'], templates: [], fields: [], segments: [] });
const publish = (id: string) => publishWorkflow({ db, peers }, 1, recordNoOf('wf', 1, id));
const rows = async (text: string, id: string) =>
  (await db.pool.query(`${text} where account_id = 1 and workflow_no = $1`, [recordNoOf('wf', 1, id)])).rows;

const manual = { trigger: { manual: true }, steps: [{ key: 'wait', wait: { for: 'P1D' } }] };

test('a paused workflow stands still in all its versions until it is resumed', async () => {
  const { workflow } = await save({ name: 'Pausing', definition: manual });
  expect((await change('workflowPause', workflow.id)).userErrors).toEqual([
    {
      code: 'BAD_USER_INPUT',
      field: ['id'],
      message: 'The workflow "Pausing" is not live, it is DRAFT: there is nothing to pause',
    },
  ]);
  await publish(workflow.id);
  for (const _again of [1, 2])
    expect((await change('workflowPause', workflow.id)).workflow).toMatchObject({ version: 1, state: 'PAUSED' });
  await enroll(db, workflow.id, 1, 5_003, 1, 'wait', true);
  for (const _again of [1, 2])
    expect((await change('workflowResume', workflow.id)).workflow).toMatchObject({ version: 1, state: 'PUBLISHED' });
  const { rows: now } = await db.pool.query(
    'select parked, due_at, parked_due, count(*)::int as many from enrollment where workflow_no = $1 group by 1, 2, 3',
    [recordNoOf('wf', 1, workflow.id)],
  );
  expect(now).toEqual([{ parked: null, due_at: new Date('2026-05-01'), parked_due: null, many: 5_003 }]);
  expect((await rows('select state from workflow_version', workflow.id))[0]).toEqual({ state: 'PUBLISHED' });
});

test('a paused version is resumed as it was while a newer draft waits, and goes on until that is published', async () => {
  const { workflow } = await save({ name: 'Drafting', definition: manual });
  await publish(workflow.id);
  await enroll(db, workflow.id, 1, 3, 1, 'wait', true);
  await change('workflowPause', workflow.id);
  await save({ id: workflow.id, name: 'Drafting', definition: { ...manual, reentry: { never: true } } });
  expect((await change('workflowPause', workflow.id)).workflow).toMatchObject({ version: 1, state: 'PAUSED' });
  expect(await change('workflowResume', workflow.id)).toEqual({
    workflow: { id: workflow.id, version: 1, state: 'PUBLISHED' },
    userErrors: [],
  });
  const states = 'select version, state from workflow_version';
  expect(await rows(states, workflow.id)).toEqual(
    expect.arrayContaining([
      { version: 1, state: 'PUBLISHED' },
      { version: 2, state: 'DRAFT' },
    ]),
  );
  expect(await rows('select distinct parked from enrollment', workflow.id)).toEqual([{ parked: null }]);
});

test('to publish the newest version is to resume it where that is the paused one', async () => {
  const { workflow } = await save({ name: 'Published again', definition: manual });
  await publish(workflow.id);
  await enroll(db, workflow.id, 1, 3, 1, 'wait', true);
  await change('workflowPause', workflow.id);
  await publish(workflow.id);
  expect(await rows('select version, state from workflow_version', workflow.id)).toEqual([
    { version: 1, state: 'PUBLISHED' },
  ]);
  expect(await rows('select distinct parked from enrollment', workflow.id)).toEqual([{ parked: null }]);
});

test('what never was live or is archived is not resumed', async () => {
  const { workflow } = await save({ name: 'Not resumed', definition: manual });
  const refused = async () => (await change('workflowResume', workflow.id)).userErrors;
  expect(await refused()).toEqual([
    {
      code: 'BAD_USER_INPUT',
      field: ['id'],
      message: 'The workflow "Not resumed" is not live, it is DRAFT: there is nothing to resume',
    },
  ]);
  await publish(workflow.id);
  await change('workflowPause', workflow.id);
  await change('workflowArchive', workflow.id);
  expect(await refused()).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['id'] }]);
});
