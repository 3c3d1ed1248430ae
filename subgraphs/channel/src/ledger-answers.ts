import { momentOf } from '@ucp/kit/caller';
import { bitsOf, both, type ContactBits, numbersIn } from '@ucp/kit/contact-bits';
import type { Transaction } from '@ucp/kit/database';
import { contactNoOf } from '@ucp/kit/ids';
import { amountsOf, factsAmong, type LeafAnswer, type LeafFact, timesOf } from '@ucp/kit/leaf';
import type { Channel } from './channel.ts';
import type { ChannelContext } from './channel-resolvers.ts';
import type { ContactFacts } from './domain/facts.ts';
import { asksForFacts, asksForHappenings, type ChannelPredicate, holdsFor, isAsked } from './domain/predicate.ts';
import { beganWithin, type StatusOf } from './domain/status-since.ts';
import { whatWasDone, whoDid } from './store/done.ts';
import { factsAtOnce } from './store/profile.ts';
import { shownContacts } from './store/shown-contacts.ts';

/** Who asks, and is told which merges what was read knew of. */
export type AskingLedgers = Pick<ChannelContext, 'caller' | 'asOf'>;
type Reader = Pick<Transaction, 'query'>;
type Asked = Pick<Channel, 'db' | 'kind' | 'profiles'>;

/** Who matches each predicate, by SQL: for some contacts, for another moment, or for the whole account. */
export function answersOfLedgers(
  channel: Asked,
  asking: AskingLedgers,
  predicates: readonly ChannelPredicate[],
  contactIds: readonly string[] | null | undefined,
  statusOf: StatusOf,
): Promise<LeafAnswer[]> {
  const { db } = channel;
  if (contactIds !== null && contactIds !== undefined) {
    const named = contactIds.flatMap((id) => contactNoOf(asking.caller.account, id) ?? []);
    return answersOfNamed(channel, asking, predicates, named, statusOf);
  }
  const answers = (reader: Reader) => answersOfAll(channel, asking, reader, predicates, statusOf);
  // What takes several statements is read of one moment, however long it takes: merges are committed meanwhile.
  return predicates.every(isOfEvents) ? answers({ query: db.readAside }) : db.snapshot(answers);
}

/** Whether events alone decide who matches. */
const isOfEvents = (predicate: ChannelPredicate): boolean =>
  (predicate.did?.length ?? 0) > 0 && !asksForFacts(predicate);

async function answersOfNamed(
  channel: Asked,
  asking: AskingLedgers,
  predicates: readonly ChannelPredicate[],
  named: readonly number[],
  statusOf: StatusOf,
): Promise<LeafAnswer[]> {
  const { db, kind } = channel;
  const dids = predicates.flatMap(({ did }) => did ?? []);
  const known = await whatWasDone(db, 'few', kind, asking, dids, named);
  const own = predicates.filter(asksForFacts);
  const holding = new Map(own.map((predicate) => [predicate, [] as number[]]));
  const began = new Map(own.map((predicate) => [predicate, [] as LeafFact[]]));
  await readFacts(channel, asking, { query: db.read }, own.length === 0 ? [] : named, (no, facts) => {
    for (const [predicate, found] of holding) {
      if (!holdsFor(predicate, facts, statusOf)) continue;
      found.push(no);
      began.get(predicate)?.push(...statusFact(kind.name, no, facts, predicate, statusOf));
    }
  });
  return eachOf(predicates, (predicate, first, last) => {
    const lists = known.slice(first, last);
    const doers = lists.map((facts) => bitsOf(facts.map(({ contact }) => contact)));
    const contacts = doers.reduce(both, bitsOf(holding.get(predicate) ?? named));
    return answerOfHappenings(predicate, contacts, () => [...lists.flat(), ...(began.get(predicate) ?? [])]);
  });
}

async function answersOfAll(
  channel: Asked,
  asking: AskingLedgers,
  reader: Reader,
  predicates: readonly ChannelPredicate[],
  statusOf: StatusOf,
): Promise<LeafAnswer[]> {
  const { db, kind } = channel;
  const dids = predicates.flatMap(({ did }) => did ?? []);
  const doers = (await whoDid(reader, db.clockOffset(), kind, asking, dids)).map(bitsOf);
  const everybody = predicates.every(isOfEvents)
    ? null
    : await shownContacts(reader, asking.caller.account, asking.asOf.note);
  const own = predicates.filter(asksForFacts);
  const holding = new Map(own.map((predicate) => [predicate, [] as number[]]));
  await readFacts(channel, asking, reader, own.length === 0 ? [] : (everybody ?? []), (no, facts) => {
    for (const [predicate, found] of holding) if (holdsFor(predicate, facts, statusOf)) found.push(no);
  });
  return eachOf(predicates, (predicate, first, last) => {
    const held = holding.get(predicate) ?? everybody;
    const sets = [...(held === null ? [] : [bitsOf(held)]), ...doers.slice(first, last)];
    return answerOfHappenings(predicate, sets.reduce(both), (wanted) =>
      whatHappened(channel, asking, predicate, wanted, statusOf),
    );
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

/** An answer whose contacts are known. @param happened what it was met by of these contacts, and perhaps of others */
export function answerOfHappenings(
  predicate: ChannelPredicate,
  contacts: ContactBits,
  happened: (wanted: ContactBits) => Promise<readonly LeafFact[]> | readonly LeafFact[],
): LeafAnswer {
  const facts = async (among: ContactBits | null): Promise<readonly LeafFact[]> => {
    const wanted = among === null ? contacts : both(contacts, among);
    return factsAmong(await happened(wanted), wanted);
  };
  return {
    contacts,
    happens: asksForHappenings(predicate),
    facts,
    amounts: async (question) => amountsOf(await facts(null), contacts, question),
    times: async (among) => timesOf(await facts(among)),
  };
}

/** By what these contacts meet a predicate, read when it is asked for. */
export async function whatHappened(
  channel: Asked,
  asking: AskingLedgers,
  predicate: ChannelPredicate,
  wanted: ContactBits,
  statusOf: StatusOf,
): Promise<LeafFact[]> {
  const done = await whatWasDone(channel.db, 'many', channel.kind, asking, predicate.did ?? [], numbersIn(wanted));
  return [...done.flat(), ...(await whenItBegan(channel, asking, predicate, wanted, statusOf))];
}

/** When the status of these contacts began, where a predicate asks for it. */
async function whenItBegan(
  channel: Asked,
  asking: AskingLedgers,
  predicate: ChannelPredicate,
  wanted: ContactBits,
  statusOf: StatusOf,
): Promise<LeafFact[]> {
  const began: LeafFact[] = [];
  if (isAsked(predicate.statusSince))
    await readFacts(channel, asking, { query: channel.db.readAside }, numbersIn(wanted), (no, facts) => {
      began.push(...statusFact(channel.kind.name, no, facts, predicate, statusOf));
    });
  return began;
}

/** That the status of a contact began, where a predicate asks for it and it holds: of who is shown, by the own number. */
export function statusFact(
  channel: string,
  contact: number,
  facts: ContactFacts | null,
  { statusSince }: ChannelPredicate,
  statusOf: StatusOf,
): LeafFact[] {
  if (facts?.rootNo !== contact || !isAsked(statusSince)) return [];
  const at = beganWithin(facts, statusSince, statusOf);
  return at === null ? [] : [{ contact, at, channel, kind: statusOf(facts) }];
}

/** Tells the facts of each contact at the moment asked. */
async function readFacts(
  channel: Pick<Channel, 'profiles'>,
  { caller, asOf }: AskingLedgers,
  reader: Reader,
  contactNos: readonly number[],
  tell: (no: number, facts: ContactFacts | null) => void,
): Promise<void> {
  const at = momentOf(caller);
  for (let from = 0; from < contactNos.length; from += factsAtOnce) {
    const nos = contactNos.slice(from, from + factsAtOnce);
    const facts = await channel.profiles.factsWithin(reader, caller.account, nos, at, asOf.note);
    for (const no of nos) {
      const known = facts.get(no) ?? null;
      tell(no, known === null || at === null ? known : { ...known, now: at });
    }
  }
}
