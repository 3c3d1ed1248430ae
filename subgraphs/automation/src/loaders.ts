import { alignMany, alignOne, groupBy } from '@ucp/kit/align';
import type { Database } from '@ucp/kit/database';
import DataLoader from 'dataloader';
import type { NumberedPlace } from './domain/numbered-place.ts';
import { type BehaviorRow, behaviorsOf } from './store/behaviors.ts';
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

/** Reads of one request: contacts asked for the same page share one statement. */
export interface AutomationLoaders {
  readonly enrollments: (contactNo: number, first: number, before: NumberedPlace | null) => Promise<EnrollmentRow[]>;
  readonly messages: (contactNo: number, first: number, before: NumberedPlace | null) => Promise<MessageRow[]>;
  readonly behaviors: (
    contactNo: number,
    first: number,
    before: { readonly at: Date; readonly id: string } | null,
    names: readonly string[] | null,
  ) => Promise<BehaviorRow[]>;
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

export function createAutomationLoaders(db: Database, account: number): AutomationLoaders {
  const records = recordLoader(db, account);
  return {
    enrollments: (contactNo, first, before) =>
      records('enrollments', contactNo, first, before).then(({ enrollments }) => enrollments),
    messages: (contactNo, first, before) =>
      records('messages', contactNo, first, before).then(({ messages }) => messages),
    behaviors: paged(
      (contactNos, first, before: { readonly at: Date; readonly id: string } | null, names: readonly string[] | null) =>
        behaviorsOf(db, account, contactNos, first, before, names),
    ),
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
