import { CodedError } from '@ucp/kit/errors';
import { deadAfter, leaseTime } from '@ucp/kit/jobs/lease';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { queued } from '../testing/fake-peers.ts';
import { createWorkflows, day, hour, minute, type Workflows, type WorkflowWorker } from '../testing/workflows.ts';

let flows: Workflows;
beforeAll(async () => {
  flows = await createWorkflows();
});
afterAll(() => flows.stop());
afterEach(() => {
  flows.peers.answers = queued;
  flows.peers.before = () => {};
  flows.peers.after = () => {};
});

const sms = { channel: 'SMS', content: { text: 'Hello' } };
const once = (act: () => Promise<unknown>, at: string) => {
  let done = false;
  return async (call: string) => {
    if (done || call !== at) return;
    done = true;
    await act();
  };
};
const keysOf = (contactNo: number) =>
  [...flows.peers.sent.values()].filter((send) => send.contactNo === contactNo).map((send) => send.idempotencyKey);

/** The time after which a worker is taken for dead goes by, as another one sees it. */
async function outlive(other: WorkflowWorker): Promise<void> {
  await other.engine.sweep();
  other.freeze(deadAfter);
  await other.engine.sweep();
}

test('a worker that dies between a message and its write is followed by another, and the message is one', async () => {
  const workflowNo = await flows.workflow([{ key: 'greet', send: sms }]);
  const ada = await flows.contact();
  await flows.enter(workflowNo, ada);
  const doomed = await flows.worker();
  const asked: string[] = [];
  flows.peers.after = once(() => doomed.drop(), 'sendEach');
  flows.peers.answers = (send) => {
    asked.push(send.idempotencyKey);
    return queued(send);
  };
  await doomed.once().catch(() => {});
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'ACTIVE', step: 'greet', log: ['entered'] });
  await flows.once();
  // It is not due for anybody else while its worker may live.
  expect(asked).toHaveLength(1);
  const other = await flows.worker();
  await outlive(other);
  await other.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'COMPLETED', log: ['entered', 'queued', 'ended'] });
  expect(asked).toHaveLength(2);
  expect(new Set(asked).size).toBe(1);
  expect(keysOf(ada)).toHaveLength(1);
});

test('a worker that was frozen beyond its lease does nothing more and writes nothing', async () => {
  const workflowNo = await flows.workflow([
    { key: 'where', branch: { paths: [{ name: 'bern', when: { tag: 'b' }, next: 'greet' }], otherwise: 'greet' } },
    { key: 'greet', send: sms },
    { key: 'mark', tags: { add: ['greeted'], remove: [] } },
  ]);
  const ada = await flows.contact();
  await flows.enter(workflowNo, ada);
  const frozen = await flows.worker();
  flows.peers.after = once(async () => {
    frozen.freeze(leaseTime);
    const other = await flows.worker();
    await outlive(other);
    await other.once();
  }, 'sendEach');
  const { set } = flows.peers.calls;
  await expect(frozen.once()).rejects.toThrow();
  expect(flows.peers.calls.set - set).toBe(1);
  expect(await flows.of(workflowNo, ada)).toMatchObject({
    state: 'COMPLETED',
    log: ['entered', 'branch:otherwise', 'queued', 'tagged', 'ended'],
  });
  expect(keysOf(ada)).toHaveLength(1);
});

test('a write that comes when the enrollment was taken over is refused by the fence', async () => {
  const workflowNo = await flows.workflow([{ key: 'greet', send: sms }]);
  const ada = await flows.contact();
  await flows.enter(workflowNo, ada);
  const slow = await flows.worker();
  flows.peers.after = once(async () => {
    // Its lease holds by its own clock, and others have declared it dead all the same.
    const { workerId } = await slow.engine.leases.current();
    await flows.db.pool.query('delete from job_worker where worker_id = $1', [workerId]);
    await flows.engine.sweep();
    const other = await flows.worker();
    await other.once();
  }, 'sendEach');
  await expect(slow.once()).rejects.toThrow();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ log: ['entered', 'queued', 'ended'] });
  expect(keysOf(ada)).toHaveLength(1);
});

test('what a worker failed at is for others as soon as it sweeps, also where it comes to the account no more', async () => {
  const workflowNo = await flows.workflow([
    { key: 'wait', wait: { for: 'PT1H' } },
    { key: 'greet', send: sms },
  ]);
  const ada = await flows.contact();
  await flows.enter(workflowNo, ada);
  await flows.once();
  flows.pass(hour);
  const failing = await flows.worker();
  await flows.db.pool.query(`create sequence refusals;
    create function refuse() returns trigger language plpgsql as $$ begin
      if nextval('refusals') = 1 then raise exception 'full'; end if; return new; end $$;
    create trigger refuse before insert on enrollment_log for each row when (new.decision = 'queued') execute function refuse()`);
  await expect(failing.once()).rejects.toThrow('full');
  await flows.db.pool.query('drop trigger refuse on enrollment_log');
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'WAITING', log: ['entered', 'waits'] });
  await failing.engine.sweep();
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'COMPLETED' });
});

test('a write that is tried again after a deadlock keeps the numbers of its messages', async () => {
  const workflowNo = await flows.workflow([{ key: 'greet', send: sms }]);
  const [ada, ben] = [await flows.contact(), await flows.contact()];
  await flows.db.pool.query(`create sequence deadlocks;
    create function deadlock() returns trigger language plpgsql as $$ begin
      if nextval('deadlocks') = 1 then raise exception 'deadlock' using errcode = '40P01'; end if; return new; end $$;
    create trigger deadlock before insert on enrollment_log for each row when (new.decision = 'queued') execute function deadlock()`);
  await flows.enter(workflowNo, ada);
  await flows.once();
  await flows.enter(workflowNo, ben);
  await flows.once();
  await flows.db.pool.query('drop trigger deadlock on enrollment_log');
  const { rows } = await flows.db.pool.query(
    `select e.contact_no, m.message_no = l.message_no as "isLogged" from enrollment e
      left join enrollment_log l on l.enrollment_no = e.enrollment_no and l.decision = 'queued'
      left join triggered_message m on m.enrollment_no = e.enrollment_no where e.workflow_no = $1 order by e.contact_no`,
    [workflowNo],
  );
  expect(rows).toEqual([
    { contact_no: ada, isLogged: true },
    { contact_no: ben, isLogged: true },
  ]);
});

test('many workers share an account, and nobody goes a step twice', async () => {
  const workflowNo = await flows.workflow([
    { key: 'wait', wait: { for: 'PT1H' } },
    { key: 'greet', send: sms },
    { key: 'again', wait: { for: 'PT1H' } },
    { key: 'more', send: sms },
  ]);
  const contacts = await flows.contacts(3_000);
  // Those before may have taken the first of them for dead.
  await flows.once();
  await flows.enter(workflowNo, ...contacts, ...contacts.slice(0, 500));
  const workers = [flows, await flows.worker(), await flows.worker()];
  const all = () => Promise.all(workers.flatMap((worker) => [worker.engine.runLane(1), worker.engine.runLane(1)]));
  await all();
  flows.pass(hour);
  await all();
  flows.pass(hour);
  await all();
  const enrollments = await flows.enrollments(workflowNo);
  expect(enrollments).toHaveLength(contacts.length);
  expect(new Set(enrollments.map(({ log }) => log.join(' ')))).toEqual(
    new Set(['entered waits waited queued waits waited queued ended']),
  );
}, 60_000);

test('a part that is away holds up, loses nothing and repeats nothing', async () => {
  const workflowNo = await flows.workflow([{ key: 'greet', send: sms }]);
  const ada = await flows.contact();
  await flows.enter(workflowNo, ada);
  flows.peers.before = once(async () => {
    throw new CodedError('SUBGRAPH_UNAVAILABLE', 'away');
  }, 'sendEach');
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'ACTIVE', step: 'greet', log: ['entered'] });
  flows.pass(minute);
  await flows.once();
  expect(await flows.of(workflowNo, ada)).toMatchObject({ log: ['entered', 'queued', 'ended'] });
  expect(keysOf(ada)).toHaveLength(1);
});

test('a database that is gone in the middle of a batch and comes back is gone on with', async () => {
  const workflowNo = await flows.workflow([{ key: 'greet', send: sms }]);
  const contacts = await flows.contacts(50);
  await flows.enter(workflowNo, ...contacts);
  // Every connection of this database is cut when the messages were asked for.
  flows.peers.after = once(
    () =>
      flows.db.pool
        .query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        )
        .then(() => new Promise((resolve) => setTimeout(resolve, 50))),
    'sendEach',
  );
  const broken = await flows.once().then(
    () => false,
    () => true,
  );
  // The pool may have had fresh connections for all of it.
  if (broken) await flows.once();
  await flows.once();
  const enrollments = await flows.enrollments(workflowNo);
  expect(enrollments.map(({ log }) => log)).toEqual(contacts.map(() => ['entered', 'queued', 'ended']));
});

test('a clock that jumps by two days runs each step once', async () => {
  const workflowNo = await flows.workflow([
    { key: 'first', wait: { for: 'P1D' } },
    { key: 'greet', send: sms },
    { key: 'second', wait: { for: 'P1D' } },
    { key: 'more', send: sms },
  ]);
  const ada = await flows.contact();
  await flows.enter(workflowNo, ada);
  await flows.once();
  flows.pass(2 * day);
  await flows.once();
  // The second wait begins when the first is over: nothing is sent in a heap.
  expect(keysOf(ada)).toHaveLength(1);
  expect(await flows.of(workflowNo, ada)).toMatchObject({ state: 'WAITING', step: 'second' });
  flows.pass(-day);
  await flows.once();
  expect(keysOf(ada)).toHaveLength(1);
  flows.pass(2 * day);
  await flows.once();
  expect(keysOf(ada)).toHaveLength(2);
});

test('jobs of real processes lead people through by themselves, and leave nothing behind', async () => {
  const worker = await flows.worker();
  worker.engine.start();
  const workflowNo = await flows.workflow([
    { key: 'wait', wait: { for: 'PT1S' } },
    { key: 'greet', send: sms },
  ]);
  const ada = await flows.contact();
  await flows.enter(workflowNo, ada);
  await expect.poll(async () => (await flows.of(workflowNo, ada))?.state, { timeout: 15_000 }).toBe('COMPLETED');
  await worker.engine.stop();
  const { rows } = await flows.db.pool.query(
    'select (select count(*)::int from graphile_worker.jobs where locked_at is not null) as jobs, (select count(*)::int from enrollment where claimed_by is not null) as claims',
  );
  expect(rows).toEqual([{ jobs: 0, claims: 0 }]);
}, 30_000);
