import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { moveEnrollments } from '../actions/move-enrollments.ts';
import { queued } from '../testing/fake-peers.ts';
import { createWorkflows, type Workflows } from '../testing/workflows.ts';

let flows: Workflows;
beforeAll(async () => {
  flows = await createWorkflows();
});
afterAll(() => flows.stop());
afterEach(() => {
  flows.peers.answers = queued;
  flows.peers.after = () => {};
});

const greet = (text: string) => ({
  key: 'greet',
  send: { channel: 'SMS', content: { text }, ifSkipped: 'EXIT' },
});
const mark = { key: 'mark', tags: { add: ['greeted'] } };
/** Publishes another version of a workflow. */
async function publishNext(workflowNo: number, steps: readonly object[]): Promise<void> {
  await flows.db.pool.query("update workflow_version set state = 'ARCHIVED' where workflow_no = $1", [workflowNo]);
  await flows.db.pool.query(
    `insert into workflow_version (account_id, workflow_no, version, state, made_at, definition) values (1, $1, 2, 'PUBLISHED', now(), $2)`,
    [workflowNo, JSON.stringify({ trigger: { manual: true }, reentry: { never: true }, steps })],
  );
}
const textsTo = (contactNo: number) =>
  [...flows.peers.sent.values()].filter((send) => send.contactNo === contactNo).map(({ message }) => message.content);

test('who waits for a message to leave is moved, is not sent it again, and goes on when it has left', async () => {
  const workflowNo = await flows.workflow([greet('Hello')]);
  const ada = await flows.contact();
  await flows.enter(workflowNo, ada);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'WAITING', step: 'greet' });
  await publishNext(workflowNo, [greet('Good morning'), mark]);
  expect(await moveEnrollments(flows.db, 1, workflowNo)).toBe(1);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'WAITING', step: 'greet' });
  flows.peers.answers = (send) => ({ ...queued(send), status: 'SENT' });
  flows.pass(60_000);
  await flows.engine.confirm();
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({
    state: 'COMPLETED',
    log: ['entered', 'queued', 'moved', 'sent', 'tagged', 'ended'],
  });
  expect(textsTo(ada)).toEqual([{ text: 'Hello' }]);
});

test('whom a worker is at stays in their version, so that nothing is done twice for them', async () => {
  const workflowNo = await flows.workflow([greet('Hello')]);
  const ada = await flows.contact();
  await flows.enter(workflowNo, ada);
  let moved: number | null = null;
  flows.peers.after = async (call) => {
    if (call !== 'sendEach' || moved !== null) return;
    await publishNext(workflowNo, [greet('Good morning')]);
    moved = await moveEnrollments(flows.db, 1, workflowNo);
  };
  await flows.once();
  expect(moved).toBe(0);
  expect(await flows.of(workflowNo, ada)).toMatchObject({ log: ['entered', 'queued'] });
  expect(textsTo(ada)).toEqual([{ text: 'Hello' }]);
  expect(await moveEnrollments(flows.db, 1, workflowNo)).toBe(1);
});
