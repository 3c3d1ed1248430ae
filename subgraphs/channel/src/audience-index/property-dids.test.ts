import { createAsOf } from '@ucp/kit/as-of';
import { serviceCaller } from '@ucp/kit/caller';
import { numbersIn } from '@ucp/kit/contact-bits';
import type { Database } from '@ucp/kit/database';
import { createLog } from '@ucp/kit/log';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ChannelPredicate } from '../domain/predicate.ts';
import {
  appendEvents,
  contactEntry,
  foldEntries,
  linkEntry,
  markAsMachine,
  testEvent,
} from '../testing/audience-data.ts';
import { letterChannel } from '../testing/letter-channel.ts';
import { createLetters, type Letters } from '../testing/letters.ts';
import { answersOfIndex } from './answers.ts';
import { type AudienceIndexes, createAudienceIndexes } from './audience-indexes.ts';

let letters: Letters;
let audience: AudienceIndexes;
let account = 500;
beforeAll(async () => {
  letters = await createLetters();
});
afterAll(() => letters.stop());
beforeEach(async () => {
  account++;
  audience = createAudienceIndexes({
    db: letters.channel.db,
    channel: letterChannel,
    log: createLog('test', 'silent'),
  });
  for (const no of [1, 2, 3, 4])
    await foldEntries(letters.channel.db, account, contactEntry(no), linkEntry(`house ${no}`, no));
  await happens(1);
  return () => audience.stop();
});

const happens = async (addressNo: number) => {
  const event = testEvent({ addressNo, at: new Date(Date.now() - 60_000) });
  await appendEvents(letters.channel.db, account, [event]);
  return event;
};
/** The same events twice: by what the index keeps, and by a property that all of them have. */
const predicates: ChannelPredicate[] = [
  { did: [{ kinds: ['REPLY'] }] },
  { did: [{ kinds: ['REPLY'], property: { key: 'url', equals: 'REPLY' } }] },
];

/** The answers, where something happens whenever the properties of events have been read. */
async function ask(meanwhile: (time: number) => Promise<void>, asked: readonly ChannelPredicate[] = predicates) {
  const { db, profiles } = letters.channel;
  let times = 0;
  const readAside: Database['readAside'] = async <Row extends Awaited<ReturnType<Database['readAside']>>[number]>(
    ...sent: Parameters<Database['readAside']>
  ) => {
    const rows = await db.readAside<Row>(...sent);
    if (sent[0].name === 'did_counts_until') await meanwhile(++times);
    return rows;
  };
  const channel = { db: { ...db, readAside }, profiles, kind: letterChannel, audience };
  const answers = await answersOfIndex(
    channel,
    { caller: serviceCaller('test', account), asOf: createAsOf() },
    asked,
    () => '',
  );
  const [plain, byProperty] = answers ?? [];
  if (plain === undefined || byProperty === undefined) throw new Error('the index did not answer');
  return { plain, byProperty, read: times };
}

/** Another question, which takes in what is new. */
const another = () => audience.withIndex(account, async ({ rev }) => rev);
const question = { now: new Date(), within: null, decayDays: null, newestOnly: false };

test('what is asked of a property is of the same rev as all else, whatever comes in meanwhile', async () => {
  const waiting: Promise<unknown>[] = [];
  const { plain, byProperty, read } = await ask(async (time) => {
    await happens(time + 1);
    // The second time nothing is taken in until the answer is there.
    if (time === 1) await foldEntries(letters.channel.db, account, contactEntry(1, 4));
    if (time === 1) await another();
    else waiting.push(another());
  });
  expect(numbersIn(plain.contacts)).toEqual([2, 4]);
  expect(numbersIn(byProperty.contacts)).toEqual([2, 4]);
  expect(read).toBe(2);
  await Promise.all(waiting);
  const { plain: later } = await ask(async () => {});
  expect(numbersIn(later.contacts)).toEqual([2, 3, 4]);
});

test('how often and when it was done is told as of that rev, too, also where it is asked for later', async () => {
  const event = await happens(2);
  const { byProperty, read } = await ask(async () => {});
  await happens(1);
  await happens(2);
  await markAsMachine(letters.channel.db, account, [event]);
  await foldEntries(letters.channel.db, account, contactEntry(1, 4));
  await another();
  expect(read).toBe(1);
  expect([...(await byProperty.amounts(question))]).toEqual([1, 1]);
  expect([...(await byProperty.times(null))].filter((_, i) => i % 2 === 0)).toEqual([1, 2]);
});

test('who lets all others wait does not wait for verdicts that another question finds', async () => {
  const { db, profiles } = letters.channel;
  const asked: ChannelPredicate[] = predicates.map((predicate) => ({ ...predicate, canSend: false }));
  await ask(async () => {}, asked);
  let goOn = (): void => {};
  const hung = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const factsWithin: typeof profiles.factsWithin = async (...of) => {
    await hung;
    return profiles.factsWithin(...of);
  };
  const channel = { db, profiles: { ...profiles, factsWithin }, kind: letterChannel, audience };
  const slow = answersOfIndex(
    channel,
    { caller: serviceCaller('test', account), asOf: createAsOf() },
    [{ consent: { given: false } }],
    () => '',
  );
  const { plain, byProperty, read } = await ask(async (time) => {
    if (time > 1) return;
    // Verdicts of both have to be found anew.
    await foldEntries(db, account, contactEntry(1, 4));
    await another();
  }, asked);
  expect(numbersIn(plain.contacts)).toEqual([4]);
  expect(numbersIn(byProperty.contacts)).toEqual([4]);
  expect(read).toBe(2);
  goOn();
  expect((await slow)?.length).toBe(1);
});
