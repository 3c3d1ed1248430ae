import type { AsOf } from '@ucp/kit/as-of';
import { both, type ContactBits, emptyBits, numbersIn, without } from '@ucp/kit/contact-bits';
import type { LeafFact } from '@ucp/kit/leaf';
import { secondOf } from '@ucp/kit/moments';
import type { Channel } from '../channel.ts';
import type { ContactFacts, TopicFact } from '../domain/facts.ts';
import {
  type AskedSend,
  type ChannelPredicate,
  hasConsent,
  isAsked,
  maySend,
  sendsAsked,
} from '../domain/predicate.ts';
import { beginsFrom, type StatusOf, statusSince } from '../domain/status-since.ts';
import { factsAtOnce } from '../store/profile.ts';
import { topicsOf } from '../store/topics.ts';
import type { AccountIndex } from './account-index.ts';
import { withAddress } from './shown-roots.ts';
import {
  ever,
  first,
  isAnyOpen,
  type Judge,
  judge,
  mostColumns,
  type Needed,
  openOf,
  statusNo,
  tableOf,
  verdictColumn,
  withSince,
  withValue,
} from './verdicts.ts';

/** Verdicts are looked for again as often as others say something meanwhile; then SQL answers. */
const patience = 20;

const yes = new Set([first + 1]);
const known = new Set(Array.from({ length: 256 - first }, (_, value) => first + value));

type Judges = ReadonlyMap<string, Judge>;
type Reader = Pick<Channel, 'db' | 'kind' | 'profiles'>;

/** What is told of the parts of predicates about what contacts are. To be asked at once. */
export interface FactLeaves {
  /** For whom they hold. */
  readonly holdsOf: (predicate: ChannelPredicate) => ContactBits;
  /** Where since when a status holds is asked, the second of that by contact number; it is true of those for whom it holds. */
  readonly beganOf: (predicate: ChannelPredicate) => Int32Array | null;
  /** The same as facts, by whole seconds; none where it is not asked. */
  readonly beganFactsOf: (predicate: ChannelPredicate, contacts: ContactBits) => LeafFact[];
}

/**
 * Finds every verdict that the predicates ask for and that is not there. It reads aside, so that nobody else has to wait.
 * @param note told which merges is read by what is not kept
 * @param turn whether it waits for those who find verdicts already, as they may find the same; not where others wait for this question
 * @returns null when SQL has to answer: they ask for more than is kept, contacts change faster than they are judged, or what another
 * question took in meanwhile failed half way
 */
export async function factLeaves(
  channel: Reader,
  index: AccountIndex,
  predicates: readonly ChannelPredicate[],
  statusOf: StatusOf,
  note: AsOf['note'],
  turn: 'after others' | 'at once' = 'after others',
): Promise<FactLeaves | null> {
  const asksTopic = predicates.some(({ consent, canSendOn }) => isAsked(consent?.topic) || isAsked(canSendOn));
  const topics = asksTopic ? await topicsOf(channel.db, index.account) : [];
  const judges = judgesOf(index, predicates, statusOf, topics);
  if (judges.size > mostColumns) return null;
  const asksNow = predicates.flatMap(sendsAsked).filter(({ now }) => now);
  const counts = countsSince(index, predicates);
  const column = (name: string) =>
    verdictColumn(index.verdicts, name, index.roots.below(), judges.get(name) ?? nothing, index.now);
  const needed = () =>
    [...judges.keys()].map((name): Needed => ({ column: column(name), since: name === 'status' ? counts : null }));
  const isOpen = () => isAnyOpen(needed(), index.roots.shown, index.now);
  const findAll = async (): Promise<boolean> => {
    for (let tries = 0; isOpen(); tries++) {
      if (tries === patience) return false;
      const find = () => judgeAll(channel, index, openOf(needed(), index.roots.shown, index.now), needed());
      if (turn === 'after others') index.verdicts.finding = index.verdicts.finding.catch(() => {}).then(find);
      await (turn === 'at once' ? find() : index.verdicts.finding);
    }
    return true;
  };
  if (!(await findAll())) return null;
  /** By the verdict that comes before it. */
  const sendable = new Map<string, ContactBits>();
  for (const asked of asksNow) {
    const name = sendName(asked, topics);
    if (name !== null && !sendable.has(name))
      sendable.set(name, await sendableNow(channel, index, withValue(column(name), yes), asked, note));
  }
  // Reading who is takes a while, in which others may have said something.
  if (sendable.size > 0 && !(await findAll())) return null;
  if (index.broken) return null;
  const sendBits = (asked: AskedSend): ContactBits => {
    const name = sendName(asked, topics);
    if (name === null) return emptyBits(0);
    const ever = withValue(column(name), yes);
    return asked.now ? both(ever, sendable.get(name) ?? new Uint32Array()) : ever;
  };
  const holdsOf: FactLeaves['holdsOf'] = (predicate) => {
    const { status, statusSince: window, consent } = predicate;
    const parts: [ContactBits, boolean][] = [];
    if (isAsked(status)) parts.push([withValue(column('status'), statusesOf(index, status)), true]);
    if (isAsked(window)) parts.push([withSince(column('status'), beginsFrom(window, new Date(index.now))), true]);
    for (const asked of sendsAsked(predicate)) parts.push([sendBits(asked), asked.allowed]);
    if (isAsked(consent)) {
      const name = consentName(consent.topic, topics);
      const given = name === null ? emptyBits(0) : withValue(column(name), yes);
      const asked = name === null ? withAddress(index.roots) : withValue(column(name), known);
      parts.push([asked, true], [given, consent.given ?? true]);
    }
    return parts.reduce((all, [bits, wanted]) => (wanted ? both(all, bits) : without(all, bits)), index.roots.shown);
  };
  const beganOf: FactLeaves['beganOf'] = ({ statusSince: window }) =>
    isAsked(window) ? (column('status').since?.seconds ?? null) : null;
  return {
    holdsOf,
    beganOf,
    beganFactsOf: (predicate, contacts) => {
      const seconds = beganOf(predicate);
      const { values } = column('status');
      return seconds === null
        ? []
        : numbersIn(contacts).map((contact) => ({
            contact,
            at: new Date((seconds[contact] ?? ever) * 1_000),
            channel: channel.kind.name,
            kind: index.verdicts.statuses[(values[contact] ?? first) - first] ?? '',
          }));
    },
  };
}

const nothing: Judge = { judge: () => 0, since: null };

const statusesOf = ({ verdicts }: AccountIndex, statuses: readonly string[]): ReadonlySet<number> =>
  new Set(statuses.map((name) => first + statusNo(verdicts, name)));

/** The statuses of which it is asked since when they hold, as a table; null where nobody asks. Of other contacts nothing is read for it. */
function countsSince(index: AccountIndex, predicates: readonly ChannelPredicate[]): Uint8Array | null {
  const asking = predicates.filter(({ statusSince: window }) => isAsked(window));
  if (asking.length === 0) return null;
  return tableOf(new Set(asking.flatMap(({ status }) => [...(isAsked(status) ? statusesOf(index, status) : known)])));
}

/** The second of a moment, as four bytes have room for it. */
const secondsSince = (facts: ContactFacts, statusOf: StatusOf): number => {
  const since = statusSince(facts, statusOf);
  return since === null ? ever : Math.max(ever, secondOf(since));
};

/** By the number of the topic. Null: there is none of this key, so that nobody is to be judged, as nobody can have consented. */
function nameOn(what: string, key: string | null | undefined, topics: readonly TopicFact[]): string | null {
  if (!isAsked(key)) return what;
  const topic = topics.find((each) => each.key === key);
  return topic === undefined ? null : `${what} ${topic.topicNo}`;
}
const consentName = (key: string | null | undefined, topics: readonly TopicFact[]) => nameOn('consent', key, topics);
/** Of the verdict that leaves sending hours and frequency caps aside. */
const sendName = ({ topic }: AskedSend, topics: readonly TopicFact[]) => nameOn('canSend', topic, topics);

function judgesOf(
  { verdicts }: AccountIndex,
  predicates: readonly ChannelPredicate[],
  statusOf: StatusOf,
  topics: readonly TopicFact[],
): Judges {
  const judges = new Map<string, Judge>();
  const add = (name: string | null, judge: Judge['judge']) => {
    if (name !== null) judges.set(name, { judge, since: null });
  };
  const status = (facts: ContactFacts) => statusNo(verdicts, statusOf(facts));
  for (const predicate of predicates) {
    const { consent } = predicate;
    if (isAsked(predicate.status)) add('status', status);
    for (const { topic, ...asked } of sendsAsked(predicate))
      add(sendName({ topic, ...asked }, topics), (facts) => Number(maySend(facts, { topic, now: false })));
    if (isAsked(consent)) add(consentName(consent.topic, topics), (facts) => Number(hasConsent(facts, consent.topic)));
  }
  if (predicates.some(({ statusSince: window }) => isAsked(window)))
    judges.set('status', { judge: status, since: (facts) => secondsSince(facts, statusOf) });
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
  needed: readonly Needed[],
): Promise<void> {
  const { account, verdicts } = index;
  const columns = needed.map(({ column }) => column);
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

/** Of contacts that may be messaged those for whom sending hours and caps say so right now. @param note told which merges it is by */
async function sendableNow(
  channel: Reader,
  index: AccountIndex,
  contacts: ContactBits,
  asked: AskedSend,
  note: AsOf['note'],
): Promise<ContactBits> {
  const { account } = index;
  const now = contacts.slice();
  const nos = numbersIn(contacts);
  for (let from = 0; from < nos.length; from += factsAtOnce) {
    const some = nos.slice(from, from + factsAtOnce);
    const facts = await channel.profiles.factsWithin({ query: channel.db.readAside }, account, some, null, note);
    for (const no of some) {
      const own = facts.get(no);
      if (own === undefined || !maySend(own, asked)) now[no >>> 5] = (now[no >>> 5] ?? 0) & ~(1 << (no & 31));
    }
  }
  return now;
}
