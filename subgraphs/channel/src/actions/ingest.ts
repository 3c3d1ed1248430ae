import { groupBy } from '@ucp/kit/align';
import type { Database, Transaction } from '@ucp/kit/database';
import { appendToJournal, batchLimit, type JournalWrite } from '@ucp/kit/journal';
import type { ChannelKind } from '../channel-kind.ts';
import { type ConsentEntry, decisiveConsent, wholeChannel } from '../domain/consent.ts';
import { uuidOf } from '../domain/event-id.ts';
import { activeSuppressions, type SuppressionEntry } from '../domain/suppression.ts';
import { malformed, noReaction, type Reaction, type Translated } from '../event.ts';
import { type ActivityInsert, activityWrite } from '../store/activity-log.ts';
import { lockInOrder, numberAddresses } from '../store/address-book.ts';
import { campaignWrite } from '../store/campaigns.ts';
import { consentWrite, ledgersOf, type NewConsent, type NewSuppression, suppressionWrite } from '../store/ledger.ts';
import { takeTurns } from '../store/machine-marks.ts';
import { type SourceTally, skippedWrite, sourceCountWrite } from '../store/source-counts.ts';
import { setTopic, topicLimit, topicNumbers } from '../store/topics.ts';
import { type Prepared, prepare } from './ingest-prepare.ts';
import { createIngestQueue, type Ingest } from './ingest-queue.ts';
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

/** Takes in provider events of an account: 2xx may be answered when it resolves, as all of it is committed then. */
export function createIngest(options: {
  readonly db: Database;
  readonly channel: ChannelKind;
  readonly announce: () => void;
}): Ingest {
  const { db, channel, announce } = options;
  const enqueue = createIngestQueue(async (account, deliveries) => {
    const results = await db.transaction((tx) => ingestBatch(tx, channel, account, deliveries));
    announce();
    return results;
  });
  return async (account, { sourceNo, events, skipped }) => {
    const results: (Ingested | null)[] = [];
    for (let from = 0; from === 0 || from < events.length; from += batchLimit) {
      const batch = { sourceNo, events: events.slice(from, from + batchLimit), skipped: from === 0 ? skipped : [] };
      results.push(...(await enqueue(account, batch)).events);
    }
    return { events: results };
  };
}

async function ingestBatch(
  tx: Transaction,
  channel: ChannelKind,
  account: number,
  deliveries: readonly IngestDelivery[],
): Promise<IngestResult[]> {
  await takeTurns(tx, channel, account, deliveries);
  const { places, usable, messages } = await prepare(tx, channel, account, deliveries);
  const { numbers, write } = await numberAddresses(
    tx,
    account,
    usable.map(({ value, given, at, event }) => ({ value, given, introducedAt: at, acquisition: event.acquisition })),
  );
  const noOf = (each: Prepared): number => numbers.get(each.value) ?? 0;
  const reactions = await decide(tx, channel, account, usable, noOf);
  const consequences = consequencesOf(usable, reactions, noOf, await numberTopics(tx, account, reactions));
  const tallies = deliveries.map(({ sourceNo, events, skipped }, i) => ({
    sourceNo,
    received: events.length + skipped.length,
    skipped: [...skipped, ...(places[i] ?? []).flatMap(({ refused }) => (refused ? [malformed] : []))],
  }));
  const arrived = [...new Map(places.flat().map((place) => [place.eventId, place])).values()];
  const rows = [...usable.map((each) => rowOf(each, noOf(each))), ...consequences.also];
  const writes: readonly (JournalWrite | null)[] = [
    write,
    activityWrite(channel, account, rows),
    campaignWrite(account, rows),
    consentWrite(account, tx.now, consequences.consents),
    suppressionWrite(account, tx.now, consequences.suppressions),
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

/** What follows from each event whose consequences depend on its address, in the order of the events' times. */
async function decide(
  tx: Transaction,
  channel: ChannelKind,
  account: number,
  prepared: readonly Prepared[],
  noOf: (each: Prepared) => number,
): Promise<Map<string, Reaction>> {
  const reactions = new Map<string, Reaction>();
  const reacting = prepared.filter(({ event }) => channel.reactsTo.includes(event.kind));
  if (reacting.length === 0) return reactions;
  const addressNos = [...new Set(reacting.map(noOf))].sort((a, b) => a - b);
  await lockInOrder(tx, account, addressNos);
  const ledgers = await ledgersOf(tx, account, addressNos);
  const consents = groupBy<number, ConsentEntry>(ledgers.consents, (entry) => Object(entry).addressNo);
  const suppressions = groupBy<number, SuppressionEntry>(ledgers.suppressions, (entry) => Object(entry).addressNo);
  for (const each of [...reacting].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const no = noOf(each);
    const consented = consents.get(no) ?? [];
    const suppressed = suppressions.get(no) ?? [];
    const state = {
      consent: decisiveConsent(consented, wholeChannel, each.at)?.state ?? null,
      suppressed: activeSuppressions(suppressed, consented, wholeChannel, each.at).map(({ reason }) => reason),
    };
    const reaction = channel.react(each.event, state);
    reactions.set(each.eventId, reaction);
    consents.set(no, [
      ...consented,
      ...reaction.consents
        .filter(({ topic }) => topic === null)
        .map((entry, i) => entryOf(each, entry, wholeChannel, i)),
    ]);
    suppressions.set(no, [...suppressed, ...reaction.suppressions.map((entry) => ({ ...entry, occurredAt: each.at }))]);
  }
  return reactions;
}

/** Numbers of the topics that reactions name; a provider's own groups become topics when first met. */
async function numberTopics(
  tx: Transaction,
  account: number,
  reactions: ReadonlyMap<string, Reaction>,
): Promise<Map<string, number>> {
  const keys = new Set([...reactions.values()].flatMap(({ consents }) => consents.flatMap(({ topic }) => topic ?? [])));
  if (keys.size === 0) return new Map();
  const numbers = await topicNumbers(tx, account);
  for (const key of keys) {
    // Beyond the last topic a refusal is one of the whole channel: it narrows, and the provider is not turned away for ever.
    if (numbers.size >= topicLimit) break;
    if (!numbers.has(key)) numbers.set(key, (await setTopic(tx, account, { key, name: key }, false)).topicNo);
  }
  return numbers;
}

type NewEntry = Reaction['consents'][number];

function entryOf({ event, eventId, at }: Prepared, entry: NewEntry, topicNo: number, place: number): ConsentEntry {
  const { ip, userAgent } = event.details;
  return {
    entryId: uuidOf(`${eventId}:consent:${place}`),
    topicNo,
    state: entry.state,
    method: entry.method,
    occurredAt: at,
    recordedAt: at,
    actor: entry.actor,
    statedText: entry.statedText,
    statedTextVersion: null,
    ip: typeof ip === 'string' ? ip : null,
    userAgent: typeof userAgent === 'string' ? userAgent : null,
    validUntil: null,
  };
}

interface Consequences {
  readonly consents: NewConsent[];
  readonly suppressions: NewSuppression[];
  readonly also: ActivityInsert[];
}

function consequencesOf(
  prepared: readonly Prepared[],
  reactions: ReadonlyMap<string, Reaction>,
  noOf: (each: Prepared) => number,
  topics: ReadonlyMap<string, number>,
): Consequences {
  const all: Consequences = { consents: [], suppressions: [], also: [] };
  for (const each of prepared) {
    const reaction = reactions.get(each.eventId);
    if (reaction === undefined) continue;
    const addressNo = noOf(each);
    reaction.consents.forEach((entry, i) => {
      const topicNo = entry.topic === null ? wholeChannel : (topics.get(entry.topic) ?? wholeChannel);
      all.consents.push({ ...entryOf(each, entry, topicNo, i), addressNo });
    });
    reaction.suppressions.forEach((entry, i) => {
      all.suppressions.push({
        ...entry,
        occurredAt: each.at,
        addressNo,
        entryId: uuidOf(`${each.eventId}:suppression:${i}`),
      });
    });
    reaction.also.forEach((activity, i) => {
      all.also.push({ ...rowOf(each, addressNo), ...activity, eventId: uuidOf(`${each.eventId}:also:${i}`) });
    });
  }
  return all;
}

const rowOf = ({ event, eventId, at }: Prepared, addressNo: number): ActivityInsert => ({
  eventId,
  at,
  addressNo,
  kind: event.kind,
  machine: event.machine,
  messageId: event.messageId,
  details: event.details,
});
