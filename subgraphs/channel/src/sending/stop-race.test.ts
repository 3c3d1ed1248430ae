import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLetters, type Letters } from '../testing/letters.ts';
import { takes } from '../testing/post-office.ts';

/** `npm run test:full` races a thousand messages. */
const count = Number(process.env.UCP_PROPERTY_RUNS ?? 100) >= 1_000 ? 1_000 : 60;

let letters: Letters;
beforeAll(async () => {
  // They cannot all be on their way before the STOP is there, however slow the machine.
  letters = await createLetters({ perSecond: count / 4 });
});
afterAll(() => letters.stop());

test('STOP races queued messages: none is sent whose claim began after its commit, and the others say what they are', async () => {
  const eve = letters.person();
  for (let from = 0; from < count; from += 50) {
    await Promise.all(Array.from({ length: Math.min(50, count - from) }, () => letters.ask(eve)));
  }
  const others = await Promise.all([letters.worker(), letters.worker()]);
  let stopped: Promise<void> | null = null;
  letters.post.answers = (message) => {
    stopped ??= letters.say(eve, 'STOP').then(async () => {
      const { rows } = await letters.channel.db.pool.query('select clock_timestamp() as at');
      stoppedAt = rows[0]?.at;
    });
    return takes(message);
  };
  let stoppedAt = new Date(Number.NaN);
  await Promise.all([letters, ...others].map((worker) => worker.drain()));
  await stopped;
  const messages = await letters.messages();
  const sent = messages.filter(({ state }) => state === 'SENT');
  const skipped = messages.filter(({ state }) => state === 'SKIPPED');
  expect([sent.length > 0, skipped.length > 0, sent.length + skipped.length]).toEqual([true, true, count]);
  expect(sent.filter(({ claimedAt }) => claimedAt === null || claimedAt > stoppedAt)).toEqual([]);
  expect(new Set(skipped.map(({ decision }) => decision?.decidedBy))).toEqual(new Set(['CONSENT']));
  expect(letters.post.taken.map(({ messageNo }) => messageNo).sort((a, b) => a - b)).toEqual(
    sent.map(({ messageNo }) => messageNo),
  );
});
