import { createAsOf } from '@ucp/kit/as-of';
import { serviceCaller } from '@ucp/kit/caller';
import { numbersIn } from '@ucp/kit/contact-bits';
import { createLog } from '@ucp/kit/log';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { audienceOf } from '../audience-field.ts';
import type { ChannelPredicate } from '../domain/predicate.ts';
import { createChannelLoaders } from '../loaders.ts';
import { appendEvents, contactEntry, foldEntries, linkEntry, testEvent } from '../testing/audience-data.ts';
import { letterChannel } from '../testing/letter-channel.ts';
import { createLetters, type Letters } from '../testing/letters.ts';
import { answersOfIndex } from './answers.ts';
import { type AudienceIndexes, createAudienceIndexes } from './audience-indexes.ts';

let letters: Letters;
const accounts = [51, 52, 53];
beforeAll(async () => {
  letters = await createLetters();
  for (const account of accounts) {
    await foldEntries(letters.channel.db, account, contactEntry(account), linkEntry('house', account));
    await appendEvents(letters.channel.db, account, [testEvent({ addressNo: 1, at: new Date(Date.now() - 1_000) })]);
  }
});
afterAll(() => letters.stop());

const open = (limit: number): AudienceIndexes =>
  createAudienceIndexes({
    db: letters.channel.db,
    channel: letterChannel,
    log: createLog('test', 'silent'),
    limit,
    patience: 60_000,
    code: async () => 'ours',
  });

const ask = async (audience: AudienceIndexes, account: number): Promise<number[]> => {
  const channel = { ...letters.channel, audience };
  const asked = [{ did: [{ kinds: ['REPLY'] }] }];
  const caller = serviceCaller('test', account);
  const asking = { caller, mutates: false, asOf: createAsOf() };
  const load = createChannelLoaders(channel, asking);
  const [answer] = await audienceOf({ channel, ...asking, load }, asked, null, () => '');
  return answer === undefined ? expect.unreachable() : numbersIn(answer.contacts);
};

test('of more accounts than there is room for, those asked last stay, and all are answered', async () => {
  const roomy = open(2 ** 30);
  await ask(roomy, 51);
  const one = roomy.bytes();
  const audience = open(one * 2);
  for (const account of [51, 52, 51, 53]) expect(await ask(audience, account)).toEqual([account]);
  expect(audience.accounts()).toEqual([51, 53]);
  expect(audience.bytes()).toBeLessThanOrEqual(one * 2);
  const all = await Promise.all([...accounts, ...accounts].map((account) => ask(audience, account)));
  expect(all).toEqual([...accounts, ...accounts].map((account) => [account]));
  await Promise.all([roomy.stop(), audience.stop()]);
});

/** Bytes of an account of which nothing but activity was asked. */
const bytesOf = async (account: number): Promise<number> => {
  const roomy = open(2 ** 30);
  await ask(roomy, account);
  const bytes = roomy.bytes();
  await roomy.stop();
  return bytes;
};

test('an account stays until its question is answered, also where facts of contacts have to be found for it', async () => {
  const audience = open((await bytesOf(51)) * 1.5);
  const { db, profiles } = letters.channel;
  const found = profiles.factsWithin;
  const slow: typeof profiles = {
    ...profiles,
    factsWithin: async (...asked) => {
      expect(await ask(audience, 52)).toEqual([52]);
      return found(...asked);
    },
  };
  const channel = { db, profiles: slow, kind: letterChannel, audience };
  const answers = await answersOfIndex(
    channel,
    { caller: serviceCaller('test', 51), asOf: createAsOf() },
    [{ canSend: false }],
    () => '',
  );
  expect(answers?.map(({ contacts }) => numbersIn(contacts))).toEqual([[51]]);
  expect(audience.accounts()).toContain(51);
  await audience.stop();
});

test('an account that fits without its verdicts stays, whatever is asked in turn', async () => {
  // Each of the three takes nine bytes a contact, and places for contacts are at least 1,024.
  const audience = open((await bytesOf(51)) + 1.5 * 9 * 1_024);
  const { db, profiles } = letters.channel;
  const channel = { db, profiles, kind: letterChannel, audience };
  const did = [{ kinds: ['REPLY'] }];
  for (const predicate of [{ did }, { status: [''] }, { canSend: false }, { consent: { given: false } }, { did }]) {
    const answers = await answersOfIndex(
      channel,
      { caller: serviceCaller('test', 51), asOf: createAsOf() },
      [predicate],
      () => '',
    );
    expect(answers?.map(({ contacts }) => numbersIn(contacts))).toEqual([[51]]);
    expect(audience.accounts()).toEqual([51]);
  }
  await audience.stop();
});

test('for an account that does not fit nobody else goes', async () => {
  await foldEntries(letters.channel.db, 54, contactEntry(100_000), linkEntry('house', 100_000));
  const audience = open((await bytesOf(51)) * 2);
  expect(await ask(audience, 51)).toEqual([51]);
  expect(await ask(audience, 54)).toEqual([]);
  expect(audience.accounts()).toEqual([51]);
  await audience.stop();
});

test('where accounts in use take twice the limit another is asked by SQL, and is read when they are not any more', async () => {
  const audience = open((await bytesOf(51)) * 1.1);
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const begun = vi.fn(() => ended);
  const using = [51, 52].map((account) => audience.withIndex(account, begun));
  await expect.poll(() => begun.mock.calls.length).toBe(2);
  expect(await ask(audience, 53)).toEqual([53]);
  expect(audience.accounts()).toEqual([51, 52]);
  end();
  await Promise.all(using);
  expect(await ask(audience, 53)).toEqual([53]);
  expect(audience.accounts()).toEqual([53]);
  await audience.stop();
});

test('an account that is larger than the limit is asked by SQL, and is not read again', async () => {
  const audience = open(1_000);
  expect(await ask(audience, 51)).toEqual([51]);
  expect(audience.accounts()).toEqual([]);
  letters.statements.length = 0;
  expect(await ask(audience, 51)).toEqual([51]);
  expect(letters.statements.some((text) => text.includes('/* did_members */'))).toBe(true);
  expect(letters.statements.some((text) => text.includes('audience_'))).toBe(false);
});

test.each([
  [5_000, 'a moment', true],
  [7_000, 'a moment', null],
  [600_000, 'as long as it takes', true],
] as const)(
  'of an account that takes %d ms to be read, one who waits %s is told %s',
  async (takes, asking, expected) => {
    const { db } = letters.channel;
    let goOn = (): void => {};
    const wait = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const readAside: typeof db.readAside = async (...asked) => {
      await wait;
      return db.readAside(...asked);
    };
    const audience = createAudienceIndexes({
      db: { ...db, readAside },
      channel: letterChannel,
      log: createLog('test', 'silent'),
      code: async () => 'ours',
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const answer = audience.withIndex(51, async () => true, asking);
    vi.advanceTimersByTime(takes);
    vi.useRealTimers();
    goOn();
    expect(await answer).toBe(expected);
    await audience.stop();
  },
);

test('a question that fails fails alone: the next one starts over', async () => {
  const audience = open(2 ** 30);
  await ask(audience, 52);
  const { pool } = letters.channel.db;
  await pool.query('alter table identity_change rename to elsewhere');
  await appendEvents(letters.channel.db, 52, [testEvent({ addressNo: 1, at: new Date() })]);
  await expect(ask(audience, 52)).rejects.toThrow();
  await pool.query('alter table elsewhere rename to identity_change');
  expect(await ask(audience, 52)).toEqual([52]);
  await audience.stop();
});

test('the names of what is kept count, too, as a caller may make them long; of a topic that there is not nothing is kept', async () => {
  const audience = open(2 ** 30);
  const { db, profiles } = letters.channel;
  const channel = { db, profiles, kind: letterChannel, audience };
  /** By how much more the second makes the account grow than the first does. */
  const more = async (...asked: readonly ChannelPredicate[]): Promise<number> => {
    const bytes: number[] = [];
    for (const predicate of [{}, ...asked]) {
      await answersOfIndex(channel, { caller: serviceCaller('test', 51), asOf: createAsOf() }, [predicate], () => '');
      bytes.push(audience.bytes());
    }
    const [before = 0, one = 0, both = 0] = bytes;
    return both - one - (one - before);
  };
  const did = (fraction: string): ChannelPredicate => ({ did: [{ kinds: ['SEND'], within: `PT1.${fraction}S` }] });
  expect(await more(did('0'), did('0'.repeat(20)))).toBe(19);
  const before = audience.bytes();
  await more({ consent: { topic: 'x'.repeat(10_000) } }, { canSendOn: { topic: 'y'.repeat(10_000) } });
  expect(audience.bytes()).toBe(before);
  await audience.stop();
});
