import type { PlaceOfPart } from '@ucp/kit/activity-place';
import { alignMany, alignOne, groupBy } from '@ucp/kit/align';
import type { Database } from '@ucp/kit/database';
import { type Asking, createKeptReads } from '@ucp/kit/kept-reads';
import { type AskList, createSharedReads } from '@ucp/kit/shared-reads';
import type { BaseContext } from '@ucp/kit/subgraph';
import DataLoader from 'dataloader';
import type { BehaviorHistory } from './domain/behavior-history.ts';
import { type Happening, happeningsIn } from './domain/happenings.ts';
import type { NumberedPlace } from './domain/numbered-place.ts';
import { type BehaviorRow, behaviorsOf } from './store/behaviors.ts';
import { type ContactRecords, contactRecords, type RecordList, recordsRead } from './store/contact-records.ts';
import {
  type EnrollmentRow,
  enrollmentsByNo,
  type LogRow,
  logsOf,
  type MessageRow,
  messagesByNo,
  recordsOf,
} from './store/enrollments.ts';
import { type StandingRow, standingOf } from './store/inside.ts';
import { definitionsOf, type VersionKey, type VersionRow, versionsOf } from './store/workflow-versions.ts';

/** Reads of what profiles of contacts are made of. */
export type ReadRecords = (asking: Asking) => AskList<RecordList, ContactRecords>;

export const createReadRecords = (db: Database): ReadRecords =>
  createKeptReads(
    'automation',
    createSharedReads<RecordList, ContactRecords>((account, wanted) => contactRecords(db, account, wanted)),
  );

/**
 * Reads of one request. First pages, which profiles are made of, are read with what others ask at the same time, and once for a
 * client's query; contacts asked for another page share one statement.
 */
export interface AutomationLoaders {
  readonly enrollments: (contactNo: number, first: number, before: NumberedPlace | null) => Promise<EnrollmentRow[]>;
  readonly messages: (contactNo: number, first: number, before: NumberedPlace | null) => Promise<MessageRow[]>;
  readonly behaviors: (
    contactNo: number,
    first: number,
    before: { readonly at: Date; readonly id: string } | null,
    names: readonly string[] | null,
  ) => Promise<BehaviorRow[]>;
  readonly behaviorHistory: (contactNo: number) => Promise<BehaviorHistory>;
  /** Behaviour and ways through workflows, newest first; null where it takes SQL: another page, or a contact enrolled so often. */
  readonly happenings: (contactNo: number, first: number, before: PlaceOfPart | null) => Promise<Happening[] | null>;
  readonly enrollment: DataLoader<number, EnrollmentRow | null>;
  readonly message: DataLoader<number, MessageRow | null>;
  readonly log: DataLoader<number, LogRow[]>;
  /** Versions of a workflow, newest first. */
  readonly versions: DataLoader<number, VersionRow[]>;
  /** Where those inside a workflow stand, in no order. */
  readonly standing: DataLoader<number, StandingRow[]>;
  /** What a version does, as JSON. */
  readonly definition: DataLoader<VersionKey, unknown, string>;
}

/** @param readOf reads of contacts, shared by who asks at the same time */
export function createAutomationLoaders(db: Database, readOf: ReadRecords, asking: BaseContext): AutomationLoaders {
  const { account } = asking.caller;
  const ask = readOf(asking);
  const read: typeof ask = async (list, contactNo) => {
    const found = await ask(list, contactNo);
    asking.asOf.note(found.asOf);
    return found;
  };
  const records = recordLoader(db, account);
  const behaviorPages = paged(
    (contactNos, first, before: { readonly at: Date; readonly id: string } | null, names: readonly string[] | null) =>
      behaviorsOf(db, account, contactNos, first, before, names),
  );
  const behaviorHistory = async (contactNo: number): Promise<BehaviorHistory> => {
    const { behaviors, now } = await read('behaviors', contactNo);
    const own = behaviors.get(contactNo) ?? [];
    return { behaviors: own, isWhole: own.length < recordsRead, now };
  };
  const enrollments = async (contactNo: number) =>
    (await read('enrollments', contactNo)).enrollments.get(contactNo) ?? [];
  return {
    enrollments: async (contactNo, first, before) =>
      before === null && first <= recordsRead
        ? (await enrollments(contactNo)).slice(0, first)
        : (await records('enrollments', contactNo, first, before)).enrollments,
    messages: async (contactNo, first, before) =>
      before === null && first <= recordsRead
        ? ((await read('messages', contactNo)).messages.get(contactNo) ?? []).slice(0, first)
        : (await records('messages', contactNo, first, before)).messages,
    behaviors: async (contactNo, first, before, names) =>
      before === null && names === null && first <= recordsRead
        ? ((await read('behaviors', contactNo)).behaviors.get(contactNo) ?? []).slice(0, first)
        : behaviorPages(contactNo, first, before, names),
    behaviorHistory,
    happenings: async (contactNo, first, before) => {
      if (before !== null || first > recordsRead) return null;
      const [behaviors, entered] = await Promise.all([read('behaviors', contactNo), enrollments(contactNo)]);
      // Who entered long ago may have left only now.
      if (entered.length === recordsRead) return null;
      return happeningsIn(behaviors.behaviors.get(contactNo) ?? [], entered).slice(0, first);
    },
    enrollment: new DataLoader(async (numbers) =>
      alignOne(numbers, await enrollmentsByNo(db, account, numbers), ({ enrollmentNo }) => enrollmentNo),
    ),
    message: new DataLoader(async (numbers) =>
      alignOne(numbers, await messagesByNo(db, account, numbers), ({ messageNo }) => messageNo),
    ),
    log: new DataLoader(async (numbers) =>
      alignMany(numbers, await logsOf(db, account, numbers), ({ enrollmentNo }) => enrollmentNo),
    ),
    versions: new DataLoader(async (numbers) =>
      alignMany(numbers, await versionsOf(db, account, numbers), ({ workflowNo }) => workflowNo),
    ),
    standing: new DataLoader(async (numbers) =>
      alignMany(numbers, await standingOf(db, account, numbers), ({ workflowNo }) => workflowNo),
    ),
    definition: new DataLoader<VersionKey, unknown, string>(
      async (keys) => {
        const rows = alignOne(keys.map(versionName), await definitionsOf(db, account, keys), versionName);
        return rows.map((row) => row?.definition ?? null);
      },
      { cacheKeyFn: versionName },
    ),
  };
}

const versionName = ({ workflowNo, version }: VersionKey): string => `${workflowNo} ${version}`;

/** One loader for each page that is asked for. */
function paged<Row extends { readonly asked: number }, Rest extends readonly unknown[]>(
  read: (contactNos: readonly number[], first: number, ...rest: Rest) => Promise<Row[]>,
): (contactNo: number, first: number, ...rest: Rest) => Promise<Row[]> {
  const pages = new Map<string, DataLoader<number, Row[]>>();
  return (contactNo, first, ...rest) => {
    const key = JSON.stringify([first, ...rest]);
    const page =
      pages.get(key) ??
      new DataLoader<number, Row[]>(async (contactNos) =>
        alignMany(contactNos, await read(contactNos, first, ...rest), ({ asked }) => asked),
      );
    pages.set(key, page);
    return page.load(contactNo);
  };
}

interface RecordKey {
  readonly list: 'enrollments' | 'messages';
  readonly contactNo: number;
  readonly first: number;
  readonly before: NumberedPlace | null;
}
type Records = Awaited<ReturnType<typeof recordsOf>>;

/** Pages of enrollments and of messages that are asked for together share one statement. */
function recordLoader(
  db: Database,
  account: number,
): (...key: [RecordKey['list'], number, number, NumberedPlace | null]) => Promise<Records> {
  const loader = new DataLoader<RecordKey, Records, string>(
    async (keys) => {
      const pages = groupBy(keys, ({ list, first, before }) => JSON.stringify([list, first, before]));
      const pagesOf = (list: RecordKey['list']): RecordKey[][] =>
        [...pages.values()].filter(([key]) => key?.list === list);
      const [enrollments, messages] = [pagesOf('enrollments'), pagesOf('messages')];
      const found = new Map<RecordKey, Records>();
      for (let i = 0; i < Math.max(enrollments.length, messages.length); i++) {
        const records = await recordsOf(db, account, pageOf(enrollments[i]), pageOf(messages[i]));
        for (const key of [...(enrollments[i] ?? []), ...(messages[i] ?? [])]) {
          found.set(key, {
            enrollments: records.enrollments.filter(({ asked }) => asked === key.contactNo),
            messages: records.messages.filter(({ asked }) => asked === key.contactNo),
          });
        }
      }
      return keys.map((key) => found.get(key) ?? { enrollments: [], messages: [] });
    },
    { cacheKeyFn: (key) => JSON.stringify(key) },
  );
  return (list, contactNo, first, before) => loader.load({ list, contactNo, first, before });
}

const pageOf = (keys: readonly RecordKey[] | undefined) => {
  const [key] = keys ?? [];
  return key === undefined || keys === undefined
    ? null
    : { contactNos: keys.map(({ contactNo }) => contactNo), first: key.first, before: key.before };
};
