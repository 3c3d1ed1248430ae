import { badInput } from '@ucp/kit/errors';
import { latest } from '@ucp/kit/moments';
import { type Connection, connectionOf, decodeCursor, encodeCursor, type PageArguments, pageSize } from '@ucp/kit/page';
import type { ConsentOfAddress } from './actions/record-consent.ts';
import type { ChannelKind } from './channel-kind.ts';
import type { ActivityCount } from './domain/activity-history.ts';
import { type ConsentEntry, currentConsents, decisiveConsent, isGranted, openQuestions } from './domain/consent.ts';
import type { AddressFacts, ContactFacts } from './domain/facts.ts';
import { decideSend, type SendDecision } from './domain/send-decision.ts';
import type { ChannelLoaders } from './loaders.ts';
import { topicNoOf } from './store/topics.ts';

/** Fields that every channel's profile answers alike, out of the facts of one contact. */

/** @throws CodedError NOT_FOUND for an unknown topic, BAD_USER_INPUT for a moment to come */
export async function canSend(
  facts: ContactFacts,
  { topic, at }: { readonly topic?: string | null | undefined; readonly at?: Date | null | undefined },
  { load }: { readonly load: Pick<ChannelLoaders, 'factsAt'> },
): Promise<SendDecision> {
  const topicNo = topicNoOf(facts.topics, topic, ['topic']);
  const moment = momentOf(facts, at);
  const isPast = moment < facts.now && facts.settings.frequencyCaps.length > 0;
  const known = isPast ? await load.factsAt(facts.rootNo, moment) : facts;
  return decideSend(known ?? facts, topicNo, moment);
}

/**
 * What holds for each address and topic at a moment: primary address first, the whole channel before topics, topics by key, as
 * their numbers depend on which was met first.
 */
export function consentsAt(facts: ContactFacts, at: Date | null | undefined): ConsentOfAddress[] {
  const moment = momentOf(facts, at);
  return facts.addresses.flatMap((address) =>
    [...currentConsents(address.consents, moment).values()]
      .map((entry) => consentOf(facts, address, entry))
      .sort((a, b) => ((a.topic?.key ?? '') < (b.topic?.key ?? '') ? -1 : 1)),
  );
}

/** Every entry of the ledger of all addresses, newest first. */
export function consentHistory(facts: ContactFacts, page: PageArguments): Connection<ConsentOfAddress> {
  const size = pageSize(page.first);
  const place = decodeCursor('consentHistory', ['number', 'string'], page.after);
  const entries = facts.addresses
    .flatMap((address) => address.consents.map((entry) => ({ address, entry })))
    .sort((a, b) => compare(placeOf(b.entry), placeOf(a.entry)));
  const rest = place === null ? entries : entries.filter(({ entry }) => compare(placeOf(entry), place) < 0);
  return connectionOf(
    rest.slice(0, size + 1),
    size,
    page.after,
    ({ entry }) => encodeCursor('consentHistory', placeOf(entry)),
    ({ address, entry }) => consentOf(facts, address, entry),
  );
}

const placeOf = (entry: ConsentEntry): [number, string] => [entry.occurredAt.getTime(), entry.entryId];

const compare = (a: readonly (string | number)[], b: readonly (string | number)[]): number =>
  Number(a[0]) - Number(b[0]) || (String(a[1]) < String(b[1]) ? -1 : Number(a[1] !== b[1]));

/** One choice per topic of the account: whether consent for it holds at the primary address. */
export function preferences({
  topics,
  addresses,
  now,
}: ContactFacts): { topic: { key: string; name: string }; subscribed: boolean }[] {
  return topics.map(({ topicNo, key, name }) => {
    const decisive = decisiveConsent(addresses[0].consents, topicNo, now);
    return { topic: { key, name }, subscribed: decisive !== null && isGranted(decisive, now) };
  });
}

/** How often a kind happened, by people or by machines. */
export const countOf = (counts: readonly ActivityCount[], kinds: readonly string[], machine = false): number =>
  counts
    .filter((count) => kinds.includes(count.kind) && count.machine === machine)
    .reduce((sum, { count }) => sum + count, 0);

/** How often it happened, by whomever. */
export const countOfAll = (counts: readonly ActivityCount[], kinds: readonly string[]): number =>
  countOf(counts, kinds) + countOf(counts, kinds, true);

/** When the person, not a machine, last reacted. */
export function lastEngagedAt(channel: ChannelKind, counts: readonly ActivityCount[]): Date | null {
  return latest(
    counts.filter(({ kind, machine }) => !machine && channel.engaged.includes(kind)).map(({ lastAt }) => lastAt),
  );
}

export const evidenceOf = ({ entry }: ConsentOfAddress) => ({
  actor: entry.actor,
  occurredAt: entry.occurredAt,
  recordedAt: entry.recordedAt,
  statedText: entry.statedText,
  statedTextVersion: entry.statedTextVersion,
  ip: entry.ip,
  userAgent: entry.userAgent,
});

function consentOf(facts: ContactFacts, address: AddressFacts, entry: ConsentEntry): ConsentOfAddress {
  const { value, given, addressNo, consents } = address;
  const topic = facts.topics.find(({ topicNo }) => topicNo === entry.topicNo) ?? null;
  const waits =
    entry.state === 'PENDING' && openQuestions(consents, facts.now).some(({ entryId }) => entryId === entry.entryId);
  return { address: value, given, addressNo, entry, topic, waits };
}

function momentOf(facts: ContactFacts, at: Date | null | undefined): Date {
  if (at === null || at === undefined) return facts.now;
  if (at > facts.now) {
    throw badInput(
      ['at'],
      `"at" must not be later than now (${facts.now.toISOString()}): facts to come are not known, got ${at.toISOString()}`,
    );
  }
  return at;
}
