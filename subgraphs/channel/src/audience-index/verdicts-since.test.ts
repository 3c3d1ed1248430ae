import { randomUUID } from 'node:crypto';
import { createAsOf } from '@ucp/kit/as-of';
import { serviceCaller } from '@ucp/kit/caller';
import { numbersIn } from '@ucp/kit/contact-bits';
import { appendToJournal } from '@ucp/kit/journal';
import { createLog } from '@ucp/kit/log';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ChannelPredicate } from '../domain/predicate.ts';
import { statusWrite } from '../store/status-ledger.ts';
import { contactEntry, foldEntries, linkEntry } from '../testing/audience-data.ts';
import { type HeldLetters, heldLetterChannel, openHeldLetters, statusOf } from '../testing/held-letters.ts';
import { answersOfIndex } from './answers.ts';
import { type AudienceIndexes, createAudienceIndexes } from './audience-indexes.ts';

const day = 86_400_000;
/** Room that the index takes for contacts at once. */
const room = 1_024;
const heldOf = (within: string): ChannelPredicate => ({ status: ['HELD'], statusSince: { within } });

let letters: HeldLetters;
let account = 0;
let audience: AudienceIndexes;
beforeAll(async () => {
  letters = await openHeldLetters();
});
afterAll(() => letters.stop());
beforeEach(async () => {
  account++;
  audience = start();
  for (const no of [1, 2, 3])
    await foldEntries(letters.channel.db, account, contactEntry(no), linkEntry(`house ${no}`, no));
  await hold(1, 3);
  await hold(2, 30);
  return async () => {
    letters.clock.setOffset(0);
    await audience.stop();
  };
});

function start(code = 'ours'): AudienceIndexes {
  const common = { db: letters.channel.db, channel: heldLetterChannel, log: createLog('test', 'silent') };
  return createAudienceIndexes({ ...common, limit: 2 ** 30, snapshotEvery: 1, code: async () => code });
}

async function hold(addressNo: number, daysAgo: number): Promise<void> {
  const stated = { status: 'HELD', reason: 'test', actor: 'test', bulk: false } as const;
  const occurredAt = new Date(Date.now() + letters.clock.offset() - daysAgo * day);
  const write = statusWrite(account, occurredAt, [{ ...stated, addressNo, entryId: randomUUID(), occurredAt }]);
  await appendToJournal({ query: letters.channel.db.write }, account, [write]);
}

/** Who matches, and of whom facts were read for it. */
async function ask(predicate: ChannelPredicate): Promise<{ found: number[]; read: number[] }> {
  const read: number[] = [];
  const { profiles } = letters.channel;
  const factsWithin: typeof profiles.factsWithin = (tx, of, contactNos) => {
    read.push(...contactNos);
    return profiles.factsWithin(tx, of, contactNos);
  };
  const channel = { ...letters.channel, audience, profiles: { ...profiles, factsWithin } };
  const answers = await answersOfIndex(
    channel,
    { caller: serviceCaller('test', account), asOf: createAsOf() },
    [predicate],
    statusOf,
  );
  return { found: numbersIn(answers?.[0]?.contacts ?? expect.unreachable()), read };
}

test('since when a status holds is read of those who have it, and takes four bytes a contact from then on', async () => {
  expect(await ask({ status: ['HELD'] })).toEqual({ found: [1, 2], read: [1, 2, 3] });
  const before = audience.bytes();
  expect(await ask(heldOf('P7D'))).toEqual({ found: [1], read: [1, 2] });
  expect(audience.bytes() - before).toBe(room * 4);
  expect(await ask(heldOf('P60D'))).toEqual({ found: [1, 2], read: [] });
  // Of whom something is said, all is read at once; that it is said again moves nothing.
  await hold(3, 1);
  await hold(2, 0);
  expect(await ask(heldOf('P7D'))).toEqual({ found: [1, 3], read: [2, 3] });
  expect(await ask({ statusSince: { within: 'P7D' } })).toEqual({ found: [1, 3], read: [] });
});

test('who was held in time leaves the window as days pass, and what nobody asks for during a day is forgotten', async () => {
  expect((await ask(heldOf('P7D'))).found).toEqual([1]);
  const kept = audience.bytes();
  letters.clock.setOffset(4.5 * day);
  expect(await ask(heldOf('P7D'))).toEqual({ found: [], read: [] });
  letters.clock.setOffset(5 * day);
  await ask({ status: ['HELD'] });
  expect(audience.bytes()).toBe(kept);
  letters.clock.setOffset(5.6 * day);
  await ask({ status: ['HELD'] });
  expect(audience.bytes()).toBe(kept - room * 4);
  expect(await ask(heldOf('P60D'))).toEqual({ found: [1, 2], read: [1, 2] });
});

test('it outlasts a start with the verdicts, and is found anew by other code or where its bytes are damaged', async () => {
  await ask(heldOf('P7D'));
  const restart = async (code?: string): Promise<void> => {
    await audience.stop();
    audience = start(code);
  };
  await restart();
  expect(await ask(heldOf('P7D'))).toEqual({ found: [1], read: [] });
  // Of whom something is said before anybody asks since when again, that is not known.
  await restart();
  await hold(3, 1);
  expect(await ask({ status: ['HELD'] })).toEqual({ found: [1, 2, 3], read: [3] });
  expect(await ask(heldOf('P7D'))).toEqual({ found: [1, 3], read: [3] });
  await restart('other');
  expect((await ask(heldOf('P7D'))).read).toEqual([1, 2, 3]);
  await restart('other');
  await letters.channel.db.pool.query(
    `update audience_snapshot_part p set bytes = overlay(p.bytes placing '\\x77'::bytea from 9) from audience_snapshot s
      where s.account_id = p.account_id and p.account_id = $1
        and p.part = (s.state #>> '{verdicts,columns,0,since,part,part}')::int`,
    [account],
  );
  expect(await ask(heldOf('P7D'))).toEqual({ found: [1, 3], read: [1, 2, 3] });
});
