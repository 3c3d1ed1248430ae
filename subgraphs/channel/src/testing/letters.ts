import { fileURLToPath } from 'node:url';
import { type Clock, createClock } from '@ucp/kit/clock';
import type { Connection } from '@ucp/kit/connection';
import { CodedError } from '@ucp/kit/errors';
import { healthy } from '@ucp/kit/health';
import { contactId, contactNoOf } from '@ucp/kit/ids';
import { leaseTime } from '@ucp/kit/jobs/lease';
import type { JournalEntry } from '@ucp/kit/journal';
import { createLog } from '@ucp/kit/log';
import { createTestDatabase } from '@ucp/kit/testing/database';
import { testSecret } from '@ucp/kit/testing/part';
import { type Channel, createChannel } from '../channel.ts';
import { campaignSendsByKey } from '../store/campaign-sends.ts';
import { lanesDue } from '../store/lanes.ts';
import { type MessageRow, messagesBelow } from '../store/messages.ts';
import { letterChannel, letterContent } from './letter-channel.ts';
import { createPostOffice, type PostOffice } from './post-office.ts';

/** A process that sends: its own connections, and a clock of its own that nobody sets. */
export interface LetterWorker {
  readonly channel: Channel;
  /** Lets its own clock run ahead, as of a process that was frozen meanwhile; in milliseconds. */
  readonly freeze: (milliseconds: number) => void;
  /** Sends until nothing is due any more. */
  readonly drain: () => Promise<void>;
  /** Takes it away as kill -9 would: nothing of it is given back. */
  readonly drop: () => Promise<void>;
}

/** A channel of letters with one account, number 1, and an identity that tells what the test makes up. */
export interface Letters extends LetterWorker {
  readonly clock: Clock;
  readonly post: PostOffice;
  /** SQL statements of every worker. */
  readonly statements: string[];
  /** Whether identity answers. */
  readonly identityIs: (state: 'up' | 'down') => void;
  /** A person with an address who has agreed to letters, unless told otherwise. @returns number of the contact */
  readonly person: (told?: { readonly consent?: string; readonly fields?: object }) => number;
  /** What identity says next. */
  readonly identityTells: (...entries: JournalEntry[]) => void;
  readonly addressOf: (contactNo: number) => string;
  /** Asks for a letter by the sender of the post office. */
  readonly ask: (contactNo: number, more?: object) => Promise<MessageRow>;
  readonly say: (contactNo: number, body: string) => Promise<void>;
  /** Runs the lane of a campaign once. @returns when it is to run again */
  readonly runCampaign: (key: string) => Promise<number | null>;
  readonly messages: () => Promise<MessageRow[]>;
  /** Another process on the same database. */
  readonly worker: () => Promise<LetterWorker>;
  readonly stop: () => Promise<void>;
}

const migrations = fileURLToPath(new URL('migrations', import.meta.url));
const log = createLog('letters', 'silent');
const at = '2026-01-01T00:00:00.000Z';
const flags = { restrictedSince: null, objectionSince: null, erasedAt: null };

export async function createLetters(options: { readonly perSecond?: number } = {}): Promise<Letters> {
  const clock = createClock();
  const post = createPostOffice();
  const statements: string[] = [];
  const pages: JournalEntry[][] = [];
  const fields = new Map<number, object>();
  let identityState = 'up';
  const identity: Connection = {
    name: 'identity',
    journal: {
      heads: async () => [{ account: 1, rev: pages.length, changedAt: 0 }],
      after: async (_account, rev) => {
        if (identityState === 'down') throw new CodedError('SUBGRAPH_UNAVAILABLE', 'identity is away');
        return { rev: pages.length, entries: pages.slice(rev).flat(), more: false };
      },
      change: () => new Promise((resolve) => setTimeout(resolve, 10)),
    },
    execute: async ({ variables }, { account }) => {
      if (identityState === 'down') throw new CodedError('SUBGRAPH_UNAVAILABLE', 'identity is away');
      const ids: string[] = Object(variables).contactIds;
      const mergeFields = Object.fromEntries(ids.map((id) => [id, fields.get(contactNoOf(account, id) ?? 0) ?? {}]));
      return { data: { mergeFields }, extensions: { revs: { identity: pages.length } } };
    },
    doors: async () => [],
    knock: async () => ({ status: 404, headers: {}, body: '' }),
    health: async () => healthy('identity'),
  };
  const make = async (databaseUrl: string, monotonic: () => number): Promise<Channel> => {
    const observe = (text: string) => statements.push(text);
    const common = { databaseUrl, clock, secret: testSecret, log, publicUrl: 'https://letters.test', observe };
    const sends = { content: letterContent, senders: [post.provider], monotonic };
    return createChannel(letterChannel, common, migrations, [], sends);
  };
  const database = await createTestDatabase({
    template: 'letters',
    prepare: async (url) => (await make(url, () => 0)).stop(),
  });
  const workers: Channel[] = [];
  const open = async (): Promise<LetterWorker> => {
    let ahead = 0;
    const channel = await make(database.url, () => performance.now() + ahead);
    channel.meet(identity);
    workers.push(channel);
    return {
      channel,
      freeze: (milliseconds) => {
        ahead += milliseconds;
      },
      drain: () => drain(channel),
      drop: async () => {
        workers.splice(workers.indexOf(channel), 1);
        // What is left of it in this process must not go on as if it lived.
        ahead += leaseTime;
        await channel.db.close();
      },
    };
  };
  const main = await open();
  const { channel } = main;
  const addressOf = (contactNo: number): string => `house ${contactNo}`;
  const sender = await channel.sending?.senders.create(1, {
    name: 'post',
    provider: 'POST',
    settings: {},
    perSecond: options.perSecond ?? 10_000,
  });
  if (sender === undefined) throw new Error('letters are not sent');
  let asked = 0;
  return {
    ...main,
    clock,
    post,
    statements,
    identityIs: (state) => {
      identityState = state;
    },
    identityTells: (...entries) => void pages.push(entries),
    addressOf,
    person: ({ consent = 'GRANTED', fields: own = {} } = {}) => {
      const contactNo = pages.length + 1;
      fields.set(contactNo, own);
      pages.push(personEntries(contactNo, addressOf(contactNo), consent));
      return contactNo;
    },
    ask: async (contactNo, more = {}) => {
      const input = {
        contactId: contactId(1, contactNo),
        content: { text: 'Hello' },
        idempotencyKey: `letter ${asked++}`,
      };
      const message = await channel.sending?.ask.one(1, { ...input, ...more }, 'key:test');
      if (message === undefined) throw new Error('letters are not sent');
      return message;
    },
    say: async (contactNo, body) => {
      const event = {
        key: `said ${asked++}`,
        at: null,
        address: addressOf(contactNo),
        kind: 'REPLY',
        machine: false,
        messageId: null,
        details: { body },
        acquisition: { kind: 'KEYWORD', detail: body } as const,
      };
      await channel.ingest(1, { sourceNo: 1, events: [event], skipped: [] });
    },
    runCampaign: async (key) => {
      const [campaign] = await campaignSendsByKey({ query: channel.db.read }, 1, [key]);
      if (campaign === undefined || channel.sending === null) throw new Error(`no campaign ${key}`);
      const { senderNo, campaignNo } = campaign;
      return channel.sending.runLane({ account: 1, senderNo, campaignNo });
    },
    messages: async () =>
      (
        await messagesBelow(channel.db, 1, Number.MAX_SAFE_INTEGER, 100_000, { states: null, campaign: null })
      ).reverse(),
    worker: open,
    stop: async () => {
      await Promise.all(workers.map((each) => each.stop()));
      await database.drop();
    },
  };
}

async function drain({ db, sending }: Channel): Promise<void> {
  for (;;) {
    const lanes = await lanesDue(db);
    const waits = await Promise.all(lanes.map((lane) => sending?.runLane(lane)));
    if (waits.every((wait) => wait === null || wait === undefined || wait > 0)) return;
  }
}

const personEntries = (contactNo: number, value: string, consent: string): JournalEntry[] => {
  const identifier = { identifierKind: 'LETTER', value, given: value };
  const stated: JournalEntry = {
    kind: 'CONSENT_STATED',
    ...identifier,
    topic: null,
    state: consent,
    method: 'IMPORT',
    occurredAt: at,
    recordedAt: at,
    statedText: 'Write to me',
    statedTextVersion: null,
    ip: null,
    userAgent: null,
    actor: 'import:1',
    validUntil: null,
    key: `row ${contactNo}`,
  };
  return [
    { kind: 'CONTACT', contactNo, rootNo: contactNo, ...flags, primaries: {} },
    { kind: 'LINK', ...identifier, contactNo, firstSeenAt: at, place: contactNo },
    ...(consent === 'NONE' ? [] : [stated]),
  ];
};
