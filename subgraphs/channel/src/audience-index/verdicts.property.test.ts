import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { serviceCaller } from '@ucp/kit/caller';
import { type Clock, createClock } from '@ucp/kit/clock';
import { numbersIn } from '@ucp/kit/contact-bits';
import { appendToJournal, type JournalWrite } from '@ucp/kit/journal';
import { createLog } from '@ucp/kit/log';
import { createTestDatabase, type TestDatabase } from '@ucp/kit/testing/database';
import { testSecret } from '@ucp/kit/testing/part';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Channel, createChannel } from '../channel.ts';
import type { ChannelKind } from '../channel-kind.ts';
import { heldBy } from '../domain/address-status.ts';
import type { ContactFacts } from '../domain/facts.ts';
import { parkedBy } from '../domain/parking.ts';
import type { ChannelPredicate } from '../domain/predicate.ts';
import { isUnsubscribed, standingOf } from '../domain/standing.ts';
import { answersOfLedgers } from '../ledger-answers.ts';
import { activityOf, activityWrite } from '../store/activity-log.ts';
import { consentWrite, retractionWrite, suppressionWrite } from '../store/ledger.ts';
import { statusWrite } from '../store/status-ledger.ts';
import { contactEntry, foldEntries, linkEntry } from '../testing/audience-data.ts';
import { letterChannel } from '../testing/letter-channel.ts';
import { answersOfIndex } from './answers.ts';

const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 100) >= 1_000 ? 600 : 50;
const people = 3;
const hour = 3_600_000;

const kind: ChannelKind = {
  ...letterChannel,
  kinds: [...letterChannel.kinds, 'HARD_BOUNCE'],
  presets: { ...letterChannel.presets, heldAfter: 2 },
};

let database: TestDatabase;
let clock: Clock;
let channel: Channel;
let lastAccount = 1;
beforeAll(async () => {
  clock = createClock();
  const make = (databaseUrl: string) =>
    createChannel(
      kind,
      { databaseUrl, clock, secret: testSecret, log: createLog('test', 'silent'), publicUrl: 'https://letters.test' },
      fileURLToPath(new URL('../testing/migrations', import.meta.url)),
      [],
      null,
    );
  database = await createTestDatabase({ template: 'held letters', prepare: async (url) => (await make(url)).stop() });
  channel = await make(database.url);
});
afterAll(async () => {
  await channel.stop();
  await database.drop();
});

/** As a channel that sends would tell it. */
const statusOf = ({ addresses: [address], settings, now }: ContactFacts): string => {
  const standing = standingOf(address, now);
  if (isUnsubscribed(standing)) return 'UNSUBSCRIBED';
  if (heldBy(address, settings.heldAfter, now) !== null) return 'HELD';
  if (parkedBy(address, settings.heldAfter, now) !== null) return 'EXPIRED';
  return standing.asked && !standing.subscribed ? 'UNCONFIRMED' : 'NORMAL';
};

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
        clock.setOffset(0);
        const account = lastAccount++;
        const { db } = channel;
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
          if (each === 'ask') {
            const caller = serviceCaller('test', account);
            const [mine, theirs] = [
              await answersOfIndex(channel, caller, predicates, statusOf),
              await answersOfLedgers(channel, caller, predicates, null, statusOf),
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
            await append(activityWrite(kind, account, [event]));
          } else if ('root' in each) {
            const { contact, root, restricted, primary } = each;
            const told = {
              restrictedSince: restricted === null ? null : moment(restricted).toISOString(),
              primaries: primary === null ? {} : { [kind.identifierKind]: `house ${primary}` },
            };
            await foldEntries(db, account, contactEntry(contact, root, told));
          } else if ('address' in each) await foldEntries(db, account, linkEntry(`house ${each.address}`, each.to));
          else if ('heldAfter' in each) await channel.updateSettings(account, each, null);
          else if ('topic' in each) await channel.configure.setTopic(account, 'news', 'News');
          else clock.setOffset(clock.offset() + each.clock * hour);
        }
      },
    ),
    { numRuns },
  );
});

test('a bounce that holds an address is in the next answer, and a delivery before it that comes late', async () => {
  const account = lastAccount++;
  const append = (write: JournalWrite) => appendToJournal({ query: channel.db.write }, account, [write]);
  const happens = async (what: string, minutesAgo: number) => {
    const at = new Date(Date.now() - minutesAgo * 60_000);
    const common = { eventId: randomUUID(), addressNo: 1, machine: false, messageId: null, details: {} };
    await append(activityWrite(kind, account, [activityOf({ ...common, kind: what, at })]));
  };
  const held = async () => {
    const caller = serviceCaller('test', account);
    const [answer] = (await answersOfIndex(channel, caller, [{ status: ['HELD'] }], statusOf)) ?? [];
    return numbersIn(answer?.contacts ?? expect.unreachable());
  };
  clock.setOffset(0);
  await foldEntries(channel.db, account, contactEntry(1), linkEntry('house', 1));
  await happens('DELIVERED', 9);
  expect(await held()).toEqual([]);
  await happens('HARD_BOUNCE', 8);
  expect(await held()).toEqual([]);
  await happens('HARD_BOUNCE', 4);
  expect(await held()).toEqual([1]);
  await happens('DELIVERED', 6);
  expect(await held()).toEqual([]);
});

test('a topic that is made has the consent of the channel from then on', async () => {
  const account = lastAccount++;
  await foldEntries(channel.db, account, contactEntry(1), linkEntry('house', 1));
  const entry = {
    addressNo: 1,
    entryId: randomUUID(),
    topicNo: 0,
    state: 'GRANTED',
    method: 'API',
    actor: 'test',
  } as const;
  const nothing = {
    statedText: null,
    statedTextVersion: null,
    ip: null,
    userAgent: null,
    validUntil: null,
    grantUntil: null,
  };
  const write = consentWrite(account, new Date(), [{ ...entry, ...nothing, occurredAt: new Date(0) }]);
  await appendToJournal({ query: channel.db.write }, account, [write]);
  const given = async () => {
    const caller = serviceCaller('test', account);
    const [answer] = (await answersOfIndex(channel, caller, [{ consent: { topic: 'news' } }], statusOf)) ?? [];
    return numbersIn(answer?.contacts ?? expect.unreachable());
  };
  expect(await given()).toEqual([]);
  await channel.configure.setTopic(account, 'news', 'News');
  expect(await given()).toEqual([1]);
});
