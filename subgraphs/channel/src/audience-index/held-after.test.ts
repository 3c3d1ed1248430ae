import { randomUUID } from 'node:crypto';
import { createAsOf } from '@ucp/kit/as-of';
import { serviceCaller } from '@ucp/kit/caller';
import { numbersIn } from '@ucp/kit/contact-bits';
import { appendToJournal } from '@ucp/kit/journal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Channel } from '../channel.ts';
import { activityOf, activityWrite } from '../store/activity-log.ts';
import { contactEntry, foldEntries, linkEntry } from '../testing/audience-data.ts';
import { type HeldLetters, heldLetterChannel, openHeldLetters, statusOf } from '../testing/held-letters.ts';
import { answersOfIndex } from './answers.ts';

let letters: HeldLetters;
let channel: Channel;
let account = 0;
beforeAll(async () => {
  letters = await openHeldLetters();
  channel = letters.channel;
});
afterAll(() => letters.stop());

/** An account of one contact, whose letters came back once. */
async function bouncedOnce(): Promise<void> {
  account++;
  await foldEntries(channel.db, account, contactEntry(1), linkEntry('house', 1));
  const at = new Date(Date.now() - 60_000);
  const common = { eventId: randomUUID(), addressNo: 1, machine: false, messageId: null, details: {} };
  const bounce = activityOf({ ...common, kind: 'HARD_BOUNCE', at });
  await appendToJournal({ query: channel.db.write }, account, [activityWrite(heldLetterChannel, account, [bounce])]);
}

type FactsWithin = Channel['profiles']['factsWithin'];

/** Who is held, where facts are read in a way of its own. */
async function held(factsWithin: FactsWithin = channel.profiles.factsWithin): Promise<number[]> {
  const asked = { ...channel, profiles: { ...channel.profiles, factsWithin } };
  const answers = await answersOfIndex(
    asked,
    { caller: serviceCaller('test', account), asOf: createAsOf() },
    [{ status: ['HELD'] }],
    statusOf,
  );
  return numbersIn(answers?.[0]?.contacts ?? expect.unreachable());
}

test('verdicts outlast a change of every setting but the one they follow from', async () => {
  await bouncedOnce();
  let reads = 0;
  const counted: FactsWithin = (...asked) => {
    reads++;
    return channel.profiles.factsWithin(...asked);
  };
  expect(await held(counted)).toEqual([]);
  await channel.updateSettings(account, { frequencyCaps: [{ sends: 1, within: 'P1D' }] }, null);
  expect(await held(counted)).toEqual([]);
  expect(reads).toBe(1);
  await channel.updateSettings(account, { heldAfter: 1 }, null);
  expect(await held(counted)).toEqual([1]);
  expect(reads).toBe(2);
});

test('a setting that changes there and back while verdicts are found leaves none that is wrong', async () => {
  await bouncedOnce();
  await channel.updateSettings(account, { heldAfter: 2 }, null);
  await held(async (...asked) => {
    await channel.updateSettings(account, { heldAfter: 1 }, null);
    const facts = await channel.profiles.factsWithin(...asked);
    await channel.updateSettings(account, { heldAfter: 2 }, null);
    return facts;
  });
  expect(await held()).toEqual([]);
});
