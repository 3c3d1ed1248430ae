import { alignMany, alignOne } from '@ucp/kit/align';
import type { Database } from '@ucp/kit/database';
import DataLoader from 'dataloader';
import type { NumberedPlace } from './domain/numbered-place.ts';
import { type BehaviorRow, behaviorsOf } from './store/behaviors.ts';
import {
  type EnrollmentRow,
  enrollmentsByNo,
  enrollmentsOf,
  type LogRow,
  logsOf,
  type MessageRow,
  messagesByNo,
  messagesOf,
} from './store/enrollments.ts';

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
}

export function createAutomationLoaders(db: Database, account: number): AutomationLoaders {
  return {
    enrollments: paged((contactNos, first, before: NumberedPlace | null) =>
      enrollmentsOf(db, account, contactNos, first, before),
    ),
    messages: paged((contactNos, first, before: NumberedPlace | null) =>
      messagesOf(db, account, contactNos, first, before),
    ),
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
  };
}

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
