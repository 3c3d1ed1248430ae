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

/**
 * Answers `<channel>Audience`: who matches each predicate at the moment asked. For some contacts the facts behind the answer are
 * read at once and decide it; for the whole account they are read only when they are asked for. Both ways mean the same.
 */
export async function audienceOf(
  channel: Channel,
  caller: Caller,
  predicates: readonly ChannelPredicate[],
  contactIds: readonly string[] | null | undefined,
  statusOf: (facts: ContactFacts) => string,
): Promise<LeafAnswer[]> {
  const { account } = caller;
  const named = contactIds?.flatMap((id) => contactNoOf(account, id) ?? []) ?? null;
  const dids = predicates.flatMap(({ did }) => did ?? []);
  const known = named === null ? null : await whatWasDone(channel.db, channel.kind, caller, dids, named);
  const doers =
    known?.map((facts) => bitsOf(facts.map(({ contact }) => contact))) ??
    (await whoDid(channel.db, channel.kind, caller, dids)).map(bitsOf);
  const everybody = named ?? (await shownContacts(channel.db, account));
  const facts = predicates.some(asksForFacts)
    ? await factsOf(channel, caller, everybody)
    : new Map<number, ContactFacts>();
  let next = 0;
  return predicates.map((predicate): LeafAnswer => {
    const [first, last] = [next, next + (predicate.did?.length ?? 0)];
    next = last;
    const holds = everybody.filter(
      (no) => !asksForFacts(predicate) || holdsFor(predicate, facts.get(no) ?? null, statusOf),
    );
    const contacts = doers.slice(first, last).reduce(both, bitsOf(holds));
    const factsBehind = async (among: ContactBits | null): Promise<readonly LeafFact[]> => {
      const wanted = among === null ? contacts : both(contacts, among);
      const lists =
        known?.slice(first, last) ??
        (await whatWasDone(channel.db, channel.kind, caller, predicate.did ?? [], numbersIn(wanted)));
      return factsAmong(lists.flat(), wanted);
    };
    return {
      contacts,
      facts: factsBehind,
      amounts: async (question) => amountsOf(await factsBehind(null), contacts, question),
      times: async (among) => timesOf(await factsBehind(among)),
    };
  });
}

async function factsOf(
  channel: Channel,
  caller: Caller,
  contactNos: readonly number[],
): Promise<Map<number, ContactFacts>> {
  const at = momentOf(caller);
  const all = new Map<number, ContactFacts>();
  for (let from = 0; from < contactNos.length; from += chunk) {
    const facts = await channel.profiles.factsOf(caller.account, contactNos.slice(from, from + chunk), at);
    for (const [no, known] of facts) all.set(no, at === null ? known : { ...known, now: at });
  }
  return all;
}
