import { plainArray } from '@ucp/kit/array-text';
import type { Database, Statement } from '@ucp/kit/database';
import { addLaneJobs } from './lanes.ts';

export interface DateTriggerRow {
  readonly account: number;
  readonly workflowNo: number;
  readonly version: number;
  readonly publishedAt: Date;
  readonly [column: string]: unknown;
}

const list: Statement = {
  name: 'date_triggers',
  text: `/* date_triggers */ select t.account_id as account, t.workflow_no as "workflowNo", t.version, coalesce(v.published_at, v.made_at) as "publishedAt"
    from workflow_trigger t join workflow_version v on v.account_id = t.account_id and v.workflow_no = t.workflow_no and v.version = t.version
    where t.kind = 'DATE' order by t.account_id, t.workflow_no`,
};
const moment: Statement = {
  name: 'moment_now',
  text: `/* moment_now */ select date_trunc('milliseconds', now() + $1::interval) as now`,
};
const done: Statement = {
  name: 'date_trigger_day',
  text: '/* date_trigger_day */ select 1 from date_trigger_day where account_id = $1 and workflow_no = $2 and day = $3::date',
};
const take: Statement = {
  name: 'date_trigger_day_take',
  text: `/* date_trigger_day_take */ insert into date_trigger_day (account_id, workflow_no, day) values ($1, $2, $3::date)
    on conflict do nothing returning day`,
};
const enter: Statement = {
  name: 'date_trigger_enter',
  text: `/* date_trigger_enter */ insert into entry (account_id, workflow_no, contact_no, cause, at)
    select $1::int, $2::int, no, $4::text, $5::timestamptz from unnest($3::int[]) as no`,
};

/** Entries of one statement. */
const atOnce = 5_000;

/** Live triggers of days, over all accounts. */
export const dateTriggers = (db: Database): Promise<DateTriggerRow[]> => db.readAside<DateTriggerRow>(list, []);

/** The database's time. */
export async function momentNow(db: Database): Promise<Date> {
  const [row] = await db.readAside<{ now: Date }>(moment, [db.clockOffset()]);
  if (row === undefined) throw new Error('the database told no time');
  return row.now;
}

export const isDone = async (db: Database, account: number, workflowNo: number, day: string): Promise<boolean> =>
  (await db.readAside(done, [account, workflowNo, day])).length > 0;

/** Notes who enters for a day, all of them or none; nobody where somebody else did. */
export const enterOnDay = (
  db: Database,
  account: number,
  {
    workflowNo,
    day,
    cause,
    at,
  }: { readonly workflowNo: number; readonly day: string; readonly cause: string; readonly at: Date },
  contactNos: readonly number[],
): Promise<void> =>
  db.transaction(async (tx) => {
    if ((await tx.query(take, [account, workflowNo, day])).length === 0) return;
    for (let from = 0; from < contactNos.length; from += atOnce) {
      const portion = plainArray(contactNos.slice(from, from + atOnce));
      await tx.query(enter, [account, workflowNo, portion, cause, at]);
    }
    if (contactNos.length > 0) await addLaneJobs(tx, account, contactNos.length);
  });
