import { contactId } from '@ucp/kit/ids';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { activityTold, contactTold, createListened, type Listened, linkTold } from '../testing/listened.ts';

let heard: Listened;
const ada = 'ada@example.com';
const minutes = (count: number): number => count * 60_000;
const ago = (ms: number): Date => new Date(Math.floor((Date.now() - ms) / 1_000) * 1_000);
const end = [{ key: 'done', goal: {} }];
const onClick = { trigger: { activity: { kinds: ['CLICK'] } }, reentry: { never: true }, steps: end };
const onCart = { trigger: { behavior: { name: 'cart_updated' } }, reentry: { never: true }, steps: end };
const cartOf = (identifier: object, key = 'cart') => ({ key, name: 'cart_updated', identifier });

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

test('who clicks enters, with the cause, and a page that comes again lets nobody in twice', async () => {
  await heard.workflow(1, onClick, ['ACTIVITY', null]);
  await heard.workflow(2, { ...onClick, trigger: { activity: { kinds: ['CLICK'], campaign: 'Spring' } } }, [
    'ACTIVITY',
    null,
  ]);
  const at = ago(5_000);
  heard.email(activityTold('OPEN', ada, at), activityTold('CLICK', ada, at));
  await Promise.all([refresh(), heard.another().refresh(1)]);
  await refresh();
  expect(await heard.entries()).toEqual([`1 1 EMAIL CLICK at ${at.toISOString()}`]);
  const jobs = await heard.rows('select count(*)::int as jobs from graphile_worker.jobs');
  expect(jobs).toEqual([{ jobs: 1 }]);
});

test('machines trigger nothing unless they are asked for, and neither does what happened long before it was told', async () => {
  await heard.workflow(1, onClick, ['ACTIVITY', null]);
  await heard.workflow(2, { ...onClick, trigger: { activity: { kinds: ['CLICK'], includeMachine: true } } }, [
    'ACTIVITY',
    null,
  ]);
  heard.email(
    activityTold('CLICK', ada, ago(minutes(1)), { machine: true }),
    activityTold('CLICK', ada, ago(minutes(60 * 24 * 30))),
    activityTold('CLICK', ada, ago(minutes(60 * 25))),
    activityTold('CLICK', ada, ago(minutes(60 * 23)), { link: 'https://example.com' }),
  );
  await refresh();
  expect((await heard.entries()).map((entry) => entry.slice(0, 3))).toEqual(['2 1', '1 1', '2 1']);
});

test('what a stranger does triggers when identity knows them within ten minutes, and not later', async () => {
  await heard.workflow(1, onCart, ['BEHAVIOR', 'cart_updated']);
  await heard.track(
    cartOf({ anonymousId: 'v-1' }, 'a'),
    cartOf({ anonymousId: 'v-2' }, 'b'),
    cartOf({ email: ada }, 'c'),
  );
  await refresh();
  expect(await heard.entries()).toHaveLength(1);
  heard.clock.setOffset(minutes(1));
  heard.identity(contactTold(2), linkTold('ANONYMOUS_ID', 'v-1', 2));
  await refresh();
  expect((await heard.entries()).map((entry) => entry.slice(0, 3))).toEqual(['1 1', '1 2']);
  heard.clock.setOffset(minutes(11));
  heard.identity(linkTold('ANONYMOUS_ID', 'v-2', 1), linkTold('ANONYMOUS_ID', 'v-1', 1));
  await refresh();
  expect(await heard.entries()).toHaveLength(2);
  expect(await heard.rows('select * from unidentified_event')).toEqual([]);
});

test('what nobody listens to is not kept, and what became nobody is forgotten', async () => {
  await heard.workflow(1, onClick, ['ACTIVITY', null]);
  await heard.track(cartOf({ anonymousId: 'v-1' }));
  heard.email(activityTold('CLICK', 'stranger@example.com', ago(0)));
  await refresh();
  expect(await heard.rows('select identifier_value as value from unidentified_event')).toEqual([
    { value: 'stranger@example.com' },
  ]);
  heard.clock.setOffset(minutes(11));
  await heard.listening.lookAtClock();
  expect(await heard.rows('select * from unidentified_event')).toEqual([]);
});

test('an event that named its contact itself, or somebody who is none, is whose it says', async () => {
  await heard.workflow(1, onCart, ['BEHAVIOR', 'cart_updated']);
  await refresh();
  await heard.track(cartOf({ contactId: contactId(1, 1) }, 'a'), cartOf({ contactId: contactId(1, 77) }, 'b'));
  await refresh();
  expect((await heard.entries()).map((entry) => entry.slice(0, 3))).toEqual(['1 1']);
});

test('a merge triggers nothing: neither by what was done before, nor by whom it brings into a segment or takes out', async () => {
  await heard.workflow(1, onClick, ['ACTIVITY', null]);
  const segment = (on: string) => ({ trigger: { segment: { id: 'seg_7', on } }, reentry: { never: true }, steps: end });
  await heard.workflow(2, segment('ENTERED'), ['SEGMENT', '7']);
  await heard.workflow(3, segment('LEFT'), ['SEGMENT', '7']);
  heard.identity(contactTold(2), linkTold('EMAIL', 'bob@example.com', 2), contactTold(3));
  heard.email(activityTold('CLICK', 'bob@example.com', ago(0)));
  await refresh();
  expect(await heard.entries()).toHaveLength(1);
  heard.identity(contactTold(2, 1));
  await refresh();
  const move = (kind: string, contactNo: number, segmentNo = 7) => ({
    kind,
    segmentNo,
    contactNo,
    at: new Date().toISOString(),
  });
  heard.profile(
    move('SEGMENT_LEFT', 2),
    move('SEGMENT_ENTERED', 1),
    move('SEGMENT_ENTERED', 3),
    move('SEGMENT_ENTERED', 3, 8),
  );
  await refresh();
  heard.profile(move('SEGMENT_LEFT', 3));
  await refresh();
  expect((await heard.entries()).slice(1).map((entry) => entry.slice(0, 16))).toEqual([
    '2 3 Entered the ',
    '3 3 Left the seg',
  ]);
});

test('a message goes on as its channel tells, never backwards, and who waits for it is looked at', async () => {
  await heard.workflow(1, { trigger: { manual: true }, reentry: { never: true }, steps: end });
  await refresh();
  await heard.waiting(1, { contactNo: 1, workflowNo: 1, step: 'send', waitsFor: 'SEND' });
  await heard.waiting(2, { contactNo: 2, workflowNo: 1, step: 'send', waitsFor: 'SEND' });
  await heard.rows(
    `insert into triggered_message (account_id, message_no, enrollment_no, key, channel, status, decided_at, step, rev, send_id, unconfirmed)
      select 1, n, least(n, 2), case when n < 3 then '1:send' else '1:other' || n end, 'EMAIL', 'QUEUED', now(),
        case when n < 3 then 'send' else 'other' end, 0, 'm' || n, true from generate_series(1, 5) n`,
  );
  const at = ago(0);
  const tell = (activity: string, sendId: string, more: object = {}) =>
    activityTold(activity, ada, at, { sendId, ...more });
  heard.email(tell('QUEUED', 'm1'), tell('SEND', 'm1'), tell('DELIVERED', 'm1'), tell('DEFERRED', 'm1'));
  heard.email(tell('SKIPPED', 'm2', { value: null, rule: 'CONSENT' }));
  heard.email(
    tell('DELIVERED', 'm3'),
    tell('SEND', 'm3'),
    tell('OPEN', 'm4', { machine: true }),
    tell('HARD_BOUNCE', 'm5'),
  );
  await refresh();
  heard.email(tell('SEND', 'm5'), tell('FAILED', 'm3'), tell('SEND', 'm2'), tell('DELIVERED', 'stranger'));
  await refresh();
  expect(
    await heard.rows(
      'select status, skipped_because as rule, sent_at is not null as sent, unconfirmed from triggered_message order by message_no',
    ),
  ).toEqual([
    { status: 'DELIVERED', rule: null, sent: true, unconfirmed: false },
    { status: 'SKIPPED', rule: 'CONSENT', sent: false, unconfirmed: false },
    { status: 'DELIVERED', rule: null, sent: true, unconfirmed: false },
    { status: 'QUEUED', rule: null, sent: false, unconfirmed: true },
    { status: 'FAILED', rule: null, sent: true, unconfirmed: false },
  ]);
  expect(await woken()).toEqual([
    { no: 1, by: 'DELIVERED', due: true },
    { no: 2, by: 'SKIPPED', due: true },
  ]);
});

test('who stood still for a merge goes on once it is taken back', async () => {
  await heard.workflow(1, { trigger: { manual: true }, reentry: { never: true }, steps: end });
  heard.identity(contactTold(2, 1), contactTold(3, 1));
  for (const contactNo of [1, 2, 3])
    await heard.waiting(contactNo, { contactNo, workflowNo: 1, step: 'wait', waitsFor: 'EVENT' });
  await heard.rows(
    "update enrollment set parked = 'MERGED', parked_due = due_at, due_at = null where enrollment_no > 1",
  );
  await refresh();
  const parked = () =>
    heard.rows('select enrollment_no as no, parked, due_at is not null as due from enrollment order by 1');
  expect((await parked()).map((row) => row.parked)).toEqual([null, 'MERGED', 'MERGED']);
  heard.identity(contactTold(2));
  await refresh();
  expect(await parked()).toEqual([
    { no: 1, parked: null, due: true },
    { no: 2, parked: null, due: true },
    { no: 3, parked: 'MERGED', due: false },
  ]);
});

test('what has served is forgotten: deliveries after 90 days, days that no longer come up after 30', async () => {
  const days = (count: number): number => count * 86_400_000;
  await heard.db.pool.query(
    `insert into delivery (account_id, enrollment_no, step, email, body, state, made_at, ended_at, due_at)
      select 1, n, 'tell', 'sales@example.com', '{}', case when n = 3 then 'WAITING' else 'DONE' end, now() - interval '95 days',
        case n when 1 then now() - interval '91 days' when 2 then now() - interval '89 days' end, case when n = 3 then now() end
      from generate_series(1, 3) n`,
  );
  await heard.db.pool.query(
    "insert into date_trigger_day select 1, n, (now() - n * interval '1 day')::date from unnest(array[3, 29, 32]) n",
  );
  const kept = () =>
    heard.rows(`select (select array_agg(enrollment_no order by 1) from delivery) as deliveries,
      (select array_agg(workflow_no order by 1) from date_trigger_day) as days`);
  await heard.listening.lookAtClock();
  expect(await kept()).toEqual([{ deliveries: [2, 3], days: [3, 29] }]);
  heard.clock.setOffset(days(120));
  await heard.listening.lookAtClock();
  // What is still to be told stays, however old it is.
  expect(await kept()).toEqual([{ deliveries: [3], days: null }]);
});
