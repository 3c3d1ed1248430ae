import { createAsOf } from '@ucp/kit/as-of';
import { serviceCaller } from '@ucp/kit/caller';
import { numbersIn } from '@ucp/kit/contact-bits';
import { contactId } from '@ucp/kit/ids';
import type { AmountQuestion, LeafAnswer } from '@ucp/kit/leaf';
import { createLog } from '@ucp/kit/log';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Channel } from '../channel.ts';
import { answersOfContacts } from '../contact-answers.ts';
import type { ChannelPredicate } from '../domain/predicate.ts';
import { answersOfLedgers } from '../ledger-answers.ts';
import { createChannelLoaders } from '../loaders.ts';
import { shownContacts } from '../store/shown-contacts.ts';
import { type HeldLetters, heldLetterChannel, openHeldLetters, statusOf } from '../testing/held-letters.ts';
import { beginStatements, statement } from '../testing/stated-facts.ts';
import { answersOfIndex } from './answers.ts';
import { createAudienceIndexes } from './audience-indexes.ts';

const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 100) >= 1_000 ? 600 : 50;

let held: HeldLetters;
let lastAccount = 1;
beforeAll(async () => {
  held = await openHeldLetters();
});
afterAll(() => held.stop());

/** Asked are some of the questions, by a bit each: what one of them leaves in memory another finds. */
const step = fc.oneof({ weight: 14, arbitrary: statement }, fc.constant('restart' as const), {
  weight: 6,
  arbitrary: fc.record({ asked: fc.integer({ min: 1, max: 63 }) }),
});
const status = fc.subarray(['UNSUBSCRIBED', 'HELD', 'EXPIRED', 'UNCONFIRMED', 'NORMAL'], { minLength: 1 });
const statusSince = fc.record({ within: fc.constantFrom('PT1H', 'PT2H', 'PT3H30M', 'P1D') });
const delivered = fc.constant([{ kinds: ['DELIVERED'] }]);
const named = fc.constant([{ kinds: ['DELIVERED'], property: { key: 'campaign', equals: 'none' } }]);
const canSendOn = fc.record({
  topic: fc.constantFrom('news', 'news', 'nothing'),
  allowed: fc.constantFrom(null, true, false),
  now: fc.constantFrom(null, true, false),
});
const predicate: fc.Arbitrary<ChannelPredicate> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ status }) },
  { weight: 3, arbitrary: fc.record({ status: fc.option(status), statusSince }) },
  fc.record({ statusSince, did: fc.oneof(delivered, named) }),
  fc.record({ canSend: fc.boolean() }),
  fc.record({ canSendNow: fc.boolean() }),
  { weight: 2, arbitrary: fc.record({ canSendOn }) },
  fc.record({ canSendOn, canSend: fc.boolean(), did: delivered }),
  fc.record({
    consent: fc.record({ topic: fc.constantFrom(null, 'news', 'nothing'), given: fc.constantFrom(null, true, false) }),
  }),
  fc.record({ canSend: fc.boolean(), did: delivered }),
);
const question = fc.record({
  within: fc.option(fc.constantFrom('PT2H', 'P1D')),
  decayDays: fc.option(fc.constantFrom(1, 3)),
  newestOnly: fc.boolean(),
});

/** Everything of an answer that the index gives by itself. */
async function plain({ contacts: bits, happens, amounts, times }: LeafAnswer, asked: AmountQuestion) {
  const contacts = numbersIn(bits);
  const counted = [...(await amounts(asked))];
  // One number stands for as many as there are.
  const each = counted.length === 1 ? contacts.map(() => counted[0]) : counted;
  return { contacts, happens, amounts: happens ? each : [], times: [...(await times(null))] };
}

test('what contacts are is the same by the verdicts kept, by the ledgers and one by one, whatever is said in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 12, maxLength: 30 }),
      fc.array(predicate, { minLength: 3, maxLength: 6 }),
      question,
      async (steps, predicates, counted) => {
        const account = lastAccount++;
        const { say } = await beginStatements(held, account);
        const open = (): Channel => {
          const log = createLog('test', 'silent');
          const common = { db: held.channel.db, channel: heldLetterChannel, log, limit: 2 ** 30, patience: 30_000 };
          const code = async () => 'ours';
          return { ...held.channel, audience: createAudienceIndexes({ ...common, snapshotEvery: 60, code }) };
        };
        let channel = open();
        for (const each of [...steps, { asked: 63 }]) {
          if (each === 'restart') {
            await channel.audience.stop();
            channel = open();
          } else if ('asked' in each) {
            const some = predicates.filter((_, i) => ((each.asked >> i) & 1) === 1);
            const asking = { caller: serviceCaller('test', account), asOf: createAsOf() };
            // A second may end between the two: then they are about different moments, and are asked again.
            for (let second = -1; ; ) {
              const now = Math.floor((Date.now() + held.clock.offset()) / 1_000);
              if (now === second) break;
              second = now;
              const asked = { ...counted, now: new Date(second * 1_000) };
              const mine = (await answersOfIndex(channel, asking, some, statusOf)) ?? expect.unreachable();
              const theirs = await answersOfLedgers(channel, asking, some, null, statusOf);
              const all = [
                await Promise.all(mine.map((answer) => plain(answer, asked))),
                await Promise.all(theirs.map((answer) => plain(answer, asked))),
              ];
              const ids = (await shownContacts({ query: channel.db.read }, account, asking.asOf.note)).map((no) =>
                contactId(account, no),
              );
              const load = createChannelLoaders(channel, { ...asking, mutates: false });
              const named = await answersOfContacts({ channel, ...asking, load }, some, ids, statusOf);
              if (Math.floor((Date.now() + held.clock.offset()) / 1_000) !== second) continue;
              expect(all[0]).toEqual(all[1]);
              expect(named.map(({ contacts }) => numbersIn(contacts))).toEqual(all[1]?.map(({ contacts }) => contacts));
            }
          } else await say(each);
        }
        await channel.audience.stop();
      },
    ),
    { numRuns },
  );
});
