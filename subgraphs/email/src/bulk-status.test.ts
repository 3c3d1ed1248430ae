import { decodeBits, hasBit } from '@ucp/kit/contact-bits';
import type { Journal, JournalEntry } from '@ucp/kit/journal';
import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
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
  part.subgraph.follow('identity', identity);
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

test('what files state of an address ends in the same status in any order and told twice, and NORMAL ends a parking only', async () => {
  const entry = fc
    .tuple(fc.constantFrom('NORMAL', 'EXPIRED', 'HELD'), fc.integer({ min: 1, max: 5 }))
    .map(([status, on]) => stated(status, on));
  const shuffled = fc
    .array(entry, { minLength: 1, maxLength: 6 })
    .chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2, maxLength: list.length * 2 }),
      ),
    );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([list, others]) => {
      const [one, two] = [`a${made++}@example.com`, `b${made++}@example.com`];
      const status = await statusAfter(list, one);
      expect(await statusAfter(others, two)).toBe(status);
      const isHeld = list.some((each) => each.status === 'HELD');
      expect(status === 'HELD').toBe(isHeld);
      expect(await statusAfter([stated('NORMAL', 9)], one)).toBe(isHeld ? 'HELD' : 'NORMAL');
    }),
    { numRuns },
  );
});

test('a file that states NORMAL brings nobody back who unsubscribed', async () => {
  const value = 'gone@example.com';
  const withdrawn = {
    kind: 'CONSENT_STATED',
    identifierKind: 'EMAIL',
    topic: null,
    state: 'WITHDRAWN',
    method: 'IMPORT',
    occurredAt: day(2),
    recordedAt: day(2),
    statedText: null,
    statedTextVersion: null,
    ip: null,
    userAgent: null,
    actor: 'user:7',
    validUntil: null,
    key: 'withdrawn',
  };
  expect(await statusAfter([withdrawn, stated('NORMAL', 3)], value)).toBe('UNSUBSCRIBED');
});
