import type { Caller } from '@ucp/kit/caller';
import type { LeafAnswer } from '@ucp/kit/leaf';
import { answersOfIndex } from './audience-index/answers.ts';
import type { Channel } from './channel.ts';
import type { ContactFacts } from './domain/facts.ts';
import type { ChannelPredicate } from './domain/predicate.ts';
import { answersOfLedgers } from './ledger-answers.ts';

/**
 * Answers `<channel>Audience`: who matches each predicate at the moment asked. For some contacts the facts behind the answer are
 * read at once and decide it. For the whole account the audience index answers, but for another moment than now and for an account
 * that it has no room for. All ways mean the same.
 */
export async function audienceOf(
  channel: Channel,
  caller: Caller,
  predicates: readonly ChannelPredicate[],
  contactIds: readonly string[] | null | undefined,
  statusOf: (facts: ContactFacts) => string,
): Promise<LeafAnswer[]> {
  const isWhole = contactIds === null || contactIds === undefined;
  const indexed =
    isWhole && caller.at === undefined ? await answersOfIndex(channel, caller, predicates, statusOf) : null;
  return indexed ?? answersOfLedgers(channel, caller, predicates, contactIds, statusOf);
}
