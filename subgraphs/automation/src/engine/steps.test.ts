import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { queued } from '../testing/fake-peers.ts';
import { createWorkflows, day, hour, type Workflows } from '../testing/workflows.ts';

let flows: Workflows;
beforeAll(async () => {
  flows = await createWorkflows();
});
afterAll(() => flows.stop());
beforeEach(() => {
  flows.peers.answers = queued;
  flows.peers.sent.clear();
});

const sms = { channel: 'SMS', content: { text: 'Hello' } };
const lives = { field: { key: 'city', equals: 'Bern' } };

test('a contact waits, goes the way its filter says, is sent a message and ends', async () => {
  const workflowNo = await flows.workflow([
    { key: 'wait', wait: { for: 'PT1H' } },
    { key: 'where', branch: { paths: [{ name: 'bern', when: lives, next: 'greet' }], otherwise: 'leave' } },
    { key: 'greet', send: sms, next: 'end' },
    { key: 'leave', exit: { reason: 'lives elsewhere' } },
  ]);
  const [ada, ben] = [await flows.contact({ city: 'Bern' }), await flows.contact({ city: 'Thun' })];
  await flows.enter(workflowNo, ada, ben);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'WAITING', step: 'wait', log: ['entered', 'waits'] });
  expect(flows.peers.sent.size).toBe(0);
  flows.pass(hour);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({
    state: 'COMPLETED',
    step: null,
    reason: 'end',
    log: ['entered', 'waits', 'waited', 'branch:bern', 'queued', 'ended'],
  });
  expect(await flows.of(workflowNo, ben)).toMatchObject({ state: 'EXITED', reason: 'lives elsewhere' });
  expect([...flows.peers.sent.values()].map(({ contactNo }) => contactNo)).toEqual([ada]);
});

test('a thousand contacts go through a wait, a branch and a send in few statements', async () => {
  const workflowNo = await flows.workflow([
    { key: 'wait', wait: { for: 'PT1H' } },
    { key: 'where', branch: { paths: [{ name: 'bern', when: lives, next: 'greet' }], otherwise: 'end' } },
    { key: 'greet', send: sms },
  ]);
  const contacts = await flows.contacts(1_000, { city: 'Bern' });
  await flows.enter(workflowNo, ...contacts);
  await flows.once();
  flows.pass(hour);
  flows.statements.length = 0;
  const { matches, sendEach } = { ...flows.peers.calls };
  await flows.once();
  expect(flows.peers.sent.size).toBe(1_000);
  expect([flows.peers.calls.matches - matches, flows.peers.calls.sendEach - sendEach]).toEqual([1, 1]);
  // Claimed and written, and asked once more whether anything is left; deliveries too.
  expect(flows.statements.length).toBeLessThan(40);
});

test('a message that may not be sent is noted with its rule, and the rule of the step says what follows', async () => {
  flows.peers.answers = (send) => ({ ...queued(send), status: 'SKIPPED', skippedBecause: 'CONSENT' });
  const ways = [
    [{ ifSkipped: 'CONTINUE' }, 'COMPLETED', 'end'],
    [{ ifSkipped: 'GO_TO', skippedNext: 'other' }, 'EXITED', 'went the other way'],
    [{ ifSkipped: 'EXIT' }, 'EXITED', 'message skipped'],
  ] as const;
  for (const [rule, state, reason] of ways) {
    const workflowNo = await flows.workflow([
      { key: 'greet', send: { ...sms, ...rule }, next: 'end' },
      { key: 'other', exit: { reason: 'went the other way' } },
    ]);
    const ada = await flows.contact();
    await flows.enter(workflowNo, ada);
    await flows.once();
    expect(await flows.of(workflowNo, ada)).toMatchObject({ state, reason });
    const { rows } = await flows.db.pool.query(
      'select m.status, m.skipped_because as rule from triggered_message m join enrollment e using (account_id, enrollment_no) where e.workflow_no = $1',
      [workflowNo],
    );
    expect(rows).toEqual([{ status: 'SKIPPED', rule: 'CONSENT' }]);
  }
});

test('fields and tags are set before what follows is asked', async () => {
  const workflowNo = await flows.workflow([
    { key: 'move', setField: { field: 'city', value: 'Bern' } },
    { key: 'mark', tags: { add: ['moved'], remove: ['old'] } },
    { key: 'where', branch: { paths: [{ name: 'bern', when: lives, next: 'fine' }], otherwise: 'end' } },
    { key: 'fine', goal: { reason: 'moved' } },
  ]);
  const ada = await flows.contact({ city: 'Thun' });
  flows.peers.person(ada).tags.add('old');
  await flows.enter(workflowNo, ada);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'COMPLETED', reason: 'moved' });
  expect([...flows.peers.person(ada).tags]).toEqual(['moved']);
});

test('what is waited for happens, or the time is over', async () => {
  const steps = [
    { key: 'reply', waitUntil: { activity: { kinds: ['REPLY'] }, timeout: 'P1D', onTimeout: 'late' }, next: 'good' },
    { key: 'good', goal: { reason: 'replied' } },
    { key: 'late', exit: { reason: 'silent' } },
  ];
  const workflowNo = await flows.workflow(steps);
  const [ada, ben] = [await flows.contact(), await flows.contact()];
  await flows.enter(workflowNo, ada, ben);
  await flows.once();
  await flows.db.pool.query(
    `update enrollment set due_at = now() + $2::interval, woken_by = 'SMS REPLY' where workflow_no = $1 and contact_no = $3 and waits_for = 'EVENT'`,
    [workflowNo, `${flows.clock.offset()} ms`, ada],
  );
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'COMPLETED', reason: 'replied' });
  expect(await flows.of(workflowNo, ben)).toMatchObject({ state: 'WAITING', step: 'reply' });
  flows.pass(day);
  await flows.once();
  expect(await flows.of(workflowNo, ben)).toMatchObject({ state: 'EXITED', reason: 'silent' });
});

test('a filter that is waited for, a goal and an exit rule are looked at every minute', async () => {
  const waiting = [{ key: 'moved', waitUntil: { filter: lives, timeout: 'P30D' } }];
  const idle = [{ key: 'wait', wait: { for: 'P30D' } }];
  const byFilter = await flows.workflow(waiting);
  const byGoal = await flows.workflow(idle, { goal: lives });
  const byExit = await flows.workflow(idle, { exit: { tag: 'gone' } });
  const [ada, ben] = [await flows.contact(), await flows.contact()];
  for (const workflowNo of [byFilter, byGoal, byExit]) await flows.enter(workflowNo, ada, ben);
  await flows.once();
  flows.peers.person(ada).fields.city = 'Bern';
  flows.peers.person(ada).tags.add('gone');
  await flows.engine.watch(1);
  await flows.once();
  expect(await flows.of(byFilter, ada)).toMatchObject({
    state: 'COMPLETED',
    log: ['entered', 'waits', 'happened', 'ended'],
  });
  expect(await flows.of(byGoal, ada)).toMatchObject({ state: 'COMPLETED', reason: 'goal' });
  expect(await flows.of(byExit, ada)).toMatchObject({ state: 'EXITED', reason: 'exit rule' });
  for (const workflowNo of [byFilter, byGoal, byExit])
    expect(await flows.of(workflowNo, ben)).toMatchObject({ state: 'WAITING', log: ['entered', 'waits'] });
});

test('a way by chance is the same for the same contact every time', async () => {
  const split = {
    paths: [
      { name: 'a', share: 1, next: 'end' },
      { name: 'b', share: 1, next: 'end' },
    ],
    seed: 'x',
  };
  const [first, second] = [await flows.workflow([{ key: 's', split }]), await flows.workflow([{ key: 't', split }])];
  const contacts = await flows.contacts(40);
  for (const workflowNo of [first, second]) await flows.enter(workflowNo, ...contacts);
  await flows.once();
  const ways = async (workflowNo: number) => (await flows.enrollments(workflowNo)).map(({ log }) => log[1]);
  expect(await ways(first)).toEqual(await ways(second));
  expect(new Set(await ways(first))).toEqual(new Set(['split:a', 'split:b']));
});

test('a filter that cannot be asked any more fails who comes to it, and nobody else', async () => {
  const workflowNo = await flows.workflow([
    { key: 'chance', branch: { paths: [{ name: 'gone', when: { gone: true }, next: 'end' }], otherwise: 'end' } },
  ]);
  const ada = await flows.contact();
  await flows.enter(workflowNo, ada);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'FAILED', reason: 'filter' });
});

test('workflows start and stop one another', async () => {
  const { recordId } = await import('@ucp/kit/ids');
  const other = await flows.workflow([{ key: 'wait', wait: { for: 'P1D' } }]);
  const id = recordId('wf', 1, other);
  const starts = await flows.workflow([{ key: 'start', startWorkflow: { id } }]);
  const stops = await flows.workflow([
    { key: 'pause', wait: { for: 'PT1H' } },
    { key: 'stop', stopWorkflow: { id } },
  ]);
  const ada = await flows.contact();
  await flows.enter(starts, ada);
  await flows.enter(stops, ada);
  await flows.once();
  expect(await flows.of(other, ada)).toMatchObject({ state: 'WAITING' });
  flows.pass(hour);
  await flows.once();
  expect(await flows.of(other, ada)).toMatchObject({
    state: 'EXITED',
    reason: 'stopped',
    log: ['entered', 'waits', 'stopped'],
  });
  expect(await flows.of(stops, ada)).toMatchObject({ state: 'COMPLETED' });
  // Who reads by rev learns of it with what stopped it.
  const { rows } = await flows.db.pool.query(
    'select count(distinct rev)::int as revs from enrollment where workflow_no = any($1::int[])',
    [[other, stops]],
  );
  expect(rows).toEqual([{ revs: 1 }]);
});
