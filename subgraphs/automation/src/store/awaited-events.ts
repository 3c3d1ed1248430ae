import { plainArray, textArray } from '@ucp/kit/array-text';
import type { Statement, Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';

/** Something that happened to a contact, and a step that waits for it. */
export interface AwaitedEvent {
  /** Original contact at whose identifier it happened. */
  readonly contactNo: number;
  readonly workflowNo: number;
  readonly version: number;
  readonly step: string;
  readonly at: Date;
  readonly cause: string;
  /** Of the message it is about, where only messages of the enrollment itself count. */
  readonly channel: string | null;
  readonly sendId: string | null;
}

const lockEvents = (mode: '' | '_shared'): Statement => ({
  name: `events_lock${mode}`,
  text: `/* events_lock${mode} */ select pg_advisory_xact_lock${mode}(hashtextextended('automation events', $1))`,
});
const alone = lockEvents('');
const shared = lockEvents('_shared');

/**
 * Whoever takes in events of an account has it alone until the end of the transaction: nobody begins to wait, and no identifier
 * becomes somebody's, that it does not see. The first lock of the transaction.
 */
export const takeEventsAlone = (tx: Transaction, account: number): Promise<unknown> => tx.query(alone, [account]);

/** Until the end of the transaction nobody takes in events of an account, nor what follows from contacts. Before rows are locked. */
export const holdEvents = (tx: Transaction, account: number): Promise<unknown> => tx.query(shared, [account]);

/** That it is about a message of the enrollment, where that is asked. @param event of which table its columns are */
const isOfOwnMessage = (
  event: string,
): string => `(${event}.send_id is null or exists (select 1 from triggered_message m
      where m.account_id = $1::int and m.enrollment_no = e.enrollment_no and m.channel = ${event}.channel and m.send_id = ${event}.send_id))`;
/** The same where messages of $8, $9 and $10 are written only behind it, in the same transaction. */
const isOfNewMessage = (
  event: string,
): string => `exists (select 1 from unnest($8::int[], $9::text[], $10::text[]) as n(enrollment_no, channel, send_id)
      where n.enrollment_no = e.enrollment_no and n.channel = ${event}.channel and n.send_id = ${event}.send_id)`;
/** Providers tell of whole seconds. */
const isSince = (event: string, since: string): string => `${event}.at >= date_trunc('second', ${since})`;

const columns = (events: readonly AwaitedEvent[]): unknown[] => [
  plainArray(events.map(({ contactNo }) => contactNo)),
  plainArray(events.map(({ workflowNo }) => workflowNo)),
  plainArray(events.map(({ version }) => version)),
  textArray(events.map(({ step }) => step)),
  events.map(({ at }) => at),
  textArray(events.map(({ cause }) => cause)),
  textArray(events.map(({ channel }) => channel)),
  textArray(events.map(({ sendId }) => sendId)),
];
const asTable = `unnest($2::int[], $3::int[], $4::int[], $5::text[], $6::timestamptz[], $7::text[], $8::text[], $9::text[])
      as u(contact_no, workflow_no, version, step, at, cause, channel, send_id)`;

/** Keeps what somebody may be about to wait for. */
const keepWrite = (account: number, events: readonly AwaitedEvent[], until: Date): JournalWrite => ({
  name: 'awaited_events',
  text: `insert into awaited_event (account_id, contact_no, workflow_no, version, step, at, cause, channel, send_id, until)
    select $1::int, u.*, $10::timestamptz from ${asTable}`,
  values: [account, ...columns(events), until],
});

/** Wakes those who wait for what happened to whoever they are shown as; who stands still is woken when it goes on. */
const wakeWrite = (account: number, events: readonly AwaitedEvent[], now: Date): JournalWrite => ({
  name: 'woken',
  text: `update enrollment e set woken_by = coalesce(e.woken_by, w.cause), due_at = case when e.parked is null then $10::timestamptz end,
      parked_due = case when e.parked is not null then $10::timestamptz end
    from (select e.enrollment_no, u.cause from ${asTable}
      join contact h on h.account_id = $1::int and h.contact_no = u.contact_no
      join contact c on c.account_id = $1::int and c.root_no = h.root_no
      join enrollment e on e.account_id = $1::int and e.contact_no = c.contact_no and e.workflow_no = u.workflow_no and e.version = u.version
        and e.current_step = u.step and e.waits_for = 'EVENT' and ${isSince('u', 'e.step_since')} and ${isOfOwnMessage('u')}
      order by e.enrollment_no for no key update of e) w
    where e.account_id = $1::int and e.enrollment_no = w.enrollment_no returning e.enrollment_no`,
  values: [account, ...columns(events), now],
  first: true,
});

export const awaitedWrites = (
  account: number,
  events: readonly AwaitedEvent[],
  { now, until }: { readonly now: Date; readonly until: Date },
): JournalWrite[] => (events.length === 0 ? [] : [wakeWrite(account, events, now), keepWrite(account, events, until)]);

const since: Statement = {
  name: 'awaited_events_since',
  text: `/* awaited_events_since */ select distinct on (e.enrollment_no) e.enrollment_no as "enrollmentNo", a.cause
    from unnest($2::int[], $3::int[], $4::int[], $5::int[], $6::text[], $7::timestamptz[], $11::text[], $12::text[])
      as e(enrollment_no, shown_no, workflow_no, version, step, since, entered_by, woken_by)
      join contact s on s.account_id = $1 and s.contact_no = e.shown_no
      join contact c on c.account_id = $1 and c.root_no = s.root_no
      join awaited_event a on a.account_id = $1 and a.contact_no = c.contact_no and a.workflow_no = e.workflow_no and a.version = e.version
        and a.step = e.step and ${isSince('a', 'e.since')} and (${isOfOwnMessage('a')} or ${isOfNewMessage('a')})
      and a.cause is distinct from e.woken_by and a.cause is distinct from coalesce(e.entered_by, (select d.cause from enrollment d where d.account_id = $1 and d.enrollment_no = e.enrollment_no))
    order by e.enrollment_no, a.at`,
};

/** An enrollment that is about to be written as waiting for something to happen. */
export interface BeginningWait {
  readonly enrollmentNo: number;
  readonly shownNo: number;
  readonly workflowNo: number;
  readonly version: number;
  readonly step: string;
  readonly since: Date;
  /** What lets them in now; null: they are inside, and it is on record. It is nothing that they wait for. */
  readonly enteredBy: string | null;
  /** What had them go on from the step before; null: nothing that happened. Nor is that what they wait for. */
  readonly wokenBy: string | null;
  /** Messages it asked for on the way to the step: people may have opened them before they are written here. */
  readonly messages: readonly { readonly channel: string; readonly sendId: string }[];
}

/**
 * What happened already of what enrollments are about to wait for, by enrollment: whoever was told of it did not see them wait. What let
 * them in does not count, nor what had them go on to the step, which may be of the same second. Until the end of the transaction nobody takes in events that would not see them either. Before rows of enrollments are locked.
 */
export async function causesSince(
  tx: Transaction,
  account: number,
  waits: readonly BeginningWait[],
): Promise<Map<number, string>> {
  if (waits.length === 0) return new Map();
  await holdEvents(tx, account);
  const messages = waits.flatMap((wait) => wait.messages.map((message) => ({ ...message, ...wait })));
  const rows = await tx.query<{ enrollmentNo: number; cause: string }>(since, [
    account,
    plainArray(waits.map(({ enrollmentNo }) => enrollmentNo)),
    plainArray(waits.map(({ shownNo }) => shownNo)),
    plainArray(waits.map(({ workflowNo }) => workflowNo)),
    plainArray(waits.map(({ version }) => version)),
    textArray(waits.map(({ step }) => step)),
    waits.map((wait) => wait.since),
    plainArray(messages.map(({ enrollmentNo }) => enrollmentNo)),
    textArray(messages.map(({ channel }) => channel)),
    textArray(messages.map(({ sendId }) => sendId)),
    textArray(waits.map(({ enteredBy }) => enteredBy)),
    textArray(waits.map(({ wokenBy }) => wokenBy)),
  ]);
  return new Map(rows.map(({ enrollmentNo, cause }) => [enrollmentNo, cause]));
}
