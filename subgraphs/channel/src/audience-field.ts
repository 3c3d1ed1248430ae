import { contactNoOf } from '@ucp/kit/ids';
import type { LeafAnswer, LeafFact } from '@ucp/kit/leaf';
import type { Channel } from './channel.ts';
import type { ContactFacts } from './domain/facts.ts';
import { asksForFacts, type ChannelPredicate, holdsFor } from './domain/predicate.ts';
import { whatWasDone, whoDid } from './store/done.ts';
import { shownContacts } from './store/shown-contacts.ts';

/** Contacts whose facts are read at once. */
const chunk = 1_000;

/**
 * Answers `<channel>Audience`: who matches each predicate now. For some contacts the facts behind the answer are read at
 * once and decide it; for the whole account they are read only when they are asked for. Both ways mean the same.
 */
export async function audienceOf(
  channel: Channel,
  account: number,
  predicates: readonly ChannelPredicate[],
  contactIds: readonly string[] | null | undefined,
  statusOf: (facts: ContactFacts) => string,
): Promise<LeafAnswer[]> {
  const named = contactIds?.flatMap((id) => contactNoOf(account, id) ?? []) ?? null;
  const dids = predicates.flatMap(({ did }) => did ?? []);
  const known = named === null ? null : await whatWasDone(channel.db, channel.kind, account, dids, named);
  const doers =
    known?.map((facts) => new Set(facts.map(({ contact }) => contact))) ??
    (await whoDid(channel.db, channel.kind, account, dids));
  const everybody = named ?? (await shownContacts(channel.db, account));
  const facts = predicates.some(asksForFacts)
    ? await factsOf(channel, account, everybody)
    : new Map<number, ContactFacts>();
  let next = 0;
  return predicates.map((predicate) => {
    const [first, last] = [next, next + (predicate.did?.length ?? 0)];
    next = last;
    const sets = doers.slice(first, last);
    const did = (no: number): boolean => sets.every((set) => set.has(no));
    const is = (no: number): boolean =>
      !asksForFacts(predicate) || holdsFor(predicate, facts.get(no) ?? null, statusOf);
    const contactNos = everybody.filter((no) => did(no) && is(no));
    return {
      contactNos,
      facts: async (): Promise<LeafFact[]> => {
        const matched = new Set(contactNos);
        const lists =
          known?.slice(first, last) ??
          (await whatWasDone(channel.db, channel.kind, account, predicate.did ?? [], contactNos));
        return lists.flat().filter(({ contact }) => matched.has(contact));
      },
    };
  });
}

async function factsOf(
  channel: Channel,
  account: number,
  contactNos: readonly number[],
): Promise<Map<number, ContactFacts>> {
  const all = new Map<number, ContactFacts>();
  for (let from = 0; from < contactNos.length; from += chunk) {
    for (const [no, facts] of await channel.profiles.factsOf(account, contactNos.slice(from, from + chunk)))
      all.set(no, facts);
  }
  return all;
}
