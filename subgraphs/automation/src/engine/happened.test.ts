import { appendToJournal } from '@ucp/kit/journal';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { awaitedWrites, takeEventsAlone } from '../store/awaited-events.ts';
import { createWorkflows, hour, minute, type Workflows } from '../testing/workflows.ts';

let flows: Workflows;
beforeAll(async () => {
  flows = await createWorkflows();
});
afterAll(() => flows.stop());
afterEach(() => {
  flows.peers.after = () => {};
});

test('what happened between coming to a step and its being written is not missed, and what happened before does not count', async () => {
  const steps = [
    { key: 'visit', waitUntil: { behavior: { name: 'site_visit' }, timeout: 'P1D' } },
    { key: 'reply', waitUntil: { activity: { kinds: ['REPLY'] }, timeout: 'P1D' } },
  ];
  const workflowNo = await flows.workflow(steps);
  const [ada, ben] = [await flows.contact(), await flows.contact()];
  const happens = (contactNo: number, step: string, after: number) =>
    flows.db.pool.query(
      `insert into awaited_event (account_id, contact_no, workflow_no, version, step, at, cause, until)
        values (1, $1, $2, 1, $3, now() + $4::interval, 'seen: ' || $3, now() + $4::interval + interval '1 hour')`,
      [contactNo, workflowNo, step, `${flows.clock.offset() + after} ms`],
    );
  await happens(ada, 'visit', minute);
  await happens(ada, 'reply', minute);
  await happens(ben, 'visit', -minute);
  await flows.enter(workflowNo, ada, ben);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'COMPLETED' });
  expect(await flows.of(workflowNo, ben)).toMatchObject({ state: 'WAITING', step: 'visit' });
});

test('what lets somebody in is nothing they wait for, though it is of the same second', async () => {
  const steps = [{ key: 'again', waitUntil: { activity: { kinds: ['CLICK'] }, timeout: 'P1D' } }];
  const workflowNo = await flows.workflow(steps);
  const mail = await flows.workflow([{ key: 'email', send: { channel: 'EMAIL', template: 'spring' } }, ...steps]);
  const ada = await flows.contact();
  const happens = (cause: string) =>
    flows.db.pool.query(
      `insert into awaited_event (account_id, contact_no, workflow_no, version, step, at, cause, until)
        select 1, $1, no, 1, 'again', now() + $2::interval + interval '1 minute', $3, now() + $2::interval + interval '1 hour'
        from unnest($4::int[]) as w(no)`,
      [ada, `${flows.clock.offset()} ms`, cause, [workflowNo, mail]],
    );
  // The cause of whoever `enter` lets in.
  await happens('a test');
  await flows.enter(workflowNo, ada);
  await flows.enter(mail, ada);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'WAITING', step: 'again' });
  expect(await flows.of(mail, ada)).toMatchObject({ state: 'WAITING', step: 'again' });
});

test('what wakes somebody is not what their next step waits for, though it is of the same second', async () => {
  const waitUntil = { activity: { kinds: ['CLICK'] }, timeout: 'P1D' };
  const workflowNo = await flows.workflow([
    { key: 'first', waitUntil },
    { key: 'second', waitUntil },
  ]);
  const ada = await flows.contact();
  await flows.enter(workflowNo, ada);
  await flows.once();
  const clicks = (cause: string) =>
    flows.db.transaction(async (tx) => {
      await takeEventsAlone(tx, 1);
      const at = new Date(tx.now.getTime() + 1_000);
      const events = ['first', 'second'].map((step) => ({
        ...{ contactNo: ada, workflowNo, version: 1, step, at, cause, channel: null, sendId: null },
      }));
      const until = new Date(tx.now.getTime() + hour);
      await appendToJournal({ query: tx.last }, 1, awaitedWrites(1, events, { now: tx.now, until }));
    });
  await clicks('EMAIL CLICK at one moment');
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'WAITING', step: 'second' });
  await clicks('EMAIL CLICK at another');
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'COMPLETED' });
});

test('a message that is opened before the worker has written that it was asked for is not missed', async () => {
  const open = { activity: { channel: 'EMAIL', kinds: ['OPEN'] }, own: true, timeout: 'P1D', onTimeout: 'unread' };
  const steps = [
    { key: 'email', send: { channel: 'EMAIL', template: 'spring' } },
    { key: 'open', waitUntil: open, next: 'read' },
    { key: 'unread', exit: { reason: 'unread' } },
    { key: 'read', goal: { reason: 'read' } },
  ];
  const workflowNo = await flows.workflow(steps);
  const [ada, ben] = [await flows.contact(), await flows.contact()];
  flows.peers.after = async (call) => {
    if (call !== 'sendEach') return;
    const [first] = [...flows.peers.sent.values()].filter(({ contactNo }) => contactNo === ada);
    const event = {
      ...{ workflowNo, version: 1, step: 'open', cause: 'EMAIL OPEN', channel: 'EMAIL' },
      sendId: `snd ${first?.idempotencyKey}`,
    };
    await flows.db.transaction(async (tx) => {
      await takeEventsAlone(tx, 1);
      const at = new Date(tx.now.getTime() + 1_000);
      const events = [ada, ben].map((contactNo) => ({ ...event, contactNo, at }));
      const until = new Date(tx.now.getTime() + hour);
      await appendToJournal({ query: tx.last }, 1, awaitedWrites(1, events, { now: tx.now, until }));
    });
  };
  await flows.enter(workflowNo, ada, ben);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'COMPLETED', reason: 'read' });
  // It was not his.
  expect(await flows.of(workflowNo, ben)).toMatchObject({ state: 'WAITING', step: 'open' });
});
