import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { queued } from '../testing/fake-peers.ts';
import { createWorkflows, day, minute, type Workflows } from '../testing/workflows.ts';

let flows: Workflows;
beforeAll(async () => {
  flows = await createWorkflows();
});
afterAll(() => flows.stop());
beforeEach(() => {
  flows.peers.answers = queued;
});

const sms = { channel: 'SMS', content: { text: 'Hello' } };

test('a step that waits until its message has left goes on when the channel has told', async () => {
  const workflowNo = await flows.workflow([
    { key: 'greet', send: { ...sms, ifSkipped: 'GO_TO', skippedNext: 'sorry' }, next: 'end' },
    { key: 'sorry', exit: { reason: 'not sent' } },
  ]);
  const ada = await flows.contact();
  await flows.enter(workflowNo, ada);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'WAITING', step: 'greet' });
  // Nobody told: the channel is asked once more, and says that it was refused.
  flows.peers.answers = (send) => ({ ...queued(send), status: 'FAILED' });
  flows.pass(minute);
  await flows.engine.confirm();
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'EXITED', reason: 'not sent' });
  expect([...flows.peers.sent.values()].filter(({ contactNo }) => contactNo === ada)).toHaveLength(1);
});

test('a message on which nobody decides for seven days counts as skipped, with the reason in the log', async () => {
  const ways = [
    [{ ifSkipped: 'GO_TO', skippedNext: 'other' }, 'went the other way'],
    [{ ifSkipped: 'EXIT' }, 'message skipped'],
  ] as const;
  for (const [rule, reason] of ways) {
    const workflowNo = await flows.workflow([
      { key: 'greet', send: { ...sms, ...rule }, next: 'end' },
      { key: 'other', exit: { reason: 'went the other way' } },
    ]);
    const ada = await flows.contact();
    await flows.enter(workflowNo, ada);
    await flows.once();
    flows.pass(7 * day - minute);
    await flows.engine.confirm();
    await flows.once();
    expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'WAITING', step: 'greet' });
    flows.pass(minute);
    await flows.once();
    expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'EXITED', reason });
    const { rows } = await flows.db.pool.query(
      `select l.detail, l.message_no is not null as "isOfMessage" from enrollment_log l join enrollment e using (account_id, enrollment_no)
        where e.workflow_no = $1 and l.decision = 'skipped'`,
      [workflowNo],
    );
    expect(rows).toEqual([{ detail: expect.stringMatching(/^It had not left by \d{4}-/), isOfMessage: true }]);
  }
});
