import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkflows, day, hour, type Workflows } from '../testing/workflows.ts';

let flows: Workflows;
beforeAll(async () => {
  flows = await createWorkflows();
});
afterAll(() => flows.stop());

const waits = [{ key: 'wait', wait: { for: 'PT1H' } }];

test('nobody enters twice, unless the rule lets them, and never while they are inside', async () => {
  const never = await flows.workflow(waits);
  const again = await flows.workflow(waits, { reentry: { after: 'P1D' } });
  const ada = await flows.contact();
  const count = async () => [(await flows.enrollments(never)).length, (await flows.enrollments(again)).length];
  const enterBoth = async () => {
    for (const workflowNo of [never, again]) await flows.enter(workflowNo, ada, ada);
    await flows.once();
  };
  await enterBoth();
  expect(await count()).toEqual([1, 1]);
  flows.pass(hour);
  await flows.once();
  await enterBoth();
  expect(await count()).toEqual([1, 1]);
  flows.pass(day);
  await enterBoth();
  expect(await count()).toEqual([1, 2]);
});

test('who does not match the entry filter stays out', async () => {
  const workflowNo = await flows.workflow(waits, { entry: { tag: 'customer' } });
  const [ada, ben] = [await flows.contact(), await flows.contact()];
  flows.peers.person(ada).tags.add('customer');
  await flows.enter(workflowNo, ada, ben);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'WAITING' });
  expect(await flows.of(workflowNo, ben)).toBeUndefined();
});

test('a person made of two contacts enters once, as whom they are shown', async () => {
  const workflowNo = await flows.workflow(waits, { reentry: { after: 'PT1S' } });
  const [ada, double] = [await flows.contact(), await flows.contact()];
  await flows.enter(workflowNo, double);
  await flows.once();
  await flows.show(double, ada);
  await flows.enter(workflowNo, ada, double);
  await flows.once();
  expect(await flows.enrollments(workflowNo)).toHaveLength(1);
});

test('of two that become one, one goes on; the other stands still, and goes on where it was once they are apart', async () => {
  const workflowNo = await flows.workflow([
    { key: 'wait', wait: { for: 'PT1H' } },
    { key: 'tag', tags: { add: ['done'] } },
  ]);
  const [ada, double] = [await flows.contact(), await flows.contact()];
  await flows.enter(workflowNo, ada, double);
  await flows.once();
  await flows.show(double, ada);
  flows.pass(hour);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'COMPLETED' });
  expect(await flows.of(workflowNo, double)).toMatchObject({
    state: 'WAITING',
    parked: 'MERGED',
    dueAt: null,
    step: 'wait',
  });
  await flows.show(double, double);
  await flows.db.pool.query(
    "update enrollment set parked = null, due_at = parked_due, parked_due = null where contact_no = $1 and parked = 'MERGED'",
    [double],
  );
  await flows.once();
  expect(await flows.of(workflowNo, double)).toMatchObject({
    state: 'COMPLETED',
    log: ['entered', 'waits', 'paused', 'waited', 'tagged', 'ended'],
  });
  expect(flows.peers.person(double).tags.has('done')).toBe(true);
});

test('who only stands still for a merge keeps nobody from coming again', async () => {
  const workflowNo = await flows.workflow(waits, { reentry: { after: 'P1D' } });
  const [ada, double] = [await flows.contact(), await flows.contact()];
  await flows.enter(workflowNo, ada);
  await flows.once();
  flows.pass(hour);
  await flows.once();
  await flows.enter(workflowNo, double);
  await flows.once();
  await flows.show(double, ada);
  flows.pass(day);
  await flows.once();
  expect(await flows.of(workflowNo, double)).toMatchObject({ parked: 'MERGED' });
  await flows.enter(workflowNo, double);
  await flows.once();
  expect((await flows.enrollments(workflowNo)).map(({ state, parked }) => [state, parked])).toEqual([
    ['COMPLETED', null],
    ['WAITING', 'MERGED'],
    ['WAITING', null],
  ]);
});

test('who is in a paused workflow stays where they are, nobody enters it, and it goes on later', async () => {
  const workflowNo = await flows.workflow(waits);
  const [ada, ben] = [await flows.contact(), await flows.contact()];
  await flows.enter(workflowNo, ada);
  await flows.once();
  const setState = (state: string) =>
    flows.db.pool.query('update workflow_version set state = $2 where workflow_no = $1', [workflowNo, state]);
  await setState('PAUSED');
  flows.pass(hour);
  await flows.enter(workflowNo, ben);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'WAITING', parked: 'PAUSED', dueAt: null });
  expect(await flows.of(workflowNo, ben)).toBeUndefined();
  await setState('PUBLISHED');
  await flows.db.pool.query(
    "update enrollment set parked = null, due_at = parked_due, parked_due = null where workflow_no = $1 and parked = 'PAUSED'",
    [workflowNo],
  );
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'COMPLETED', parked: null });
});

test('a workflow that goes on while a worker has those who were to stand still leaves nobody behind', async () => {
  const paused = await flows.workflow(waits);
  const sending = await flows.workflow([
    ...waits,
    { key: 'greet', send: { channel: 'SMS', content: { text: 'Hello' } } },
  ]);
  const merged = await flows.workflow(waits);
  const [ada, double] = [await flows.contact(), await flows.contact()];
  await flows.enter(paused, ada);
  await flows.enter(sending, ada);
  await flows.enter(merged, ada, double);
  await flows.once();
  const setState = (state: string) =>
    flows.db.pool.query('update workflow_version set state = $2 where workflow_no = $1', [paused, state]);
  await setState('PAUSED');
  await flows.show(double, ada);
  flows.pass(hour);
  // All are at hand when it is over, and nobody stands still yet.
  flows.peers.after = async () => {
    await setState('PUBLISHED');
    await flows.show(double, double);
  };
  await flows.once();
  flows.peers.after = () => {};
  expect(await flows.of(paused, ada)).toMatchObject({
    state: 'COMPLETED',
    log: ['entered', 'waits', 'waited', 'ended'],
  });
  expect(await flows.of(merged, double)).toMatchObject({ state: 'COMPLETED', parked: null });
});

test('somebody is let in at once, or told why not', async () => {
  const workflowNo = await flows.workflow(waits, { entry: { tag: 'customer' } });
  const ada = await flows.contact();
  const start = () => flows.engine.startNow(1, workflowNo, ada, 'by hand');
  expect(await start()).toEqual({ is: 'KEPT_OUT', because: 'The contact does not match the entry filter.' });
  flows.peers.person(ada).tags.add('customer');
  expect(await start()).toMatchObject({ is: 'ENTERED' });
  expect(await start()).toEqual({ is: 'KEPT_OUT', because: 'The contact is in the workflow already.' });
});

test('who is archived as a whole leaves at the next step for certain, though it asks nothing of them, and does not enter', async () => {
  const workflowNo = await flows.workflow([
    ...waits,
    { key: 'greet', send: { channel: 'SMS', content: { text: 'Hello' } } },
  ]);
  const [ada, ben, double] = await flows.contacts(3);
  if (ada === undefined || ben === undefined || double === undefined) throw new Error('no contacts');
  await flows.show(double, ben);
  await flows.enter(workflowNo, ada, ben);
  await flows.once();
  const archive = (no: number) =>
    flows.db.pool.query('update contact set archived = true where account_id = 1 and contact_no = $1', [no]);
  await archive(ada);
  await archive(ben);
  flows.pass(hour);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({
    state: 'EXITED',
    reason: 'contact is gone',
    log: ['entered', 'waits', 'stopped'],
  });
  // One of those he is made of is not archived.
  expect(await flows.of(workflowNo, ben)).toMatchObject({ state: 'COMPLETED' });
  const later = await flows.workflow(waits);
  await flows.enter(later, ada, ben);
  await flows.once();
  expect(await flows.of(later, ada)).toBeUndefined();
  expect(await flows.of(later, ben)).toMatchObject({ state: 'WAITING' });
});

test('a contact that was erased or archived leaves when its facts are asked for', async () => {
  const workflowNo = await flows.workflow([{ key: 'morning', wait: { untilTime: { at: '09:00' } } }]);
  const ada = await flows.contact();
  flows.peers.person(ada).isGone = true;
  await flows.enter(workflowNo, ada);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'EXITED', reason: 'contact is gone' });
});
