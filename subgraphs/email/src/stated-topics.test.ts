import { decodeBits, hasBit } from '@ucp/kit/contact-bits';
import type { Journal, JournalEntry } from '@ucp/kit/journal';
import { createTestPart, onlyJournal, type TestPart } from '@ucp/kit/testing/part';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEmail } from './email.ts';

const at = '2026-01-01T00:00:00.000Z';
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

/** A person of whom a row of a file stated consent for a topic. */
const row = (contactNo: number, topic: string, state: string): JournalEntry[] => {
  const value = `person${contactNo}@example.com`;
  const identifier = { identifierKind: 'EMAIL', value, given: value };
  const flags = { restrictedSince: null, objectionSince: null, erasedAt: null };
  return [
    { kind: 'CONTACT', contactNo, rootNo: contactNo, ...flags, primaries: {} },
    { kind: 'LINK', ...identifier, contactNo, firstSeenAt: at, place: contactNo },
    {
      kind: 'CONSENT_STATED',
      ...identifier,
      topic,
      state,
      method: 'IMPORT',
      occurredAt: at,
      recordedAt: at,
      statedText: 'Send it',
      statedTextVersion: null,
      ip: null,
      userAgent: null,
      actor: 'import:1',
      validUntil: null,
      key: `row ${contactNo}`,
    },
  ];
};

test('files make topics up to the limit; beyond it a grant is passed over and a refusal is one of the channel', async () => {
  const first = Array.from({ length: 150 }, (_, i) => row(i + 1, `topic-${i + 1}`, 'GRANTED'));
  const second = Array.from({ length: 52 }, (_, i) => row(i + 151, `topic-${i + 151}`, 'GRANTED'));
  pages.push(first.flat(), [
    ...second.flat(),
    ...row(203, 'topic-203', 'WITHDRAWN'),
    ...row(204, 'topic-7', 'WITHDRAWN'),
  ]);
  const { data, errors } = await part.ask(
    `{ emailTopics { key } emailAudience(predicates: [
      { status: [UNSUBSCRIBED] }
      { consent: { topic: "topic-200" } } { consent: { topic: "topic-201" } }
      { consent: {} }
    ]) { contacts } }`,
    {},
    { revs: { identity: pages.length } },
  );
  expect(errors).toEqual([]);
  const keys = data.emailTopics.map(({ key }: { key: string }) => key);
  expect([keys.length, keys.includes('topic-200'), keys.includes('topic-201')]).toEqual([200, true, false]);
  const everybody = Array.from({ length: 204 }, (_, i) => i + 1);
  const holding = data.emailAudience.map(({ contacts }: { contacts: string }) =>
    everybody.filter((contactNo) => hasBit(decodeBits(contacts), contactNo)),
  );
  expect(holding).toEqual([[203], [200], [], []]);
});
