import { createAsOf } from '@ucp/kit/as-of';
import { serviceCaller } from '@ucp/kit/caller';
import { bitsOf, numbersIn } from '@ucp/kit/contact-bits';
import type { AmountQuestion, LeafAnswer } from '@ucp/kit/leaf';
import { createLog } from '@ucp/kit/log';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChannelPredicate } from '../domain/predicate.ts';
import { answersOfLedgers } from '../ledger-answers.ts';
import {
  appendEvents,
  contactEntry,
  foldEntries,
  linkEntry,
  markAsMachine,
  type TestEvent,
  testEvent,
} from '../testing/audience-data.ts';
import { letterChannel } from '../testing/letter-channel.ts';
import { createLetters, type Letters } from '../testing/letters.ts';
import { answersOfIndex } from './answers.ts';
import { type AudienceIndexes, createAudienceIndexes } from './audience-indexes.ts';
import { lastEngagedOf } from './last-engaged.ts';

const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 100) >= 1_000 ? 600 : 25;
const people = 6;
const day = 86_400_000;

let letters: Letters;
let lastAccount = 100;
beforeAll(async () => {
  letters = await createLetters();
});
afterAll(() => letters.stop());

const person = fc.integer({ min: 1, max: people });
/** Whole days are where windows and days end: events right at their edges are what is got wrong. */
const ago = fc.oneof(
  fc.integer({ min: -3, max: 40 }).map((days) => days * day),
  fc.integer({ min: -2 * day, max: 40 * day }),
  fc.integer({ min: -3_000, max: 3_000 }),
);
/** Days of the time in which all happens, by whole seconds and within one. */
const date = ago.map((back) => new Date(Date.now() - back));
const event = fc.record({
  addressNo: person,
  ago,
  kind: fc.constantFrom('REPLY', 'DELIVERED', 'SEND'),
  machine: fc.boolean(),
  messageId: fc.constantFrom(null, 'first', 'second'),
  campaign: fc.constantFrom(null, null, 'spring', 'autumn'),
});
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ events: fc.array(event, { minLength: 1, maxLength: 12 }) }) },
  { weight: 2, arbitrary: fc.record({ mark: fc.array(fc.nat(200), { minLength: 1, maxLength: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ contact: person, root: person }) },
  { weight: 1, arbitrary: fc.record({ address: person, to: fc.option(person) }) },
  { weight: 1, arbitrary: fc.record({ clock: fc.integer({ min: -2 * day, max: 3 * day }) }) },
  { weight: 1, arbitrary: fc.constant('restart' as const) },
  { weight: 4, arbitrary: fc.constant('ask' as const) },
);
const often = <Value>(mostly: fc.Arbitrary<Value>, rarely: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 9, arbitrary: mostly }, { weight: 1, arbitrary: rarely });
const did = fc.record({
  kinds: fc.subarray(['REPLY', 'DELIVERED', 'SEND'], { minLength: 1 }),
  within: fc.constantFrom(null, 'P1D', 'P7D', 'P1M', 'PT1H', 'PT1S'),
  after: fc.option(date, { freq: 1 }),
  before: fc.option(date, { freq: 1 }),
  atLeast: fc.constantFrom(null, 1, 2, 3),
  atMost: fc.constantFrom(null, null, 1, 3),
  includeMachine: fc.boolean(),
  property: often(fc.constant(null), fc.constant({ key: 'url', equals: 'REPLY' })),
  message: often(fc.constant(null), fc.constant('first')),
  campaign: often(fc.constant(null), fc.constant('spring')),
  link: often(fc.constant(null), fc.constantFrom('REPLY', 'SEND')),
});
const predicate: fc.Arbitrary<ChannelPredicate> = fc.record({
  did: fc.oneof(fc.tuple(did), fc.array(did, { maxLength: 2 })),
});
const question = fc.record({
  within: fc.option(fc.constantFrom('P2D', 'P1M')),
  decayDays: fc.option(fc.constantFrom(1, 10, 30)),
  newestOnly: fc.boolean(),
});
const among = fc.option(fc.array(person).map((nos) => bitsOf(nos)));

/** In which no account is: SQL answers. */
const nothing: AudienceIndexes = {
  withIndex: async () => null,
  withIndexAlone: async () => null,
  bytes: () => 0,
  accounts: () => [],
  stop: async () => {},
};

/** Everything of an answer that the index gives by itself. */
async function plain(answer: LeafAnswer | undefined, asked: AmountQuestion, some: Uint32Array | null) {
  if (answer === undefined) throw new Error('a predicate was not answered');
  const contacts = numbersIn(answer.contacts);
  const amounts = [...(await answer.amounts(asked))];
  return {
    contacts,
    amounts: amounts.length === 1 ? contacts.map(() => amounts[0]) : amounts,
    times: [...(await answer.times(some))],
  };
}

test('the index in memory and SQL give the same, whatever happened in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 6, maxLength: 25 }),
      fc.array(predicate, { minLength: 3, maxLength: 6 }),
      question,
      among,
      async (steps, predicates, counted, some) => {
        letters.clock.setOffset(0);
        const account = lastAccount++;
        const { db, profiles } = letters.channel;
        const open = () =>
          createAudienceIndexes({
            db,
            channel: letterChannel,
            log: createLog('test', 'silent'),
            limit: 2 ** 30,
            patience: 30_000,
            snapshotEvery: 9,
            code: async () => 'ours',
          });
        let audience = open();
        const known: TestEvent[] = [];
        const numbers = Array.from({ length: people }, (_, i) => i + 1);
        await foldEntries(
          db,
          account,
          ...numbers.flatMap((no) => [contactEntry(no), linkEntry(`house ${no}`, no === people ? null : no)]),
        );
        const started = Date.now();
        for (const each of [...steps, 'ask' as const]) {
          if (each === 'restart') {
            await audience.stop();
            audience = open();
          } else if (each === 'ask') {
            const channel = { db, profiles, kind: letterChannel, audience };
            const asking = { caller: serviceCaller('test', account), asOf: createAsOf() };
            // A second may end between the two: then they are about different moments, and are asked again.
            for (let second = -1; ; ) {
              const now = Math.floor((Date.now() + letters.clock.offset()) / 1_000);
              if (now === second) break;
              second = now;
              const asked = { ...counted, now: new Date(second * 1_000) };
              const [mine, theirs] = [
                await answersOfIndex(channel, asking, predicates, () => ''),
                await answersOfLedgers(channel, asking, predicates, null, () => ''),
              ];
              const everybody = bitsOf(numbers);
              const all = [
                [
                  ...(await Promise.all(predicates.map((_, i) => plain(mine?.[i], asked, some)))),
                  [...(await lastEngagedOf(channel, asking, everybody))],
                ],
                [
                  ...(await Promise.all(predicates.map((_, i) => plain(theirs[i], asked, some)))),
                  [...(await lastEngagedOf({ ...channel, audience: nothing }, asking, everybody))],
                ],
              ];
              if (Math.floor((Date.now() + letters.clock.offset()) / 1_000) !== second) continue;
              expect(all[0]).toEqual(all[1]);
            }
          } else if ('events' in each) {
            const events = each.events.map(({ ago, ...more }) => testEvent({ ...more, at: new Date(started - ago) }));
            known.push(...events);
            await appendEvents(db, account, events);
          } else if ('mark' in each) {
            const marked = each.mark.flatMap((no) => known[no % Math.max(1, known.length)] ?? []);
            await markAsMachine(db, account, [...new Set(marked)]);
          } else if ('root' in each) {
            await foldEntries(db, account, contactEntry(each.contact, each.root));
          } else if ('address' in each) {
            await foldEntries(db, account, linkEntry(`house ${each.address}`, each.to));
          } else letters.clock.setOffset(letters.clock.offset() + each.clock);
        }
        await audience.stop();
      },
    ),
    { numRuns },
  );
});
