import { groupBy } from '@ucp/kit/align';
import type { Database, Transaction } from '@ucp/kit/database';
import { appendToJournal, batchLimit, type JournalWrite } from '@ucp/kit/journal';
import type { ChannelKind } from '../channel-kind.ts';
import { type ConsentEntry, openQuestions, refusalOfChannel, wholeChannel } from '../domain/consent.ts';
import { consentId, suppressionId, uuidOf } from '../domain/event-id.ts';
import { activeSuppressions, type SuppressionEntry } from '../domain/suppression.ts';
import { malformed, noReaction, type Reaction, type Translated } from '../event.ts';
import {
  type ActivityInsert,
  activityWrite,
  isKnownActivity,
  type KnownEvents,
  knownActivity,
} from '../store/activity-log.ts';
import { findAddresses, lockInOrder, numberAddresses, recallAddresses } from '../store/address-book.ts';
import { campaignWrite } from '../store/campaigns.ts';
import { consentWrite, ledgersOf, type NewConsent, type NewSuppression, suppressionWrite } from '../store/ledger.ts';
import { takeTurns } from '../store/machine-marks.ts';
import { createRememberedAddresses, type RememberedAddresses } from '../store/remembered-addresses.ts';
import { type NewReview, reviewWrite } from '../store/reviews.ts';
import { settingsOf } from '../store/settings.ts';
import { type SourceTally, skippedWrite, sourceCountOfNewWrite, sourceCountWrite } from '../store/source-counts.ts';
import { setTopic, topicLimit, topicNumbers } from '../store/topics.ts';
import { isRefused, type NamedDelivery, nameEvents, type Prepared, prepare } from './ingest-prepare.ts';
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
  readonly announce: () => void;
}): Ingest {
  const { db, channel, announce } = options;
  const remembered = createRememberedAddresses();
  /** Accounts whose last batch held events that were known. */
  const repeating = new Set<number>();

  /**
   * A batch is taken for new, which nearly all are, and taken in again with a look at each event if one is known after all: the
   * key of the log refuses it. Who repeats events repeats many, so that the next batch is looked at from the beginning.
   */
  const commit = async (account: number, deliveries: readonly NamedDelivery[]): Promise<IngestResult[]> => {
    const attempt = (known: KnownEvents) =>
      db.transaction((tx) => ingestBatch(tx, channel, account, deliveries, remembered, known));
    if (!repeating.has(account) && !channel.assignsByMessage) {
      try {
        return await attempt('refuse');
      } catch (error) {
        if (!isKnownActivity(error)) throw error;
        repeating.add(account);
      }
    }
    const results = await attempt('passOver');
    if (results.every(({ events }) => events.every((each) => each === null || each.isNew))) repeating.delete(account);
    return results;
  };

  const enqueue = createIngestQueue<NamedDelivery>(async (account, deliveries) => {
    const results = await commit(account, deliveries);
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
  account: number,
  deliveries: readonly NamedDelivery[],
  remembered: RememberedAddresses,
  known: KnownEvents,
): Promise<IngestResult[]> {
  // Numbers of addresses do not change: they are read before others have to wait.
  const recalled = await recallAddresses(tx, account, remembered, valuesOf(deliveries));
  const turn = takeTurns(tx, channel, account, deliveries);
  // Not awaited yet, and what is behind it fails with it.
  turn.catch(() => {});
  const { arrived, usable, messages } = await prepare(tx, channel, account, deliveries);
  const found = channel.assignsByMessage
    ? new Map([
        ...recalled,
        ...(await findAddresses(
          tx,
          account,
          usable.map(({ value }) => value).filter((value) => !recalled.has(value)),
        )),
      ])
    : recalled;
  const { numbers, write } = await numberAddresses(tx, account, found, usable, ({ value, given, at, event }) => ({
    value,
    given,
    introducedAt: at,
    acquisition: event.acquisition,
  }));
  const noOf = (each: Prepared): number => numbers.get(each.value) ?? 0;
  const reactions = await decide(tx, channel, account, usable, noOf);
  const consequences = consequencesOf(usable, reactions, noOf, await numberTopics(tx, account, reactions));
  const tallies = merged(
    deliveries.map(({ sourceNo, events, skipped }) => ({
      sourceNo,
      received: events.length + skipped.length,
      skipped: [...skipped, ...events.flatMap((each) => (isRefused(channel, each) ? [malformed] : []))],
    })),
  );
  const rows = [...usable.map((each) => rowOf(each, noOf(each))), ...consequences.also];
  // What follows is put together while the database answers.
  const asked = Promise.all([marksOf(tx, channel, account, rows), skippedWrite(tx, account, tallies), turn]);
  const writes: readonly (JournalWrite | null)[] = [
    write,
    activityWrite(channel, account, rows, known),
    campaignWrite(account, rows),
    consentWrite(account, tx.now, consequences.consents),
    suppressionWrite(account, tx.now, consequences.suppressions),
    consequences.reviews.length === 0 ? null : reviewWrite(account, consequences.reviews),
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
  const fresh = new Set(
    known === 'refuse'
      ? arrived.map(({ eventId }) => eventId)
      : (inserted.activity ?? []).map((row) => String(row.event_id)),
  );
  return deliveries.map(({ events }) => ({
    events: events.map((each) =>
      // The same event twice in a batch is new once.
      isRefused(channel, each)
        ? null
        : { isNew: fresh.delete(each.eventId), reaction: reactions.get(each.eventId) ?? noReaction },
    ),
  }));
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

/** What follows from each event whose consequences depend on its address, in the order of the events' times. */
async function decide(
  tx: Transaction,
  channel: ChannelKind,
  account: number,
  prepared: readonly Prepared[],
  noOf: (each: Prepared) => number,
): Promise<Map<string, Reaction>> {
  const reactions = new Map<string, Reaction>();
  const coming = prepared.filter(({ event }) => channel.reactsTo.includes(event.kind));
  if (coming.length === 0) return reactions;
  const addressNos = [...new Set(coming.map(noOf))].sort((a, b) => a - b);
  await lockInOrder(tx, account, addressNos);
  // Decided once, when it came: a word means what it meant then, whatever the account makes of it later.
  const known = await knownActivity(tx, account, coming);
  const reacting = coming.filter(({ eventId }) => !known.has(eventId));
  const ledgers = await ledgersOf(tx, account, addressNos);
  const { settings, topics } = await settingsOf(tx, channel.presets, account);
  const keyOf = (topicNo: number): string | null => topics.find((topic) => topic.topicNo === topicNo)?.key ?? null;
  const noOfKey = (key: string | null): number | undefined =>
    key === null ? wholeChannel : topics.find((topic) => topic.key === key)?.topicNo;
  const consents = groupBy<number, ConsentEntry>(ledgers.consents, (entry) => Object(entry).addressNo);
  const suppressions = groupBy<number, SuppressionEntry>(ledgers.suppressions, (entry) => Object(entry).addressNo);
  for (const each of [...reacting].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const no = noOf(each);
    const consented = consents.get(no) ?? [];
    const suppressed = suppressions.get(no) ?? [];
    const reaction = channel.react(each.event, {
      refused: refusalOfChannel(consented, each.at) !== null,
      pending: openQuestions(consented, each.at).map(({ topicNo, grantUntil }) => ({
        topic: keyOf(topicNo),
        grantUntil,
      })),
      suppressed: activeSuppressions(suppressed, consented, wholeChannel, each.at).map(({ reason }) => reason),
      settings,
      topics,
    });
    reactions.set(each.eventId, reaction);
    const entries = reaction.consents.flatMap((entry, i) => {
      const topicNo = noOfKey(entry.topic);
      return topicNo === undefined ? [] : [entryOf(each, entry, topicNo, i)];
    });
    consents.set(no, [...consented, ...entries]);
    suppressions.set(no, [...suppressed, ...suppressionsOf(each, reaction)]);
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
    entryId: consentId(eventId, place),
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
    validUntil: entry.validMs === undefined ? (entry.validUntil ?? null) : new Date(at.getTime() + entry.validMs),
    grantUntil: null,
    retractedAt: null,
  };
}

const suppressionsOf = ({ eventId, at }: Prepared, { suppressions }: Reaction): SuppressionEntry[] =>
  suppressions.map((entry, i) => ({ ...entry, entryId: suppressionId(eventId, i), occurredAt: at, retractedAt: null }));

interface Consequences {
  readonly consents: NewConsent[];
  readonly suppressions: NewSuppression[];
  readonly also: ActivityInsert[];
  readonly reviews: NewReview[];
}

function consequencesOf(
  prepared: readonly Prepared[],
  reactions: ReadonlyMap<string, Reaction>,
  noOf: (each: Prepared) => number,
  topics: ReadonlyMap<string, number>,
): Consequences {
  const all: Consequences = { consents: [], suppressions: [], also: [], reviews: [] };
  for (const each of prepared) {
    const reaction = reactions.get(each.eventId);
    if (reaction === undefined) continue;
    const addressNo = noOf(each);
    reaction.consents.forEach((entry, i) => {
      const topicNo = entry.topic === null ? wholeChannel : (topics.get(entry.topic) ?? wholeChannel);
      all.consents.push({ ...entryOf(each, entry, topicNo, i), addressNo });
    });
    all.suppressions.push(...suppressionsOf(each, reaction).map((entry) => ({ ...entry, addressNo })));
    if (reaction.review !== null) {
      all.reviews.push({ eventId: each.eventId, addressNo, statedText: reaction.review, occurredAt: each.at });
    }
    reaction.also.forEach((activity, i) => {
      const eventId = uuidOf(`${each.eventId}:also:${i}`);
      all.also.push({ ...rowOf(each, addressNo), ...activity, json: JSON.stringify(activity.details), eventId });
    });
  }
  return all;
}

const rowOf = ({ event, eventId, json, at }: Prepared, addressNo: number): ActivityInsert => ({
  eventId,
  at,
  addressNo,
  kind: event.kind,
  machine: event.machine,
  messageId: event.messageId,
  details: event.details,
  json,
});
