import { setTimeout as sleep } from 'node:timers/promises';
import { appendToJournal } from '@ucp/kit/journal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { untoldWrite } from '../store/deliveries.ts';
import { takeOutWrites } from '../store/inside.ts';
import { lockOfErased } from '../store/merged-away.ts';
import { createWorkflows, type Workflows } from '../testing/workflows.ts';

let flows: Workflows;
beforeAll(async () => {
  flows = await createWorkflows();
});
afterAll(() => flows.stop());

const waits = [{ key: 'wait', wait: { for: 'PT1H' } }];

test('who is merged while it is decided whether they enter does so as whom they are shown then, and is asked for as that', async () => {
  const workflowNo = await flows.workflow([{ key: 'greet', send: { channel: 'SMS', content: { text: 'Hello' } } }], {
    entry: { tag: 'customer' },
  });
  const [ada, double, other] = await flows.contacts(3);
  if (ada === undefined || double === undefined || other === undefined) throw new Error('no contacts');
  for (const no of [ada, double]) flows.peers.person(no).tags.add('customer');
  let merging = [double, ada] as const;
  flows.peers.before = async (call) => {
    if (call !== 'matches') return;
    flows.peers.before = () => {};
    await flows.show(...merging);
  };
  await flows.enter(workflowNo, double);
  await flows.once();
  const enrolled = () =>
    flows.db.pool.query<{ no: number }>('select contact_no as no from enrollment where workflow_no = $1', [workflowNo]);
  expect((await enrolled()).rows).toEqual([{ no: ada }]);
  expect([...flows.peers.sent.values()].map(({ contactNo }) => contactNo)).toEqual([ada]);
  // Whom they are shown as by then does not match.
  merging = [double, other];
  await flows.show(double, double);
  flows.peers.before = async (call) => {
    if (call !== 'matches') return;
    flows.peers.before = () => {};
    await flows.show(...merging);
  };
  await flows.enter(workflowNo, double);
  await flows.once();
  expect((await enrolled()).rows).toHaveLength(1);
});

test('who is parted from whom they were shown as while it is decided whether they enter does so as themselves', async () => {
  const workflowNo = await flows.workflow(waits, { entry: { tag: 'customer' } });
  const [ada, double] = await flows.contacts(2);
  if (ada === undefined || double === undefined) throw new Error('no contacts');
  for (const no of [ada, double]) flows.peers.person(no).tags.add('customer');
  await flows.show(double, ada);
  flows.peers.before = async (call) => {
    if (call !== 'matches') return;
    flows.peers.before = () => {};
    await flows.show(double, double);
  };
  await flows.enter(workflowNo, double);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toBeUndefined();
  expect(await flows.of(workflowNo, double)).toMatchObject({ state: 'WAITING' });
});

test('whoever is told that somebody was not let in as they were merged at that moment is told the truth', async () => {
  const workflowNo = await flows.workflow(waits, { entry: { tag: 'customer' } });
  const [ada, double] = await flows.contacts(2);
  if (ada === undefined || double === undefined) throw new Error('no contacts');
  for (const no of [ada, double]) flows.peers.person(no).tags.add('customer');
  flows.peers.before = async (call) => {
    if (call !== 'matches') return;
    flows.peers.before = () => {};
    await flows.show(double, ada);
  };
  expect(await flows.engine.startNow(1, workflowNo, double, 'a test')).toMatchObject({ is: 'KEPT_OUT' });
  await flows.once();
  expect(await flows.enrollments(workflowNo)).toEqual([]);
  expect(await flows.engine.startNow(1, workflowNo, double, 'a test')).toMatchObject({ is: 'ENTERED' });
});

test('of whoever is erased while a step is done for them nobody is told', async () => {
  const tell = { key: 'tell', notify: { email: 'sales@example.com', text: 'Look' } };
  const workflowNo = await flows.workflow([{ key: 'mark', tags: { add: ['seen'] } }, tell, ...waits]);
  const [ada, ben] = [await flows.contact(), await flows.contact()];
  flows.peers.after = async (call) => {
    if (call !== 'set') return;
    flows.peers.after = () => {};
    await flows.db.transaction(async (tx) => {
      const gone = await lockOfErased(tx, 1, [ada]);
      const out = takeOutWrites(1, gone, { at: tx.now, reason: 'contact is gone', detail: 'The contact was erased.' });
      await appendToJournal({ query: tx.last }, 1, [untoldWrite(1, [ada]), ...out]);
    });
  };
  await flows.enter(workflowNo, ada, ben);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({
    state: 'EXITED',
    log: ['entered', 'stopped', 'tagged', 'waits'],
  });
  expect(await flows.of(workflowNo, ben)).toMatchObject({ state: 'WAITING', step: 'wait' });
  const { rows } = await flows.db.pool.query(
    'select contact_no as no from delivery join enrollment using (account_id, enrollment_no) where workflow_no = $1',
    [workflowNo],
  );
  expect(rows).toEqual([{ no: ben }]);
});

test('who is archived at the very moment they are let in does not enter', async () => {
  const workflowNo = await flows.workflow(waits, { entry: { tag: 'customer' } });
  const ada = await flows.contact();
  flows.peers.person(ada).tags.add('customer');
  const client = await flows.db.pool.connect();
  let archiving = Promise.resolve();
  flows.peers.before = async (call) => {
    if (call !== 'matches') return;
    flows.peers.before = () => {};
    await client.query('begin');
    await client.query('update contact set archived = true where account_id = 1 and contact_no = $1', [ada]);
    archiving = sleep(500).then(async () => {
      await client.query('commit');
      client.release();
    });
  };
  await flows.enter(workflowNo, ada);
  await flows.once();
  await archiving;
  expect(await flows.of(workflowNo, ada)).toBeUndefined();
});
