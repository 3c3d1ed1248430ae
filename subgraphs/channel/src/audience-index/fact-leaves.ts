import { both, type ContactBits, numbersIn, without } from '@ucp/kit/contact-bits';
import type { Channel } from '../channel.ts';
import type { ContactFacts, TopicFact } from '../domain/facts.ts';
import { type ChannelPredicate, hasConsent } from '../domain/predicate.ts';
import { decideSend, mayEverSend } from '../domain/send-decision.ts';
import { factsAtOnce } from '../store/profile.ts';
import { topicsOf } from '../store/topics.ts';
import type { AccountIndex } from './account-index.ts';
import { first, isAnyOpen, judge, mostColumns, openOf, statusNo, verdictColumn, withValue } from './verdicts.ts';

/** Verdicts are looked for again as often as others say something meanwhile; then SQL answers. */
const patience = 20;

const isAsked = <Value>(value: Value | null | undefined): value is Value => value !== null && value !== undefined;
const yes = new Set([first + 1]);
const known = new Set(Array.from({ length: 256 - first }, (_, value) => first + value));

type Judges = ReadonlyMap<string, (facts: ContactFacts) => number>;
type Reader = Pick<Channel, 'db' | 'profiles'>;

/** Of the parts of a predicate about what contacts are, for whom they hold. To be asked at once. */
export type HoldsOf = (predicate: ChannelPredicate) => ContactBits;

/**
 * Finds every verdict that the predicates ask for and that is not there. It reads aside, so that nobody else has to wait.
 * @returns null when SQL has to answer: they ask for more than is kept, contacts change faster than they are judged, or what another
 * question took in meanwhile failed half way
 */
export async function factLeaves(
  channel: Reader,
  index: AccountIndex,
  predicates: readonly ChannelPredicate[],
  statusOf: (facts: ContactFacts) => string,
): Promise<HoldsOf | null> {
  const asksTopic = predicates.some(({ consent }) => isAsked(consent?.topic));
  const topics = asksTopic ? await topicsOf(channel.db, index.account) : [];
  const judges = judgesOf(index, predicates, statusOf, topics);
  if (judges.size > mostColumns) return null;
  const asksNow = predicates.some(({ canSendNow }) => isAsked(canSendNow));
  const column = (name: string) =>
    verdictColumn(index.verdicts, name, index.roots.below(), judges.get(name) ?? (() => 0));
  const columns = () => [...judges.keys()].map(column);
  const isOpen = () => isAnyOpen(columns(), index.roots.shown, index.now);
  const findAll = async (): Promise<boolean> => {
    for (let tries = 0; isOpen(); tries++) {
      if (tries === patience) return false;
      index.verdicts.finding = index.verdicts.finding
        .catch(() => {})
        .then(async () => judgeAll(channel, index, openOf(columns(), index.roots.shown, index.now), columns()));
      await index.verdicts.finding;
    }
    return true;
  };
  if (!(await findAll())) return null;
  const sendable = asksNow ? await sendableNow(channel, index, withValue(column('canSend'), yes)) : null;
  // Reading who is takes a while, in which others may have said something.
  if (sendable !== null && !(await findAll())) return null;
  if (index.broken) return null;
  const now = sendable === null ? new Uint32Array() : both(sendable, withValue(column('canSend'), yes));
  return ({ status, canSend, canSendNow, consent }) => {
    const parts: [ContactBits, boolean][] = [];
    if (isAsked(status))
      parts.push([
        withValue(column('status'), new Set(status.map((name) => first + statusNo(index.verdicts, name)))),
        true,
      ]);
    if (isAsked(canSend)) parts.push([withValue(column('canSend'), yes), canSend]);
    if (isAsked(canSendNow)) parts.push([now, canSendNow]);
    if (isAsked(consent)) {
      const own = column(consentName(consent.topic, topics));
      parts.push([withValue(own, known), true], [withValue(own, yes), consent.given ?? true]);
    }
    return parts.reduce((all, [bits, wanted]) => (wanted ? both(all, bits) : without(all, bits)), index.roots.shown);
  };
}

/** By the number of the topic: one that is made only now has another answer than before. */
const consentName = (key: string | null | undefined, topics: readonly TopicFact[]): string =>
  isAsked(key) ? `consent ${topics.find((topic) => topic.key === key)?.topicNo ?? `to no topic ${key}`}` : 'consent';

function judgesOf(
  { verdicts }: AccountIndex,
  predicates: readonly ChannelPredicate[],
  statusOf: (facts: ContactFacts) => string,
  topics: readonly TopicFact[],
): Judges {
  const judges = new Map<string, (facts: ContactFacts) => number>();
  for (const { status, canSend, canSendNow, consent } of predicates) {
    if (isAsked(status)) judges.set('status', (facts) => statusNo(verdicts, statusOf(facts)));
    if (isAsked(canSend) || isAsked(canSendNow))
      judges.set('canSend', (facts) => Number(mayEverSend(facts, 0, facts.now)));
    if (isAsked(consent))
      judges.set(consentName(consent.topic, topics), (facts) => Number(hasConsent(facts, consent.topic)));
  }
  return judges;
}

const noteTo =
  ({ verdicts }: AccountIndex) =>
  (rev: number): void => {
    verdicts.asOf = Math.max(verdicts.asOf, rev);
  };

async function judgeAll(
  channel: Reader,
  index: AccountIndex,
  contactNos: Uint32Array,
  columns: readonly ReturnType<typeof verdictColumn>[],
): Promise<void> {
  const { account, verdicts } = index;
  for (let from = 0; from < contactNos.length; from += factsAtOnce) {
    const nos = [...contactNos.subarray(from, from + factsAtOnce)];
    const said = new Set<number>();
    verdicts.watching.add(said);
    try {
      const facts = await channel.profiles.factsWithin(
        { query: channel.db.readAside },
        account,
        nos,
        null,
        noteTo(index),
      );
      for (const no of nos) if (!said.has(no)) judge(columns, no, facts.get(no), index.heldAfter);
      verdicts.found += nos.length;
    } finally {
      verdicts.watching.delete(said);
    }
  }
}

/** Of contacts that may be messaged those for whom sending hours and caps say so right now. */
async function sendableNow(channel: Reader, index: AccountIndex, contacts: ContactBits): Promise<ContactBits> {
  const { account } = index;
  const now = contacts.slice();
  const nos = numbersIn(contacts);
  for (let from = 0; from < nos.length; from += factsAtOnce) {
    const some = nos.slice(from, from + factsAtOnce);
    const facts = await channel.profiles.factsWithin(
      { query: channel.db.readAside },
      account,
      some,
      null,
      noteTo(index),
    );
    for (const no of some) {
      const own = facts.get(no);
      if (own === undefined || !decideSend(own, 0, own.now).allowed)
        now[no >>> 5] = (now[no >>> 5] ?? 0) & ~(1 << (no & 31));
    }
  }
  return now;
}
