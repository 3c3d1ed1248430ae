import { type Caller, momentOf } from '@ucp/kit/caller';
import { bitsOf, both, type ContactBits, numbersIn } from '@ucp/kit/contact-bits';
import { contactNoOf } from '@ucp/kit/ids';
import { amountsOf, factsAmong, type LeafAnswer, type LeafFact, timesOf } from '@ucp/kit/leaf';
import type { Channel } from './channel.ts';
import type { ContactFacts } from './domain/facts.ts';
import { asksForFacts, type ChannelPredicate, holdsFor } from './domain/predicate.ts';
import { whatWasDone, whoDid } from './store/done.ts';
import { factsAtOnce } from './store/profile.ts';
import { shownContacts } from './store/shown-contacts.ts';

/** Who matches each predicate, by SQL: for some contacts, for another moment, or for the whole account. */
export async function answersOfLedgers(
  channel: Pick<Channel, 'db' | 'kind' | 'profiles'>,
  caller: Caller,
  predicates: readonly ChannelPredicate[],
  contactIds: readonly string[] | null | undefined,
  statusOf: (facts: ContactFacts) => string,
): Promise<LeafAnswer[]> {
  const { account } = caller;
  const named = contactIds?.flatMap((id) => contactNoOf(account, id) ?? []) ?? null;
  const dids = predicates.flatMap(({ did }) => did ?? []);
  const known = named === null ? null : await whatWasDone(channel.db, 'few', channel.kind, caller, dids, named);
  const doers =
    known?.map((facts) => bitsOf(facts.map(({ contact }) => contact))) ??
    (await whoDid(channel.db, channel.kind, caller, dids)).map(bitsOf);
  const everybody = named ?? (await shownContacts(channel.db, account));
  const holding = await whomTheyHoldFor(
    channel,
    caller,
    predicates.filter(asksForFacts),
    everybody,
    named === null,
    statusOf,
  );
  let next = 0;
  return predicates.map((predicate): LeafAnswer => {
    const [first, last] = [next, next + (predicate.did?.length ?? 0)];
    next = last;
    const contacts = doers.slice(first, last).reduce(both, bitsOf(holding.get(predicate) ?? everybody));
    return answerOfLedgers(channel, caller, predicate, contacts, known?.slice(first, last) ?? null);
  });
}

/** An answer whose contacts are known. @param lists what each condition was met by; null: it is read when it is asked for */
export function answerOfLedgers(
  { db, kind }: Pick<Channel, 'db' | 'kind'>,
  caller: Caller,
  { did }: ChannelPredicate,
  contacts: ContactBits,
  lists: readonly (readonly LeafFact[])[] | null,
): LeafAnswer {
  const facts = async (among: ContactBits | null): Promise<readonly LeafFact[]> => {
    const wanted = among === null ? contacts : both(contacts, among);
    return factsAmong(
      (lists ?? (await whatWasDone(db, 'many', kind, caller, did ?? [], numbersIn(wanted)))).flat(),
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

/** Contacts for whom what each predicate asks of facts holds. */
async function whomTheyHoldFor(
  channel: Pick<Channel, 'profiles'>,
  caller: Caller,
  predicates: readonly ChannelPredicate[],
  contactNos: readonly number[],
  aside: boolean,
  statusOf: (facts: ContactFacts) => string,
): Promise<ReadonlyMap<ChannelPredicate, readonly number[]>> {
  const at = momentOf(caller);
  const holding = new Map(predicates.map((predicate) => [predicate, [] as number[]]));
  for (let from = 0; from < contactNos.length && predicates.length > 0; from += factsAtOnce) {
    const nos = contactNos.slice(from, from + factsAtOnce);
    const facts = await channel.profiles.factsOf(caller.account, nos, at, aside);
    for (const no of nos) {
      const known = facts.get(no) ?? null;
      const own = known === null || at === null ? known : { ...known, now: at };
      for (const [predicate, found] of holding) if (holdsFor(predicate, own, statusOf)) found.push(no);
    }
  }
  return holding;
}
