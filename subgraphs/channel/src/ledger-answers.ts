import { type Caller, momentOf } from '@ucp/kit/caller';
import { bitsOf, both, type ContactBits, numbersIn } from '@ucp/kit/contact-bits';
import { contactNoOf } from '@ucp/kit/ids';
import { amountsOf, factsAmong, type LeafAnswer, type LeafFact, timesOf } from '@ucp/kit/leaf';
import type { Channel } from './channel.ts';
import type { ContactFacts } from './domain/facts.ts';
import { asksForFacts, type ChannelPredicate, holdsFor } from './domain/predicate.ts';
import { whatWasDone, whoDid } from './store/done.ts';
import { shownContacts } from './store/shown-contacts.ts';

/** Contacts whose facts are read at once. */
const chunk = 1_000;

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
  const facts = predicates.some(asksForFacts)
    ? await factsOf(channel, caller, everybody, named === null)
    : new Map<number, ContactFacts>();
  let next = 0;
  return predicates.map((predicate): LeafAnswer => {
    const [first, last] = [next, next + (predicate.did?.length ?? 0)];
    next = last;
    const holds = everybody.filter(
      (no) => !asksForFacts(predicate) || holdsFor(predicate, facts.get(no) ?? null, statusOf),
    );
    const contacts = doers.slice(first, last).reduce(both, bitsOf(holds));
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

async function factsOf(
  channel: Pick<Channel, 'profiles'>,
  caller: Caller,
  contactNos: readonly number[],
  aside: boolean,
): Promise<Map<number, ContactFacts>> {
  const at = momentOf(caller);
  const all = new Map<number, ContactFacts>();
  for (let from = 0; from < contactNos.length; from += chunk) {
    const facts = await channel.profiles.factsOf(caller.account, contactNos.slice(from, from + chunk), at, aside);
    for (const [no, known] of facts) all.set(no, at === null ? known : { ...known, now: at });
  }
  return all;
}
