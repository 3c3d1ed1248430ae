import type { Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';
import type { ChannelKind } from '../channel-kind.ts';
import { lockInOrder } from '../store/address-book.ts';
import {
  addressesByNo,
  messageAddressWrite,
  unassignedEventsOf,
  unassignedTakenWrite,
} from '../store/message-addresses.ts';
import { type FollowUp, followUp } from './ingest-consequences.ts';
import type { Prepared } from './ingest-prepare.ts';

/** A message that a provider has taken, and where it went. */
export interface TakenMessage {
  readonly messageId: string;
  readonly addressNo: number;
}

const nothing: FollowUp = { reactions: new Map(), rows: [], writes: [] };

/**
 * Where events may name their message only: tells the address of messages, and what comes of events that waited for it.
 * @param addressNos further addresses whose locks the transaction needs: all are taken here, in order
 */
export async function assignWaiting(
  tx: Transaction,
  channel: ChannelKind,
  account: number,
  messages: readonly TakenMessage[],
  addressNos: readonly number[],
): Promise<Pick<FollowUp, 'rows' | 'writes'>> {
  if (!channel.assignsByMessage || messages.length === 0) {
    await lockInOrder(tx, account, addressNos);
    return nothing;
  }
  const byId = new Map(messages.map((message) => [message.messageId, message]));
  const events = await unassignedEventsOf(tx, channel, account, [...byId.keys()]);
  const named = events.map((each) => ({ ...each, addressNo: byId.get(each.event.messageId ?? '')?.addressNo ?? 0 }));
  const addresses = await addressesByNo(
    tx,
    account,
    named.map(({ addressNo }) => addressNo),
  );
  const waited = named.flatMap((each): (Prepared & { addressNo: number })[] => {
    const address = addresses.get(each.addressNo);
    return address === undefined ? [] : [{ ...each, ...address, json: JSON.stringify(each.event.details) }];
  });
  await lockInOrder(tx, account, [...addressNos, ...waited.map(({ addressNo }) => addressNo)]);
  const numbers = new Map(waited.map(({ value, addressNo }) => [value, addressNo]));
  const follow =
    waited.length === 0
      ? nothing
      : await followUp(tx, channel, account, waited, ({ value }) => numbers.get(value) ?? 0);
  const writes: readonly (JournalWrite | null)[] = [
    ...follow.writes,
    messageAddressWrite(account, messages),
    unassignedTakenWrite(
      account,
      events.map(({ eventId }) => eventId),
    ),
  ];
  return { rows: follow.rows, writes };
}
