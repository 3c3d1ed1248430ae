import type { Database } from '@ucp/kit/database';
import { badInput, notFound } from '@ucp/kit/errors';
import type { MergeState } from '../domain/merge-state.ts';
import { decideReview, lockReview, type ReviewRow } from '../store/merges.ts';
import { mergeWithin } from './merge.ts';

export interface Reviewed {
  readonly review: ReviewRow;
  readonly merge: MergeState | null;
}

/**
 * Decides a review: approved, its contacts are merged in the same transaction; rejected, they stay apart. What was decided
 * before stays; to decide otherwise the contacts are merged or unmerged by hand.
 * @throws CodedError NOT_FOUND, BAD_USER_INPUT, MERGE_CONFLICT where a limit speaks against it
 */
export const decide = (
  db: Database,
  account: number,
  reviewNo: number | null,
  state: 'APPROVED' | 'REJECTED',
  actor: string,
): Promise<Reviewed> =>
  db.transaction(async (tx) => {
    const review = reviewNo === null ? null : await lockReview(tx, account, reviewNo);
    if (review === null) throw notFound(['id'], 'The account has no review of this id');
    if (review.state === state) return { review, merge: null };
    if (review.state !== 'OPEN') throw badInput(['id'], `The review was decided already: ${review.state}`);
    const decided = await decideReview(tx, account, review.reviewNo, state, actor);
    if (state === 'REJECTED') return { review: decided, merge: null };
    const by = { reason: `review: ${review.detail}`, actor };
    const { merge } = await mergeWithin(tx, account, review.contactNos, by);
    return { review: decided, merge };
  });
