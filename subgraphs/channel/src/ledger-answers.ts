import { momentOf } from '@ucp/kit/caller';
import { bitsOf, both, type ContactBits, numbersIn } from '@ucp/kit/contact-bits';
import type { Transaction } from '@ucp/kit/database';
import { contactNoOf } from '@ucp/kit/ids';
import { amountsOf, factsAmong, type LeafAnswer, type LeafFact, timesOf } from '@ucp/kit/leaf';
import type { Channel } from './channel.ts';
import type { ChannelContext } from './channel-resolvers.ts';
import type { ContactFacts } from './domain/facts.ts';
import { asksForFacts, type ChannelPredicate, holdsFor } from './domain/predicate.ts';
import { whatWasDone, whoDid } from './store/done.ts';
import { factsAtOnce } from './store/profile.ts';
import { shownContacts } from './store/shown-contacts.ts';

/** Who asks, and is told which merges what was read knew of. */
export type AskingLedgers = Pick<ChannelContext, 'caller' | 'asOf'>;

/** Who matches each predicate, by SQL: for some contacts, for another moment, or for the whole account. */
export function answersOfLedgers(
  channel: Pick<Channel, 'db' | 'kind' | 'profiles'>,
  asking: AskingLedgers,
  predicates: readonly ChannelPredicate[],
  contactIds: readonly string[] | null | undefined,
  statusOf: (facts: ContactFacts) => string,
): Promise<LeafAnswer[]> {
  const { db } = channel;
  if (contactIds !== null && contactIds !== undefined) {
    const named = contactIds.flatMap((id) => contactNoOf(asking.caller.account, id) ?? []);
    return answersOfNamed(channel, asking, predicates, named, statusOf);
  }
  const answers = (reader: Reader) => answersOfAll(channel, asking, reader, predicates, statusOf);
  // What takes several statements is read at once, however long that is: merges are committed meanwhile.
  return predicates.every(isOfEvents) ? answers({ query: db.readAside }) : db.snapshot(answers);
}

type Reader = Pick<Transaction, 'query'>;

/** Whether events alone decide who matches. */
const isOfEvents = (predicate: ChannelPredicate): boolean =>
  (predicate.did?.length ?? 0) > 0 && !asksForFacts(predicate);

async function answersOfNamed(
  channel: Pick<Channel, 'db' | 'kind' | 'profiles'>,
  asking: AskingLedgers,
  predicates: readonly ChannelPredicate[],
  named: readonly number[],
  statusOf: (facts: ContactFacts) => string,
): Promise<LeafAnswer[]> {
  const { db, kind } = channel;
  const dids = predicates.flatMap(({ did }) => did ?? []);
  const known = await whatWasDone(db, 'few', kind, asking, dids, named);
  const holding = await whomTheyHoldFor(channel, asking, { query: db.read }, predicates, named, statusOf);
  return eachOf(predicates, (predicate, first, last) => {
    const lists = known.slice(first, last);
    const doers = lists.map((facts) => bitsOf(facts.map(({ contact }) => contact)));
    const contacts = doers.reduce(both, bitsOf(holding.get(predicate) ?? named));
    return answerOfLedgers(channel, asking, predicate, contacts, lists);
  });
}

async function answersOfAll(
  channel: Pick<Channel, 'db' | 'kind' | 'profiles'>,
  asking: AskingLedgers,
  reader: Reader,
  predicates: readonly ChannelPredicate[],
  statusOf: (facts: ContactFacts) => string,
): Promise<LeafAnswer[]> {
  const { db, kind } = channel;
  const dids = predicates.flatMap(({ did }) => did ?? []);
  const doers = (await whoDid(reader, db.clockOffset(), kind, asking, dids)).map(bitsOf);
  const everybody = predicates.every(isOfEvents)
    ? null
    : await shownContacts(reader, asking.caller.account, asking.asOf.note);
  const holding = await whomTheyHoldFor(channel, asking, reader, predicates, everybody ?? [], statusOf);
  return eachOf(predicates, (predicate, first, last) => {
    const held = holding.get(predicate) ?? everybody;
    const sets = [...(held === null ? [] : [bitsOf(held)]), ...doers.slice(first, last)];
    return answerOfLedgers(channel, asking, predicate, sets.reduce(both), null);
  });
}

/** Each predicate with the places of its conditions among those of all. */
function eachOf(
  predicates: readonly ChannelPredicate[],
  answer: (predicate: ChannelPredicate, first: number, last: number) => LeafAnswer,
): LeafAnswer[] {
  let next = 0;
  return predicates.map((predicate) => {
    const first = next;
    next = first + (predicate.did?.length ?? 0);
    return answer(predicate, first, next);
  });
}

/** An answer whose contacts are known. @param lists what each condition was met by; null: it is read when it is asked for */
export function answerOfLedgers(
  { db, kind }: Pick<Channel, 'db' | 'kind'>,
  asking: AskingLedgers,
  { did }: ChannelPredicate,
  contacts: ContactBits,
  lists: readonly (readonly LeafFact[])[] | null,
): LeafAnswer {
  const facts = async (among: ContactBits | null): Promise<readonly LeafFact[]> => {
    const wanted = among === null ? contacts : both(contacts, among);
    return factsAmong(
      (lists ?? (await whatWasDone(db, 'many', kind, asking, did ?? [], numbersIn(wanted)))).flat(),
      wanted,
    );
  };
  return {
    contacts,
    facts,
    amounts: async (question) => amountsOf(await facts(null), contacts, question),
    times: async (among) => timesOf(await facts(among)),
  };
}

/** Contacts for whom what each predicate asks of facts holds; those that ask nothing of facts are absent. */
async function whomTheyHoldFor(
  channel: Pick<Channel, 'profiles'>,
  { caller, asOf }: AskingLedgers,
  reader: Reader,
  predicates: readonly ChannelPredicate[],
  contactNos: readonly number[],
  statusOf: (facts: ContactFacts) => string,
): Promise<ReadonlyMap<ChannelPredicate, readonly number[]>> {
  const at = momentOf(caller);
  const holding = new Map(predicates.filter(asksForFacts).map((predicate) => [predicate, [] as number[]]));
  for (let from = 0; from < contactNos.length && holding.size > 0; from += factsAtOnce) {
    const nos = contactNos.slice(from, from + factsAtOnce);
    const facts = await channel.profiles.factsWithin(reader, caller.account, nos, at, asOf.note);
    for (const no of nos) {
      const known = facts.get(no) ?? null;
      const own = known === null || at === null ? known : { ...known, now: at };
      for (const [predicate, found] of holding) if (holdsFor(predicate, own, statusOf)) found.push(no);
    }
  }
  return holding;
}
