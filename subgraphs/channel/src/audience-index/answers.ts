import { bitsOf, both, type ContactBits } from '@ucp/kit/contact-bits';
import type { LeafAnswer } from '@ucp/kit/leaf';
import { wholeSecond } from '@ucp/kit/moments';
import type { Channel } from '../channel.ts';
import type { ContactFacts } from '../domain/facts.ts';
import { asksForFacts, type ChannelPredicate, type Did } from '../domain/predicate.ts';
import { type AskingLedgers, answerOfLedgers } from '../ledger-answers.ts';
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
  asking: AskingLedgers,
  predicates: readonly ChannelPredicate[],
  statusOf: (facts: ContactFacts) => string,
): Promise<LeafAnswer[] | null> {
  // Before the index is asked: from then on everything is read at once, so that all of it is of one rev.
  const byProperty = await whoDidByProperty(channel, asking, predicates);
  const own = predicates.filter(asksForFacts);
  const answer = async (index: AccountIndex): Promise<LeafAnswer[] | null> => {
    const holdsOf = own.length === 0 ? () => index.roots.shown : await factLeaves(channel, index, own, statusOf);
    if (holdsOf === null) return null;
    asking.asOf.note(index.asOf);
    // Verdicts that were found meanwhile may know of merges that the index has not taken in.
    if (own.length > 0) asking.asOf.note(Math.max(index.asOf, index.verdicts.asOf));
    return predicates.map((predicate) => {
      const holds = asksForFacts(predicate) ? holdsOf(predicate) : index.roots.shown;
      return answerOf(channel, asking, index, predicate, holds, byProperty);
    });
  };
  // Facts of everybody take SQL longer than the index takes to be read, and would have to be read again for it.
  return channel.audience.withIndex(
    asking.caller.account,
    answer,
    own.length === 0 ? 'a moment' : 'as long as it takes',
  );
}

/** Conditions on a property of events, which the index does not keep: SQL finds who met them. */
async function whoDidByProperty(
  { db, kind }: Asked,
  asking: AskingLedgers,
  predicates: readonly ChannelPredicate[],
): Promise<Map<Did, ContactBits>> {
  const dids = predicates
    .flatMap(({ did }) => did ?? [])
    .filter(({ property }) => property !== null && property !== undefined);
  const sets = await whoDid({ query: db.readAside }, db.clockOffset(), kind, asking, dids);
  return new Map(dids.map((did, i) => [did, bitsOf(sets[i] ?? [])]));
}

function answerOf(
  channel: Asked,
  asking: AskingLedgers,
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
  const ofLedgers = answerOfLedgers(channel, asking, predicate, contacts, null);
  const kept = dids.filter((did): did is AskedDid => !(did instanceof Uint32Array));
  if (kept.length < dids.length) return ofLedgers;
  // By then others may have had it take in what is new.
  const read = <Told>(told: () => Told): Told => {
    asking.asOf.note(index.asOf);
    return told();
  };
  return {
    ...ofLedgers,
    amounts: (question) => read(() => amountsDone(index, kept, contacts, question)),
    times: (among) => read(() => timesDone(index, kept, among === null ? contacts : both(contacts, among))),
  };
}
