import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { endpointId } from '../actions/endpoints.ts';
import { createWorkflows, day, hour, minute, type Workflows } from '../testing/workflows.ts';

let flows: Workflows;
let server: Server;
let url: string;
const calls: { readonly headers: IncomingMessage['headers']; readonly body: string }[] = [];
let answer: () => { readonly status: number; readonly headers?: Record<string, string> } = () => ({ status: 204 });

beforeAll(async () => {
  flows = await createWorkflows();
  server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    calls.push({ headers: request.headers, body });
    const { status, headers = {} } = answer();
    response.writeHead(status, headers).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}/hook`;
});
afterAll(async () => {
  server.close();
  await flows.stop();
});
afterEach(() => {
  calls.length = 0;
  answer = () => ({ status: 204 });
});

const endpoint = async (name: string) => {
  const { endpoint: made, secret } = await flows.endpoints.create(1, name, url);
  return { id: endpointId(1, made.endpointNo), secret };
};
const deliveries = async (workflowNo: number) =>
  (
    await flows.db.pool.query(
      'select d.state, d.attempts, d.error from delivery d join enrollment e using (account_id, enrollment_no) where e.workflow_no = $1 order by d.delivery_no',
      [workflowNo],
    )
  ).rows;
const told = async (id: string) => {
  const workflowNo = await flows.workflow([{ key: 'tell', webhook: { endpoint: id, data: { tier: 'gold' } } }]);
  const ada = await flows.contact();
  await flows.enter(workflowNo, ada);
  await flows.once();
  return { workflowNo, ada };
};

test('a partner is told once, signed as Standard Webhooks have it, and the log tells that it was', async () => {
  const { id, secret } = await endpoint('shop');
  const { workflowNo, ada } = await told(id);
  expect(calls).toHaveLength(1);
  const { headers, body } = calls[0] ?? { headers: {}, body: '' };
  const signed = {
    'webhook-id': String(headers['webhook-id']),
    'webhook-timestamp': String(headers['webhook-timestamp']),
    'webhook-signature': String(headers['webhook-signature']),
  };
  expect(new Webhook(secret).verify(body, signed)).toMatchObject({
    type: 'workflow.webhook',
    data: { step: 'tell', data: { tier: 'gold' }, workflow: { version: 1 } },
  });
  expect(await deliveries(workflowNo)).toEqual([{ state: 'DONE', attempts: 1, error: null }]);
  // What it said names people, and is of no more use.
  expect((await flows.db.pool.query('select distinct body from delivery')).rows).toEqual([{ body: {} }]);
  expect(await flows.of(workflowNo, ada)).toMatchObject({
    state: 'COMPLETED',
    log: ['entered', 'told', 'ended', 'delivered'],
  });
});

test('what fails is tried again under the same id with growing pauses, and given up after a day', async () => {
  const { id } = await endpoint('moody');
  answer = () => ({ status: 503 });
  const { workflowNo, ada } = await told(id);
  expect(await deliveries(workflowNo)).toEqual([
    { state: 'WAITING', attempts: 1, error: 'The endpoint answered 503.' },
  ]);
  for (let passed = 0; passed < day; passed += 30 * minute) {
    flows.pass(30 * minute);
    await flows.once();
  }
  expect(new Set(calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(calls.length).toBeGreaterThan(4);
  expect(calls.length).toBeLessThan(12);
  expect(await deliveries(workflowNo)).toMatchObject([{ state: 'FAILED' }]);
  expect(await flows.of(workflowNo, ada)).toMatchObject({ log: ['entered', 'told', 'ended', 'not-delivered'] });
});

test('one that comes back is told then', async () => {
  const { id } = await endpoint('restarted');
  answer = () => ({ status: 500 });
  const { workflowNo } = await told(id);
  answer = () => ({ status: 200 });
  flows.pass(minute);
  await flows.once();
  expect(await deliveries(workflowNo)).toEqual([{ state: 'DONE', attempts: 2, error: null }]);
});

test('redirects are not followed', async () => {
  const { id } = await endpoint('elsewhere');
  answer = () => ({ status: 307, headers: { location: url } });
  const { workflowNo } = await told(id);
  expect(calls).toHaveLength(1);
  expect(await deliveries(workflowNo)).toMatchObject([{ state: 'WAITING', error: 'The endpoint answered 307.' }]);
});

test('an address of the network we run in is not called, unless the installation allows it', async () => {
  const { id } = await endpoint('inside');
  const named = await endpoint('by name');
  await flows.db.pool.query(
    "update webhook_endpoint set url = replace(url, '127.0.0.1', 'localhost') where name = 'by name'",
  );
  const strict = await flows.worker({ allowPrivate: false });
  for (const leads of [id, named.id]) {
    const workflowNo = await flows.workflow([{ key: 'tell', webhook: { endpoint: leads } }]);
    await flows.enter(workflowNo, await flows.contact());
    await strict.once();
    expect(await deliveries(workflowNo)).toMatchObject([
      { state: 'FAILED', error: 'The endpoint leads into a network that this installation does not send to.' },
    ]);
  }
  expect(calls).toHaveLength(0);
});

test('an endpoint that was archived is told nothing', async () => {
  const { id } = await endpoint('old');
  await flows.endpoints.archive(1, id);
  const { workflowNo } = await told(id);
  expect(calls).toHaveLength(0);
  expect(await deliveries(workflowNo)).toMatchObject([{ state: 'FAILED', error: 'The endpoint is archived.' }]);
});

test('staff is told by mail with what the text names, by the server of the installation', async () => {
  const mails: string[] = [];
  const mailServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: async (stream, _session, done) => {
      let text = '';
      for await (const part of stream) text += String(part);
      mails.push(text);
      done();
    },
  });
  const listening = mailServer.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const notices = { smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Contacts <contacts@example.com>' };
  const worker = await flows.worker({ notices });
  const notify = { email: 'sales@example.com', text: '{{first_name}} is keen: {{workflow.name}}{{nothing}}' };
  const workflowNo = await flows.workflow([{ key: 'tell', notify }]);
  const ada = await flows.contact({ first_name: 'Ada' });
  await flows.enter(workflowNo, ada);
  await worker.once();
  expect(await deliveries(workflowNo)).toEqual([{ state: 'DONE', attempts: 1, error: null }]);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toContain('To: sales@example.com');
  expect(mails[0]).toContain(`Ada is keen: Workflow ${workflowNo}`);
  await new Promise((resolve) => mailServer.close(() => resolve(undefined)));
});

test('without a mail server a notice by mail fails, and says why', async () => {
  const workflowNo = await flows.workflow([{ key: 'tell', notify: { email: 'sales@example.com', text: 'Look' } }]);
  await flows.enter(workflowNo, await flows.contact());
  await flows.once();
  expect(await deliveries(workflowNo)).toEqual([
    { state: 'FAILED', attempts: 1, error: 'This installation has no mail server for notices.' },
  ]);
});

test('a worker that dies before it wrote what it told is followed by another, under the same id', async () => {
  const { id } = await endpoint('twice');
  const workflowNo = await flows.workflow([{ key: 'tell', webhook: { endpoint: id } }]);
  const doomed = await flows.worker();
  await flows.enter(workflowNo, await flows.contact());
  await doomed.engine.runLane(1);
  answer = () => {
    void doomed.drop();
    return { status: 200 };
  };
  await doomed.engine.deliver(1).catch(() => {});
  await flows.db.pool.query('delete from job_worker');
  const other = await flows.worker();
  await other.engine.sweep();
  answer = () => ({ status: 200 });
  await other.engine.deliver(1);
  expect(await deliveries(workflowNo)).toMatchObject([{ state: 'DONE', attempts: 2 }]);
  expect(new Set(calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  flows.pass(hour);
});
