import { bitsOf, both } from '@ucp/kit/contact-bits';
import { contactNoOf } from '@ucp/kit/ids';
import type { LeafAnswer, LeafFact } from '@ucp/kit/leaf';
import type { ChannelContext } from './channel-resolvers.ts';
import { eventsThatMeet } from './domain/activity-history.ts';
import { asksForFacts, asksForRows, type ChannelPredicate, type Did, holdsFor } from './domain/predicate.ts';
import type { StatusOf } from './domain/status-since.ts';
import { answerOfHappenings, statusFact } from './ledger-answers.ts';
import { whatWasDone } from './store/done.ts';

type Asking = Pick<ChannelContext, 'channel' | 'caller' | 'asOf' | 'load'>;

/** Who of a few contacts matches each predicate now, out of what their profiles are made of. */
export async function answersOfContacts(
  asking: Asking,
  predicates: readonly ChannelPredicate[],
  contactIds: readonly string[],
  statusOf: StatusOf,
): Promise<LeafAnswer[]> {
  const { channel, caller, load } = asking;
  const named = [...new Set(contactIds.flatMap((id) => contactNoOf(caller.account, id) ?? []))];
  const asksFacts = predicates.some(asksForFacts);
  const [facts, done] = await Promise.all([
    Promise.all(asksFacts ? named.map(load.facts) : []),
    whatTheyDid(
      asking,
      predicates.flatMap(({ did }) => did ?? []),
      named,
    ),
  ]);
  return predicates.map((predicate): LeafAnswer => {
    const lists = (predicate.did ?? []).map((did) => done.get(did) ?? []);
    const holds = named.filter((_, i) => !asksForFacts(predicate) || holdsFor(predicate, facts[i] ?? null, statusOf));
    const contacts = lists.map((list) => bitsOf(list.map(({ contact }) => contact))).reduce(both, bitsOf(holds));
    const began = named.flatMap((no, i) => statusFact(channel.kind.name, no, facts[i] ?? null, predicate, statusOf));
    return answerOfHappenings(predicate, contacts, () => [...lists.flat(), ...began]);
  });
}

/** For each condition what made it hold for these contacts. What an event is of only its row tells, which SQL looks for. */
async function whatTheyDid(
  { channel, caller, asOf, load }: Asking,
  dids: readonly Did[],
  named: readonly number[],
): Promise<ReadonlyMap<Did, readonly LeafFact[]>> {
  const { db, kind } = channel;
  const [ofRows, plain] = [dids.filter(asksForRows), dids.filter((did) => !asksForRows(did))];
  const [rows, histories] = await Promise.all([
    whatWasDone(db, 'few', kind, { caller, asOf }, ofRows, named),
    Promise.all(plain.length === 0 ? [] : named.map(load.history)),
  ]);
  const done = new Map<Did, readonly LeafFact[]>(ofRows.map((did, i) => [did, rows[i] ?? []]));
  for (const did of plain) {
    const facts = named.flatMap((contact, i): LeafFact[] => {
      const history = histories[i];
      // What happened is told of the contact shown, by its own number.
      if (history === null || history === undefined || history.rootNo !== contact) return [];
      return eventsThatMeet(history, did).map((event) => ({
        contact,
        at: event.at,
        channel: kind.name,
        kind: event.kind,
      }));
    });
    done.set(did, facts);
  }
  return done;
}
