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
