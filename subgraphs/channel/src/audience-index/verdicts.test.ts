import { randomUUID } from 'node:crypto';
import { createAsOf } from '@ucp/kit/as-of';
import { serviceCaller } from '@ucp/kit/caller';
import { numbersIn } from '@ucp/kit/contact-bits';
import { appendToJournal, type JournalWrite } from '@ucp/kit/journal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Channel } from '../channel.ts';
import { activityOf, activityWrite } from '../store/activity-log.ts';
import { consentWrite } from '../store/ledger.ts';
import { contactEntry, foldEntries, linkEntry } from '../testing/audience-data.ts';
import { type HeldLetters, heldLetterChannel, openHeldLetters, statusOf } from '../testing/held-letters.ts';
import { answersOfIndex } from './answers.ts';

let letters: HeldLetters;
let channel: Channel;
let lastAccount = 1;
beforeAll(async () => {
  letters = await openHeldLetters();
  channel = letters.channel;
});
afterAll(() => letters.stop());

test('a bounce that holds an address is in the next answer, and a delivery before it that comes late', async () => {
  const account = lastAccount++;
  const append = (write: JournalWrite) => appendToJournal({ query: channel.db.write }, account, [write]);
  const happens = async (what: string, minutesAgo: number) => {
    const at = new Date(Date.now() - minutesAgo * 60_000);
    const common = { eventId: randomUUID(), addressNo: 1, machine: false, messageId: null, details: {} };
    await append(activityWrite(heldLetterChannel, account, [activityOf({ ...common, kind: what, at })]));
  };
  const held = async () => {
    const caller = serviceCaller('test', account);
    const [answer] =
      (await answersOfIndex(channel, { caller, asOf: createAsOf() }, [{ status: ['HELD'] }], statusOf)) ?? [];
    return numbersIn(answer?.contacts ?? expect.unreachable());
  };
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
    const [answer] =
      (await answersOfIndex(channel, { caller, asOf: createAsOf() }, [{ consent: { topic: 'news' } }], statusOf)) ?? [];
    return numbersIn(answer?.contacts ?? expect.unreachable());
  };
  expect(await given()).toEqual([]);
  await channel.configure.setTopic(account, 'news', 'News');
  expect(await given()).toEqual([1]);
});
