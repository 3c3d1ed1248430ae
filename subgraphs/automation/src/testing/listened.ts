import { fileURLToPath } from 'node:url';
import { type Clock, createClock } from '@ucp/kit/clock';
import { createDatabase, type Database } from '@ucp/kit/database';
import { ensureJobs } from '@ucp/kit/jobs/job-tables';
import type { Journal, JournalEntry } from '@ucp/kit/journal';
import { createLocalJournal } from '@ucp/kit/local-journal';
import { createLog } from '@ucp/kit/log';
import { migrate } from '@ucp/kit/migrate';
import { createTestDatabase } from '@ucp/kit/testing/database';
import { onlyJournal } from '@ucp/kit/testing/part';
import { createTrack } from '../actions/track.ts';
import { createDefinitions } from '../definitions.ts';
import type { BehaviorInput } from '../domain/behavior.ts';
import { createListening, type Listening } from '../ingest/listening.ts';
import { absentPeers } from '../peers/absent-peers.ts';
import type { People } from '../peers/peers.ts';
import { journalAfter } from '../store/journal.ts';

const folder = (url: string): string => fileURLToPath(new URL(url, import.meta.url));
const log = createLog('listened', 'silent');

/** What another part tells, page after page. */
interface Teller {
  readonly journal: Journal;
  readonly tells: (...entries: JournalEntry[]) => void;
}

function createTeller(): Teller {
  const pages: (readonly JournalEntry[])[] = [];
  return {
    tells: (...entries) => void pages.push(entries),
    journal: {
      heads: async () => [{ account: 1, rev: pages.length, changedAt: 0 }],
      after: async (_account, rev, kinds) => ({
        rev: pages.length,
        entries: pages.slice(rev).flatMap((page) => page.filter(({ kind }) => kinds?.includes(kind) ?? true)),
        more: false,
      }),
      change: () => new Promise((resolve) => setTimeout(resolve, 10)),
    },
  };
}

/** Automation that listens to what a test tells it, in account 1. */
export interface Listened {
  readonly db: Database;
  readonly clock: Clock;
  readonly listening: Listening;
  readonly identity: Teller['tells'];
  readonly email: Teller['tells'];
  readonly profile: Teller['tells'];
  readonly track: (...events: BehaviorInput[]) => Promise<unknown>;
  /** Another process on the same database. */
  readonly another: () => Listening;
  /** A workflow that is live. */
  readonly workflow: (
    workflowNo: number,
    definition: object,
    listens?: readonly [string, string | null],
  ) => Promise<void>;
  /** Somebody at a step, who waits for what it waits for. */
  readonly waiting: (
    enrollmentNo: number,
    at: {
      readonly contactNo: number;
      readonly workflowNo: number;
      readonly step: string;
      readonly waitsFor: string;
      readonly since?: Date;
    },
  ) => Promise<void>;
  /** Who is to enter which workflow. */
  readonly entries: () => Promise<string[]>;
  readonly rows: (text: string) => Promise<Record<string, unknown>[]>;
  readonly stop: () => Promise<void>;
}

export async function createListened(people: Partial<People> = {}): Promise<Listened> {
  const clock = createClock();
  const { url, drop } = await createTestDatabase({
    template: 'automation_listened',
    prepare: async (template) => {
      await migrate(template, [
        { name: 'kit', path: folder('../../../kit/migrations') },
        { name: 'automation', path: folder('../../migrations') },
      ]);
      await ensureJobs(template);
    },
  });
  const db = createDatabase({ url, clock, log });
  const [identity, email, profile] = [createTeller(), createTeller(), createTeller()];
  const peers = {
    ...absentPeers,
    channels: { ...absentPeers.channels, names: ['EMAIL'] },
    people: { ...absentPeers.people, ...people },
  };
  const open = (): Listening => {
    const journal = createLocalJournal({ db, url, log, readAfter: (...asked) => journalAfter(db, ...asked) });
    const listening = createListening({
      db,
      log,
      journal,
      definitions: createDefinitions(db),
      peers,
      announce: () => {},
    });
    listening.meet(onlyJournal('identity', identity.journal));
    listening.meet(onlyJournal('email', email.journal));
    listening.meet(onlyJournal('profile', profile.journal));
    return listening;
  };
  const track = createTrack({ db, announce: () => {} });
  const run = (text: string, values: readonly unknown[] = []) => db.pool.query(text, [...values]);
  return {
    db,
    clock,
    listening: open(),
    identity: identity.tells,
    email: email.tells,
    profile: profile.tells,
    track: (...events) => track(1, events),
    another: open,
    workflow: async (workflowNo, definition, [kind, listensTo] = ['MANUAL', null]) => {
      await run('insert into workflow (account_id, workflow_no, name) values (1, $1, $2)', [
        workflowNo,
        `w${workflowNo}`,
      ]);
      await run(
        `insert into workflow_version (account_id, workflow_no, version, state, made_at, published_at, definition)
          values (1, $1, 1, 'PUBLISHED', now() - interval '1 year', now() - interval '1 year', $2)`,
        [workflowNo, JSON.stringify(definition)],
      );
      await run('insert into workflow_trigger values (1, $1, 1, $2, $3)', [workflowNo, kind, listensTo]);
    },
    waiting: async (enrollmentNo, { contactNo, workflowNo, step, waitsFor, since }) => {
      await run(
        `insert into enrollment (account_id, enrollment_no, key, contact_no, workflow_no, version, state, entered_at, current_step, rev, run,
            step_since, waits_for, due_at) values (1, $1::int, ($1::int)::text, $2, $3, 1, 'WAITING', now(), $4, 0, true, coalesce($6, now()), $5, now() + interval '1 day')`,
        [enrollmentNo, contactNo, workflowNo, step, waitsFor, since ?? null],
      );
    },
    entries: async () =>
      (await run('select workflow_no, contact_no, cause from entry order by entry_no')).rows.map(
        (row) => `${row.workflow_no} ${row.contact_no} ${row.cause}`,
      ),
    rows: async (text) => (await run(text)).rows,
    stop: async () => {
      await db.close();
      await drop();
    },
  };
}

/** Entries of identity's journal. */
export const contactTold = (contactNo: number, rootNo = contactNo, more: object = {}): JournalEntry => ({
  kind: 'CONTACT',
  contactNo,
  rootNo,
  erasedAt: null,
  ...more,
});
export const linkTold = (identifierKind: string, value: string, contactNo: number | null): JournalEntry => ({
  kind: 'LINK',
  identifierKind,
  value,
  contactNo,
});
/** An entry of a channel's journal. */
export const activityTold = (activity: string, value: string | null, at: Date, more: object = {}): JournalEntry => ({
  kind: 'ACTIVITY',
  channel: 'EMAIL',
  activity,
  identifierKind: 'EMAIL',
  value,
  at: at.toISOString(),
  machine: false,
  campaign: null,
  link: null,
  sendId: null,
  providerMessageId: null,
  rule: null,
  again: false,
  ...more,
});
