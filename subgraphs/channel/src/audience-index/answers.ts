import type { Caller } from '@ucp/kit/caller';
import { bitsOf, both, type ContactBits } from '@ucp/kit/contact-bits';
import type { LeafAnswer } from '@ucp/kit/leaf';
import { wholeSecond } from '@ucp/kit/moments';
import type { Channel } from '../channel.ts';
import type { ContactFacts } from '../domain/facts.ts';
import { asksForFacts, type ChannelPredicate, type Did } from '../domain/predicate.ts';
import { answerOfLedgers } from '../ledger-answers.ts';
import { whoDid } from '../store/done.ts';
import type { AccountIndex } from './account-index.ts';
import { askedDid } from './asked-dids.ts';
import { amountsDone } from './did-amounts.ts';
import type { AskedDid } from './did-contacts.ts';
import { contactsOf } from './did-sets.ts';
import { timesDone } from './did-times.ts';
import { factLeaves } from './fact-leaves.ts';

/** What answers take from the channel. */
export type Asked = Pick<Channel, 'db' | 'kind' | 'profiles' | 'audience'>;

/** Who of the whole account matches each predicate now, by the audience index. Null: SQL has to answer. */
export async function answersOfIndex(
  channel: Asked,
  caller: Caller,
  predicates: readonly ChannelPredicate[],
  statusOf: (facts: ContactFacts) => string,
): Promise<LeafAnswer[] | null> {
  // Before the index is asked: from then on everything is read at once, so that all of it is of one rev.
  const byProperty = await whoDidByProperty(channel, caller, predicates);
  const own = predicates.filter(asksForFacts);
  const answer = async (index: AccountIndex): Promise<LeafAnswer[] | null> => {
    const holdsOf = own.length === 0 ? () => index.roots.shown : await factLeaves(channel, index, own, statusOf);
    if (holdsOf === null) return null;
    return predicates.map((predicate) => {
      const holds = asksForFacts(predicate) ? holdsOf(predicate) : index.roots.shown;
      return answerOf(channel, caller, index, predicate, holds, byProperty);
    });
  };
  // Facts of everybody take SQL longer than the index takes to be read, and would have to be read again for it.
  return channel.audience.withIndex(caller.account, answer, own.length === 0 ? 'a moment' : 'as long as it takes');
}

/** Conditions on a property of events, which the index does not keep: SQL finds who met them. */
async function whoDidByProperty(
  { db, kind }: Asked,
  caller: Caller,
  predicates: readonly ChannelPredicate[],
): Promise<Map<Did, ContactBits>> {
  const dids = predicates
    .flatMap(({ did }) => did ?? [])
    .filter(({ property }) => property !== null && property !== undefined);
  const sets = await whoDid(db, kind, caller, dids);
  return new Map(dids.map((did, i) => [did, bitsOf(sets[i] ?? [])]));
}

function answerOf(
  channel: Asked,
  caller: Caller,
  index: AccountIndex,
  predicate: ChannelPredicate,
  holds: ContactBits,
  byProperty: ReadonlyMap<Did, ContactBits>,
): LeafAnswer {
  // Windows end with whole seconds, as in SQL.
  const now = wholeSecond(new Date(index.now));
  const dids = (predicate.did ?? []).map(
    (did): AskedDid | ContactBits => byProperty.get(did) ?? askedDid(channel.kind, did, now),
  );
  const sets = dids.map((did) => {
    if (did instanceof Uint32Array) return both(did, holds);
    const contacts = contactsOf(index, index.didSets, did);
    return holds === index.roots.shown ? contacts : both(contacts, holds);
  });
  // Who is shown changes in place.
  const contacts = sets.length === 0 ? holds.slice() : sets.reduce(both);
  const ofLedgers = answerOfLedgers(channel, caller, predicate, contacts, null);
  const kept = dids.filter((did): did is AskedDid => !(did instanceof Uint32Array));
  if (kept.length < dids.length) return ofLedgers;
  return {
    ...ofLedgers,
    amounts: (question) => amountsDone(index, kept, contacts, question),
    times: (among) => timesDone(index, kept, among === null ? contacts : both(contacts, among)),
  };
}
