import type { Journal } from '@ucp/kit/journal';
import { onlyJournal } from '@ucp/kit/testing/part';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockContacts } from '../store/entering.ts';
import { contactTold, createListened, type Listened } from '../testing/listened.ts';

let heard: Listened;
beforeEach(async () => {
  heard = await createListened();
  heard.identity(contactTold(1));
});
afterEach(() => heard.stop());
const refresh = () => heard.listening.refresh(1);

test('contacts that somebody lets in are waited for before the journal is held', async () => {
  await refresh();
  const entering = await heard.db.pool.connect();
  await entering.query('begin');
  await entering.query('select 1 from contact where contact_no = 1 for no key update');
  heard.identity(contactTold(3), contactTold(1, 3));
  const folding = refresh();
  const waiting = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  while ((await heard.rows(waiting)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await entering.query('select 1 from journal_head where account_id = 1 for update nowait');
  await entering.query('commit');
  entering.release();
  await folding;
  expect(await heard.rows('select contact_no as no, root_no as root from contact order by 1')).toEqual([
    { no: 1, root: 3 },
    { no: 3, root: 3 },
  ]);
});

test('whoever is erased leaves at once, whatever they wait for, and the log tells why', async () => {
  const steps = [{ key: 'wait', wait: { for: 'P30D' } }];
  await heard.workflow(1, { trigger: { manual: true }, reentry: { never: true }, steps });
  await heard.waiting(1, { contactNo: 1, workflowNo: 1, step: 'wait', waitsFor: 'EVENT' });
  heard.identity(contactTold(2));
  await refresh();
  await heard.waiting(2, { contactNo: 2, workflowNo: 1, step: 'wait', waitsFor: 'EVENT' });
  for (const [no, state] of [
    [1, 'WAITING'],
    [1, 'DONE'],
    [2, 'WAITING'],
  ])
    await heard.rows(
      `insert into delivery (account_id, enrollment_no, step, email, body, state, made_at) values (1, ${no}, 'tell', 's', '{}', '${state}', now())`,
    );
  heard.identity(contactTold(1, 1, { erasedAt: new Date().toISOString() }));
  await refresh();
  // Nobody is told of them any more.
  expect(await heard.rows('select enrollment_no as no, state from delivery order by delivery_no')).toEqual([
    { no: 1, state: 'DONE' },
    { no: 2, state: 'WAITING' },
  ]);
  const left = 'e.enrollment_no as no, e.state, e.exit_reason as reason, e.due_at, l.detail';
  expect(
    await heard.rows(`select ${left} from enrollment e left join enrollment_log l using (enrollment_no) order by 1`),
  ).toEqual([
    { no: 1, state: 'EXITED', reason: 'contact is gone', due_at: null, detail: 'The contact was erased.' },
    { no: 2, state: 'WAITING', reason: null, due_at: expect.any(Date), detail: null },
  ]);
});

test('whoever was erased enters nothing, though they were to', async () => {
  await heard.workflow(1, { trigger: { manual: true }, reentry: { never: true }, steps: [{ key: 'done', goal: {} }] });
  heard.identity(contactTold(1, 1, { erasedAt: new Date().toISOString() }), contactTold(2));
  await heard.listening.refresh(1);
  const locked = await heard.db.transaction((tx) => lockContacts(tx, 1, [1, 2]));
  expect([...locked.values()].map(({ contactNo, isArchived }) => [contactNo, isArchived])).toEqual([
    [1, true],
    [2, false],
  ]);
});

test('whoever is archived leaves at once, with all contacts they are made of, and not while one of those is not', async () => {
  const steps = [{ key: 'wait', wait: { for: 'P30D' } }];
  await heard.workflow(1, { trigger: { manual: true }, reentry: { never: true }, steps });
  const archivedAt = new Date().toISOString();
  heard.identity(contactTold(2, 1), contactTold(3));
  await refresh();
  await heard.waiting(1, { contactNo: 1, workflowNo: 1, step: 'wait', waitsFor: 'EVENT' });
  await heard.waiting(2, { contactNo: 2, workflowNo: 1, step: 'wait', waitsFor: 'EVENT' });
  await heard.waiting(3, { contactNo: 3, workflowNo: 1, step: 'wait', waitsFor: 'EVENT' });
  const left = () =>
    heard.rows(
      `select e.enrollment_no as no, e.exit_reason as reason, l.detail from enrollment e left join enrollment_log l using (enrollment_no)
        where e.state = 'EXITED' order by 1`,
    );
  heard.identity(contactTold(1, 1, { archivedAt }));
  await refresh();
  expect(await left()).toEqual([]);
  heard.identity(contactTold(2, 1, { archivedAt }));
  await refresh();
  const gone = { reason: 'contact is gone', detail: 'The contact was archived.' };
  expect(await left()).toEqual([
    { no: 1, ...gone },
    { no: 2, ...gone },
  ]);
});

test('who came into a segment as soon as identity knew them is known here before they are to enter', async () => {
  const trigger = { segment: { id: 'seg_7', on: 'ENTERED' } };
  await heard.workflow(1, { trigger, reentry: { never: true }, steps: [{ key: 'done', goal: {} }] }, ['SEGMENT', '7']);
  const at = new Date().toISOString();
  const journal: Journal = {
    heads: async () => [{ account: 1, rev: 1, changedAt: 0 }],
    after: async (_account, rev) => {
      if (rev > 0) return { rev, entries: [], more: false };
      heard.identity(contactTold(9));
      return { rev: 1, entries: [{ kind: 'SEGMENT_ENTERED', segmentNo: 7, contactNo: 9, at }], more: false };
    },
    change: async () => {},
  };
  heard.listening.meet(onlyJournal('profile', journal));
  await refresh();
  expect(
    await heard.rows('select e.contact_no as no from entry e join contact c using (account_id, contact_no)'),
  ).toEqual([{ no: 9 }]);
});
