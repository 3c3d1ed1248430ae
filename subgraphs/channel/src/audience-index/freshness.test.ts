import { createAsOf } from '@ucp/kit/as-of';
import { serviceCaller } from '@ucp/kit/caller';
import { hasBit } from '@ucp/kit/contact-bits';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendEvents, contactEntry, foldEntries, linkEntry, testEvent } from '../testing/audience-data.ts';
import { createLetters, type Letters } from '../testing/letters.ts';
import { answersOfIndex } from './answers.ts';

/** Events that are asked for right after their commit. */
const checks = Number(process.env.UCP_PROPERTY_RUNS ?? 100) >= 1_000 ? 100_000 : 2_000;
const writers = 4;
const batch = 20;
const account = 7;

let letters: Letters;
beforeAll(async () => {
  letters = await createLetters();
});
afterAll(() => letters.stop());

test('what was committed is in the next answer, late or not, while others write and ask', async () => {
  const { channel } = letters;
  const caller = serviceCaller('test', account);
  const page = 2_000;
  for (let from = 1; from <= checks; from += page) {
    const nos = Array.from({ length: Math.min(page, checks - from + 1) }, (_, i) => from + i);
    await foldEntries(channel.db, account, ...nos.flatMap((no) => [contactEntry(no), linkEntry(`house ${no}`, no)]));
  }
  const links = await channel.db.read<{ address: number; contact: number }>(
    { name: 'test_links', text: 'select address_no as address, contact_no as contact from link where account_id = $1' },
    [account],
  );
  const batches = Array.from({ length: checks / batch }, (_, i) => i);
  let [checked, missed, foreseen] = [0, 0, 0];
  const write = async (): Promise<void> => {
    for (let no = batches.shift(); no !== undefined; no = batches.shift()) {
      // Each address has one event only, in every third batch of up to an hour ago.
      const own = links.slice(no * batch, (no + 1) * batch);
      const late = no % 3 === 0 ? (no * 7_919) % 3_500_000 : 0;
      await appendEvents(
        channel.db,
        account,
        own.map(({ address }) => testEvent({ addressNo: address, at: new Date(Date.now() - 60_000 - late) })),
      );
      const answers = await answersOfIndex(
        channel,
        { caller, asOf: createAsOf() },
        [{ did: [{ kinds: ['REPLY'], within: 'PT2H' }] }, { did: [{ kinds: ['REPLY'], within: 'PT2H', atLeast: 2 }] }],
        () => '',
      );
      if (answers === null) throw new Error('the index did not answer');
      const times = new Set(await answers[0]?.times(null));
      for (const { contact } of own) {
        checked++;
        if (answers[0] === undefined || !hasBit(answers[0].contacts, contact) || !times.has(contact)) missed++;
        if (answers[1] === undefined || hasBit(answers[1].contacts, contact)) foreseen++;
      }
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  expect({ checked, missed, foreseen }).toEqual({ checked: checks, missed: 0, foreseen: 0 });
});
