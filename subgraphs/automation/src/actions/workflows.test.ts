import { createDatabase, type Database } from '@ucp/kit/database';
import { recordId, recordNoOf } from '@ucp/kit/ids';
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

const scopes = ['workflows:write', 'workflows:read', 'contacts:read', 'pii:read'];
const ask = async (query: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await part.ask(query, variables, { scopes });
  expect(errors).toEqual([]);
  return data;
};
const payload = '{ workflow { id version state } userErrors { code field message } }';
const save = async (input: object) =>
  (await ask(`mutation ($input: WorkflowInput!) { workflowSave(input: $input) ${payload} }`, { input })).workflowSave;
const change = async (name: string, id: string, more = '') =>
  (await ask(`mutation ($id: ID!) { ${name}(id: $id${more}) ${payload} }`, { id }))[name];

const segment = recordId('seg', 1, 7);
const peers = knownPeers({
  channels: ['EMAIL', 'SMS'],
  templates: ['welcome'],
  fields: ['birthday'],
  segments: [segment],
});
const publish = (id: string) => publishWorkflow({ db, peers }, 1, recordNoOf('wf', 1, id));
const rows = async (text: string, id: string) =>
  (await db.pool.query(`${text} where account_id = 1 and workflow_no = $1`, [recordNoOf('wf', 1, id)])).rows;

const wait = { for: 'P1D' };
const steps = [
  { key: 'wait', wait },
  { key: 'remind', send: { channel: 'SMS', content: { body: 'Still there?' } } },
];
const manual = { trigger: { manual: true }, steps };

test('a definition is told back as it was saved, and can be saved again', async () => {
  const definition = {
    trigger: { activity: { kinds: ['CLICK'], channels: ['EMAIL'] } },
    reentry: { after: 'P7D' },
    steps,
  };
  const { workflow } = await save({ name: 'Told back', definition });
  const read = async () =>
    (
      await ask(
        'query ($id: ID!) { workflow(id: $id) { definition versions { version state definition } standing { step } } }',
        { id: workflow.id },
      )
    ).workflow;
  const first = await read();
  expect(first).toMatchObject({ definition, versions: [{ version: 1, state: 'DRAFT', definition }], standing: [] });
  expect(await save({ id: workflow.id, name: 'Told back', definition: first.definition })).toEqual({
    workflow,
    userErrors: [],
  });
  expect(await read()).toEqual(first);
});

test('every mistake comes back with the place it stands at, and nothing is saved', async () => {
  const definition = {
    trigger: { manual: true },
    steps: [{ key: 'remind', send: { channel: 'SMS' }, next: 'nowhere' }],
  };
  expect(await save({ name: 'Wrong', definition })).toEqual({
    workflow: null,
    userErrors: [
      {
        code: 'BAD_USER_INPUT',
        field: ['input', 'definition', 'steps', '0', 'send'],
        message: 'Step "remind": takes exactly one of template, content, got none',
      },
      {
        code: 'BAD_USER_INPUT',
        field: ['input', 'definition', 'steps', '0', 'next'],
        message: 'Step "remind": goes on to a step that is there or to "end", got "nowhere"',
      },
    ],
  });
  const { workflows } = await ask('{ workflows { name } }');
  expect(workflows).not.toContainEqual({ name: 'Wrong' });
});

test('publishing asks for all that is named, and a mistake leaves what is live as it is', async () => {
  const { workflow } = await save({
    name: 'Names',
    definition: {
      trigger: { date: { field: 'renewal' } },
      entry: { field: { key: 'city', equals: 'Austin' } },
      steps: [
        { key: 'mail', send: { channel: 'EMAIL', template: 'gone' } },
        { key: 'post', send: { channel: 'POST', content: { text: 'Hello' } } },
        { key: 'hook', webhook: { endpoint: 'hook_none' } },
        { key: 'other', startWorkflow: { id: 'wf_none' } },
        { key: 'answer', waitUntil: { activity: { channels: ['FAX'], kinds: ['REPLY'] }, timeout: 'P1D' } },
      ],
    },
  });
  const { problems } = await publish(workflow.id);
  expect(problems.map(({ path, message }) => `${path.join('.')} | ${message}`)).toEqual([
    'steps.4.waitUntil.activity.channels.0 | Step "answer": a channel here is EMAIL or SMS, got "FAX"',
    'steps.1.send | Step "post": a channel here is EMAIL or SMS, got "POST"',
    'entry.field.key | Entry filter: No field has the key "city"',
    'steps.0.send | Step "mail": No template has the key "gone"',
    'trigger.date.field | Trigger: No field has the key "renewal"',
    'steps.2.webhook.endpoint | Step "hook": the account has no endpoint of the id "hook_none"',
    'steps.3.startWorkflow.id | Step "other": the account has no workflow of the id "wf_none"',
  ]);
  expect(await rows('select state from workflow_version', workflow.id)).toEqual([{ state: 'DRAFT' }]);
  expect(await rows('select kind from workflow_trigger', workflow.id)).toEqual([]);
});

test('the newest version is live with its trigger, the one before ends, and a draft changes neither', async () => {
  const { workflow } = await save({ name: 'Live', definition: { ...manual, trigger: { segment: { id: segment } } } });
  expect(await publish(workflow.id)).toMatchObject({ workflow: { state: 'PUBLISHED' }, problems: [] });
  expect(peers.tracked).toEqual([segment]);
  expect(await rows('select version, kind, listens_to from workflow_trigger', workflow.id)).toEqual([
    { version: 1, kind: 'SEGMENT', listens_to: '7' },
  ]);
  const next = {
    id: workflow.id,
    name: 'Live',
    definition: { ...manual, trigger: { behavior: { name: 'signed_up' } } },
  };
  expect((await save(next)).workflow).toMatchObject({ version: 2, state: 'DRAFT' });
  expect((await save({ ...next, name: 'Live again' })).workflow).toMatchObject({ version: 2, state: 'DRAFT' });
  expect(await rows('select version from workflow_trigger', workflow.id)).toEqual([{ version: 1 }]);
  await publish(workflow.id);
  expect(await rows('select version, kind, listens_to from workflow_trigger', workflow.id)).toEqual([
    { version: 2, kind: 'BEHAVIOR', listens_to: 'signed_up' },
  ]);
  const { versions } = (
    await ask('query ($id: ID!) { workflow(id: $id) { versions { version state publishedAt } } }', { id: workflow.id })
  ).workflow;
  expect(versions).toEqual([
    { version: 2, state: 'PUBLISHED', publishedAt: expect.any(String) },
    { version: 1, state: 'ARCHIVED', publishedAt: expect.any(String) },
  ]);
});

test('who is inside an archived workflow goes on to the end, or leaves with a word in the log', async () => {
  const { workflow } = await save({ name: 'Ending', definition: manual });
  await publish(workflow.id);
  await enroll(db, workflow.id, 1, 2, 1, 'remind');
  expect((await change('workflowArchive', workflow.id)).workflow).toMatchObject({ state: 'ARCHIVED' });
  const inside = 'query ($id: ID!) { workflow(id: $id) { standing { version step contacts } } }';
  expect((await ask(inside, { id: workflow.id })).workflow.standing).toEqual([
    { version: 1, step: 'remind', contacts: 2 },
  ]);
  expect((await change('workflowPublish', workflow.id)).userErrors[0].message).toContain('"Ending" has ended');
  await change('workflowArchive', workflow.id, ', leavers: EXIT');
  expect((await ask(inside, { id: workflow.id })).workflow.standing).toEqual([]);
  const left = await rows(
    'select enrollment_no, state, exit_reason, current_step, due_at, fence from enrollment',
    workflow.id,
  );
  expect(left).toMatchObject([
    { state: 'EXITED', exit_reason: 'workflow archived', current_step: null, due_at: null, fence: 1 },
    { state: 'EXITED', fence: 1 },
  ]);
  const { rows: log } = await db.pool.query(
    'select step, decision, detail, place from enrollment_log where enrollment_no = $1',
    [left[0]?.enrollment_no],
  );
  expect(log).toEqual([{ step: 'remind', decision: 'stopped', detail: 'The workflow was archived.', place: 1 }]);
});

test('those in older versions are moved by choice, to the step of the same key', async () => {
  const move = async (id: string) =>
    (await ask('mutation ($id: ID!) { enrollmentsMove(workflowId: $id) { moved userErrors { message } } }', { id }))
      .enrollmentsMove;
  const { workflow } = await save({ name: 'Moving', definition: manual });
  expect((await move(workflow.id)).userErrors[0].message).toBe(
    'No version of this workflow is live: there is nothing to move to',
  );
  await publish(workflow.id);
  await enroll(db, workflow.id, 1, 3, 1, 'wait');
  await enroll(db, workflow.id, 4, 4, 1, 'remind');
  await save({ id: workflow.id, name: 'Moving', definition: { ...manual, steps: steps.slice(0, 1) } });
  await publish(workflow.id);
  expect(await move(workflow.id)).toEqual({
    moved: null,
    userErrors: [{ message: 'Step "remind" of version 1: 1 contacts are there, and version 2 has no such step' }],
  });
  await save({ id: workflow.id, name: 'Moving', definition: { ...manual, steps: [...steps].reverse() } });
  await publish(workflow.id);
  expect(await move(workflow.id)).toEqual({ moved: 4, userErrors: [] });
  expect(await move(workflow.id)).toEqual({ moved: 0, userErrors: [] });
  expect(
    (await ask('query ($id: ID!) { workflow(id: $id) { standing { version step contacts } } }', { id: workflow.id }))
      .workflow.standing,
  ).toEqual([
    { version: 3, step: 'remind', contacts: 1 },
    { version: 3, step: 'wait', contacts: 3 },
  ]);
  expect(
    await rows('select distinct state, waits_for, fence, due_at = step_since as due from enrollment', workflow.id),
  ).toEqual([{ state: 'ACTIVE', waits_for: null, fence: 1, due: true }]);
});

test('a template is one click from running; who is to be told is asked for', async () => {
  const { workflowTemplates } = await ask('{ workflowTemplates { key name description asksNotify definition } }');
  expect(workflowTemplates).toHaveLength(5);
  for (const { key, asksNotify } of workflowTemplates) {
    const { workflowCreateFromTemplate } = await ask(
      `mutation ($template: String!, $name: String!, $notify: String) { workflowCreateFromTemplate(template: $template, name: $name, notify: $notify) ${payload} }`,
      { template: key, name: `Of ${key}`, notify: asksNotify ? 'sales@example.com' : null },
    );
    expect(workflowCreateFromTemplate).toMatchObject({ workflow: { version: 1, state: 'DRAFT' }, userErrors: [] });
    expect((await publish(workflowCreateFromTemplate.workflow.id)).problems).toEqual([]);
  }
});

test('an endpoint has a secret of its own, told once and kept sealed', async () => {
  const create = async (name: string, url: string) =>
    (
      await ask(
        'mutation ($name: String!, $url: String!) { webhookEndpointCreate(name: $name, url: $url) { endpoint { id name url archivedAt } secret userErrors { field message } } }',
        { name, url },
      )
    ).webhookEndpointCreate;
  const { endpoint, secret } = await create('CRM', 'https://crm.example.com/hook');
  expect(endpoint).toMatchObject({ name: 'CRM', url: 'https://crm.example.com/hook', archivedAt: null });
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const { rows: kept } = await db.pool.query('select secret from webhook_endpoint');
  expect(kept[0].secret.toString('latin1')).not.toContain(secret.slice(6));
  expect((await create('CRM', 'https://crm.example.com')).userErrors[0].message).toContain('names are unique');
  expect((await create('FTP', 'ftp://crm.example.com')).userErrors).toEqual([
    { field: ['url'], message: '"url" is https, got "ftp://crm.example.com"' },
  ]);
  const { webhookEndpointArchive } = await ask(
    'mutation ($id: ID!) { webhookEndpointArchive(id: $id) { endpoint { archivedAt } secret } }',
    { id: endpoint.id },
  );
  expect(webhookEndpointArchive).toEqual({ endpoint: { archivedAt: expect.any(String) }, secret: null });
  expect((await ask('{ webhookEndpoints { name } }')).webhookEndpoints).toEqual([]);
  expect((await ask('{ webhookEndpoints(archived: true) { name } }')).webhookEndpoints).toEqual([{ name: 'CRM' }]);
  const { workflow } = await save({
    name: 'Hooked',
    definition: { ...manual, steps: [{ key: 'tell', webhook: { endpoint: endpoint.id } }] },
  });
  expect((await publish(workflow.id)).problems[0]?.message).toBe('Step "tell": the endpoint "CRM" is archived');
});
