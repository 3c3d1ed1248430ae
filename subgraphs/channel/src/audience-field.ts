import type { LeafAnswer } from '@ucp/kit/leaf';
import { pageLimits } from '@ucp/kit/page';
import { answersOfIndex } from './audience-index/answers.ts';
import type { ChannelContext } from './channel-resolvers.ts';
import { answersOfContacts } from './contact-answers.ts';
import type { ChannelPredicate } from './domain/predicate.ts';
import type { StatusOf } from './domain/status-since.ts';
import { answersOfLedgers } from './ledger-answers.ts';

/**
 * Answers `<channel>Audience`: who matches each predicate at the moment asked. For contacts of one page what their profiles are made
 * of decides it. For the whole account the audience index answers, but for another moment than now and for an account that it has no
 * room for; then, and for more contacts, SQL does. All ways mean the same. What SQL is asked because the index is still being read is
 * asked one after another, and the index once more by whoever had to wait: each takes as long as the reading, and slows it down.
 */
export async function audienceOf(
  asking: Pick<ChannelContext, 'channel' | 'caller' | 'asOf' | 'load'>,
  predicates: readonly ChannelPredicate[],
  contactIds: readonly string[] | null | undefined,
  statusOf: StatusOf,
): Promise<LeafAnswer[]> {
  const { channel, caller } = asking;
  const isNow = caller.at === undefined;
  if (contactIds === null || contactIds === undefined) {
    const ofLedgers = () => answersOfLedgers(channel, asking, predicates, null, statusOf);
    if (!isNow) return ofLedgers();
    const ofIndex = () => answersOfIndex(channel, asking, predicates, statusOf);
    return (
      (await ofIndex()) ??
      channel.ledgerTurns(caller.account, async (hasWaited) => (hasWaited ? await ofIndex() : null) ?? ofLedgers())
    );
  }
  return isNow && contactIds.length <= pageLimits.most
    ? answersOfContacts(asking, predicates, contactIds, statusOf)
    : answersOfLedgers(channel, asking, predicates, contactIds, statusOf);
}
