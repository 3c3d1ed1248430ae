import { decodeBits, hasBit } from '@ucp/kit/contact-bits';
import type { Journal, JournalEntry } from '@ucp/kit/journal';
import { createTestPart, onlyJournal, type TestPart } from '@ucp/kit/testing/part';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEmail } from './email.ts';

const numRuns = Math.min(25, Number(process.env.UCP_PROPERTY_RUNS ?? 10));
const address = 'ada@example.com';
const day = (n: number): string => new Date(Date.UTC(2026, 0, n)).toISOString();

/** Identity as a channel reads it: each list of entries is one rev. */
const pages: JournalEntry[][] = [];
const identity: Journal = {
  heads: async () => [{ account: 1, rev: pages.length, changedAt: 0 }],
  after: async (_account, rev) => ({ rev: pages.length, entries: pages.slice(rev).flat(), more: false }),
  change: () => new Promise((resolve) => setTimeout(resolve, 10)),
};

let part: TestPart;
beforeAll(async () => {
  part = await createTestPart('email', createEmail);
  part.subgraph.meet(onlyJournal('identity', identity));
});
afterAll(() => part.stop());

let made = 0;
const stated = (status: string, on: number): JournalEntry => ({
  kind: 'STATUS_STATED',
  identifierKind: 'EMAIL',
  value: address,
  given: address,
  status,
  occurredAt: day(on),
  recordedAt: day(on),
  reason: 'imported from list.csv',
  actor: 'user:7',
  key: `row ${made++}`,
});

/** A contact of its own with the address, of which a file stated something. */
async function statusAfter(entries: readonly JournalEntry[], value: string): Promise<string> {
  const contactNo = pages.length + 1;
  const own = (entry: JournalEntry): JournalEntry => ({ ...entry, value, given: value });
  pages.push([
    {
      kind: 'CONTACT',
      contactNo,
      rootNo: contactNo,
      restrictedSince: null,
      objectionSince: null,
      erasedAt: null,
      primaries: {},
    },
    { kind: 'LINK', identifierKind: 'EMAIL', value, given: value, contactNo, firstSeenAt: day(1), place: 1 },
    ...entries.map(own),
  ]);
  const { data, errors } = await part.ask(
    '{ emailAudience(predicates: [{ status: [NORMAL] }, { status: [EXPIRED] }, { status: [HELD] }, { status: [UNSUBSCRIBED] }]) { contacts } }',
    {},
    { revs: { identity: pages.length } },
  );
  expect(errors).toEqual([]);
  const names = ['NORMAL', 'EXPIRED', 'HELD', 'UNSUBSCRIBED'];
  const holding = data.emailAudience.map(({ contacts }: { contacts: string }) =>
    hasBit(decodeBits(contacts), contactNo),
  );
  return names[holding.indexOf(true)] ?? 'NONE';
}

const consented = (state: string, on: number): JournalEntry => ({
  kind: 'CONSENT_STATED',
  identifierKind: 'EMAIL',
  value: address,
  given: address,
  topic: null,
  state,
  method: 'IMPORT',
  occurredAt: day(on),
  recordedAt: day(on),
  statedText: null,
  statedTextVersion: 'list',
  ip: null,
  userAgent: null,
  actor: 'user:7',
  validUntil: null,
  key: `row ${made++}`,
});

/** What may be so on a day; at the same time the more restrictive counts last. */
const facts = ['GRANTED', 'WITHDRAWN', 'HELD', 'NORMAL', 'EXPIRED'] as const;
type Fact = readonly [state: (typeof facts)[number], on: number];
const entryOf = ([state, on]: Fact): JournalEntry =>
  state === 'GRANTED' || state === 'WITHDRAWN' ? consented(state, on) : stated(state, on);

/** The rule, told day by day: a file parks, and ends a parking, only while the address is neither refused nor held. */
function expectedOf(list: readonly Fact[]): string {
  let [refused, held, parked] = [false, false, false];
  for (const [state] of [...list].sort((a, b) => a[1] - b[1] || facts.indexOf(a[0]) - facts.indexOf(b[0]))) {
    if (state === 'GRANTED' || state === 'WITHDRAWN') refused = state === 'WITHDRAWN';
    else if (state === 'HELD') held = true;
    else if (!refused && !held) parked = state === 'EXPIRED';
  }
  if (refused) return 'UNSUBSCRIBED';
  if (held) return 'HELD';
  return parked ? 'EXPIRED' : 'NORMAL';
}

test('what files state of an address ends in the same status in any order and told twice, and touches only what is normal or parked', async () => {
  const fact = fc.tuple(fc.constantFrom(...facts), fc.integer({ min: 1, max: 5 }));
  const shuffled = fc.array(fact, { minLength: 1, maxLength: 7 }).chain((list) =>
    fc.tuple(
      fc.constant(list),
      fc.shuffledSubarray(
        [...list, ...list].map((_, i) => i % list.length),
        { minLength: list.length * 2 },
      ),
    ),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([list, places]) => {
      const [one, two] = [`a${made++}@example.com`, `b${made++}@example.com`];
      const entries = list.map(entryOf);
      const expected = expectedOf(list);
      expect(await statusAfter(entries, one)).toBe(expected);
      const others = places.flatMap((place) => entries[place] ?? []);
      // In two pages: what was before a change to many may become known after it.
      const half = Math.floor(others.length / 2);
      await statusAfter(others.slice(0, half), two);
      expect(await statusAfter(others.slice(half), two)).toBe(expected);
      const more: Fact[] = [
        ['NORMAL', 9],
        ['EXPIRED', 10],
        ['GRANTED', 11],
      ];
      for (const [i, fact] of more.entries()) {
        expect(await statusAfter([entryOf(fact)], one)).toBe(expectedOf([...list, ...more.slice(0, i + 1)]));
      }
    }),
    { numRuns },
  );
});

test('a file that states EXPIRED of somebody who unsubscribed does not park them when they subscribe again', async () => {
  const value = 'back@example.com';
  const list = [consented('WITHDRAWN', 2), stated('EXPIRED', 3), consented('GRANTED', 4)];
  expect(await statusAfter(list, value)).toBe('NORMAL');
});

test('a file that states NORMAL brings nobody back who unsubscribed', async () => {
  const value = 'gone@example.com';
  expect(await statusAfter([consented('WITHDRAWN', 2), stated('NORMAL', 3)], value)).toBe('UNSUBSCRIBED');
});
