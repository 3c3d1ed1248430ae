import { randomUUID } from 'node:crypto';
import { createAsOf } from '@ucp/kit/as-of';
import { serviceCaller } from '@ucp/kit/caller';
import { numbersIn } from '@ucp/kit/contact-bits';
import { appendToJournal, type JournalWrite } from '@ucp/kit/journal';
import { createLog } from '@ucp/kit/log';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Channel } from '../channel.ts';
import type { ChannelPredicate } from '../domain/predicate.ts';
import { answersOfLedgers } from '../ledger-answers.ts';
import { activityOf, activityWrite } from '../store/activity-log.ts';
import { consentWrite, retractionWrite, suppressionWrite } from '../store/ledger.ts';
import { statusWrite } from '../store/status-ledger.ts';
import { contactEntry, foldEntries, linkEntry } from '../testing/audience-data.ts';
import { type HeldLetters, heldLetterChannel, openHeldLetters, statusOf } from '../testing/held-letters.ts';
import { answersOfIndex } from './answers.ts';
import { createAudienceIndexes } from './audience-indexes.ts';

const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 100) >= 1_000 ? 600 : 50;
const people = 3;
const hour = 3_600_000;

let held: HeldLetters;
let lastAccount = 1;
beforeAll(async () => {
  held = await openHeldLetters();
});
afterAll(() => held.stop());

const person = fc.integer({ min: 1, max: people });
const hours = fc.integer({ min: -5, max: 5 });
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      consent: fc.constantFrom('GRANTED', 'WITHDRAWN', 'DENIED', 'PENDING'),
      addressNo: person,
      topicNo: fc.constantFrom(0, 1),
      at: hours,
      until: fc.option(hours),
    }),
  },
  fc.record({
    status: fc.constantFrom('EXPIRED', 'NORMAL', 'HELD', 'UNHELD'),
    addressNo: person,
    at: hours,
    bulk: fc.boolean(),
  }),
  fc.record({ suppressed: person, at: hours }),
  fc.record({ retracted: fc.nat(20), at: hours }),
  {
    weight: 3,
    arbitrary: fc.record({
      happened: fc.constantFrom('HARD_BOUNCE', 'HARD_BOUNCE', 'DELIVERED'),
      addressNo: person,
      at: hours,
    }),
  },
  fc.record({ contact: person, root: person, restricted: fc.option(hours), primary: fc.option(person) }),
  fc.record({ address: person, to: fc.option(person) }),
  fc.record({ heldAfter: fc.integer({ min: 1, max: 3 }) }),
  fc.constant({ topic: true } as const),
  { weight: 3, arbitrary: fc.record({ clock: fc.integer({ min: -3, max: 5 }) }) },
  fc.constant('restart' as const),
  { weight: 6, arbitrary: fc.constant('ask' as const) },
);
const predicate: fc.Arbitrary<ChannelPredicate> = fc.oneof(
  fc.record({ status: fc.subarray(['UNSUBSCRIBED', 'HELD', 'EXPIRED', 'UNCONFIRMED', 'NORMAL'], { minLength: 1 }) }),
  fc.record({ canSend: fc.boolean() }),
  fc.record({ canSendNow: fc.boolean() }),
  fc.record({
    consent: fc.record({ topic: fc.constantFrom(null, 'news'), given: fc.constantFrom(null, true, false) }),
  }),
  fc.record({ canSend: fc.boolean(), did: fc.constant([{ kinds: ['DELIVERED'] }]) }),
);

test('what contacts are is the same by the verdicts kept and by the ledgers, whatever is said in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 12, maxLength: 30 }),
      fc.array(predicate, { minLength: 3, maxLength: 6 }),
      async (steps, predicates) => {
        held.clock.setOffset(0);
        const account = lastAccount++;
        const { db } = held.channel;
        const open = (): Channel => {
          const log = createLog('test', 'silent');
          const common = { db, channel: heldLetterChannel, log, limit: 2 ** 30, patience: 30_000 };
          const code = async () => 'ours';
          return { ...held.channel, audience: createAudienceIndexes({ ...common, snapshotEvery: 60, code }) };
        };
        let channel = open();
        const started = Date.now();
        const moment = (at: number): Date => new Date(started + at * hour + 1_800_000);
        const append = (write: JournalWrite) => appendToJournal({ query: db.write }, account, [write]);
        const entries: { addressNo: number; entryId: string }[] = [];
        /** In the future by their own clock as well: what a fold of identity brings may be. */
        const recorded = moment(1_000);
        const noted = (addressNo: number) => {
          const entry = { addressNo, entryId: randomUUID() };
          entries.push(entry);
          return entry;
        };
        const numbers = Array.from({ length: people }, (_, i) => i + 1);
        for (const no of numbers) await foldEntries(db, account, contactEntry(no), linkEntry(`house ${no}`, no));
        for (const each of [...steps, 'ask' as const]) {
          if (each === 'restart') {
            await channel.audience.stop();
            channel = open();
          } else if (each === 'ask') {
            const caller = serviceCaller('test', account);
            const [mine, theirs] = [
              await answersOfIndex(channel, { caller, asOf: createAsOf() }, predicates, statusOf),
              await answersOfLedgers(channel, { caller, asOf: createAsOf() }, predicates, null, statusOf),
            ];
            expect(mine?.map(({ contacts }) => numbersIn(contacts))).toEqual(
              theirs.map(({ contacts }) => numbersIn(contacts)),
            );
          } else if ('consent' in each) {
            await append(
              consentWrite(account, recorded, [
                {
                  ...noted(each.addressNo),
                  topicNo: each.topicNo,
                  state: each.consent,
                  method: 'API',
                  occurredAt: moment(each.at),
                  actor: 'test',
                  statedText: null,
                  statedTextVersion: null,
                  ip: null,
                  userAgent: null,
                  validUntil: each.until === null ? null : moment(each.until),
                  grantUntil: null,
                },
              ]),
            );
          } else if ('status' in each) {
            const { status, at, bulk, addressNo } = each;
            const stated = { ...noted(addressNo), status, occurredAt: moment(at), reason: 'test', actor: 'test', bulk };
            await append(statusWrite(account, recorded, [stated]));
          } else if ('suppressed' in each) {
            const entry = {
              ...noted(each.suppressed),
              reason: 'MANUAL',
              occurredAt: moment(each.at),
              detail: null,
            } as const;
            await append(suppressionWrite(account, recorded, [entry]));
          } else if ('retracted' in each) {
            const entry = entries[each.retracted % Math.max(1, entries.length)];
            if (entry !== undefined)
              await append(
                retractionWrite(account, [{ ...entry, retractedAt: moment(each.at), reason: 'test', actor: 'test' }]),
              );
          } else if ('happened' in each) {
            const event = activityOf({
              eventId: randomUUID(),
              at: moment(each.at),
              addressNo: each.addressNo,
              kind: each.happened,
              machine: false,
              messageId: null,
              details: {},
            });
            await append(activityWrite(heldLetterChannel, account, [event]));
          } else if ('root' in each) {
            const { contact, root, restricted, primary } = each;
            const told = {
              restrictedSince: restricted === null ? null : moment(restricted).toISOString(),
              primaries: primary === null ? {} : { [heldLetterChannel.identifierKind]: `house ${primary}` },
            };
            await foldEntries(db, account, contactEntry(contact, root, told));
          } else if ('address' in each) await foldEntries(db, account, linkEntry(`house ${each.address}`, each.to));
          else if ('heldAfter' in each) await channel.updateSettings(account, each, null);
          else if ('topic' in each) await channel.configure.setTopic(account, 'news', 'News');
          else held.clock.setOffset(held.clock.offset() + each.clock * hour);
        }
        await channel.audience.stop();
      },
    ),
    { numRuns },
  );
});
