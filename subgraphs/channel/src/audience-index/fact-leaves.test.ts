import { randomUUID } from 'node:crypto';
import { createAsOf } from '@ucp/kit/as-of';
import { serviceCaller } from '@ucp/kit/caller';
import { numbersIn } from '@ucp/kit/contact-bits';
import { appendToJournal } from '@ucp/kit/journal';
import { createLog } from '@ucp/kit/log';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Channel } from '../channel.ts';
import type { ChannelPredicate } from '../domain/predicate.ts';
import { consentWrite } from '../store/ledger.ts';
import { contactEntry, foldEntries, linkEntry } from '../testing/audience-data.ts';
import { type HeldLetters, heldLetterChannel, openHeldLetters, statusOf } from '../testing/held-letters.ts';
import { answersOfIndex } from './answers.ts';
import { createAudienceIndexes } from './audience-indexes.ts';
import { mostColumns } from './verdicts.ts';

let letters: HeldLetters;
let channel: Channel;
let account = 0;
beforeAll(async () => {
  letters = await openHeldLetters();
  channel = letters.channel;
});
afterAll(() => letters.stop());
beforeEach(async () => {
  account++;
  for (const no of [1, 2]) await foldEntries(channel.db, account, contactEntry(no), linkEntry(`house ${no}`, no));
  for (const no of [1, 2]) await state('GRANTED', no, 2);
});

const nothing = {
  statedText: null,
  statedTextVersion: null,
  ip: null,
  userAgent: null,
  validUntil: null,
  grantUntil: null,
};
async function state(consent: 'GRANTED' | 'WITHDRAWN', addressNo: number, minutesAgo: number): Promise<void> {
  const occurredAt = new Date(Date.now() - minutesAgo * 60_000);
  const entry = { entryId: randomUUID(), addressNo, topicNo: 0, state: consent, method: 'API', actor: 'test' } as const;
  const write = consentWrite(account, new Date(), [{ ...entry, ...nothing, occurredAt }]);
  await appendToJournal({ query: channel.db.write }, account, [write]);
}

type FactsWithin = Channel['profiles']['factsWithin'];
const readFacts: FactsWithin = (...asked) => channel.profiles.factsWithin(...asked);

/** Who matches, where facts are read in a way of its own. Null: the index does not answer. */
async function ask(
  predicate: ChannelPredicate,
  factsWithin: FactsWithin,
  more: Partial<Pick<Channel, 'audience'>> = {},
): Promise<number[] | null> {
  const asked = { ...channel, profiles: { ...channel.profiles, factsWithin }, ...more };
  const answers = await answersOfIndex(
    asked,
    { caller: serviceCaller('test', account), asOf: createAsOf() },
    [predicate],
    statusOf,
  );
  return answers === null ? null : numbersIn(answers[0]?.contacts ?? expect.unreachable());
}

/** Another question, which takes in what is new. */
const another = ({ audience }: Pick<Channel, 'audience'>) => audience.withIndex(account, async () => null);

test('who may be messaged right now is read once, and without those of whom something is said meanwhile', async () => {
  const read: number[][] = [];
  const answer = await ask({ canSendNow: true }, async (...asked) => {
    read.push([...asked[2]]);
    const facts = await readFacts(...asked);
    if (read.length === 2) {
      await state('WITHDRAWN', 1, 1);
      await another(channel);
    }
    return facts;
  });
  expect(answer).toEqual([2]);
  // All are judged, those who may ever be messaged are read, and whoever has said something is judged again.
  expect(read).toEqual([[1, 2], [1, 2], [1]]);
});

test.each([
  ['may be messaged about', (topic: string) => ({ canSendOn: { topic } }), []],
  ['may be messaged about right now', (topic: string) => ({ canSendOn: { topic, now: true } }), []],
  ['may not be messaged about', (topic: string) => ({ canSendOn: { topic, allowed: false } }), [1, 2, 3]],
  ['consented to', (topic: string) => ({ consent: { topic } }), []],
  ['did not consent to', (topic: string) => ({ consent: { topic, given: false } }), [1, 2]],
] as const)('who %s a topic that there is not is known without a verdict', async (_, asking, answer) => {
  // Of no address nobody asks whether it consented.
  await foldEntries(channel.db, account, contactEntry(3));
  expect(await ask({ canSend: true }, readFacts)).toEqual([1, 2]);
  const unread: FactsWithin = () => expect.unreachable();
  for (const topic of ['', 'a\u0000b', ...Array.from({ length: mostColumns }, (_, i) => `no ${i}`)])
    expect(await ask(asking(topic), unread)).toEqual(answer);
  expect(await ask({ canSend: true }, unread)).toEqual([1, 2]);
});

test('a topic that there was not is asked about as soon as it is made', async () => {
  expect(await ask({ canSendOn: { topic: 'news' } }, readFacts)).toEqual([]);
  await channel.configure.setTopic(account, 'news', 'News');
  expect(await ask({ canSendOn: { topic: 'news' } }, readFacts)).toEqual([1, 2]);
  expect(await ask({ consent: { topic: 'news', given: false } }, readFacts)).toEqual([]);
});

test('contacts of whom more is said than can be judged are left to SQL', async () => {
  const answer = await ask({ canSend: true }, async (...asked) => {
    const facts = await readFacts(...asked);
    await state('GRANTED', 1, 1);
    await another(channel);
    return facts;
  });
  expect(answer).toBeNull();
});

test('a question that waits is left to SQL when another one takes in half of what is new', async () => {
  let fails = false;
  const kind = {
    ...heldLetterChannel,
    get kinds() {
      if (fails) throw new Error('half of it');
      return heldLetterChannel.kinds;
    },
  };
  const audience = createAudienceIndexes({ db: channel.db, channel: kind, log: createLog('test', 'silent') });
  const answer = await ask(
    { canSend: true },
    async (...asked) => {
      fails = true;
      await expect(another({ audience })).rejects.toThrow('half of it');
      fails = false;
      return readFacts(...asked);
    },
    { audience },
  );
  expect(answer).toBeNull();
  expect(await ask({ canSend: true }, readFacts, { audience })).toEqual([1, 2]);
  await audience.stop();
});
