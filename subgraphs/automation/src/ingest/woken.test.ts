import { afterEach, beforeEach, expect, test } from 'vitest';
import { awaitedWrites, causesSince } from '../store/awaited-events.ts';
import { activityTold, contactTold, createListened, type Listened, linkTold } from '../testing/listened.ts';

let heard: Listened;
const ada = 'ada@example.com';
const minutes = (count: number): number => count * 60_000;
const ago = (ms: number): Date => new Date(Math.floor((Date.now() - ms) / 1_000) * 1_000);
const end = [{ key: 'done', goal: {} }];

beforeEach(async () => {
  heard = await createListened();
  heard.identity(contactTold(1), linkTold('EMAIL', ada, 1));
});
afterEach(() => heard.stop());
const refresh = () => heard.listening.refresh(1);
const woken = () =>
  heard.rows(
    'select enrollment_no as no, woken_by as by, due_at <= now() as due from enrollment order by enrollment_no',
  );

test('who waits for something is woken by it, under whomever they are shown, and by nothing before', async () => {
  await heard.workflow(1, {
    trigger: { manual: true },
    reentry: { never: true },
    steps: [
      { key: 'until', waitUntil: { activity: { kinds: ['CLICK'] }, timeout: 'P1D' } },
      { key: 'own', waitUntil: { activity: { kinds: ['REPLY'] }, own: true, timeout: 'P1D' } },
    ],
  });
  heard.identity(contactTold(2), linkTold('EMAIL', 'bob@example.com', 2), contactTold(3, 2));
  const wait = { workflowNo: 1, waitsFor: 'EVENT', since: ago(minutes(5)) };
  await heard.waiting(1, { ...wait, contactNo: 1, step: 'until' });
  await heard.waiting(2, { ...wait, contactNo: 2, step: 'own' });
  await heard.waiting(3, { ...wait, contactNo: 3, step: 'until', since: ago(minutes(1)) });
  heard.email(activityTold('CLICK', ada, ago(minutes(6))), activityTold('CLICK', 'bob@example.com', ago(minutes(2))));
  heard.email(activityTold('REPLY', 'bob@example.com', ago(0)));
  heard.email(activityTold('REPLY', 'bob@example.com', ago(0), { sendId: 'msg_of_another' }));
  await refresh();
  expect((await woken()).map(({ by }) => by)).toEqual([null, null, null]);
  await heard.rows(
    `insert into triggered_message (account_id, message_no, enrollment_no, key, channel, status, decided_at, step, rev, send_id)
      values (1, 1, 2, '1:send', 'EMAIL', 'SENT', now(), 'send', 0, 'msg_own')`,
  );
  const [clicked, old, replied] = [ago(0), ago(minutes(60 * 30)), ago(1_000)];
  await heard.rows("update enrollment set step_since = now() - interval '2 days' where enrollment_no = 1");
  heard.email(activityTold('CLICK', ada, old), activityTold('CLICK', 'bob@example.com', clicked));
  heard.email(activityTold('REPLY', 'bob@example.com', replied, { sendId: 'msg_own' }));
  await refresh();
  expect(await woken()).toEqual([
    { no: 1, by: `EMAIL CLICK at ${old.toISOString()}`, due: true },
    { no: 2, by: `EMAIL REPLY at ${replied.toISOString()}`, due: true },
    { no: 3, by: `EMAIL CLICK at ${clicked.toISOString()}`, due: true },
  ]);
});

test('what wakes somebody lets them not in again, whoever comes to it first, and neither does it their other contacts', async () => {
  await heard.workflow(
    1,
    {
      trigger: { activity: { kinds: ['OPEN'] } },
      reentry: { after: 'P1D' },
      steps: [{ key: 'until', waitUntil: { activity: { kinds: ['OPEN'] }, timeout: 'P30D' } }, ...end],
    },
    ['ACTIVITY', null],
  );
  heard.identity(contactTold(2), linkTold('EMAIL', 'bob@example.com', 2), contactTold(3, 2));
  const wait = { workflowNo: 1, step: 'until', waitsFor: 'EVENT', since: ago(minutes(60 * 24 * 20)) };
  await heard.waiting(1, { ...wait, contactNo: 1 });
  await heard.waiting(2, { ...wait, contactNo: 3 });
  await heard.rows("update enrollment set entered_at = now() - interval '20 days'");
  const at = ago(1_000);
  heard.email(activityTold('OPEN', ada, at), activityTold('OPEN', 'bob@example.com', at));
  await refresh();
  expect((await woken()).map(({ due }) => due)).toEqual([true, true]);
  expect(await heard.entries()).toEqual([]);
  // Once they have left, the next one lets them in.
  await heard.rows("update enrollment set state = 'COMPLETED', exited_at = now()");
  heard.email(activityTold('OPEN', ada, at), activityTold('OPEN', 'bob@example.com', at));
  await refresh();
  expect((await heard.entries()).map((entry) => entry.slice(0, 3))).toEqual(['1 1', '1 2']);
});

test('coming into a segment lets nobody in again whom it has leave', async () => {
  const isIn = { segment: { id: 'seg_7' } };
  await heard.workflow(
    1,
    { trigger: { segment: { id: 'seg_7', on: 'ENTERED' } }, reentry: { after: 'PT1S' }, goal: isIn, steps: end },
    ['SEGMENT', '7'],
  );
  heard.identity(contactTold(2));
  await heard.waiting(1, { contactNo: 1, workflowNo: 1, step: 'done', waitsFor: 'FILTER', since: ago(minutes(5)) });
  const at = new Date().toISOString();
  heard.profile(...[1, 2].map((contactNo) => ({ kind: 'SEGMENT_ENTERED', segmentNo: 7, contactNo, at })));
  await refresh();
  expect((await heard.entries()).map((entry) => entry.slice(0, 3))).toEqual(['1 2']);
});

test('what is told again, as it is known by now whose message it is about, wakes who waits for that and nobody else', async () => {
  const waitUntil = { activity: { kinds: ['OPEN'] }, timeout: 'P1D' };
  await heard.workflow(
    1,
    {
      trigger: { activity: { kinds: ['OPEN'] } },
      reentry: { never: true },
      steps: [
        { key: 'own', waitUntil: { ...waitUntil, own: true } },
        { key: 'any', waitUntil },
      ],
    },
    ['ACTIVITY', null],
  );
  const wait = { workflowNo: 1, waitsFor: 'EVENT', since: ago(minutes(5)) };
  heard.identity(contactTold(2), linkTold('EMAIL', 'bob@example.com', 2));
  heard.identity(contactTold(3), linkTold('EMAIL', 'eve@example.com', 3));
  await heard.waiting(1, { ...wait, contactNo: 1, step: 'own' });
  await heard.waiting(2, { ...wait, contactNo: 2, step: 'any' });
  await heard.rows(
    `insert into triggered_message (account_id, message_no, enrollment_no, key, channel, status, decided_at, step, rev, send_id)
      values (1, 1, 1, '1:send', 'EMAIL', 'QUEUED', now(), 'send', 0, 'msg_own')`,
  );
  const at = ago(1_000);
  heard.email(activityTold('OPEN', ada, at), activityTold('OPEN', 'eve@example.com', at));
  await refresh();
  expect((await woken()).map(({ by }) => by)).toEqual([null, null]);
  expect(await heard.entries()).toHaveLength(1);
  heard.email(
    activityTold('OPEN', ada, at, { sendId: 'msg_own', again: true }),
    activityTold('OPEN', 'bob@example.com', at, { sendId: 'msg_of_bob', again: true }),
    activityTold('OPEN', 'eve@example.com', at, { sendId: 'msg_of_eve', again: true }),
  );
  await refresh();
  expect((await woken()).map(({ by }) => by)).toEqual([`EMAIL OPEN at ${at.toISOString()}`, null]);
  expect(await heard.entries()).toHaveLength(1);
  expect(await heard.rows('select status from triggered_message')).toEqual([{ status: 'DELIVERED' }]);
});

test('whoever comes to a step while an event is taken in finds it', async () => {
  await heard.workflow(1, {
    trigger: { manual: true },
    reentry: { never: true },
    steps: [{ key: 'until', waitUntil: { activity: { kinds: ['CLICK'] }, timeout: 'P1D' } }],
  });
  const since = new Date();
  heard.email(activityTold('CLICK', ada, ago(0)));
  await refresh();
  const wait = {
    ...{ enrollmentNo: 9, shownNo: 1, workflowNo: 1, version: 1, step: 'until' },
    ...{ enteredBy: null, wokenBy: null, messages: [] },
  };
  const causes = (from: Date) => heard.db.transaction((tx) => causesSince(tx, 1, [{ ...wait, since: from }]));
  expect((await causes(since)).get(9)).toMatch(/^EMAIL CLICK at /);
  expect((await causes(new Date(Date.now() + 5_000))).size).toBe(0);
  heard.clock.setOffset(minutes(3));
  await heard.listening.lookAtClock();
  expect((await causes(since)).size).toBe(0);
  expect(awaitedWrites(1, [], { now: since, until: since })).toEqual([]);
});
