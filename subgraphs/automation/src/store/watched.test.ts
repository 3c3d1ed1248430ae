import { bitsOf } from '@ucp/kit/contact-bits';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorkflows, type Workflows } from '../testing/workflows.ts';
import { wakeWatched } from './watched.ts';

let flows: Workflows;
beforeAll(async () => {
  flows = await createWorkflows();
});
afterAll(() => flows.stop());

test('of those inside the ones who match are woken once, whether few match or many, under whomever they are shown', async () => {
  const workflowNo = await flows.workflow([{ key: 'wait', wait: { for: 'P1D' } }]);
  const other = await flows.workflow([{ key: 'wait', wait: { for: 'P1D' } }]);
  const [ada, ben, double, eve] = await flows.contacts(4);
  if (ada === undefined || ben === undefined || double === undefined || eve === undefined)
    throw new Error('no contacts');
  await flows.enter(workflowNo, ada, double, eve);
  await flows.enter(other, ada);
  await flows.once();
  await flows.show(double, ben);
  const due = async (): Promise<number[]> => {
    const { rows } = await flows.db.pool.query(
      'select contact_no as no from enrollment where workflow_no = $1 and due_at <= now() order by 1',
      [workflowNo],
    );
    return rows.map(({ no }) => no);
  };
  const wake = (...contactNos: number[]) =>
    wakeWatched(flows.db, 1, { workflowNo, version: 1 }, null, bitsOf(contactNos), 5_000);
  const crowd = Array.from({ length: 20_000 }, (_, i) => 1_000 + i);
  for (const more of [[], crowd]) {
    flows.statements.length = 0;
    expect(await wake(ada, ben, 999, ...more)).toBe(2);
    expect(await wake(ada, ben, ...more)).toBe(0);
    expect(await due()).toEqual([ada, double]);
    const names = flows.statements.flatMap((text) => /watched_wake\w*/.exec(text) ?? []);
    expect(new Set(names)).toEqual(new Set([more.length === 0 ? 'watched_wake_few' : 'watched_wake']));
    await flows.db.pool.query("update enrollment set due_at = now() + interval '1 day' where due_at is not null");
  }
});
