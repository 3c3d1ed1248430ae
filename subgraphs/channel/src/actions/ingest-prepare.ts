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
  /** The event's details as JSON. */
  readonly json: string;
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
    const { event, json } = storable(given);
    const address = event.address === null ? null : channel.normalise(event.address, null);
    return { event, eventId: uuidOf(`${sourceNo}:${event.key}`), sourceNo, json, address };
  }),
});

/** An event with its id, its time and its address, as matched and as written. */
export interface Prepared {
  readonly event: ChannelEvent;
  readonly eventId: string;
  readonly sourceNo: number;
  readonly json: string;
  readonly at: Date;
  readonly value: string;
  readonly given: string;
}

export interface PreparedBatch {
  /** Each event that came, once. */
  readonly arrived: readonly NamedEvent[];
  /** Each event once: those that came, and those that waited for the address of their message. */
  readonly usable: readonly Prepared[];
  readonly messages: MessageWrites;
}

interface MessageWrites {
  readonly writes: (noOf: (each: Prepared) => number) => readonly JournalWrite[];
  /** Names of those writes that return the ids of events that came. */
  readonly inserting: readonly string[];
}

/** An event that tells no address. */
type Unaddressed = Omit<Prepared, 'value' | 'given'>;

/** Gives each event its time where the provider states none that can be repeated, and its address where it names its message. */
export async function prepare(
  tx: Transaction,
  channel: ChannelKind,
  account: number,
  deliveries: readonly NamedDelivery[],
): Promise<PreparedBatch> {
  const unique = new Map<string, NamedEvent>();
  for (const { events } of deliveries) for (const each of events) unique.set(each.eventId, each);
  const arrived = [...unique.values()];
  const latest = tx.now.getTime() + futureBound;
  const timeless = arrived.filter(({ event: { at } }) => at === null || at.getTime() > latest);
  const receipts = await firstReceipts(
    tx,
    account,
    timeless.map(({ eventId }) => eventId),
  );
  const usable: Prepared[] = [];
  const unaddressed: Unaddressed[] = [];
  // Field by field: to spread one object into the next took a tenth of all that is done with an event here.
  for (const { event, eventId, sourceNo, json, address } of arrived) {
    const at = receipts.get(eventId) ?? event.at ?? tx.now;
    if (address === null) unaddressed.push({ event, eventId, sourceNo, json, at });
    else if (!('refused' in address))
      usable.push({ event, eventId, sourceNo, json, at, value: address.value, given: address.given });
  }
  if (!channel.assignsByMessage) return { arrived, usable, messages: { writes: () => [], inserting: [] } };
  const { found, messages } = await byMessage(tx, channel, account, usable, unaddressed);
  return { arrived, usable: [...usable, ...found], messages };
}

/** Whether an event can come to nothing: its address is none, or it names neither an address nor a message to find it by. */
export const isRefused = (channel: ChannelKind, { event, address }: NamedEvent): boolean =>
  address === null ? !canWait(channel, event) : 'refused' in address;

const canWait = (channel: ChannelKind, { messageId }: ChannelEvent): boolean =>
  channel.assignsByMessage && messageId !== null;

/** Events without an address get that of their message: told before, in this batch, or later, until when they wait. */
async function byMessage(
  tx: Transaction,
  channel: ChannelKind,
  account: number,
  addressed: readonly Prepared[],
  unaddressed: readonly Unaddressed[],
): Promise<{ readonly found: readonly Prepared[]; readonly messages: MessageWrites }> {
  const messageIds = [...new Set([...addressed, ...unaddressed].flatMap(({ event }) => event.messageId ?? []))];
  const known = await addressesOfMessages(tx, account, messageIds);
  const told = new Map<string, Prepared>();
  for (const each of addressed) {
    const { messageId } = each.event;
    if (messageId !== null && !known.has(messageId) && !told.has(messageId)) told.set(messageId, each);
  }
  const waited = await unassignedEventsOf(tx, channel, account, [...told.keys()]);
  const addressOf = (messageId: string | null) =>
    messageId === null ? undefined : (known.get(messageId) ?? told.get(messageId));
  const open: readonly Unaddressed[] = [
    ...unaddressed.filter(({ event }) => event.messageId !== null),
    ...waited.map((each) => ({ ...each, json: JSON.stringify(each.event.details) })),
  ];
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
