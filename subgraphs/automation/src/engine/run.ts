import type { Lease } from '@ucp/kit/jobs/lease';
import type { Way } from '../domain/go-on.ts';

/** An enrollment that this worker has, on its way. */
export interface Run {
  readonly way: Way;
  readonly enrollmentNo: number;
  readonly fence: number;
  /** Whom its contact is shown as: filters are asked of it. */
  readonly shownNo: number;
  readonly workflowName: string;
  /** What had woken it when it was claimed. */
  readonly wokenBy: string | null;
  /** What happened already of what it is about to wait for, in one sentence. Absent or null: nothing. */
  happened?: string | null;
  /** Of the message it waited for. */
  readonly messageNo: number | null;
  /** Entries of its log that are written: the drafts of the way come behind them. */
  logCount: number;
}

/** What is done together: of one account, under one lease, at one moment of the rules' clock. */
export interface Batch {
  readonly account: number;
  readonly lease: Lease;
  readonly now: Date;
}
