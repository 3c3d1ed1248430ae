import { groupBy } from '@ucp/kit/align';
import type { Database, Transaction } from '@ucp/kit/database';
import { appendToJournal, batchLimit, type JournalWrite } from '@ucp/kit/journal';
import { createWriteQueue } from '@ucp/kit/write-queue';
import type { ChannelKind } from '../channel-kind.ts';
import { malformed, noReaction, type Reaction, type Translated } from '../event.ts';
import { activityWrite, isKnownActivity, type KnownEvents } from '../store/activity-log.ts';
import { findAddresses, numberAddresses, recallAddresses } from '../store/address-book.ts';
import { campaignWrite } from '../store/campaigns.ts';
import { takeTurns } from '../store/machine-marks.ts';
import { oursAmong } from '../store/message-outcomes.ts';
import { createRememberedAddresses, type RememberedAddresses } from '../store/remembered-addresses.ts';
import { type SourceTally, skippedWrite, sourceCountOfNewWrite, sourceCountWrite } from '../store/source-counts.ts';
import { followUp } from './ingest-consequences.ts';
import { isRefused, type NamedDelivery, nameEvents, type Prepared, prepare } from './ingest-prepare.ts';
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
  const remembered = createRememberedAddresses();
  /** Accounts whose last batch held events that were known. */
  const repeating = new Set<number>();

  /**
   * A batch is taken for new, which nearly all are, and taken in again with a look at each event if one is known after all: the
   * key of the log refuses it. Who repeats events repeats many, so that the next batch is looked at from the beginning.
   */
  const commit = async (account: number, deliveries: readonly NamedDelivery[]): Promise<IngestResult[]> => {
    const attempt = (known: KnownEvents) =>
      db.transaction((tx) => ingestBatch(tx, channel, sends, account, deliveries, remembered, known));
    if (!repeating.has(account) && !channel.assignsByMessage) {
      try {
        return (await attempt('refuse')).results;
      } catch (error) {
        if (!isKnownActivity(error)) throw error;
        repeating.add(account);
      }
    }
    const taken = await attempt('passOver');
    if (!taken.repeated) repeating.delete(account);
    return taken.results;
  };

  const enqueue = createWriteQueue<NamedDelivery, IngestResult>({
    rowsOf: ({ events }) => events.length,
    commit: async (account, deliveries) => {
      const results = await commit(account, deliveries);
      announce();
      return results;
    },
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

interface Taken {
  /** One for each delivery. */
  readonly results: IngestResult[];
  /** Whether activity of it was known before. */
  readonly repeated: boolean;
}

async function ingestBatch(
  tx: Transaction,
  channel: ChannelKind,
  sends: boolean,
  account: number,
  deliveries: readonly NamedDelivery[],
  remembered: RememberedAddresses,
  known: KnownEvents,
): Promise<Taken> {
  // Numbers of addresses do not change: they are read before others have to wait.
  const recalled = await recallAddresses(tx, account, remembered, valuesOf(deliveries));
  const turn = takeTurns(tx, channel, account, deliveries, sends);
  // Not awaited yet; what is behind it fails with it.
  turn.catch(() => {});
  const { arrived, usable: given, messages } = await prepare(tx, channel, account, deliveries);
  const usable = sends ? await withoutOurs(tx, account, given) : given;
  const found = channel.assignsByMessage
    ? new Map([
        ...recalled,
        ...(await findAddresses(
          tx,
          account,
          given.map(({ value }) => value).filter((value) => !recalled.has(value)),
        )),
      ])
    : recalled;
  // Of our own sends too, which tell the address of their message.
  const { numbers, write } = await numberAddresses(
    tx,
    account,
    found,
    given,
    ({ value, given: spelling, at, event }) => ({
      value,
      given: spelling,
      introducedAt: at,
      acquisition: event.acquisition,
    }),
  );
  const noOf = (each: Prepared): number => numbers.get(each.value) ?? 0;
  const { reactions, rows, writes: follow } = await followUp(tx, channel, account, usable, noOf);
  const tallies = merged(
    deliveries.map(({ sourceNo, events, skipped }) => ({
      sourceNo,
      received: events.length + skipped.length,
      skipped: [...skipped, ...events.flatMap((each) => (isRefused(channel, each) ? [malformed] : []))],
    })),
  );
  // What follows is put together while the database answers.
  const asked = Promise.all([marksOf(tx, channel, account, rows), skippedWrite(tx, account, tallies), turn]);
  asked.catch(() => {});
  const writes: readonly (JournalWrite | null)[] = [
    write,
    activityWrite(channel, account, rows, known),
    campaignWrite(account, rows),
    ...follow,
    ...messages.writes(noOf),
    known === 'refuse'
      ? sourceCountWrite(account, tx.now, tallies, usable)
      : sourceCountOfNewWrite(account, tx.now, tallies, arrived, ['activity', ...messages.inserting]),
  ];
  const [marks, skipped] = await asked;
  const { rows: inserted } = await appendToJournal(
    { query: tx.last },
    account,
    [...writes, marks, skipped].filter((each) => each !== null),
  );
  // Committed: what was introduced is known from here on.
  if (write !== null) for (const [value, no] of numbers) if (!found.has(value)) remembered.keep(account, value, no);
  const fresh = new Set(
    known === 'refuse'
      ? usable.map(({ eventId }) => eventId)
      : (inserted.activity ?? []).map((row) => String(row.event_id)),
  );
  const repeated = known === 'passOver' && (inserted.activity ?? []).length < rows.length;
  const results = deliveries.map(({ events }) => ({
    events: events.map((each) =>
      // The same event twice in a batch is new once.
      isRefused(channel, each)
        ? null
        : { isNew: fresh.delete(each.eventId), reaction: reactions.get(each.eventId) ?? noReaction },
    ),
  }));
  return { results, repeated };
}

/** The addresses that events name, each once. */
const valuesOf = (deliveries: readonly NamedDelivery[]): string[] => {
  const values = new Set<string>();
  for (const { events } of deliveries)
    for (const { address } of events) if (address !== null && 'value' in address) values.add(address.value);
  return [...values];
};

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
