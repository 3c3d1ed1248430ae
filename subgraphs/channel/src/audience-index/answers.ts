import { both, type ContactBits } from '@ucp/kit/contact-bits';
import type { LeafAnswer } from '@ucp/kit/leaf';
import { wholeSecond } from '@ucp/kit/moments';
import type { Channel } from '../channel.ts';
import { asksForFacts, asksForRows, type ChannelPredicate } from '../domain/predicate.ts';
import type { StatusOf } from '../domain/status-since.ts';
import { type AskingLedgers, answerOfHappenings, whatHappened } from '../ledger-answers.ts';
import type { AccountIndex } from './account-index.ts';
import { askedDid } from './asked-dids.ts';
import { amountsDone } from './did-amounts.ts';
import type { AskedDid } from './did-contacts.ts';
import { contactsOf } from './did-sets.ts';
import { timesDone } from './did-times.ts';
import { type FactLeaves, factLeaves } from './fact-leaves.ts';
import { type PropertyDids, propertyDids } from './property-dids.ts';

/** What answers take from the channel. */
export type Asked = Pick<Channel, 'db' | 'kind' | 'profiles' | 'audience'>;

/** Whether it is known already who did it. */
const isFound = (did: AskedDid | ContactBits): did is ContactBits => did instanceof Uint32Array;

/** Who of the whole account matches each predicate now, by the audience index. Null: SQL has to answer. */
export async function answersOfIndex(
  channel: Asked,
  asking: AskingLedgers,
  predicates: readonly ChannelPredicate[],
  statusOf: StatusOf,
): Promise<LeafAnswer[] | null> {
  const { account } = asking.caller;
  const own = predicates.filter(asksForFacts);
  const dids = predicates.flatMap(({ did }) => did ?? []).filter(asksForRows);
  /** All of one rev and one second: where the index moved on while properties were read, there is no answer. */
  const work = async (index: AccountIndex, turn?: 'at once'): Promise<LeafAnswer[] | 'moved' | null> => {
    const leaves = await factLeaves(channel, index, own, statusOf, asking.asOf.note, turn);
    if (leaves === null) return null;
    const holding = predicates.map((each) => (asksForFacts(each) ? leaves.holdsOf(each) : index.roots.shown));
    const done = await propertyDids(channel, index, dids);
    if (done === null) return index.broken ? null : 'moved';
    asking.asOf.note(index.asOf);
    // Verdicts that were found meanwhile may know of merges that the index has not taken in.
    if (own.length > 0) asking.asOf.note(Math.max(index.asOf, index.verdicts.asOf));
    return predicates.map((predicate, i) =>
      answerOf({ channel, asking, statusOf }, index, predicate, holding[i] ?? index.roots.shown, leaves, done),
    );
  };
  // Facts of everybody take SQL longer than the index takes to be read, and would have to be read again for it.
  const patience = own.length === 0 ? 'a moment' : 'as long as it takes';
  const answers = await channel.audience.withIndex(account, (index) => work(index), patience);
  if (answers !== 'moved') return answers;
  const alone = await channel.audience.withIndexAlone(account, (index) => work(index, 'at once'));
  return alone === 'moved' ? null : alone;
}

function answerOf(
  { channel, asking, statusOf }: { channel: Asked; asking: AskingLedgers; statusOf: StatusOf },
  index: AccountIndex,
  predicate: ChannelPredicate,
  holds: ContactBits,
  { beganOf, beganFactsOf }: FactLeaves,
  done: PropertyDids,
): LeafAnswer {
  // Windows end with whole seconds, as in SQL.
  const now = wholeSecond(new Date(index.now));
  const dids = (predicate.did ?? []).map((did) => done.contactsOf(did) ?? askedDid(channel.kind, did, now));
  const sets = dids.map((did) => {
    if (isFound(did)) return both(did, holds);
    const contacts = contactsOf(index, index.didSets, did);
    return holds === index.roots.shown ? contacts : both(contacts, holds);
  });
  // Who is shown changes in place.
  const contacts = sets.length === 0 ? holds.slice() : sets.reduce(both);
  const kept = dids.filter((did): did is AskedDid => !isFound(did));
  if (kept.length < dids.length) {
    const began = beganFactsOf(predicate, contacts);
    return answerOfHappenings(predicate, contacts, async (wanted) => [
      ...(await done.factsOf(predicate, wanted)),
      ...began,
    ]);
  }
  const began = beganOf(predicate);
  // By then others may have had it take in what is new.
  const read = <Told>(told: () => Told): Told => {
    asking.asOf.note(index.asOf);
    return told();
  };
  return {
    ...answerOfHappenings(predicate, contacts, (wanted) => whatHappened(channel, asking, predicate, wanted, statusOf)),
    amounts: (question) => read(() => amountsDone(index, kept, contacts, question, began)),
    times: (among) => read(() => timesDone(index, kept, among === null ? contacts : both(contacts, among), began)),
  };
}
