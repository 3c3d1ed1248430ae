import { groupBy } from '@ucp/kit/align';
import type { Database, Transaction } from '@ucp/kit/database';
import { appendToJournal, batchLimit, type JournalWrite } from '@ucp/kit/journal';
import type { ChannelKind } from '../channel-kind.ts';
import { malformed, noReaction, type Reaction, type Translated } from '../event.ts';
import { activityWrite } from '../store/activity-log.ts';
import { numberAddresses } from '../store/address-book.ts';
import { campaignWrite } from '../store/campaigns.ts';
import { takeTurns } from '../store/machine-marks.ts';
import { oursAmong } from '../store/message-outcomes.ts';
import { type SourceTally, skippedWrite, sourceCountWrite } from '../store/source-counts.ts';
import { followUp } from './ingest-consequences.ts';
import { type NamedDelivery, nameEvents, type Prepared, prepare } from './ingest-prepare.ts';
import { createIngestQueue } from './ingest-queue.ts';
import { marksOf } from './machine-clicks.ts';

export interface Ingested {
  /** False: the event was known by its key and changed nothing. */
  readonly isNew: boolean;
  readonly reaction: Reaction;
}

export interface IngestResult {
  /** In the order of the events; null for one whose address is none. */
  readonly events: readonly (Ingested | null)[];
}

/** What one request of a source delivered. */
export interface IngestDelivery extends Translated {
  readonly sourceNo: number;
}

/** Takes in what one request delivered. Resolves after the commit. */
export type Ingest = (account: number, delivery: IngestDelivery) => Promise<IngestResult>;

/** Takes in provider events of an account: 2xx may be answered when it resolves, as all of it is committed then. */
export function createIngest(options: {
  readonly db: Database;
  readonly channel: ChannelKind;
  /** Whether the channel sends messages of its own. */
  readonly sends: boolean;
  readonly announce: () => void;
}): Ingest {
  const { db, channel, sends, announce } = options;
  const enqueue = createIngestQueue<NamedDelivery>(async (account, deliveries) => {
    const results = await db.transaction((tx) => ingestBatch(tx, channel, sends, account, deliveries));
    announce();
    return results;
  });
  return async (account, { sourceNo, events, skipped }) => {
    const results: (Ingested | null)[] = [];
    for (let from = 0; from === 0 || from < events.length; from += batchLimit) {
      const batch = { sourceNo, events: events.slice(from, from + batchLimit), skipped: from === 0 ? skipped : [] };
      results.push(...(await enqueue(account, nameEvents(channel, batch))).events);
    }
    return { events: results };
  };
}

async function ingestBatch(
  tx: Transaction,
  channel: ChannelKind,
  sends: boolean,
  account: number,
  deliveries: readonly NamedDelivery[],
): Promise<IngestResult[]> {
  const events = deliveries.flatMap((delivery) => delivery.events.map(({ event }) => event));
  await takeTurns(tx, channel, account, events, sends);
  const { places, usable: given, messages } = await prepare(tx, channel, account, deliveries);
  const usable = sends ? await withoutOurs(tx, account, given) : given;
  const { numbers, write } = await numberAddresses(
    tx,
    account,
    usable.map(({ value, given, at, event }) => ({ value, given, introducedAt: at, acquisition: event.acquisition })),
  );
  const noOf = (each: Prepared): number => numbers.get(each.value) ?? 0;
  const { reactions, rows, writes: follow } = await followUp(tx, channel, account, usable, noOf);
  const tallies = deliveries.map(({ sourceNo, events: own, skipped }, i) => ({
    sourceNo,
    received: own.length + skipped.length,
    skipped: [...skipped, ...(places[i] ?? []).flatMap(({ refused }) => (refused ? [malformed] : []))],
  }));
  const arrived = [...new Map(places.flat().map((place) => [place.eventId, place])).values()];
  const writes: readonly (JournalWrite | null)[] = [
    write,
    activityWrite(channel, account, rows),
    campaignWrite(account, rows),
    ...follow,
    await marksOf(tx, channel, account, rows),
    ...messages.writes(noOf),
    await skippedWrite(tx, account, merged(tallies)),
    sourceCountWrite(account, tx.now, merged(tallies), arrived, ['activity', ...messages.inserting]),
  ];
  const { rows: inserted } = await appendToJournal(
    tx,
    account,
    writes.filter((each) => each !== null),
  );
  const fresh = new Set((inserted.activity ?? []).map((row) => String(row.event_id)));
  return places.map((list) => ({
    events: list.map(({ eventId, refused }) =>
      // The same event twice in a batch is new once.
      refused ? null : { isNew: fresh.delete(eventId), reaction: reactions.get(eventId) ?? noReaction },
    ),
  }));
}

/** One tally of each source. */
function merged(tallies: readonly SourceTally[]): SourceTally[] {
  return [...groupBy(tallies, ({ sourceNo }) => sourceNo)].map(([sourceNo, own]) => ({
    sourceNo,
    received: own.reduce((sum, { received }) => sum + received, 0),
    skipped: own.flatMap(({ skipped }) => skipped),
  }));
}

/** Of messages that we sent ourselves the send is written when the provider has taken them: it counts once. */
async function withoutOurs(
  tx: Transaction,
  account: number,
  usable: readonly Prepared[],
): Promise<readonly Prepared[]> {
  const ids = usable.flatMap(({ event: { kind, messageId } }) => (kind === 'SEND' ? (messageId ?? []) : []));
  const ours = await oursAmong(tx, account, ids);
  if (ours.size === 0) return usable;
  return usable.filter(({ event: { kind, messageId } }) => kind !== 'SEND' || !ours.has(messageId ?? ''));
}
