import type { Statement, Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';
import { type ChannelKind, kindName, kindNo } from '../channel-kind.ts';
import type { ChannelEvent } from '../event.ts';

/** An event that waits for the address of its message. */
export interface WaitingEvent {
  readonly eventId: string;
  readonly sourceNo: number;
  readonly at: Date;
  readonly event: ChannelEvent;
}

const addresses: Statement = {
  name: 'addresses_of_messages',
  text: `/* addresses_of_messages */ select m.message_id as "messageId", a.value, a.given
    from message_address m join address a on a.account_id = m.account_id and a.address_no = m.address_no
    where m.account_id = $1 and m.message_id = any($2::text[])`,
};
const byNo: Statement = {
  name: 'addresses_by_no',
  text: `/* addresses_by_no */ select address_no as "addressNo", value, given from address where account_id = $1 and address_no = any($2::int[])`,
};
const waiting: Statement = {
  name: 'unassigned_of_messages',
  text: `/* unassigned_of_messages */ select event_id as "eventId", source_no as "sourceNo", at, kind, message_id as "messageId", details
    from unassigned_event where account_id = $1 and message_id = any($2::text[])`,
};

/** The address each message went to. Messages nobody told it of are absent. */
export async function addressesOfMessages(
  tx: Transaction,
  account: number,
  messageIds: readonly string[],
): Promise<Map<string, { readonly value: string; readonly given: string }>> {
  if (messageIds.length === 0) return new Map();
  const rows = await tx.query<{ messageId: string; value: string; given: string }>(addresses, [account, messageIds]);
  return new Map(rows.map(({ messageId, ...address }) => [messageId, address]));
}

/** As matched and as given, by number. Numbers nobody has are absent. */
export async function addressesByNo(
  tx: Transaction,
  account: number,
  addressNos: readonly number[],
): Promise<Map<number, { readonly value: string; readonly given: string }>> {
  if (addressNos.length === 0) return new Map();
  const rows = await tx.query<{ addressNo: number; value: string; given: string }>(byNo, [account, addressNos]);
  return new Map(rows.map(({ addressNo, ...address }) => [addressNo, address]));
}

/** Events that wait for the address of these messages. No order. */
export async function unassignedEventsOf(
  tx: Transaction,
  channel: ChannelKind,
  account: number,
  messageIds: readonly string[],
): Promise<WaitingEvent[]> {
  if (messageIds.length === 0) return [];
  type Row = Pick<WaitingEvent, 'eventId' | 'sourceNo' | 'at'> & {
    kind: number;
    messageId: string;
    details: Record<string, unknown>;
  };
  const rows = await tx.query<Row>(waiting, [account, messageIds]);
  return rows.map(({ eventId, sourceNo, at, kind, messageId, details }) => ({
    eventId,
    sourceNo,
    at,
    event: {
      key: eventId,
      at,
      address: null,
      kind: kindName(channel, kind),
      machine: false,
      messageId,
      details,
      acquisition: { kind: 'API', detail: 'events of a message' },
    },
  }));
}

/** Notes the address of messages; the first one told holds. */
export const messageAddressWrite = (
  account: number,
  rows: readonly { readonly messageId: string; readonly addressNo: number }[],
): JournalWrite => ({
  name: 'message_addresses',
  text: `insert into message_address (account_id, message_id, address_no)
    select $1::int, m.id, m.no from unnest($2::text[], $3::int[]) as m(id, no) on conflict do nothing`,
  values: [account, rows.map(({ messageId }) => messageId), rows.map(({ addressNo }) => addressNo)],
});

/** Keeps events until the address of their message is told. Gives back the ids of the new ones. */
export const unassignedWrite = (
  channel: ChannelKind,
  account: number,
  rows: readonly WaitingEvent[],
): JournalWrite => ({
  name: 'unassigned',
  text: `insert into unassigned_event (account_id, event_id, source_no, message_id, at, kind, details)
    select $1::int, u.id, u.source_no, u.message_id, u.at, u.kind, u.details
    from unnest($2::uuid[], $3::int[], $4::text[], $5::timestamptz[], $6::smallint[], $7::jsonb[]) as u(id, source_no, message_id, at, kind, details)
    on conflict do nothing returning event_id`,
  values: [
    account,
    rows.map(({ eventId }) => eventId),
    rows.map(({ sourceNo }) => sourceNo),
    rows.map(({ event }) => event.messageId),
    rows.map(({ at }) => at),
    rows.map(({ event }) => kindNo(channel, event.kind)),
    rows.map(({ event }) => JSON.stringify(event.details)),
  ],
});

/** Ends the waiting of events whose address is told now. */
export const unassignedTakenWrite = (account: number, eventIds: readonly string[]): JournalWrite => ({
  name: 'unassigned_taken',
  text: 'delete from unassigned_event where account_id = $1 and event_id = any($2::uuid[])',
  values: [account, eventIds],
});
