import type { Database } from '@ucp/kit/database';
import { badInput, notFound } from '@ucp/kit/errors';
import { appendToJournal } from '@ucp/kit/journal';
import { consentId, suppressionId } from '../domain/event-id.ts';
import { lockInOrder } from '../store/address-book.ts';
import { retractionWrite } from '../store/ledger.ts';
import { decisionWrite, lockReview, type ReviewDecision, type ReviewRow } from '../store/reviews.ts';
import { type ByHand, demandReason } from './change-status.ts';

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Decides whether a text was a revocation. APPROVED: what it did stays. REJECTED: what it did counts for nothing from now on, so
 * that what held before it holds again, and no more than that. The same decision again changes nothing.
 * @throws CodedError NOT_FOUND, BAD_USER_INPUT when it was decided otherwise
 */
export const createDecideReview =
  ({ db, announce }: { readonly db: Database; readonly announce: () => void }) =>
  async (account: number, id: string, decision: ReviewDecision, { reason, actor }: ByHand): Promise<ReviewRow> => {
    const by = { reason: demandReason(reason), actor };
    const decided = await db.transaction(async (tx) => {
      const review = idShape.test(id) ? await lockReview(tx, account, id) : null;
      if (review === null) throw notFound(['input', 'id'], `No review has the id "${id.slice(0, 50)}"`);
      if (review.decision === decision) return review;
      if (review.decision !== null) {
        throw badInput(['input', 'decision'], `The review is decided already: ${review.decision}`);
      }
      const { addressNo, eventId } = review;
      await lockInOrder(tx, account, [addressNo]);
      const undone = decision === 'REJECTED' ? [consentId(eventId, 0), suppressionId(eventId, 0)] : [];
      await appendToJournal(tx, account, [
        decisionWrite(account, eventId, { decision, at: tx.now, ...by }),
        ...(undone.length === 0
          ? []
          : [
              retractionWrite(
                account,
                undone.map((entryId) => ({ addressNo, entryId, retractedAt: tx.now, ...by })),
              ),
            ]),
      ]);
      return { ...review, decision, decidedAt: tx.now, ...by };
    });
    announce();
    return decided;
  };
