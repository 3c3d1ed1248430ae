import { deadAfter } from '@ucp/kit/jobs/lease';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { queued } from '../testing/fake-peers.ts';
import { createWorkflows, type Workflows } from '../testing/workflows.ts';

let flows: Workflows;
beforeAll(async () => {
  flows = await createWorkflows();
});
afterAll(() => flows.stop());

test('what somebody answers to a message is not missed though the worker died that sent it, and another goes on later', async () => {
  const reply = { activity: { kinds: ['REPLY'] }, timeout: 'P1D', onTimeout: 'silent' };
  const workflowNo = await flows.workflow([
    { key: 'ask', send: { channel: 'SMS', content: { text: 'Hello' } } },
    { key: 'mark', tags: { add: ['asked'] } },
    { key: 'reply', waitUntil: reply, next: 'replied' },
    { key: 'silent', exit: { reason: 'silent' } },
    { key: 'replied', goal: { reason: 'replied' } },
  ]);
  const [ada, ben] = [await flows.contact(), await flows.contact()];
  await flows.enter(workflowNo, ada, ben);
  const doomed = await flows.worker();
  let died = false;
  flows.peers.after = async (call) => {
    if (died || call !== 'sendEach') return;
    died = true;
    await doomed.drop();
  };
  await doomed.once().catch(() => {});
  const at = (seconds: number) => new Date(Date.now() + flows.clock.offset() + seconds * 1_000);
  const [sentAt, before, behind] = [at(0), at(-10), at(10)];
  flows.peers.answers = (send) => ({ ...queued(send), status: 'SENT', sentAt });
  for (const [contactNo, repliedAt] of [
    [ada, behind],
    [ben, before],
  ])
    await flows.db.pool.query(
      `insert into awaited_event (account_id, contact_no, workflow_no, version, step, at, cause, until)
        values (1, $1, $2, 1, 'reply', $3, 'SMS REPLY', $3::timestamptz + interval '2 minutes')`,
      [contactNo, workflowNo, repliedAt],
    );
  flows.pass(35_000);
  const other = await flows.worker();
  await other.engine.sweep();
  other.freeze(deadAfter);
  await other.engine.sweep();
  await other.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'COMPLETED', reason: 'replied' });
  expect(await flows.of(workflowNo, ben)).toMatchObject({ state: 'WAITING', step: 'reply' });
});
