import { deadAfter, leaseTime } from '@ucp/kit/jobs/lease';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createLetters, type Letters, type LetterWorker } from '../testing/letters.ts';
import { takes } from '../testing/post-office.ts';

let letters: Letters;
beforeAll(async () => {
  letters = await createLetters();
});
afterAll(() => letters.stop());
afterEach(() => {
  letters.post.answers = takes;
});

const messageOf = async (messageNo: number) =>
  (await letters.messages()).find((message) => message.messageNo === messageNo);
const timesTaken = (messageNo: number) =>
  letters.post.taken.filter((message) => message.messageNo === messageNo).length;

/** The time after which a worker is taken for dead goes by, as another one sees it. */
async function outlive(other: LetterWorker): Promise<void> {
  await other.channel.sending?.sweep.once();
  other.freeze(deadAfter);
  await other.channel.sending?.sweep.once();
}

test('what a worker claimed and handed over before it died is looked up by another, and not sent again', async () => {
  const asked = await letters.ask(letters.person());
  const doomed = await letters.worker();
  letters.post.answers = async (message) => {
    letters.post.taken.push(message);
    await doomed.drop();
    return { keeps: false, says: { is: 'UNKNOWN', detail: 'nobody hears this' } };
  };
  await doomed.drain().catch(() => {});
  letters.post.answers = takes;
  expect((await messageOf(asked.messageNo))?.state).toBe('CLAIMED');
  const other = await letters.worker();
  await outlive(other);
  expect((await messageOf(asked.messageNo))?.state).toBe('UNKNOWN');
  await other.channel.sending?.lookUp(1);
  expect((await messageOf(asked.messageNo))?.state).toBe('SENT');
  expect(timesTaken(asked.messageNo)).toBe(1);
});

test('what a worker claimed and did not hand over before it died is sent by another', async () => {
  const asked = await letters.ask(letters.person());
  const doomed = await letters.worker();
  letters.post.answers = async () => {
    await doomed.drop();
    return { keeps: false, says: { is: 'UNKNOWN', detail: 'nobody hears this' } };
  };
  await doomed.drain().catch(() => {});
  letters.post.answers = takes;
  const other = await letters.worker();
  await outlive(other);
  letters.clock.setOffset(deadAfter);
  await other.channel.sending?.lookUp(1);
  await other.drain();
  letters.clock.setOffset(0);
  expect((await messageOf(asked.messageNo))?.state).toBe('SENT');
  expect(timesTaken(asked.messageNo)).toBe(1);
});

test('a worker that was frozen beyond its lease hands nothing over of what it had claimed, and writes nothing', async () => {
  const [first, second] = [await letters.ask(letters.person()), await letters.ask(letters.person())];
  const frozen = await letters.worker();
  // It freezes when the first of the two is on its way; the provider's answer comes when it has thawed.
  letters.post.answers = async (message) => {
    if (message.messageNo === first.messageNo) frozen.freeze(leaseTime);
    return takes(message);
  };
  await frozen.drain().catch(() => {});
  expect([(await messageOf(first.messageNo))?.state, (await messageOf(second.messageNo))?.state]).toEqual([
    'CLAIMED',
    'CLAIMED',
  ]);
  expect([timesTaken(first.messageNo), timesTaken(second.messageNo)]).toEqual([1, 0]);
  letters.post.answers = takes;
  const other = await letters.worker();
  await outlive(other);
  letters.clock.setOffset(deadAfter);
  await other.channel.sending?.lookUp(1);
  await other.drain();
  letters.clock.setOffset(0);
  expect([(await messageOf(first.messageNo))?.state, (await messageOf(second.messageNo))?.state]).toEqual([
    'SENT',
    'SENT',
  ]);
  expect([timesTaken(first.messageNo), timesTaken(second.messageNo)]).toEqual([1, 1]);
});

test('an outcome that comes when the message was taken over is dropped: the version fences it', async () => {
  const asked = await letters.ask(letters.person());
  const slow = await letters.worker();
  const other = await letters.worker();
  letters.post.answers = async (message) => {
    await outlive(other);
    return { keeps: true, says: { is: 'REFUSED', code: '1', detail: `too late for ${message.to}`, suppression: null } };
  };
  await slow.drain().catch(() => {});
  letters.post.answers = takes;
  expect(await messageOf(asked.messageNo)).toMatchObject({ state: 'UNKNOWN', errorCode: null });
  await other.channel.sending?.lookUp(1);
  expect((await messageOf(asked.messageNo))?.state).toBe('SENT');
});

test('a jump of the clock takes nothing from a worker that lives', async () => {
  const asked = await letters.ask(letters.person());
  const other = await letters.worker();
  letters.post.answers = async (message) => {
    await other.channel.sending?.sweep.once();
    letters.clock.setOffset(24 * 3_600_000);
    await other.channel.sending?.sweep.once();
    return takes(message);
  };
  await letters.drain();
  letters.clock.setOffset(0);
  expect(await messageOf(asked.messageNo)).toMatchObject({ state: 'SENT', version: asked.version + 2 });
});

test('a worker that goes in order leaves nothing behind, and jobs of real processes send by themselves', async () => {
  const worker = await letters.worker();
  await worker.channel.start();
  const asked = await Promise.all(Array.from({ length: 20 }, () => letters.ask(letters.person())));
  await expect
    .poll(
      async () => (await letters.messages()).filter(({ state }) => state === 'QUEUED' || state === 'CLAIMED').length,
    )
    .toBe(0);
  await worker.channel.sending?.stop();
  const { rows } = await letters.channel.db.pool.query(
    'select count(*)::int as jobs from graphile_worker.jobs where locked_at is not null',
  );
  expect(rows).toEqual([{ jobs: 0 }]);
  expect(asked.map(({ messageNo }) => timesTaken(messageNo))).toEqual(asked.map(() => 1));
});

test('a lease that was lost frees no job of the process that lives and has another', async () => {
  const { db } = letters.channel;
  const worker = await letters.worker();
  const told = "insert into job_worker (worker_id, beat, job_names) values (gen_random_uuid(), $1, '{pool-of-both}')";
  for (const beat of [5, 1]) await db.pool.query(told, [beat]);
  await db.pool.query("select graphile_worker.add_job('send', '{}'::json, queue_name => 'q', job_key => 'q')");
  await db.pool.query(
    "update graphile_worker._private_jobs set locked_by = 'pool-of-both', locked_at = now() where key = 'q'",
  );
  await worker.channel.sending?.sweep.once();
  worker.freeze(deadAfter);
  await db.pool.query("update job_worker set beat = beat + 1 where beat = 1 and job_names = '{pool-of-both}'");
  await worker.channel.sending?.sweep.once();
  const { rows } = await db.pool.query("select locked_by from graphile_worker._private_jobs where key = 'q'");
  expect(rows).toEqual([{ locked_by: 'pool-of-both' }]);
  await db.pool.query("delete from graphile_worker._private_jobs where key = 'q'");
});
