import { randomUUID } from 'node:crypto';
import type { JournalEntry } from '@ucp/kit/journal';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { messageId } from '../actions/message-ids.ts';
import { letterChannel } from '../testing/letter-channel.ts';
import { createLetters, type Letters } from '../testing/letters.ts';
import { postId, takes } from '../testing/post-office.ts';

let letters: Letters;

beforeEach(async () => {
  letters = await createLetters();
});
afterEach(() => letters.stop());

const told = async (kinds?: readonly string[]): Promise<readonly JournalEntry[]> =>
  (await letters.channel.journal.after(1, 0, kinds)).entries;
const brief = (entries: readonly JournalEntry[]) =>
  entries.map(({ activity, value, sendId, rule }) => [activity, value, sendId, rule]);

test('activity is told to who asks for it and to nobody else, and a page is complete either way', async () => {
  await letters.channel.ingest(1, {
    sourceNo: 1,
    skipped: [],
    events: [
      {
        key: 'said',
        at: new Date('2026-03-01T10:00:00Z'),
        address: 'Castle 1',
        kind: 'REPLY',
        machine: false,
        messageId: null,
        details: { body: 'Hello', campaign: 'Spring', url: 'https://letters.test/a' },
        acquisition: { kind: 'KEYWORD', detail: 'Hello' },
      },
    ],
  });
  const pages = await Promise.all(
    [undefined, ['ACTIVITY'], ['ADDRESS_INTRODUCED', 'ACTIVITY'], ['CONTACT']].map((kinds) =>
      letters.channel.journal.after(1, 0, kinds),
    ),
  );
  expect(pages.map(({ rev, entries }) => [rev, entries.map(({ kind }) => kind)])).toEqual([
    [1, ['ADDRESS_INTRODUCED']],
    [1, ['ACTIVITY']],
    [1, ['ADDRESS_INTRODUCED', 'ACTIVITY']],
    [1, []],
  ]);
  expect(pages[1]?.entries).toEqual([
    {
      kind: 'ACTIVITY',
      channel: 'LETTER',
      activity: 'REPLY',
      identifierKind: 'LETTER',
      value: 'castle 1',
      at: '2026-03-01T10:00:00+00:00',
      machine: false,
      campaign: 'Spring',
      link: 'https://letters.test/a',
      sendId: null,
      providerMessageId: null,
      rule: null,
      again: false,
    },
  ]);
});

test('what became of a message of ours names it: sent, delivered, answered, skipped and taken back', async () => {
  const [ada, stranger] = [letters.person(), letters.person({ consent: 'WITHDRAWN' })];
  const sent = await letters.ask(ada);
  const skipped = await letters.ask(stranger);
  await letters.drain();
  const [message] = await letters.messages();
  await letters.channel.ingest(1, {
    sourceNo: 1,
    skipped: [],
    events: [
      {
        key: 'delivered',
        at: new Date(),
        address: letters.addressOf(ada),
        kind: 'DELIVERED',
        machine: false,
        messageId: message?.providerMessageId ?? '',
        details: {},
        acquisition: { kind: 'API', detail: '' },
      },
    ],
  });
  await letters.say(ada, 'Thank you');
  const later = await letters.ask(ada, { notBefore: new Date(Date.now() + 3_600_000) });
  const idOf = ({ messageNo }: { readonly messageNo: number }) => messageId(letterChannel, 1, messageNo);
  await letters.channel.sending?.messages.cancel(1, idOf(later));
  const entries = brief(await told(['ACTIVITY']));
  const house = letters.addressOf(ada);
  expect(entries.filter(([activity]) => activity !== 'QUEUED')).toEqual([
    ['SKIPPED', letters.addressOf(stranger), idOf(skipped), 'CONSENT'],
    ['SEND', house, idOf(sent), null],
    ['DELIVERED', house, idOf(sent), null],
    ['REPLY', house, idOf(sent), null],
    ['CANCELED', null, idOf(later), null],
  ]);
});

test('what came before it was written that its message left is told once more, as of that message', async () => {
  const [ada, ben] = [letters.person(), letters.person()];
  const happened = async (key: string, contactNo: number, kind: string, messageNo: number | null) => {
    await letters.channel.ingest(1, {
      sourceNo: 1,
      skipped: [],
      events: [
        {
          key,
          // Providers tell of whole seconds, and by clocks of their own.
          at: new Date(Math.floor(Date.now() / 1_000 - (messageNo === null ? 0 : 5)) * 1_000),
          address: letters.addressOf(contactNo),
          kind,
          machine: false,
          messageId: messageNo === null ? null : postId({ messageNo }),
          details: {},
          acquisition: { kind: 'API', detail: '' },
        },
      ],
    });
    const own = (await told(['ACTIVITY'])).filter(({ value }) => value === letters.addressOf(contactNo));
    asSeen.push(...own.slice(-1));
  };
  const asSeen: JournalEntry[] = [];
  await letters.ask(ben, { content: { text: 'Not this one' } });
  const asked = await letters.ask(ada);
  letters.post.answers = async (message) => {
    if (message.messageNo !== asked.messageNo) return takes(message);
    // The provider is faster than we are: its server has the letter, and we do not know yet.
    await happened('sent', ada, 'SEND', asked.messageNo);
    await happened('delivered', ada, 'DELIVERED', asked.messageNo);
    await happened('said', ada, 'REPLY', null);
    await happened('of another', ben, 'REPLY', null);
    return takes(message);
  };
  await letters.drain();
  // What the other answers may be known to be of their own letter by then.
  expect(asSeen.slice(0, -1).map(({ activity, sendId, again }) => [activity, sendId, again])).toEqual([
    ['SEND', null, false],
    ['DELIVERED', null, false],
    ['REPLY', null, false],
  ]);
  const own = messageId(letterChannel, 1, asked.messageNo);
  const brief = ({ activity, sendId }: JournalEntry): string => `${activity} ${sendId}`;
  const again = (await told(['ACTIVITY'])).filter((entry) => entry.again === true);
  expect(new Set(again.filter(({ value }) => value === letters.addressOf(ada)).map(brief))).toEqual(
    new Set(['SEND', 'DELIVERED', 'REPLY'].map((activity) => `${activity} ${own}`)),
  );
  // That the provider told of its sending, and not we, does not make it a message of nobody.
  await happened('said later', ada, 'REPLY', null);
  expect(asSeen.at(-1)).toMatchObject({ activity: 'REPLY', sendId: own, again: false });
});

test('a page ends before messages of which it was not looked up what came before them', async () => {
  const { pool } = letters.channel.db;
  const ada = letters.person();
  await letters.ask(ada);
  await letters.drain();
  // The provider told of each of them before we did, and its clock was far behind.
  await pool.query(`insert into message (account_id, contact_no, address_no, sender_no, content_no, topic_no, variables, state, due_at,
      queued_at, queued_by, claimed_at, ended_at, provider_message_id, rev)
    select 1, contact_no, address_no, sender_no, content_no, topic_no, variables, state, due_at, queued_at, queued_by, claimed_at,
      ended_at, 'early-' || n, rev + n from message, generate_series(1, 6001) n`);
  await pool.query('update journal_head set rev = (select max(rev) from message)');
  const last = await letters.ask(ada);
  letters.post.answers = async (message) => {
    await letters.say(ada, 'Hello');
    return takes(message);
  };
  await letters.drain();
  const again: JournalEntry[] = [];
  for (let rev = 0, more = true; more; ) {
    const page = await letters.channel.journal.after(1, rev, ['ACTIVITY']);
    again.push(...page.entries.filter((entry) => entry.again === true));
    ({ rev, more } = page);
  }
  expect(again.map(({ activity, sendId }) => [activity, sendId])).toEqual([
    ['REPLY', messageId(letterChannel, 1, last.messageNo)],
  ]);
});

test('a message to somebody without an address leaves its trace too', async () => {
  letters.identityTells({
    kind: 'CONTACT',
    contactNo: 7,
    rootNo: 7,
    restrictedSince: null,
    objectionSince: null,
    erasedAt: null,
    primaries: {},
  });
  await letters.ask(7);
  expect(brief(await told(['ACTIVITY']))).toEqual([
    ['SKIPPED', null, expect.stringMatching(/^msg_letter_/), 'ADDRESS'],
  ]);
});

test('a page of a large log is read by the index of revs', async () => {
  const { pool } = letters.channel.db;
  await pool.query(
    `insert into activity (account_id, at, event_id, address_no, kind, machine, rev)
     select 1, now() - n * interval '1 minute', gen_random_uuid(), 1 + n % 100, 3, false, n from generate_series(1, 50000) n`,
  );
  await pool.query(`insert into address (account_id, address_no, value, given, introduced_at, rev)
    select 1, n, 'row ' || n, 'row ' || n, now(), 0 from generate_series(1, 100) n`);
  await pool.query('insert into journal_head (account_id, rev, changed_at) values (1, 50000, now())');
  await pool.query('analyze activity');
  const name = `explained_${randomUUID().slice(0, 8)}`;
  letters.statements.length = 0;
  const page = await letters.channel.journal.after(1, 49_000, ['ACTIVITY']);
  expect(page.entries).toHaveLength(1_000);
  const text = letters.statements.find((each) => each.includes('journal_after')) ?? '';
  const types = 'int, bigint, int, boolean, boolean, smallint[], smallint';
  const client = await pool.connect();
  try {
    await client.query(`set plan_cache_mode = force_generic_plan`);
    await client.query(`prepare ${name} (${types}) as ${text}`);
    const { rows } = await client.query(`explain execute ${name}(1, 49000, 6000, false, true, '{}', 1)`);
    const plan = rows.map((row) => String(Object.values(row)[0])).join('\n');
    expect(plan).toMatch(/Index Scan using activity_\w+_account_id_rev_idx/);
    // Partitions that are empty may be read as they are.
    expect(plan).not.toMatch(/Seq Scan on activity\S* (\w+ )?\s*\(cost=0\.00\.\.(?!0\.00 )/);
  } finally {
    client.release();
  }
});
