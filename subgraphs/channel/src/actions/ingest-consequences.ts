import { groupBy } from '@ucp/kit/align';
import type { Transaction } from '@ucp/kit/database';
import type { JournalWrite } from '@ucp/kit/journal';
import type { ChannelKind } from '../channel-kind.ts';
import { type ConsentEntry, openQuestions, refusalOfChannel, wholeChannel } from '../domain/consent.ts';
import { consentId, suppressionId, uuidOf } from '../domain/event-id.ts';
import { activeSuppressions, type SuppressionEntry } from '../domain/suppression.ts';
import type { Reaction } from '../event.ts';
import { type ActivityInsert, knownActivity } from '../store/activity-log.ts';
import { lockInOrder } from '../store/address-book.ts';
import { consentWrite, ledgersOf, type NewConsent, type NewSuppression, suppressionWrite } from '../store/ledger.ts';
import { type NewReview, reviewWrite } from '../store/reviews.ts';
import { settingsOf } from '../store/settings.ts';
import { setTopic, topicLimit, topicNumbers } from '../store/topics.ts';
import type { Prepared } from './ingest-prepare.ts';

/** What events come to: their activity with what follows from them, and the writes beside it. */
export interface FollowUp {
  /** By event. */
  readonly reactions: ReadonlyMap<string, Reaction>;
  readonly rows: readonly ActivityInsert[];
  readonly writes: readonly (JournalWrite | null)[];
}

/** Decides what follows from events, under the locks of their addresses. */
export async function followUp(
  tx: Transaction,
  channel: ChannelKind,
  account: number,
  usable: readonly Prepared[],
  noOf: (each: Prepared) => number,
): Promise<FollowUp> {
  const reactions = await decide(tx, channel, account, usable, noOf);
  const consequences = consequencesOf(usable, reactions, noOf, await numberTopics(tx, account, reactions));
  return {
    reactions,
    rows: [...usable.map((each) => rowOf(each, noOf(each))), ...consequences.also],
    writes: [
      consentWrite(account, tx.now, consequences.consents),
      suppressionWrite(account, tx.now, consequences.suppressions),
      consequences.reviews.length === 0 ? null : reviewWrite(account, consequences.reviews),
    ],
  };
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
