import type { Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';
import type { ChannelKind } from '../channel-kind.ts';
import { uuidOf } from '../domain/event-id.ts';
import { storable } from '../domain/storable.ts';
import type { ChannelEvent } from '../event.ts';
import { firstReceipts } from '../store/activity-log.ts';
import {
  addressesOfMessages,
  messageAddressWrite,
  unassignedEventsOf,
  unassignedTakenWrite,
  unassignedWrite,
} from '../store/message-addresses.ts';
import type { IngestDelivery } from './ingest.ts';

/** A time further ahead than this, in milliseconds, is a wrong clock of somebody else: the receipt's time is taken. */
const futureBound = 10 * 60_000;

/** An event with its id, and what its address comes to; null where it names none. */
export interface NamedEvent {
  readonly event: ChannelEvent;
  readonly eventId: string;
  readonly sourceNo: number;
  readonly address: ReturnType<ChannelKind['normalise']> | null;
}

export interface NamedDelivery {
  readonly sourceNo: number;
  readonly skipped: readonly string[];
  readonly events: readonly NamedEvent[];
}

/** What can be found out of a delivery by itself, before it waits for its turn. */
export const nameEvents = (channel: ChannelKind, { sourceNo, events, skipped }: IngestDelivery): NamedDelivery => ({
  sourceNo,
  skipped,
  events: events.map((given) => {
    const event = storable(given);
    const address = event.address === null ? null : channel.normalise(event.address, null);
    return { event, eventId: uuidOf(`${sourceNo}:${event.key}`), sourceNo, address };
  }),
});

/** An event with its id, its time and its address, as matched and as written. */
export interface Prepared {
  readonly event: ChannelEvent;
  readonly eventId: string;
  readonly sourceNo: number;
  readonly at: Date;
  readonly value: string;
  readonly given: string;
}

/** Where an event of a delivery ended up. */
interface Place {
  readonly eventId: string;
  readonly sourceNo: number;
  /** Its address is none. */
  readonly refused: boolean;
}

export interface PreparedBatch {
  /** One for each event of each delivery, in their order. */
  readonly places: readonly (readonly Place[])[];
  /** Each event once: those that came, and those that waited for the address of their message. */
  readonly usable: readonly Prepared[];
  readonly messages: MessageWrites;
}

interface MessageWrites {
  readonly writes: (noOf: (each: Prepared) => number) => readonly JournalWrite[];
  /** Names of those writes that return the ids of events that came. */
  readonly inserting: readonly string[];
}

interface Timed extends NamedEvent {
  readonly at: Date;
}

/** Gives each event its time where the provider states none that can be repeated, and its address where it names its message. */
export async function prepare(
  tx: Transaction,
  channel: ChannelKind,
  account: number,
  deliveries: readonly NamedDelivery[],
): Promise<PreparedBatch> {
  const unique = [...new Map(deliveries.flatMap(({ events }) => events.map((each) => [each.eventId, each]))).values()];
  const latest = tx.now.getTime() + futureBound;
  const timeless = unique.filter(({ event: { at } }) => at === null || at.getTime() > latest);
  const receipts = await firstReceipts(
    tx,
    account,
    timeless.map(({ eventId }) => eventId),
  );
  const timed: Timed[] = unique.map((each) => ({
    ...each,
    at: receipts.get(each.eventId) ?? each.event.at ?? tx.now,
  }));
  const addressed = timed.flatMap((each) =>
    each.address === null || 'refused' in each.address ? [] : [{ ...each, ...each.address }],
  );
  const { found, messages } = channel.assignsByMessage
    ? await byMessage(tx, channel, account, timed, addressed)
    : { found: [], messages: { writes: () => [], inserting: [] } };
  return {
    places: deliveries.map(({ events }) =>
      events.map(({ eventId, sourceNo, event, address }) => ({
        eventId,
        sourceNo,
        refused: address === null ? !canWait(channel, event) : 'refused' in address,
      })),
    ),
    usable: [...addressed, ...found],
    messages,
  };
}

const canWait = (channel: ChannelKind, { messageId }: ChannelEvent): boolean =>
  channel.assignsByMessage && messageId !== null;

/** Events without an address get that of their message: told before, in this batch, or later, until when they wait. */
async function byMessage(
  tx: Transaction,
  channel: ChannelKind,
  account: number,
  timed: readonly Timed[],
  addressed: readonly Prepared[],
): Promise<{ readonly found: readonly Prepared[]; readonly messages: MessageWrites }> {
  const messageIds = [...new Set(timed.flatMap(({ event }) => event.messageId ?? []))];
  const known = await addressesOfMessages(tx, account, messageIds);
  const told = new Map<string, Prepared>();
  for (const each of addressed) {
    const { messageId } = each.event;
    if (messageId !== null && !known.has(messageId) && !told.has(messageId)) told.set(messageId, each);
  }
  const waited = await unassignedEventsOf(tx, channel, account, [...told.keys()]);
  const addressOf = (messageId: string | null) =>
    messageId === null ? undefined : (known.get(messageId) ?? told.get(messageId));
  const open = [...timed.filter(({ event }) => event.address === null && event.messageId !== null), ...waited];
  const found = new Map<string, Prepared>();
  for (const each of open) {
    const address = addressOf(each.event.messageId);
    if (address !== undefined) found.set(each.eventId, { ...each, value: address.value, given: address.given });
  }
  const waiting = open.filter(({ eventId }) => !found.has(eventId));
  return {
    found: [...found.values()],
    messages: {
      writes: (noOf) => [
        messageAddressWrite(
          account,
          [...told].map(([messageId, each]) => ({ messageId, addressNo: noOf(each) })),
        ),
        unassignedTakenWrite(
          account,
          waited.map(({ eventId }) => eventId),
        ),
        unassignedWrite(channel, account, waiting),
      ],
      inserting: ['unassigned'],
    },
  };
}
