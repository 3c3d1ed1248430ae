import { deadAfter, leaseTime } from '@ucp/kit/jobs/lease';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messageId } from '../actions/message-ids.ts';
import { isFinal } from '../domain/send-state.ts';
import { letterChannel } from '../testing/letter-channel.ts';
import { createLetters, type Letters, type LetterWorker } from '../testing/letters.ts';
import { type PostAnswer, takes } from '../testing/post-office.ts';

const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 100) >= 1_000 ? 40 : 3;

let letters: Letters;
beforeAll(async () => {
  letters = await createLetters();
});
afterAll(() => letters.stop());

type Fate = 'taken' | 'taken, not told' | 'cut before' | 'later' | 'refused' | 'dies before' | 'dies after' | 'freezes';
const fates: readonly Fate[] = [
  'taken',
  'taken, not told',
  'cut before',
  'later',
  'refused',
  'dies before',
  'dies after',
  'freezes',
];
const steps = ['drain', 'look up', 'sweep', 'time', 'stop', 'ask'] as const;

const unheard: PostAnswer = { keeps: false, says: { is: 'UNKNOWN', detail: 'cut' } };
const ignore = (): undefined => undefined;

test('whatever happens in whatever order, a message is handed over at most once and ends as something', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...fates), { minLength: 1, maxLength: 6 }),
      fc.array(fc.tuple(fc.constantFrom(...steps), fc.nat(1)), { minLength: 3, maxLength: 14 }),
      async (planned, doing) => {
        const people = [letters.person(), letters.person(), letters.person()];
        const workers: LetterWorker[] = [await letters.worker(), await letters.worker()];
        const waiting = [...planned];
        let acting = 0;
        letters.post.answers = async (message): Promise<PostAnswer> => {
          const fate = waiting.shift() ?? 'taken';
          const worker = workers[acting];
          switch (fate) {
            case 'taken':
              return takes(message);
            case 'taken, not told':
              return { ...unheard, keeps: true };
            case 'cut before':
              return unheard;
            case 'later':
              return { keeps: false, says: { is: 'LATER', code: 'busy', detail: 'busy', afterMs: 1_000 } };
            case 'refused':
              return { keeps: false, says: { is: 'REFUSED', code: 'no', detail: 'no', suppression: null } };
            case 'freezes':
              worker?.freeze(leaseTime);
              return takes(message);
            default: {
              if (fate === 'dies after') letters.post.taken.push(message);
              workers[acting] = await letters.worker();
              await worker?.drop();
              return unheard;
            }
          }
        };
        const messages = [];
        for (const contactNo of people) messages.push(await letters.ask(contactNo));
        const perform = async (step: (typeof steps)[number], which: number): Promise<void> => {
          acting = which;
          const worker = workers[which];
          if (step === 'drain') await worker?.drain().catch(ignore);
          if (step === 'look up') await worker?.channel.sending?.lookUp(1).catch(ignore);
          if (step === 'sweep') await worker?.channel.sending?.sweep.once();
          if (step === 'time') letters.clock.setOffset(letters.clock.offset() + 60_000);
          if (step === 'stop') await letters.say(people[which] ?? 0, 'STOP');
          if (step === 'ask') messages.push(await letters.ask(people[2] ?? 0));
        };
        for (const [step, which] of doing) await perform(step, which);
        // In the end somebody lives long enough.
        waiting.length = 0;
        const last = await letters.worker();
        workers[0] = last;
        for (let round = 0; round < 4; round++) {
          await last.channel.sending?.sweep.once();
          last.freeze(deadAfter);
          await last.channel.sending?.sweep.once();
          letters.clock.setOffset(letters.clock.offset() + 3_600_000);
          await last.channel.sending?.lookUp(1);
          await last.drain();
        }
        const numbers = new Set(messages.map(({ messageNo }) => messageNo));
        const ended = (await letters.messages()).filter(({ messageNo }) => numbers.has(messageNo));
        expect(ended.filter(({ state }) => !isFinal(state) && state !== 'REVIEW')).toEqual([]);
        for (const { messageNo, state } of ended) {
          const times = letters.post.taken.filter((message) => message.messageNo === messageNo).length;
          expect([messageId(letterChannel, 1, messageNo), times]).toEqual([
            messageId(letterChannel, 1, messageNo),
            state === 'SENT' ? 1 : 0,
          ]);
        }
        for (const worker of workers) await worker.drop();
      },
    ),
    { numRuns },
  );
});
