import type { Database, Transaction } from '@ucp/kit/database';
import { badInput, notFound } from '@ucp/kit/errors';
import { appendToJournal } from '@ucp/kit/journal';
import type { ChannelKind } from '../channel-kind.ts';
import { afterReview, type SendReviewDecision } from '../domain/send-state.ts';
import { changeWrite } from '../store/message-outcomes.ts';
import { lockMessage, type MessageRow, messagesByNo } from '../store/messages.ts';
import { messageNoOf } from './message-ids.ts';
import { writeOutcomes } from './record-outcomes.ts';

/** What staff does with one message. Both throw CodedError NOT_FOUND and BAD_USER_INPUT. */
export interface MessageChanges {
  /** Takes a message back that waits; one that is canceled stays so. */
  readonly cancel: (account: number, id: string) => Promise<MessageRow>;
  /** Decides of a message on review. The same decision again changes nothing. */
  readonly decideReview: (account: number, id: string, decision: SendReviewDecision) => Promise<MessageRow>;
}

/** States in which a message is after each decision. */
const decidedAs = { SENT: 'SENT', NOT_SENT: 'FAILED', SEND_AGAIN: 'QUEUED' } as const;

export function createMessageChanges(options: {
  readonly db: Database;
  readonly channel: ChannelKind;
  readonly announce: () => void;
}): MessageChanges {
  const { db, channel, announce } = options;
  const change = async (
    account: number,
    id: string,
    work: (tx: Transaction, message: MessageRow) => Promise<void>,
  ): Promise<MessageRow> => {
    const no = messageNoOf(channel, account, id);
    await db.transaction(async (tx) => {
      const message = no === null ? null : await lockMessage(tx, account, no);
      if (message === null) throw notFound(['id'], `No message has the id "${id.slice(0, 100)}"`);
      await work(tx, message);
    });
    announce();
    const [changed] = await messagesByNo({ query: db.read }, account, no === null ? [] : [no]);
    if (changed === undefined) throw new Error(`message ${id} is gone`);
    return changed;
  };
  return {
    cancel: (account, id) =>
      change(account, id, async (tx, { messageNo, state, attempts }) => {
        if (state === 'CANCELED') return;
        if (state !== 'QUEUED') {
          throw badInput(['id'], `Only a message that waits can be taken back, this one is ${state}`);
        }
        const canceled = { state: 'CANCELED', dueAt: null, attempts } as const;
        const none = { providerMessageId: null, errorCode: null, errorDetail: null };
        await appendToJournal(tx, account, [
          changeWrite(account, tx.now, [{ messageNo, change: { ...canceled, ...none } }]),
        ]);
      }),
    decideReview: (account, id, decision) =>
      change(account, id, async (tx, message) => {
        const { messageNo, version, state, attempts, claimedAt } = message;
        if (state === decidedAs[decision] && claimedAt !== null) return;
        if (state !== 'REVIEW') throw badInput(['id'], `Only a message on review is decided, this one is ${state}`);
        const become = (now: Date) => afterReview(decision, attempts, id, now);
        await writeOutcomes(tx, channel, account, [{ messageNo, version, become, suppression: null, details: {} }]);
      }),
  };
}
