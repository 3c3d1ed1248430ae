import { randomUUID } from 'node:crypto';
import type { Database } from '@ucp/kit/database';
import { appendToJournal, type JournalEntry } from '@ucp/kit/journal';
import { foldIdentity } from '../ingest/fold-identity.ts';
import { activityOf, activityWrite } from '../store/activity-log.ts';
import { campaignWrite } from '../store/campaigns.ts';
import { machineMarkWrite } from '../store/machine-marks.ts';
import { letterChannel } from './letter-channel.ts';

export interface TestEvent {
  readonly addressNo: number;
  readonly at: Date;
  readonly kind: string;
  readonly machine: boolean;
  readonly eventId: string;
  readonly messageId: string | null;
  /** That the event names; null: none. */
  readonly campaign: string | null;
}

export const testEvent = (event: Partial<TestEvent> & Pick<TestEvent, 'addressNo' | 'at'>): TestEvent => ({
  kind: 'REPLY',
  machine: false,
  eventId: randomUUID(),
  messageId: null,
  campaign: null,
  ...event,
});

/** Appends events of letters as ingest does, in one rev. */
export const appendEvents = async (db: Database, account: number, events: readonly TestEvent[]): Promise<void> => {
  const rows = events.map(({ campaign, ...event }) =>
    activityOf({ ...event, details: { url: event.kind, ...(campaign === null ? {} : { campaign }) } }),
  );
  const campaigns = campaignWrite(account, rows);
  const writes = [...(campaigns === null ? [] : [campaigns]), activityWrite(letterChannel, account, rows)];
  await appendToJournal({ query: db.write }, account, writes);
};

export const markAsMachine = async (db: Database, account: number, events: readonly TestEvent[]): Promise<void> => {
  await appendToJournal({ query: db.write }, account, [machineMarkWrite(account, events)]);
};

/** Folds what identity tells, as a page of its journal. */
export const foldEntries = async (db: Database, account: number, ...entries: JournalEntry[]): Promise<void> => {
  const page = { rev: 1, entries, more: false };
  await appendToJournal({ query: db.write }, account, foldIdentity(letterChannel)(account, page));
};

const flags = { restrictedSince: null, objectionSince: null, erasedAt: null };

/** An original contact, and as whom it is shown. */
export const contactEntry = (contactNo: number, rootNo = contactNo, told: object = {}): JournalEntry => ({
  kind: 'CONTACT',
  contactNo,
  rootNo,
  ...flags,
  primaries: {},
  ...told,
});

/** An address of an original contact; null: it is nobody's any more. */
export const linkEntry = (value: string, contactNo: number | null): JournalEntry => ({
  kind: 'LINK',
  identifierKind: letterChannel.identifierKind,
  value,
  given: value,
  contactNo,
  firstSeenAt: '2026-01-01T00:00:00.000Z',
  place: 0,
});
