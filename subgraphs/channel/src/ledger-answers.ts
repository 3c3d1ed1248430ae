import { type Caller, momentOf } from '@ucp/kit/caller';
import { bitsOf, both, type ContactBits, numbersIn } from '@ucp/kit/contact-bits';
import { contactNoOf } from '@ucp/kit/ids';
import { amountsOf, factsAmong, type LeafAnswer, type LeafFact, timesOf } from '@ucp/kit/leaf';
import type { Channel } from './channel.ts';
import type { ContactFacts } from './domain/facts.ts';
import { asksForFacts, asksForHappenings, type ChannelPredicate, holdsFor, isAsked } from './domain/predicate.ts';
import { beganWithin, type StatusOf } from './domain/status-since.ts';
import { whatWasDone, whoDid } from './store/done.ts';
import { factsAtOnce } from './store/profile.ts';
import { shownContacts } from './store/shown-contacts.ts';

/** Who matches each predicate, by SQL: for some contacts, for another moment, or for the whole account. */
export async function answersOfLedgers(
  channel: Pick<Channel, 'db' | 'kind' | 'profiles'>,
  caller: Caller,
  predicates: readonly ChannelPredicate[],
  contactIds: readonly string[] | null | undefined,
  statusOf: StatusOf,
): Promise<LeafAnswer[]> {
  const { account } = caller;
  const named = contactIds?.flatMap((id) => contactNoOf(account, id) ?? []) ?? null;
  const dids = predicates.flatMap(({ did }) => did ?? []);
  const known = named === null ? null : await whatWasDone(channel.db, 'few', channel.kind, caller, dids, named);
  const doers =
    known?.map((facts) => bitsOf(facts.map(({ contact }) => contact))) ??
    (await whoDid(channel.db, channel.kind, caller, dids)).map(bitsOf);
  const everybody = named ?? (await shownContacts(channel.db, account));
  const asking = predicates.filter(asksForFacts);
  const holding = new Map(asking.map((predicate) => [predicate, [] as number[]]));
  const began = new Map(asking.map((predicate) => [predicate, [] as LeafFact[]]));
  await readFacts(channel, caller, asking.length === 0 ? [] : everybody, named === null, (no, facts) => {
    for (const [predicate, found] of holding) {
      if (!holdsFor(predicate, facts, statusOf)) continue;
      found.push(no);
      if (named !== null) began.get(predicate)?.push(...statusFact(channel.kind.name, no, facts, predicate, statusOf));
    }
  });
  let next = 0;
  return predicates.map((predicate): LeafAnswer => {
    const [first, last] = [next, next + (predicate.did?.length ?? 0)];
    next = last;
    const contacts = doers.slice(first, last).reduce(both, bitsOf(holding.get(predicate) ?? everybody));
    const lists = known?.slice(first, last);
    return answerOfHappenings(predicate, contacts, (wanted) =>
      lists === undefined
        ? whatHappened(channel, caller, predicate, wanted, statusOf)
        : [...lists.flat(), ...(began.get(predicate) ?? [])],
    );
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
  channel: Pick<Channel, 'db' | 'kind' | 'profiles'>,
  caller: Caller,
  predicate: ChannelPredicate,
  wanted: ContactBits,
  statusOf: StatusOf,
): Promise<LeafFact[]> {
  const done = await whatWasDone(channel.db, 'many', channel.kind, caller, predicate.did ?? [], numbersIn(wanted));
  return [...done.flat(), ...(await whenItBegan(channel, caller, predicate, wanted, statusOf))];
}

/** When the status of these contacts began, where a predicate asks for it. */
async function whenItBegan(
  channel: Pick<Channel, 'kind' | 'profiles'>,
  caller: Caller,
  predicate: ChannelPredicate,
  wanted: ContactBits,
  statusOf: StatusOf,
): Promise<LeafFact[]> {
  const began: LeafFact[] = [];
  if (isAsked(predicate.statusSince))
    await readFacts(channel, caller, numbersIn(wanted), true, (no, facts) => {
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
  caller: Caller,
  contactNos: readonly number[],
  aside: boolean,
  tell: (no: number, facts: ContactFacts | null) => void,
): Promise<void> {
  const at = momentOf(caller);
  for (let from = 0; from < contactNos.length; from += factsAtOnce) {
    const nos = contactNos.slice(from, from + factsAtOnce);
    const facts = await channel.profiles.factsOf(caller.account, nos, at, aside);
    for (const no of nos) {
      const known = facts.get(no) ?? null;
      tell(no, known === null || at === null ? known : { ...known, now: at });
    }
  }
}
