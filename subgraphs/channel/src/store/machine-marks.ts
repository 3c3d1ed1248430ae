import type { Statement, Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';
import { type ChannelKind, type ClickRule, kindNo } from '../channel-kind.ts';
import type { Click, Delivery } from '../domain/machine.ts';

/**
 * Joins the mark of an activity `a`, whose account is $1. Whether a machine did it is then `isMachine`: told by the event itself,
 * or found out by others around it.
 */
export const markJoin =
  'left join machine_mark k on k.account_id = $1 and k.address_no = a.address_no and k.event_id = a.event_id';
export const isMachine = '(a.machine or k.event_id is not null)';
/** The join of those marks that a rev has. @param rev SQL of it */
export const markJoinUntil = (rev: string): string => `${markJoin} and k.rev <= ${rev}`;
/** The same without a join, for the activities of a few contacts: beside a limit the join read every mark there is. */
export const isMarked = `(a.machine or coalesce((select true from machine_mark k
      where k.account_id = $1 and k.address_no = a.address_no and k.event_id = a.event_id), false))`;

interface NeighbourRow {
  readonly eventId: string;
  readonly at: Date;
  readonly addressNo: number;
  readonly kind: number;
  readonly machine: boolean;
  readonly messageId: string;
  readonly url: string | null;
  readonly userAgent: string | null;
  readonly [column: string]: unknown;
}

/** The clicks of messages, found by time among all clicks, and the deliveries of those messages that were clicked. */
const neighbours = (clicked: number, delivered: number): Statement => ({
  name: 'click_neighbours',
  text: `/* click_neighbours */ select a.event_id as "eventId", a.at, a.address_no as "addressNo", a.kind, a.machine, a.message_id as "messageId",
      a.details ->> 'url' as url, a.details ->> 'userAgent' as "userAgent"
    from activity a where a.account_id = $1 and a.kind = ${clicked} and a.at between $2 and $3 and a.message_id = any($4::text[])
    union all
    select a.event_id, a.at, a.address_no, a.kind, a.machine, a.message_id, null, null
    from activity a where a.account_id = $1 and a.kind = ${delivered} and a.at between $2 and $3 and a.address_no = any($5::int[]) and a.message_id = any($6::text[])`,
});
const lockAlone: Statement = {
  name: 'ingest_lock',
  text: "/* ingest_lock */ select pg_advisory_xact_lock(hashtextextended('ingest', $1))",
};
const lockShared: Statement = {
  name: 'ingest_lock_shared',
  text: "/* ingest_lock_shared */ select pg_advisory_xact_lock_shared(hashtextextended('ingest', $1))",
};

/**
 * What is judged by events around it must not come in beside them: who brings clicks, or events that name no address, has the
 * account's ingest alone. Deliveries share it with each other, and so do sends, which we write of messages of our own.
 * The first lock of the transaction.
 * @param sends whether the channel sends messages of its own
 */
export async function takeTurns(
  tx: Transaction,
  channel: ChannelKind,
  account: number,
  deliveries: readonly {
    readonly events: readonly { readonly event: { readonly kind: string; readonly messageId: string | null } }[];
  }[],
  sends: boolean,
): Promise<void> {
  const brings = (kind: string | undefined) =>
    deliveries.some(({ events }) => events.some(({ event }) => event.messageId !== null && event.kind === kind));
  if (channel.assignsByMessage || brings(channel.clicks?.clicked)) await ingestAlone(tx, account);
  else if (brings(channel.clicks?.delivered) || (sends && brings('SEND'))) await tx.query(lockShared, [account]);
}

/** Nobody else takes in events of the account until the end of the transaction that need it alone, or that share it. */
export const ingestAlone = (tx: Transaction, account: number): Promise<unknown> => tx.query(lockAlone, [account]);

/**
 * Clicks between two moments: of the messages of these clicks and deliveries. And deliveries between them of the messages
 * that these clicks are of. No order.
 */
export async function clickNeighbours(
  tx: Transaction,
  channel: ChannelKind,
  rule: ClickRule,
  account: number,
  around: { readonly clicks: readonly Click[]; readonly deliveries: readonly Delivery[] },
  between: readonly [Date, Date],
): Promise<{ readonly clicks: Click[]; readonly deliveries: Delivery[] }> {
  const clicked = kindNo(channel, rule.clicked);
  const rows = await tx.query<NeighbourRow>(neighbours(clicked, kindNo(channel, rule.delivered)), [
    account,
    ...between,
    [...new Set([...around.clicks, ...around.deliveries].map(({ messageId }) => messageId))],
    [...new Set(around.clicks.map(({ addressNo }) => addressNo))],
    [...new Set(around.clicks.map(({ messageId }) => messageId))],
  ]);
  return {
    clicks: rows.filter(({ kind }) => kind === clicked),
    deliveries: rows.filter(({ kind }) => kind !== clicked),
  };
}

/** Appends marks; what is marked already is passed over. */
export const machineMarkWrite = (
  account: number,
  marks: readonly { readonly addressNo: number; readonly eventId: string }[],
): JournalWrite => ({
  name: 'machine_marks',
  text: `insert into machine_mark (account_id, address_no, event_id, rev)
    select $1::int, m.address_no, m.event_id, stamp.rev
    from stamp, unnest($2::int[], $3::uuid[]) as m(address_no, event_id) on conflict do nothing`,
  values: [account, marks.map(({ addressNo }) => addressNo), marks.map(({ eventId }) => eventId)],
});
