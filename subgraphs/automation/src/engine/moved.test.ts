import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { moveEnrollments } from '../actions/move-enrollments.ts';
import { queued } from '../testing/fake-peers.ts';
import { createWorkflows, hour, type Workflows } from '../testing/workflows.ts';

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
const tell = { key: 'tell', notify: { email: 'sales@example.com', text: 'Look' } };
const pause = (key: string) => ({ key, wait: { for: 'PT1H' } });
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

test('a version with another order of steps does nothing again that was done, and the log says so', async () => {
  const { ifSkipped: _, ...send } = greet('Hello').send;
  const plain = { key: 'greet', send };
  const workflowNo = await flows.workflow([plain, tell, pause('first')]);
  const [ada, ben] = [await flows.contact(), await flows.contact()];
  flows.peers.answers = (asked) => ({
    ...queued(asked),
    ...(asked.contactNo === ben ? { status: 'FAILED' as const } : {}),
  });
  await flows.enter(workflowNo, ada, ben);
  await flows.once();
  // Without a mail server the notice fails, which makes no difference here.
  const before = ['entered', 'queued', 'notified', 'waits', 'not-delivered'];
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'WAITING', step: 'first', log: before });
  await publishNext(workflowNo, [pause('first'), tell, plain, pause('second'), { ...plain, key: 'other' }]);
  expect(await moveEnrollments(flows.db, 1, workflowNo)).toBe(2);
  flows.peers.answers = queued;
  await flows.once();
  flows.pass(hour);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({
    step: 'second',
    log: [...before, 'moved', 'waits', 'waited', 'done-before', 'queued', 'waits'],
  });
  expect(textsTo(ada)).toHaveLength(1);
  // His never left: it is asked for anew.
  expect(textsTo(ben)).toHaveLength(2);
  const { rows } = await flows.db.pool.query(
    `select l.step, l.message_no = m.message_no as "isSame" from enrollment_log l join enrollment e using (account_id, enrollment_no)
      left join triggered_message m using (account_id, enrollment_no)
      where e.contact_no = $1 and l.detail like '%not done again%' order by l.place`,
    [ada],
  );
  expect(rows).toEqual([
    { step: 'tell', isSame: null },
    { step: 'greet', isSame: true },
  ]);
  expect((await flows.db.pool.query('select * from delivery')).rows).toHaveLength(2);
  flows.pass(hour);
  await flows.once();
  expect([textsTo(ada).length, textsTo(ben).length]).toEqual([2, 3]);
});

test('who comes to a message that was asked for before the move, and leaves at that very moment, goes on soon', async () => {
  const { ifSkipped: _, ...send } = greet('Hello').send;
  const workflowNo = await flows.workflow([{ key: 'greet', send }, pause('first')]);
  const ada = await flows.contact();
  await flows.enter(workflowNo, ada);
  await flows.once();
  await publishNext(workflowNo, [pause('first'), mark, greet('Hello')]);
  expect(await moveEnrollments(flows.db, 1, workflowNo)).toBe(1);
  await flows.once();
  // Its channel tells of it when the enrollment was looked at and does not wait for it yet.
  flows.peers.after = async (call) => {
    if (call === 'set')
      await flows.db.pool.query("update triggered_message set status = 'SENT' where status = 'QUEUED'");
  };
  flows.pass(hour);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'WAITING', step: 'greet' });
  flows.pass(60_000);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'COMPLETED' });
  expect(textsTo(ada)).toHaveLength(1);
});
