import { CodedError } from '@ucp/kit/errors';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { queued } from '../testing/fake-peers.ts';
import { createWorkflows, minute, type Workflows } from '../testing/workflows.ts';

let flows: Workflows;
beforeAll(async () => {
  flows = await createWorkflows();
});
afterAll(() => flows.stop());

test('a channel that is away keeps nobody waiting for the word of another', async () => {
  const through = (channel: string) =>
    flows.workflow([{ key: 'greet', send: { channel, content: { text: 'Hello' }, ifSkipped: 'EXIT' } }]);
  const [away, there] = [await through('PIGEON'), await through('SMS')];
  const ada = await flows.contact();
  await flows.enter(away, ada);
  await flows.enter(there, ada);
  await flows.once();
  flows.peers.answers = (send) => {
    if (send.message.channel === 'PIGEON') throw new CodedError('SUBGRAPH_UNAVAILABLE', 'away');
    return { ...queued(send), status: 'SENT' };
  };
  flows.pass(minute);
  await flows.engine.confirm();
  await flows.once();
  expect(await flows.of(there, ada)).toMatchObject({ state: 'COMPLETED' });
  expect(await flows.of(away, ada)).toMatchObject({ state: 'WAITING' });
  flows.peers.answers = (send) => ({ ...queued(send), status: 'SENT' });
  await flows.engine.confirm();
  await flows.once();
  expect(await flows.of(away, ada)).toMatchObject({ state: 'COMPLETED' });
});

const unconfirmed = async (): Promise<number> =>
  (await flows.db.pool.query('select count(*)::int as count from triggered_message where unconfirmed')).rows[0]?.count;

test('a channel that is behind is asked once for the oldest messages, and for all of them once it has caught up', async () => {
  flows.peers.answers = queued;
  const workflowNo = await flows.workflow([{ key: 'email', send: { channel: 'EMAIL', template: 'spring' } }]);
  await flows.enter(workflowNo, ...(await flows.contacts(3_500)));
  await flows.once();
  flows.pass(minute);
  expect(await unconfirmed()).toBe(3_500);
  flows.peers.calls.sendEach = 0;
  await flows.engine.confirm();
  expect(flows.peers.calls.sendEach).toBe(1);
  expect(await unconfirmed()).toBe(2_500);
  flows.peers.answers = (send) => ({ ...queued(send), status: 'SENT', sentAt: new Date() });
  await flows.engine.confirm();
  expect(flows.peers.calls.sendEach).toBe(4);
  expect(await unconfirmed()).toBe(0);
});
