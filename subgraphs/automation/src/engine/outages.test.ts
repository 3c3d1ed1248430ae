import { CodedError } from '@ucp/kit/errors';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Send } from '../peers/peers.ts';
import { createWorkflows, day, hour, minute, second, type Workflows } from '../testing/workflows.ts';

let flows: Workflows;
beforeAll(async () => {
  flows = await createWorkflows();
});
afterAll(() => flows.stop());
afterEach(() => {
  flows.peers.refuses = () => false;
  flows.peers.before = () => {};
});

const message = (channel: string) => ({ channel, content: { text: 'Hello' } });
const away = (call: string) => (at: string) => {
  if (at === call) throw new CodedError('SUBGRAPH_UNAVAILABLE', 'away');
};
const sentTo = (contactNo: number, channel: string): Send[] =>
  [...flows.peers.sent.values()].filter((send) => send.contactNo === contactNo && send.message.channel === channel);

test('while one channel is away other workflows go on, and what it was asked for leaves once when it is back', async () => {
  const texts = await flows.workflow([
    { key: 'mark', tags: { add: ['asked'], remove: [] } },
    { key: 'greet', send: message('SMS') },
  ]);
  const mails = await flows.workflow([{ key: 'greet', send: message('EMAIL') }]);
  const tags = await flows.workflow([{ key: 'mark', tags: { add: ['greeted'], remove: [] } }]);
  const ada = await flows.contact();
  flows.peers.refuses = (send) => send.message.channel === 'SMS';
  for (const workflowNo of [texts, mails, tags]) await flows.enter(workflowNo, ada);
  await flows.once();
  expect(await flows.of(mails, ada)).toMatchObject({ state: 'COMPLETED', log: ['entered', 'queued', 'ended'] });
  expect(await flows.of(tags, ada)).toMatchObject({ state: 'COMPLETED', log: ['entered', 'tagged', 'ended'] });
  // What was done before the message is kept, and nothing is told of what was not.
  expect(await flows.of(texts, ada)).toMatchObject({ state: 'ACTIVE', step: 'greet', log: ['entered', 'tagged'] });
  expect(sentTo(ada, 'SMS')).toEqual([]);
  flows.peers.refuses = () => false;
  flows.pass(minute);
  await flows.once();
  expect(await flows.of(texts, ada)).toMatchObject({
    state: 'COMPLETED',
    log: ['entered', 'tagged', 'queued', 'ended'],
  });
  expect(sentTo(ada, 'SMS')).toHaveLength(1);
});

test('a channel that stays away is asked with growing pauses, of a minute at most', async () => {
  const workflowNo = await flows.workflow([{ key: 'greet', send: message('SMS') }]);
  const ada = await flows.contact();
  flows.peers.refuses = () => true;
  await flows.enter(workflowNo, ada);
  const asked: number[] = [];
  const began = performance.now();
  for (let passed = 0; passed <= 10 * minute; passed += second) {
    const { sendEach } = flows.peers.calls;
    await flows.once();
    if (flows.peers.calls.sendEach > sendEach) asked.push((passed + performance.now() - began) / second);
    flows.pass(second);
  }
  const pauses = asked.slice(1).map((at, i) => at - (asked[i] ?? 0));
  // The clock goes on by itself between the seconds that pass, and it takes a while to be asked.
  const growing = [2, 4, 8, 16, 32, 60, 60];
  expect(pauses.length).toBeGreaterThan(growing.length);
  growing.forEach((pause, i) => {
    expect(pauses[i]).toBeGreaterThan(pause - 1);
    expect(pauses[i]).toBeLessThan(pause + 4);
  });
}, 60_000);

test('one message at which its channel fails is found, and the others leave', async () => {
  const workflowNo = await flows.workflow([{ key: 'greet', send: message('SMS') }]);
  const contacts = await flows.contacts(300);
  const bad = contacts[123] ?? 0;
  flows.peers.refuses = ({ contactNo }) => contactNo === bad;
  await flows.enter(workflowNo, ...contacts);
  const { sendEach } = flows.peers.calls;
  await flows.once();
  const enrollments = await flows.enrollments(workflowNo);
  expect(enrollments.filter(({ state }) => state === 'COMPLETED')).toHaveLength(contacts.length - 1);
  expect(await flows.of(workflowNo, bad)).toMatchObject({ state: 'ACTIVE', step: 'greet', log: ['entered'] });
  expect(flows.peers.calls.sendEach - sendEach).toBeLessThan(30);
  flows.peers.refuses = () => false;
  flows.pass(minute);
  await flows.once();
  expect(await flows.of(workflowNo, bad)).toMatchObject({ state: 'COMPLETED' });
  for (const contactNo of contacts) expect(sentTo(contactNo, 'SMS')).toHaveLength(1);
});

test('what woke somebody, or comes to pass while filters cannot be asked, is gone on with when they can', async () => {
  const steps = [
    { key: 'reply', waitUntil: { behavior: { name: 'replied' }, timeout: 'P7D', onTimeout: 'end' } },
    { key: 'mark', tags: { add: ['replied'], remove: [] } },
  ];
  const workflowNo = await flows.workflow(steps, { goal: { tag: 'customer' } });
  const ada = await flows.contact();
  await flows.enter(workflowNo, ada);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'WAITING', step: 'reply' });
  await flows.db.pool.query(
    "update enrollment set woken_by = 'Replied.', due_at = now() + $2::interval where workflow_no = $1",
    [workflowNo, `${flows.clock.offset()} ms`],
  );
  flows.peers.before = away('matches');
  await flows.once();
  flows.pass(minute);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'WAITING', step: 'reply', log: ['entered', 'waits'] });
  flows.peers.before = () => {};
  flows.pass(minute);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({
    state: 'COMPLETED',
    log: ['entered', 'waits', 'happened', 'tagged', 'ended'],
  });
});

test('where filters cannot be asked, those go on who are inside or enter without one, and the others enter later', async () => {
  const inside = await flows.workflow([
    { key: 'wait', wait: { for: 'PT1H' } },
    { key: 'greet', send: message('SMS') },
  ]);
  const entering = await flows.workflow([{ key: 'greet', send: message('SMS') }], { entry: { tag: 'b' } });
  const open = await flows.workflow([{ key: 'greet', send: message('SMS') }]);
  const ada = await flows.contact();
  await flows.enter(inside, ada);
  await flows.once();
  await flows.enter(entering, ada);
  await flows.enter(open, ada);
  flows.pass(hour);
  flows.peers.before = away('matches');
  await expect(flows.once()).rejects.toThrow('cannot be decided');
  expect(await flows.of(open, ada)).toMatchObject({ state: 'COMPLETED' });
  expect(await flows.of(inside, ada)).toMatchObject({ state: 'COMPLETED' });
  expect(await flows.of(entering, ada)).toBeUndefined();
  flows.peers.before = () => {};
  flows.peers.person(ada).tags.add('b');
  flows.pass(day);
  await flows.once();
  expect(await flows.of(entering, ada)).toMatchObject({ state: 'COMPLETED' });
});
